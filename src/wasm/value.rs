//! JavaScript's values as serde reads them, and Rust's as JavaScript gets them.
//!
//! Writing is serde-wasm-bindgen's. Reading is done here: a library's reader words each fault, down to a misplaced number, and
//! prints floats for it, 10 kB of the download for texts that nobody sees, since a value that does not fit is refused with a
//! hint of our own.

use js_sys::{Array, Number, Reflect};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer, Visitor};
use serde::{Serialize, forward_to_deserialize_any};
use std::fmt::{self, Display};
use tsify::{Ts, Tsify};
use wasm_bindgen::{JsCast, JsValue, intern};

/// What `value` is as a `T`: numbers, strings, booleans, arrays and objects; what is missing or null is `None`.
pub fn rust<T: DeserializeOwned>(value: JsValue) -> Result<T, Misfit> {
    T::deserialize(Value(value))
}

/// The plain JavaScript object that `value` is.
pub fn object<T: Serialize + Tsify>(value: &T) -> Result<Ts<T>, JsValue>
where
    T::JsType: JsCast,
{
    let missing_as_null = T::SERIALIZATION_CONFIG.missing_as_null;
    let writer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(missing_as_null);
    Ok(Ts::new_unchecked(value.serialize(&writer)?))
}

/// A value is of another kind than is asked for.
#[derive(Debug)]
pub struct Misfit;

impl Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value does not fit")
    }
}

impl std::error::Error for Misfit {}

impl Error for Misfit {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

struct Value(JsValue);

impl<'de> IntoDeserializer<'de, Misfit> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if let Some(number) = self.0.as_f64() {
            return match Number::is_safe_integer(&self.0) {
                true => visitor.visit_i64(number as i64),
                false => visitor.visit_f64(number),
            };
        }
        if let Some(text) = self.0.as_string() {
            return visitor.visit_string(text);
        }
        if let Some(truth) = self.0.as_bool() {
            return visitor.visit_bool(truth);
        }
        match self.0.dyn_into::<Array>() {
            Ok(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter().map(Value))),
            Err(_) => Err(Misfit),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.0.is_null() || self.0.is_undefined() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    /// The fields that are asked for; others are not looked at.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        if !self.0.is_object() {
            return Err(Misfit);
        }
        let field = |&name: &&'static str| {
            let value = Reflect::get(&self.0, &intern(name).into()).ok()?;
            (!value.is_undefined()).then_some((name, Value(value)))
        };
        visitor.visit_map(MapDeserializer::new(fields.iter().filter_map(field)))
    }

    /// One of several words.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_enum(self.0.as_string().ok_or(Misfit)?.into_deserializer())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}
