//! Small inputs for large files: a list of changes, which a fuzzer can mutate in no time.

use arbitrary::Arbitrary;

/// What is done to a committed file.
#[derive(Arbitrary, Debug)]
pub struct Changes {
    /// Bytes that are overwritten: in the header as often as anywhere.
    bytes: Vec<(Place, u8)>,
    /// Where the file ends.
    end: Option<u32>,
}

#[derive(Arbitrary, Debug)]
enum Place {
    Header(u8),
    Anywhere(u32),
}

impl Changes {
    /// The file as these changes leave it, its checksum mended by `seal`.
    pub fn apply(&self, file: &[u8], seal: fn(&mut [u8])) -> Vec<u8> {
        let end = self.end.map_or(file.len(), |end| end as usize % (file.len() + 1));
        let mut out = file[..end].to_vec();
        for (place, byte) in &self.bytes {
            let at = match place {
                Place::Header(at) => usize::from(*at),
                Place::Anywhere(at) => *at as usize % out.len().max(1),
            };
            if let Some(old) = out.get_mut(at) {
                *old = *byte;
            }
        }
        seal(&mut out);
        out
    }
}
