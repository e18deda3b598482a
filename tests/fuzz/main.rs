//! Mutation fuzzing on stable Rust: whatever comes in, no panic, no overflow of a small stack, and what comes out is sound.
//!
//! `cargo test --test fuzz` takes seconds and always does the same. With `GLOSSER_FUZZ_SECONDS=600` each target runs that
//! long from a seed of the clock, which is printed; `GLOSSER_FUZZ_SEED=…` repeats one. The input at hand lies in
//! `target/fuzz/`, so that it is known even if the process is killed. What was found once is kept in `tests/fuzz/found/`.
//! Guided by coverage, the same checks run for hours on nightly Rust: `fuzz/`.

mod checks;
mod mutate;

use glosser::dates::Day;
use glosser::export::{Unit, record};
use glosser::{GAZETTEER, NAMES_MODEL, Options};
use mutate::Random;
use std::fs;
use std::path::PathBuf;
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
    let seeds = seeds();
    fuzz("texts", 300, move |random, note| {
        let seed = &seeds[random.below(seeds.len())];
        let other = &seeds[random.below(seeds.len())];
        let text = mutate::text(random, seed, other, LONGEST);
        let options = options(random, &seeds);
        note(format!("{options:?}\n{text}").as_bytes());
        checks::read_everywhere(checks::reader(), &text, &options);
    });
}

/// Markup that is torn anywhere: still a page, and an article in it.
#[test]
fn web_pages() {
    let (seeds, page) = (seeds(), include_str!("../../www/index.html"));
    fuzz("pages", 100, move |random, note| {
        let prose = seeds[random.below(seeds.len())].lines().map(|line| format!("<p>{line}</p>\n"));
        let other = page.replace("</body>", &(prose.collect::<String>() + "</body>"));
        let markup = mutate::text(random, page, &other, LONGEST);
        note(markup.as_bytes());
        checks::web_page(&markup);
    });
}

#[test]
fn earlier_findings() {
    let days = [None, Some(Day(18_000)), Some(Day(i32::MAX)), Some(Day(i32::MIN))];
    let run = move || {
        for text in seeds() {
            for published in days {
                checks::read_everywhere(
                    checks::reader(),
                    &text,
                    &Options { published, ..Options::default() },
                );
            }
        }
    };
    std::thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread").join().expect("no finding");
}

/// Data of the caller's: an error or a reader that works, never a panic.
#[test]
fn model_bytes() {
    fuzz("model", 12, move |random, note| {
        let mut bytes = mutate::bytes(random, NAMES_MODEL);
        // Half of them with a checksum that fits, so that what lies behind it is reached.
        if random.below(2) == 0 {
            checks::seal_model(&mut bytes);
        }
        note(&bytes);
        checks::model(&bytes);
    });
}

#[test]
fn gazetteer_bytes() {
    fuzz("gazetteer", 12, move |random, note| {
        let mut bytes = mutate::bytes(random, GAZETTEER);
        if random.below(4) > 0 {
            checks::seal_gazetteer(&mut bytes);
        }
        note(&bytes);
        checks::gazetteer(&bytes);
    });
}

/// Records that were kept, changed on the way: what comes back can be exported.
#[test]
fn saved_records() {
    let records: Vec<(String, Vec<u8>)> = seeds()
        .into_iter()
        .filter(|text| text.len() < LONGEST)
        .map(|text| {
            let article = checks::reader().read(&text, &Options::default());
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
        checks::saved_record(&json, text);
    });
}
