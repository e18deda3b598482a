//! `cargo bench --bench stages`: what each stage of the pipeline costs, and how time and results grow with the text.
//!
//! Best of several rounds, as others share the machine. `-- growth` shows the curve up to 10 MB instead, `-- library` what
//! the next article costs in a library that grows to a thousand.

#[path = "../tests/odd/mod.rs"]
mod odd;

use glosser::{Options, Reader, dates, entities, names, places, quotes, summary, text};
use std::time::{Duration, Instant};

/// Rounds over the texts; the best one counts.
const ROUNDS: usize = 15;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.iter().any(|a| a == "growth") {
        growth();
    } else if args.iter().any(|a| a == "library") {
        library(&texts());
    } else {
        stages(&texts());
    }
}

fn texts() -> Vec<String> {
    let mut paths: Vec<_> = ["corpus", "../shared/seeds"]
        .into_iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}

/// Runs `work` on every item in rounds; what came out last, and the least time.
fn timed<'i, I, O>(items: &'i [I], mut work: impl FnMut(&'i I) -> O) -> (Vec<O>, Duration) {
    let mut least = Duration::MAX;
    let mut out = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        out = items.iter().map(&mut work).collect();
        least = least.min(start.elapsed());
    }
    (out, least)
}

fn stages(texts: &[String]) {
    let model = names::Model::from_bytes(glosser::NAMES_MODEL).expect("the committed model");
    let gazetteer = places::Gazetteer::from_bytes(glosser::GAZETTEER).expect("the committed gazetteer");
    let reader = Reader::bundled();
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut rows = Vec::new();

    let (documents, time) = timed(texts, |t| text::parse(t, None));
    rows.push(("text", time));
    let (found_dates, time) = timed(&documents, |d| dates::find(d, None));
    rows.push(("dates", time));
    let (found_names, time) = timed(&documents, |d| names::tag(&model, d));
    rows.push(("names", time));
    let numbers: Vec<usize> = (0..documents.len()).collect();
    let (casts, time) = timed(&numbers, |&i| entities::resolve(&documents[i], &found_names[i]));
    rows.push(("entities", time));
    let (copies, copying) = timed(&casts, Clone::clone);
    let (casts, time) = timed(&numbers, |&i| {
        let mut cast = copies[i].clone();
        places::link(&gazetteer, &documents[i], &mut cast);
        cast
    });
    rows.push(("places", time.saturating_sub(copying)));
    let (found_quotes, time) = timed(&numbers, |&i| quotes::find(&documents[i], &casts[i]));
    rows.push(("quotes", time));
    let (_, time) =
        timed(&numbers, |&i| summary::rank(&documents[i], &casts[i], &found_dates[i], &found_quotes[i]));
    rows.push(("summary", time));
    let (articles, whole) = timed(texts, |t| reader.read(t, &Options::default()));
    let (_, time) = timed(&numbers, |&i| {
        glosser::export::record::record(&articles[i], &texts[i], glosser::export::Unit::Utf16)
    });
    rows.push(("record", time));

    println!("{} texts, {bytes} bytes", texts.len());
    for (name, time) in rows {
        println!("{name:9} {:7.1} ns a byte", time.as_nanos() as f64 / bytes as f64);
    }
    let second = bytes as f64 / whole.as_secs_f64() / 1e6;
    println!("all       {:7.1} ns a byte, {second:.2} MB a second", whole.as_nanos() as f64 / bytes as f64);
}

/// A text of at least so many bytes.
type Shape<'a> = Box<dyn Fn(usize) -> String + 'a>;

