//! `glosser eval coref`: are the names of one entity joined? MUC, B³, CEAFe, their mean, and alias pairs.

use super::gold::{self, Row};
use anyhow::{Context, Result, bail};
use glosser::library::Library;
use glosser::{Options, Reader, entities, names, text};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// What is asked for.
#[derive(Default)]
struct Wish {
    files: Vec<OsString>,
    /// Gold names go in; clusters alone are judged.
    given: bool,
    /// Documents of one topic are one; or all are.
    cross: Option<String>,
    /// Print what was joined or parted wrongly.
    errors: bool,
    /// Where to write the predictions, for another judge.
    out: Option<OsString>,
}

/// A name in the gold data or in a prediction: document, span in code points, cluster, words.
#[derive(Clone)]
struct Named {
    row: usize,
    span: (usize, usize),
    cluster: String,
    surface: String,
}

/// `glosser eval coref GOLD... [--given] [--cross topic|all] [--errors] [--out PREDICTIONS]`
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let wish = parse(args)?;
    let rows = gold::read(&wish.files)?;
    let predicted = predict(&rows, &wish);
    if let Some(path) = &wish.out {
        write_predictions(path, &rows, &predicted)?;
    }
    let report = judge(&rows, &predicted, &wish);
    print!("{report}");
    Ok(ExitCode::SUCCESS)
}

fn parse(args: Vec<OsString>) -> Result<Wish> {
    use lexopt::prelude::*;
    let mut wish = Wish::default();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("given") => wish.given = true,
            Long("errors") => wish.errors = true,
            Long("cross") => {
                let scope = parser.value()?.to_string_lossy().into_owned();
                if scope != "topic" && scope != "all" {
                    bail!("--cross takes topic or all");
                }
                wish.cross = Some(scope);
            }
            Long("out") => wish.out = Some(parser.value()?),
            Value(file) => wish.files.push(file),
            _ => return Err(arg.unexpected().into()),
        }
    }
    if wish.files.is_empty() {
        bail!("eval coref needs gold files");
    }
    Ok(wish)
}

/// Names of the gold rows.
fn gold_names(rows: &[Row], cross: bool) -> Vec<Named> {
    let mut out = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut seen = HashSet::new();
        for (number, cluster) in row.named_clusters() {
            let link = cluster.link.as_ref().filter(|l| cross && !l.is_empty());
            let key = link.cloned().unwrap_or_else(|| format!("{}#{number}", row.id));
            for span in cluster.name_spans() {
                if seen.insert(span) {
                    out.push(Named { row: at, span, cluster: key.clone(), surface: row.slice(span) });
                }
            }
        }
    }
    out
}

/// What the reader makes of the rows.
fn predict(rows: &[Row], wish: &Wish) -> Vec<Named> {
    let reader = Reader::bundled();
    let mut libraries: HashMap<String, Library> = HashMap::new();
    let mut out = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let offsets = gold::Chars::new(&row.text);
        let (mentions, entities) = if wish.given {
            let document = text::parse(&row.text, row.title.as_deref());
            let cast = entities::resolve(&document, &given(row, &offsets));
            (cast.mentions, cast.entities)
        } else {
            let options = Options { title: row.title.clone(), ..Options::default() };
            let article = reader.read(&row.text, &options);
            (article.mentions, article.entities)
        };
        let ids = match wish.cross {
            None => entities.into_iter().map(|e| e.id).collect(),
            Some(_) => joined(libraries.entry(wish.unit(row)).or_default(), &entities),
        };
        for mention in &mentions {
            let span = (offsets.of_byte(mention.span.start), offsets.of_byte(mention.span.end));
            let id = &ids[mention.entity as usize];
            let cluster = if wish.cross.is_some() { id.clone() } else { format!("{}#{id}", row.id) };
            out.push(Named { row: at, span, cluster, surface: row.slice(span) });
        }
    }
    out
}

/// Keys of entities after joining them to those of the articles before.
fn joined(library: &mut Library, entities: &[entities::Entity]) -> Vec<String> {
    library.join(entities).into_iter().map(|figure| format!("figure {figure}")).collect()
}

impl Wish {
    /// The name of what is judged as one: the document, its topic, or all.
    fn unit(&self, row: &Row) -> String {
        match self.cross.as_deref() {
            None => row.id.clone(),
            Some("topic") => row.topic.clone().unwrap_or_else(|| "all".into()),
            _ => "all".into(),
        }
    }
}

/// The gold names of a row as the tagger would give them, certain.
pub(super) fn given(row: &Row, offsets: &gold::Chars) -> Vec<names::Name> {
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for (_, cluster) in row.named_clusters() {
        let kind = match cluster.kind.as_str() {
            "person" => names::NameKind::Person,
            "place" => names::NameKind::Place,
            _ => names::NameKind::Organization,
        };
        for (start, end) in cluster.name_spans() {
            if seen.insert((start, end)) {
                let span = text::Span::new(offsets.to_byte(start), offsets.to_byte(end));
                out.push(names::Name { span, kind, confidence: 1.0 });
            }
        }
    }
    out.sort_by_key(|n| n.span);
    out
}

