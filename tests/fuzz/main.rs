//! Mutation fuzzing on stable Rust: whatever comes in, no panic, no overflow of a small stack, and what comes out is sound.
//!
//! `cargo test --test fuzz` takes seconds and always does the same. With `GLOSSER_FUZZ_SECONDS=600` each target runs that
//! long from a seed of the clock, which is printed; `GLOSSER_FUZZ_SEED=…` repeats one. The input at hand lies in
//! `target/fuzz/`, so that it is known even if the process is killed. What was found once is kept in `tests/fuzz/found/`.

#[path = "../sound/mod.rs"]
mod sound;

mod mutate;

use glosser::dates::Day;
use glosser::export::{Format, SavedArticle, Source, Unit, record, text_fragment};
use glosser::library::Library;
use glosser::{GAZETTEER, NAMES_MODEL, Options, Reader};
use mutate::Random;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// As little as a thread of a browser may have.
const STACK: usize = 1 << 20;

/// Longest mutated text, in bytes.
const LONGEST: usize = 1 << 14;

/// Texts to begin with: the corpus, the tables of date phrases, earlier findings, and what lies beside the project.
fn seeds() -> Vec<String> {
    let folders = ["corpus", "tests/dates", "tests/fuzz/found", "../shared/seeds"];
    let files = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let mut paths: Vec<PathBuf> =
        files.map(|file| file.path()).filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    paths.sort();
    let mut seeds: Vec<String> = paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    seeds.push(String::new());
    seeds
}

/// Runs `step` again and again: `steps` times, or as long as the environment says.
fn fuzz(name: &'static str, steps: usize, step: impl Fn(&mut Random, &dyn Fn(&[u8])) + Send + 'static) {
    let number = |name: &str| std::env::var(name).ok().and_then(|v| v.parse::<u64>().ok());
    let seconds = number("GLOSSER_FUZZ_SECONDS").map(Duration::from_secs);
    let clock = || std::time::UNIX_EPOCH.elapsed().map_or(1, |t| t.as_nanos() as u64);
    let seed = number("GLOSSER_FUZZ_SEED").unwrap_or_else(|| if seconds.is_some() { clock() } else { 1 });
    println!("{name}: GLOSSER_FUZZ_SEED={seed}");
    let note = seconds.map(|_| {
        let folder =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from).join("fuzz");
        fs::create_dir_all(&folder).expect("a folder for inputs");
        folder.join(format!("{name}-{seed}"))
    });
    let run = move || {
        let start = Instant::now();
        let (mut done, mut slowest) = (0, Duration::ZERO);
        while seconds.map_or(done < steps, |most| start.elapsed() < most) {
            let begin = Instant::now();
            step(&mut Random(seed.wrapping_add(done as u64)), &|input| {
                if let Some(path) = &note {
                    fs::write(path, input).expect("the input can be noted");
                }
            });
            slowest = slowest.max(begin.elapsed());
            done += 1;
        }
        println!("{name}: {done} inputs, the slowest {slowest:?}");
    };
    std::thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread").join().expect("no finding");
}

/// Reads a text every way there is.
fn read_everywhere(reader: &Reader, text: &str, options: &Options) {
    let article = reader.read(text, options);
    sound::check(&article, text);
    let source =
        Source { article: &article, text, title: options.title.as_deref(), url: "https://example.org/a#b" };
    for (format, name) in Format::ALL {
        let out = format.write(&source);
        assert!(
            !matches!(name, "geojson" | "jsonld" | "annotations")
                || serde_json::from_str::<serde_json::Value>(&out).is_ok()
        );
    }
    for quote in &article.quotes {
        text_fragment(&source, quote.span);
    }
    let mut library = Library::new();
    library.add("one", &source);
    library.add("two", &source);
    assert_eq!(
        library.figures().len(),
        library.of_kind(glosser::entities::Kind::Person).len()
            + library.of_kind(glosser::entities::Kind::Place).len()
            + library.of_kind(glosser::entities::Kind::Organization).len()
    );
    library.echoes(1);
    assert!(library.remove("one") && library.len() == 1);
}

fn options(random: &mut Random, seeds: &[String]) -> Options {
    let title = &seeds[random.below(seeds.len())];
    let title = title.lines().next().map(|line| mutate::text(random, line, title, 400));
    let day = [
        Day(random.below(40_000) as i32),
        Day(i32::MAX),
        Day(i32::MIN),
        Day(-719_468),
        Day(2_932_896),
        Day(0),
    ];
    Options {
        title: title.filter(|_| random.below(4) == 0),
        published: Some(day[random.below(day.len())]).filter(|_| random.below(3) > 0),
        ..Options::default()
    }
}

