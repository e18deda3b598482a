//! The text of a page as a reader meets it, and the way from its offsets to text nodes and back.
//!
//! White space is collapsed as CSS does; blocks stand apart by a blank line, `<br>` is a line break, and several
//! of them in a row, which leave a line empty, are the edge of a block. All offsets count UTF-16 units.

/// What separates two pieces of text, from weak to strong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Gap {
    /// Nothing.
    #[default]
    None,
    /// White space within a line.
    Space,
    /// A line break within a block.
    Line,
    /// The edge of a block.
    Block,
}

/// A stretch that stands in the flow as it stands in its text node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    /// Where it begins in the flow.
    at: u32,
    /// Which text node it comes from.
    node: u32,
    /// Where it begins in that node.
    offset: u32,
    len: u32,
}

impl Run {
    fn end(&self) -> u32 {
        self.at + self.len
    }
}

/// A place in the DOM: the number of a text node, and an offset into it.
pub type Place = (u32, u32);

/// Text and its runs, in document order.
#[derive(Debug, Default)]
pub struct Flow {
    text: String,
    /// Length of `text` in UTF-16 units.
    len: u32,
    runs: Vec<Run>,
    pending: Gap,
    /// The white space that a pending [`Gap::Space`] stands for, so that it can be part of a run.
    space: Option<Place>,
}

impl Flow {
    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Asks for a gap before whatever comes next; the strongest wins, and none stands at the beginning.
    pub fn gap(&mut self, gap: Gap) {
        let empty_line = gap == Gap::Line && self.pending == Gap::Line;
        self.pending = if empty_line { Gap::Block } else { self.pending.max(gap) };
    }