fn write_predictions(path: &OsString, rows: &[Row], predicted: &[Named]) -> Result<()> {
    let file =
        std::fs::File::create(path).with_context(|| format!("cannot write {}", path.to_string_lossy()))?;
    let mut file = std::io::BufWriter::new(file);
    for (at, row) in rows.iter().enumerate() {
        let mut clusters: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
        for named in predicted.iter().filter(|p| p.row == at) {
            clusters.entry(&named.cluster).or_default().push(named.span);
        }
        let clusters: Vec<_> = clusters
            .iter()
            .map(|(id, mentions)| serde_json::json!({"id": id, "mentions": mentions}))
            .collect();
        writeln!(file, "{}", serde_json::json!({"id": row.id, "clusters": clusters}))?;
    }
    Ok(())
}

/// Sums of numerators and denominators over all units.
#[derive(Default)]
struct Sums {
    muc: [f64; 4],
    b3: [f64; 4],
    ceaf: [f64; 3],
    pairs: [f64; 3],
    gold: usize,
    found: usize,
    predicted: usize,
}

type Clusters = Vec<BTreeSet<usize>>;

fn judge(rows: &[Row], predicted: &[Named], wish: &Wish) -> String {
    let gold = gold_names(rows, wish.cross.is_some());
    let mut by_row: HashMap<usize, Vec<&Named>> = HashMap::new();
    for p in predicted {
        by_row.entry(p.row).or_default().push(p);
    }
    let mut units: BTreeMap<String, Vec<&Named>> = BTreeMap::new();
    for g in &gold {
        units.entry(wish.unit(&rows[g.row])).or_default().push(g);
    }
    let mut sums = Sums::default();
    for (unit, gold) in &units {
        let keys = align(gold, &by_row, wish.given);
        let g = group(gold.iter().enumerate().map(|(i, g)| (i, g.cluster.as_str())));
        let p = group(keys.iter().map(|(&i, k)| (i, k.as_str())));
        let (n, d) = muc(&g, &p);
        let (pn, pd) = muc(&p, &g);
        add(&mut sums.muc, [n, d, pn, pd]);
        let (n, d) = b3(&g, &p);
        let (pn, pd) = b3(&p, &g);
        add(&mut sums.b3, [n, d, pn, pd]);
        add(&mut sums.ceaf, [ceaf(&g, &p), g.len() as f64, p.len() as f64]);
        sums.gold += gold.len();
        sums.found += (0..gold.len()).filter(|i| keys.contains_key(i)).count();
        sums.predicted += keys.len();
        let gp = alias_pairs(gold.iter().enumerate().map(|(i, g)| (i, g.cluster.as_str())), gold);
        let pp =
            alias_pairs(keys.iter().filter(|(i, _)| **i < gold.len()).map(|(&i, k)| (i, k.as_str())), gold);
        add(&mut sums.pairs, [gp.intersection(&pp).count() as f64, pp.len() as f64, gp.len() as f64]);
        if wish.errors {
            for pair in pp.difference(&gp) {
                println!("wrong   {unit}: {} | {}", pair.0, pair.1);
            }
            for pair in gp.difference(&pp) {
                println!("missed  {unit}: {} | {}", pair.0, pair.1);
            }
        }
    }
    sums.report(units.len())
}

/// Matches predicted names to gold names by overlap, best first; the cluster of each gold name found, and of
/// predicted names beyond (numbered from `gold.len()`), unless the gold names were given.
fn align(gold: &[&Named], by_row: &HashMap<usize, Vec<&Named>>, given: bool) -> BTreeMap<usize, String> {
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, g) in gold.iter().enumerate() {
        rows.entry(g.row).or_default().push(i);
    }
    let mut keys = BTreeMap::new();
    let mut extra = gold.len();
    for (row, members) in rows {
        let empty = Vec::new();
        let predicted = by_row.get(&row).unwrap_or(&empty);
        let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
        for (pi, p) in predicted.iter().enumerate() {
            for &i in &members {
                let (s, e) = p.span;
                let (gs, ge) = gold[i].span;
                let overlap = e.min(ge) as f64 - s.max(gs) as f64;
                if overlap > 0.0 {
                    candidates.push((overlap / (e.max(ge) - s.min(gs)) as f64, pi, i));
                }
            }
        }
        candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.cmp(&a.2)));
        let (mut used_p, mut used_g) = (HashSet::new(), HashSet::new());
        for (score, pi, i) in candidates {
            if score >= 0.34 && !used_p.contains(&pi) && !used_g.contains(&i) {
                used_p.insert(pi);
                used_g.insert(i);
                keys.insert(i, predicted[pi].cluster.clone());
            }
        }
        if !given {
            for (pi, p) in predicted.iter().enumerate() {
                if !used_p.contains(&pi) {
                    keys.insert(extra, p.cluster.clone());
                    extra += 1;
                }
            }
        }
    }
    keys
}