/// One text, longer and longer, in the shapes that make quadratic work show.
fn growth() {
    let reader = Reader::bundled();
    let prose = texts().concat();
    let names = |size: usize| {
        let mut out = String::new();
        for i in 0u32.. {
            if out.len() >= size {
                break;
            }
            let name = |mut n: u32| {
                let mut word = String::from("K");
                while n > 0 {
                    word.push(char::from(b'a' + (n % 26) as u8));
                    n /= 26;
                }
                word
            };
            out += &format!("Ann {} met {} Lee in {}. ", name(3 * i), name(3 * i + 1), name(3 * i + 2));
        }
        out
    };
    let repeat = |piece: &str, size: usize| piece.repeat(size / piece.len() + 1);
    let shapes: Vec<(&str, Shape<'_>)> = vec![
        ("articles", Box::new(|size| repeat(&prose, size))),
        ("one line", Box::new(|size| repeat(&prose.replace('\n', " "), size))),
        ("one sentence", Box::new(|size| repeat(&prose.replace(['\n', '.', '?', '!', '"'], " "), size))),
        ("no capitals", Box::new(|size| repeat(&prose.to_lowercase(), size))),
        ("all capitals", Box::new(|size| repeat(&prose.to_uppercase(), size))),
        ("new names", Box::new(names)),
        ("one word", Box::new(|size| "a".repeat(size))),
        ("quotation marks", Box::new(|size| repeat("\"We go,\" said Ann Lee. ", size))),
        ("open quotation", Box::new(|size| repeat("“We go to Paris on Monday. ", size))),
        ("dates", Box::new(|size| repeat("from 3 May 2019 to the first week of June, ", size))),
        ("lines", Box::new(|size| repeat("Ann Lee\n", size))),
    ];
    let sizes = [10_000, 100_000, 1_000_000, 10_000_000];
    println!("ns a byte at {sizes:?} bytes");
    for (name, shape) in shapes {
        print!("{name:16}");
        let mut last = 0.0;
        for size in sizes {
            let text = shape(size);
            let start = Instant::now();
            let article = reader.read(&text, &Options::default());
            let rate = start.elapsed().as_nanos() as f64 / text.len() as f64;
            drop(article);
            print!(" {rate:9.1}");
            // What is plainly quadratic is not waited for.
            if last > 0.0 && rate > 5.0 * last && size < 10_000_000 {
                print!("  ... grows");
                break;
            }
            last = rate;
        }
        println!();
    }
    println!("text stage, odd shapes: ns a byte at {ODD:?} bytes");
    for ((name, short), (_, long)) in odd::odd_texts(ODD[0]).into_iter().zip(odd::odd_texts(ODD[1])) {
        let rate = |text: &String| {
            let (_, time) = timed(std::slice::from_ref(text), |t| text::parse(t, None));
            time.as_nanos() as f64 / text.len() as f64
        };
        let (short, long) = (rate(&short), rate(&long));
        println!("{name:16} {short:9.1} {long:9.1}{}", if long > 3.0 * short { "  ... grows" } else { "" });
    }
}

/// Lengths of odd texts: what is quadratic takes sixteen times as long a byte for the second.
const ODD: [usize; 2] = [1 << 14, 1 << 18];

/// Articles that differ in all their names, added one after another.
fn library(texts: &[String]) {
    let reader = Reader::bundled();
    let articles: Vec<_> = texts.iter().map(|t| reader.read(t, &Options::default())).collect();
    let mut library = glosser::library::Library::new();
    let mut start = Instant::now();
    for number in 0..1000 {
        let which = number % texts.len();
        let mut article = articles[which].clone();
        for entity in &mut article.entities {
            entity.name = format!("{}{}", entity.name, number % 90);
            entity.aliases = vec![entity.name.clone()];
        }
        let source = glosser::export::Source { article: &article, text: &texts[which], title: None, url: "" };
        library.add(&number.to_string(), &source);
        if (number + 1) % 100 == 0 {
            println!(
                "articles {:>4} to {:>4}: {:>7.1?} each",
                number - 98,
                number + 1,
                start.elapsed() / 100
            );
            start = Instant::now();
        }
    }
    let start = Instant::now();
    let record = library.record();
    println!("record of {} figures: {:.1?}", record.figures.len(), start.elapsed());
}