    /// Adds the text of a node; `preserve` keeps its white space as it is.
    pub fn push(&mut self, node: u32, data: &str, preserve: bool) {
        let mut offset = 0;
        for c in data.chars() {
            if !preserve && matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C') {
                if self.pending == Gap::None {
                    self.space = Some((node, offset));
                }
                self.gap(Gap::Space);
            } else {
                self.fill();
                self.emit((node, offset), c);
            }
            offset += c.len_utf16() as u32;
        }
    }

    fn fill(&mut self) {
        let gap = std::mem::take(&mut self.pending);
        let space = self.space.take();
        if self.text.is_empty() {
            return;
        }
        match (gap, space) {
            (Gap::None, _) => {}
            (Gap::Space, Some(place)) => self.emit(place, ' '),
            (Gap::Space, None) => self.insert(" "),
            (Gap::Line, _) => self.insert("\n"),
            (Gap::Block, _) => self.insert("\n\n"),
        }
    }

    /// Adds what stands in no text node.
    fn insert(&mut self, ascii: &str) {
        self.text.push_str(ascii);
        self.len += ascii.len() as u32;
    }

    fn emit(&mut self, (node, offset): Place, c: char) {
        let len = c.len_utf16() as u32;
        match self.runs.last_mut() {
            Some(run) if run.node == node && run.offset + run.len == offset && run.end() == self.len => {
                run.len += len;
            }
            _ => self.runs.push(Run { at: self.len, node, offset, len }),
        }
        self.text.push(c);
        self.len += len;
    }

    /// Where the stretch from `start` to `end` begins and ends in the DOM; `None` if no text node has a part in it.
    pub fn places(&self, start: u32, end: u32) -> Option<(Place, Place)> {
        let first = *self.runs.get(self.runs.partition_point(|run| run.end() <= start))?;
        let last = *self.runs.get(self.runs.partition_point(|run| run.at < end).checked_sub(1)?)?;
        if start >= end || first.at >= end || last.at < first.at {
            return None;
        }
        let begins = (first.node, first.offset + start.saturating_sub(first.at));
        let ends = (last.node, last.offset + (end - last.at).min(last.len));
        Some((begins, ends))
    }

    /// Where a place in the DOM stands in the flow; a place in collapsed white space counts as the end of the run before.
    pub fn position(&self, (node, offset): Place) -> Option<u32> {
        let after = self.runs.partition_point(|run| (run.node, run.offset) <= (node, offset));
        let run = self.runs.get(after.checked_sub(1)?).filter(|run| run.node == node)?;
        Some(run.at + (offset - run.offset).min(run.len))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(parts: &[(&str, Gap)]) -> Flow {
        let mut flow = Flow::default();
        for (node, (data, gap)) in parts.iter().enumerate() {
            flow.push(node as u32, data, false);
            flow.gap(*gap);
        }
        flow
    }

    #[test]
    fn white_space_collapses_across_nodes_and_blocks_stand_apart() {
        let flow = flow(&[
            ("\n  A dry ", Gap::None),
            ("  summer\n ", Gap::Block),
            (" \n ", Gap::Block),
            ("Rain,", Gap::Line),
            ("at last", Gap::None),
        ]);
        assert_eq!(flow.text(), "A dry summer\n\nRain,\nat last");
        assert_eq!(flow.len as usize, flow.text().len());
    }

    #[test]
    fn breaks_in_a_row_part_paragraphs_and_a_single_one_lines() {
        const WHITE: (&str, Gap) = ("\n  ", Gap::Line);
        for (between, text) in [
            (&[][..], "Rain,\nat last"),
            (&[WHITE], "Rain,\n\nat last"),
            (&[WHITE, WHITE], "Rain,\n\nat last"),
            (&[("snow", Gap::Line)], "Rain,\nsnow\nat last"),
            (&[("\n  ", Gap::None)], "Rain,\nat last"),
        ] {
            let parts = [&[WHITE, WHITE, ("Rain,", Gap::Line)], between, &[("at last", Gap::Line), WHITE]];
            assert_eq!(flow(&parts.concat()).text(), text);
        }
    }

    #[test]
    fn every_stretch_leads_to_its_node_and_back() {
        let parts = [("  Zoë 😀  met\nIna ", Gap::None), ("Berg", Gap::Block), ("in Ulm", Gap::None)];
        let flow = flow(&parts);
        assert_eq!(flow.text(), "Zoë 😀 met Ina Berg\n\nin Ulm");
        let units = |s: &str| s.encode_utf16().collect::<Vec<_>>();
        for name in ["Zoë", "😀", "met", "Ina", "Berg", "Ulm", "met Ina"] {
            let at =
                flow.text().find(name).map(|byte| units(&flow.text()[..byte]).len() as u32).expect("there");
            let end = at + units(name).len() as u32;
            let ((node, from), (last, to)) = flow.places(at, end).expect("in the page");
            assert_eq!(node, last);
            let found = &units(parts[node as usize].0)[from as usize..to as usize];
            assert_eq!(String::from_utf16(found).expect("whole").replace('\n', " "), name);
            assert_eq!(flow.position((node, from)), Some(at));
        }
        let (from, to) = flow.places(11, 19).expect("over two nodes");
        assert_eq!((from.0, to), (0, (1, 4)));
    }

    #[test]
    fn what_is_not_in_the_page_has_no_place() {
        let flow = flow(&[("one", Gap::Block), ("two", Gap::None)]);
        assert_eq!(flow.places(3, 5), None, "the blank line between blocks");
        assert_eq!(flow.places(2, 2), None);
        assert_eq!(flow.places(40, 50), None);
        assert_eq!(flow.places(0, u32::MAX), Some(((0, 0), (1, 3))), "cut to the text");
        assert_eq!(flow.position((7, 0)), None);
        assert_eq!(Flow::default().places(0, 1), None);
    }

    #[test]
    fn preformatted_text_keeps_its_lines() {
        let mut flow = Flow::default();
        flow.push(0, "a\n\n  b", true);
        assert_eq!(flow.text(), "a\n\n  b");
        assert_eq!(flow.places(5, 6), Some(((0, 5), (0, 6))));
    }
}
