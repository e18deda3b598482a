//! GeoJSON (RFC 7946): the places of an article as points, longitude first.

use super::json::Json;
use super::source::Source;

/// A feature collection of the place entities that are known to lie somewhere.
pub fn geojson(source: &Source<'_>) -> String {
    let article = source.article;
    let top = article.entities.first().map_or(1.0, |e| e.salience.max(f32::MIN_POSITIVE));
    let features = article.entities.iter().filter_map(|entity| {
        let place = entity.place.as_ref()?;
        let mut properties = vec![
            ("name", Json::from(entity.name.as_str())),
            ("country", place.country.as_str().into()),
            ("mentions", (entity.mentions.len() as u32).into()),
            ("salience", Json::Number((f64::from(entity.salience / top) * 1000.0).round() / 1000.0)),
        ];
        if let Some(id) = place.id {
            properties.push(("geonames", id.into()));
        }
        Some(Json::Object(vec![
            ("type", "Feature".into()),
            ("id", entity.id.as_str().into()),
            (
                "geometry",
                Json::Object(vec![
                    ("type", "Point".into()),
                    ("coordinates", Json::List(vec![Json::Number(place.lon), Json::Number(place.lat)])),
                ]),
            ),
            ("properties", Json::Object(properties)),
        ]))
    });
    let features = Json::List(features.collect());
    Json::Object(vec![("type", "FeatureCollection".into()), ("features", features)]).to_string()
}