#[test]
fn texts_and_options() {
    let (reader, seeds) = (Reader::bundled(), seeds());
    fuzz("texts", 300, move |random, note| {
        let seed = &seeds[random.below(seeds.len())];
        let other = &seeds[random.below(seeds.len())];
        let text = mutate::text(random, seed, other, LONGEST);
        let options = options(random, &seeds);
        note(format!("{options:?}\n{text}").as_bytes());
        read_everywhere(&reader, &text, &options);
    });
}

#[test]
fn earlier_findings() {
    let reader = Reader::bundled();
    let days = [None, Some(Day(18_000)), Some(Day(i32::MAX)), Some(Day(i32::MIN))];
    let run = move || {
        for text in seeds() {
            for published in days {
                read_everywhere(&reader, &text, &Options { published, ..Options::default() });
            }
        }
    };
    std::thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread").join().expect("no finding");
}

/// Data of the caller's: an error or a reader that works, never a panic.
#[test]
fn model_bytes() {
    let text = fs::read_to_string(Path::new("corpus").join(first_of_corpus())).expect("a text of the corpus");
    fuzz("model", 12, move |random, note| {
        let mut bytes = mutate::bytes(random, NAMES_MODEL);
        // Half of them with a checksum that fits, so that what lies behind it is reached.
        if random.below(2) == 0 && bytes.len() > 16 {
            let sum = glosser::names::hash::bytes(&bytes[16..]).to_le_bytes();
            bytes[8..16].copy_from_slice(&sum);
        }
        note(&bytes);
        if let Ok(reader) = Reader::new(&bytes, GAZETTEER) {
            sound::check(&reader.read(&text, &Options::default()), &text);
        }
    });
}

#[test]
fn gazetteer_bytes() {
    let text = fs::read_to_string(Path::new("corpus").join(first_of_corpus())).expect("a text of the corpus");
    fuzz("gazetteer", 12, move |random, note| {
        let mut bytes = mutate::bytes(random, GAZETTEER);
        if random.below(4) > 0 && bytes.len() > 12 {
            let sum = glosser::places::checksum(&bytes[12..]).to_le_bytes();
            bytes[8..12].copy_from_slice(&sum);
        }
        note(&bytes);
        if let Ok(reader) = Reader::new(NAMES_MODEL, &bytes) {
            sound::check(&reader.read(&text, &Options::default()), &text);
        }
    });
}

/// Records that were kept, changed on the way: what comes back can be exported.
#[test]
fn saved_records() {
    let (reader, seeds) = (Reader::bundled(), seeds());
    let records: Vec<(String, Vec<u8>)> = seeds
        .into_iter()
        .filter(|text| text.len() < LONGEST)
        .map(|text| {
            let article = reader.read(&text, &Options::default());
            let json = serde_json::to_vec(&record::record(&article, &text, Unit::Utf16)).expect("JSON");
            (text, json)
        })
        .collect();
    fuzz("records", 1_000, move |random, note| {
        let (text, json) = &records[random.below(records.len())];
        let mut json = json.clone();
        for _ in 0..1 + random.below(20) {
            // Digits for digits keep it JSON more often than not.
            let at = random.below(json.len());
            if let Some(digit) = json[at..].iter().position(u8::is_ascii_digit) {
                json[at + digit] = b'0' + random.below(10) as u8;
            }
        }
        if random.below(4) == 0 {
            json = mutate::bytes(random, &json);
        }
        note(&json);
        for unit in [Unit::Bytes, Unit::Chars, Unit::Utf16] {
            let Ok(saved) = serde_json::from_slice::<SavedArticle>(&json) else { return };
            let article = &saved.article(text, unit);
            for (format, _) in Format::ALL {
                format.write(&Source { article, text, title: None, url: "" });
            }
        }
    });
}

fn first_of_corpus() -> std::ffi::OsString {
    let mut names: Vec<_> =
        fs::read_dir("corpus").expect("the corpus").flatten().map(|f| f.file_name()).collect();
    names.retain(|name| name.to_string_lossy().ends_with(".txt"));
    names.sort();
    names.swap_remove(0)
}
