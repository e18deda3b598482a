//! The text map of any DOM: each stretch of its text leads to a place in a text node, and each place back.
#![no_main]

#[allow(dead_code)]
#[path = "../../src/wasm/dom/flow.rs"]
mod flow;

use arbitrary::Arbitrary;
use flow::{Flow, Gap};
use libfuzzer_sys::fuzz_target;

/// What the walk over a DOM meets.
#[derive(Arbitrary, Debug)]
enum Part {
    Text { data: String, preserve: bool },
    Line,
    Block,
}

fuzz_target!(|parts: Vec<Part>| {
    let (mut flow, mut nodes) = (Flow::default(), Vec::new());
    for part in &parts {
        match part {
            Part::Text { data, preserve } => {
                flow.push(nodes.len() as u32, data, *preserve);
                nodes.push(data.encode_utf16().collect::<Vec<_>>());
            }
            Part::Line => flow.gap(Gap::Line),
            Part::Block => flow.gap(Gap::Block),
        }
    }
    let units: Vec<u16> = flow.text().encode_utf16().collect();
    for (at, &unit) in units.iter().enumerate() {
        let at = at as u32;
        let Some(((node, from), (last, to))) = flow.places(at, at + 1) else {
            assert!(matches!(unit, 0x20 | 0x0A), "only what is put between nodes stands in none");
            continue;
        };
        assert_eq!((node, from + 1), (last, to), "one unit is one unit");
        let there = nodes[node as usize][from as usize];
        assert!(
            there == unit || (unit == 0x20 && matches!(there, 0x09..=0x0D)),
            "{there} at {at}, not {unit}"
        );
        assert_eq!(flow.position((node, from)), Some(at));
    }
    // Stretches of any length, turned round and beyond the end too.
    for start in 0..units.len().min(40) as u32 {
        for end in [start, start + 1, start + 7, start.saturating_sub(3), u32::MAX] {
            if let Some((from, to)) = flow.places(start, end) {
                assert!(from < to && start < end);
            }
        }
    }
});