fn group<'a>(keys: impl Iterator<Item = (usize, &'a str)>) -> Clusters {
    let mut clusters: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (i, key) in keys {
        clusters.entry(key).or_default().insert(i);
    }
    clusters.into_values().collect()
}

fn index(clusters: &Clusters) -> HashMap<usize, usize> {
    clusters.iter().enumerate().flat_map(|(c, members)| members.iter().map(move |&m| (m, c))).collect()
}

fn muc(of: &Clusters, by: &Clusters) -> (f64, f64) {
    let at = index(by);
    let mut sums = (0.0, 0.0);
    for cluster in of {
        let parts: HashSet<_> = cluster.iter().filter_map(|m| at.get(m)).collect();
        let alone = cluster.iter().filter(|m| !at.contains_key(m)).count();
        sums.0 += cluster.len() as f64 - (parts.len() + alone) as f64;
        sums.1 += cluster.len() as f64 - 1.0;
    }
    sums
}

fn b3(of: &Clusters, by: &Clusters) -> (f64, f64) {
    let at = index(by);
    let mut sums = (0.0, 0.0);
    for cluster in of {
        for m in cluster {
            if let Some(&other) = at.get(m) {
                sums.0 += cluster.intersection(&by[other]).count() as f64 / cluster.len() as f64;
            }
        }
        sums.1 += cluster.len() as f64;
    }
    sums
}

/// The greatest sum of Dice similarities over one-to-one pairings of clusters.
fn ceaf(gold: &Clusters, predicted: &Clusters) -> f64 {
    let mut similar = vec![vec![0.0; predicted.len()]; gold.len()];
    let at = index(predicted);
    for (i, g) in gold.iter().enumerate() {
        let touched: HashSet<usize> = g.iter().filter_map(|m| at.get(m).copied()).collect();
        for j in touched {
            let common = g.intersection(&predicted[j]).count() as f64;
            similar[i][j] = 2.0 * common / (g.len() + predicted[j].len()) as f64;
        }
    }
    gold::assignment(&similar)
}

/// Pairs of different words for one entity.
fn alias_pairs<'a>(
    keys: impl Iterator<Item = (usize, &'a str)>,
    gold: &[&Named],
) -> BTreeSet<(String, String)> {
    let mut forms: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (i, key) in keys {
        let form = gold[i].surface.to_lowercase().replace('\u{2019}', "'");
        let form = form.strip_suffix("'s").unwrap_or(&form);
        forms.entry(key).or_default().insert(form.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let mut pairs = BTreeSet::new();
    for forms in forms.values() {
        for (i, a) in forms.iter().enumerate() {
            pairs.extend(forms.iter().skip(i + 1).map(|b| (a.clone(), b.clone())));
        }
    }
    pairs
}

fn add<const N: usize>(sums: &mut [f64; N], more: [f64; N]) {
    sums.iter_mut().zip(more).for_each(|(s, m)| *s += m);
}

impl Sums {
    fn report(&self, units: usize) -> String {
        let percent = |n: f64, d: f64| if d > 0.0 { 100.0 * n / d } else { 0.0 };
        let prf = |pn, pd, rn, rd| {
            let (p, r) = (percent(pn, pd), percent(rn, rd));
            [p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }]
        };
        let [rn, rd, pn, pd] = self.muc;
        let muc = prf(pn, pd, rn, rd);
        let [rn, rd, pn, pd] = self.b3;
        let b3 = prf(pn, pd, rn, rd);
        let [sum, g, p] = self.ceaf;
        let ceaf = prf(sum, p, sum, g);
        let [tp, p, g] = self.pairs;
        let pairs = prf(tp, p, tp, g);
        let conll = (muc[2] + b3[2] + ceaf[2]) / 3.0;
        let row = |name: &str, [p, r, f]: [f64; 3]| format!("{name:18} {p:6.2} {r:6.2} {f:6.2}\n");
        format!(
            "{units} units, {} gold names; found {:.2} %, of predicted {:.2} %\n{}{}{}{:18} {conll:20.2}\n{}",
            self.gold,
            percent(self.found as f64, self.gold as f64),
            percent(self.found as f64, self.predicted as f64),
            row("MUC", muc),
            row("B3", b3),
            row("CEAFe", ceaf),
            "CoNLL F1",
            row("alias pairs", pairs),
        )
    }
}
