//! How far places are from one another.

/// What counts as near, in kilometres: at this distance a vote is worth a third.
pub(super) const NEAR_KM: f32 = 150.0;
/// As far as that is what is said to be near, outside or in the surroundings of a place.
pub(super) const AROUND_KM: f32 = 60.0;
/// From here on a vote is worth less than a ten-millionth.
const FAR_KM: f32 = 2_700.0;
/// Degrees of latitude that are farther than that.
const FAR_NORTH: f32 = 25.0;

/// What a vote from a point is worth for a place: 1 where it is the place itself, nothing where it is far, as most are.
pub(super) fn nearness(from: (f32, f32), lat: f32, lon: f32) -> f32 {
    if (from.0 - lat).abs() > FAR_NORTH {
        return 0.0;
    }
    let away = kilometres(from.0, from.1, lat, lon);
    if away < FAR_KM { (-away / NEAR_KM).exp() } else { 0.0 }
}

/// Distance on a flat map, good to a few per cent where it matters: near by.
pub(super) fn kilometres(lat: f32, lon: f32, other_lat: f32, other_lon: f32) -> f32 {
    let mut east = (lon - other_lon).abs();
    if east > 180.0 {
        east = 360.0 - east;
    }
    let (north, east) = (lat - other_lat, east * narrowing(0.5 * (lat + other_lat)));
    111.2 * (north * north + east * east).sqrt()
}

/// How wide a degree of longitude is at a latitude, beside one at the equator: the cosine, to 0.002, by the fraction of
/// Bhaskara I. (The standard library's are thousands of bytes.)
pub(crate) fn narrowing(latitude: f32) -> f32 {
    let squared = latitude * latitude;
    (32_400.0 - 4.0 * squared) / (32_400.0 + squared)
}
