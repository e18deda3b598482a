//! Glosser for Python: the core, called without the interpreter's lock.

use glosser::dates::Day;
use glosser::export::{Format, Source, Unit, record};
use glosser::library::Library;
use glosser::text::Language;
use glosser::{Options, Reader, html};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pythonize::pythonize;
use std::sync::OnceLock;

/// One reader serves all threads: it holds no state between articles.
fn reader() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(Reader::bundled)
}

fn options(published: Option<&str>, title: Option<String>, lang: Option<&str>) -> PyResult<Options> {
    let published = published.map(|day| {
        let (head, rest) = day.split_at_checked(10).unwrap_or((day, ""));
        Day::parse(head)
            .filter(|_| rest.is_empty() || rest.starts_with(['T', ' ']))
            .ok_or_else(|| PyValueError::new_err(format!("published is {day:?}, not YYYY-MM-DD")))
    });
    let language = lang.map(|tag| match tag.split(['-', '_']).next() {
        Some(primary) if primary.eq_ignore_ascii_case("en") => Language::English,
        _ => Language::Other,
    });
    Ok(Options { published: published.transpose()?, title, language })
}

/// The record of an article as dicts and lists; offsets count code points, as Python's strings do.
#[pyfunction]
#[pyo3(signature = (text, *, published=None, title=None, lang=None))]
fn read<'py>(
    py: Python<'py>,
    text: &str,
    published: Option<&str>,
    title: Option<String>,
    lang: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    let options = options(published, title, lang)?;
    let record = py.detach(|| record::record(&reader().read(text, &options), text, Unit::Chars));
    Ok(pythonize(py, &record)?)
}

/// The article in a web page: its prose, headline and day of publication.
#[pyfunction]
fn page(py: Python<'_>, html: &str) -> (String, Option<String>, Option<String>) {
    let page = py.detach(|| html::page(html));
    (page.text, page.title, page.published.map(|day| day.to_string()))
}

/// An article in the form of another program.
#[pyfunction]
#[pyo3(signature = (text, format, *, published=None, title=None, lang=None, url=""))]
fn export(
    py: Python<'_>,
    text: &str,
    format: &str,
    published: Option<&str>,
    title: Option<String>,
    lang: Option<&str>,
    url: &str,
) -> PyResult<String> {
    let Some(form) = Format::named(format) else {
        let names: Vec<&str> = Format::ALL.iter().map(|f| f.1).collect();
        return Err(PyValueError::new_err(format!("format is {format:?}, not one of {}", names.join(", "))));
    };
    let options = options(published, title, lang)?;
    Ok(py.detach(|| {
        let article = &reader().read(text, &options);
        form.write(&Source { article, text, title: options.title.as_deref(), url })
    }))
}

/// Several articles as one story: `(id, text, published, title)` each.
#[pyfunction]
fn library<'py>(
    py: Python<'py>,
    articles: Vec<(String, String, Option<String>, Option<String>)>,
) -> PyResult<Bound<'py, PyAny>> {
    let articles = articles
        .into_iter()
        .map(|(id, text, published, title)| Ok((id, text, options(published.as_deref(), title, None)?)))
        .collect::<PyResult<Vec<_>>>()?;
    let record = py.detach(|| {
        let mut library = Library::new();
        for (id, text, options) in &articles {
            let article = &reader().read(text, options);
            library.add(id, &Source { article, text, title: options.title.as_deref(), url: "" });
        }
        library.record()
    });
    Ok(pythonize(py, &record)?)
}

#[pymodule]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_function(wrap_pyfunction!(read, module)?)?;
    module.add_function(wrap_pyfunction!(page, module)?)?;
    module.add_function(wrap_pyfunction!(export, module)?)?;
    module.add_function(wrap_pyfunction!(library, module)?)
}
