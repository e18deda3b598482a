//! Errors as JavaScript sees them: an `Error` with a stable `code` and a `hint`.

use crate::Error;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The JavaScript error for `error`: message, `code`, `hint`.
pub fn throw(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    for (key, value) in [("code", error.code()), ("hint", error.hint())] {
        // A fresh Error object takes any property; should it not, the message still says it all.
        let _ = Reflect::set(&thrown, &key.into(), &value.into());
    }
    thrown.into()
}

/// The error for an option that means nothing.
pub fn bad_option(name: &'static str, hint: &'static str) -> JsValue {
    throw(&Error::Option { name, hint })
}
