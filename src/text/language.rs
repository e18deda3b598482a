//! Is this English?

use super::token::{Token, TokenKind};
use crate::maps::words;

/// Whether a text is in the language Glosser reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English, or too short to tell otherwise.
    English,
    /// Something else: findings are kept to what is sure.
    Other,
}

words! {
    /// The small words no English prose does without.
    ENGLISH = [
        "about", "after", "against", "all", "also", "and", "any", "are", "at", "be", "because", "been",
        "before", "but", "by", "can", "could", "did", "for", "from", "had", "has", "have", "he", "her", "his",
        "how", "if", "into", "is", "it", "its", "more", "new", "not", "of", "off", "or", "our", "out", "over",
        "said", "says", "she", "should", "than", "that", "the", "their", "them", "there", "they", "this", "to",
        "under", "up", "was", "we", "were", "what", "when", "which", "who", "why", "will", "with", "would",
        "you", "your"
    ]
}

words! {
    /// The same for the languages that share our letters; words that English also writes, or that stand in names, are left
    /// out (die, in, was, de, la, von). Slavic, Romance, Germanic, Turkic, Finnic, Malay together.
    OTHERS = [
        "aber", "ach", "af", "aggiunto", "ale", "alla", "anche", "après", "atau", "att", "auch", "auf", "aus",
        "av", "avec", "az", "bahwa", "bei", "bir", "biri", "bis", "bu", "być", "były", "cette", "che", "como",
        "con", "cu", "da", "daha", "dan", "dans", "dari", "das", "dass", "dei", "del", "della", "delle",
        "dengan", "depois", "der", "des", "det", "dez", "di", "diye", "dos", "du", "durch", "een", "egy",
        "ein", "eine", "einem", "einen", "einer", "el", "ele", "elle", "entre", "era", "erklärte", "es", "est",
        "este", "está", "et", "eu", "foi", "från", "för", "für", "gegen", "gibi", "går", "ha", "haben",
        "hanno", "har", "hat", "het", "igen", "ihm", "ihr", "ikke", "ile", "ils", "ini", "inte", "ist", "için",
        "jako", "je", "jego", "jest", "kabul", "kan", "kendi", "las", "le", "les", "lo", "los", "lui", "mais",
        "med", "megy", "mit", "más", "nach", "nad", "ne", "nel", "nella", "nicht", "nie", "niet", "nous",
        "não", "och", "oder", "og", "olan", "olarak", "om", "ont", "oraz", "pada", "par", "para", "pas",
        "pela", "pelo", "per", "pero", "por", "pour", "presidente", "på", "que", "qui", "sa", "sagte", "se",
        "sebagai", "sein", "sich", "sie", "sind", "ska", "skal", "som", "sono", "sonra", "sont", "su", "sul",
        "sur", "szerint", "są", "tarafından", "til", "tra", "un", "una", "und", "une", "uno", "untuk", "ut",
        "van", "var", "ve", "vid", "viel", "vom", "voor", "wegen", "werden", "wie", "wird", "wurde", "yang",
        "za", "zum", "zur", "à", "är", "ça", "çok", "é", "él", "és", "över", "że"
    ]
}

/// How many words are looked at: enough for any text, little for a long one.
const LOOKED_AT: usize = 500;

/// Judges by script, by the small words, and by letters English does not have.
pub(super) fn detect(text: &str, tokens: &[Token]) -> Language {
    let (mut all, mut english, mut other, mut foreign, mut accented) = (0u32, 0u32, 0u32, 0u32, 0u32);
    for token in tokens.iter().filter(|t| t.kind == TokenKind::Word).take(LOOKED_AT) {
        let word = &text[token.span.start as usize..token.span.end as usize];
        let first = word.chars().next().unwrap_or(' ');
        // One ideograph is about half a word; a run of them weighs as much as it holds.
        let weight = if is_latin(first) { 1 } else { 1 + (word.len() as u32 / 12).min(100) };
        all += weight;
        if !is_latin(first) {
            foreign += weight;
            continue;
        }
        if word.len() > 12 {
            accented += u32::from(first.is_lowercase() && !word.is_ascii());
            continue;
        }
        let known = ENGLISH.contains(word);
        english += u32::from(known);
        // In names foreign small words are common, so only words in small letters count.
        let small = first.is_lowercase();
        other += u32::from(small && !known && OTHERS.contains(word));
        accented += u32::from(small && !word.is_ascii() && !word.contains(['’', '\u{ad}']));
    }
    let speaks_other = other + accented;
    let is_other = foreign * 2 > all
        || speaks_other > 1 && speaks_other > english
        || speaks_other == 1 && english == 0 && all <= 6
        || all >= 30 && english * 16 < all;
    if is_other { Language::Other } else { Language::English }
}

fn is_latin(c: char) -> bool {
    matches!(c as u32, 0..=0x024F | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF | 0xFB00..=0xFB06 | 0xFF00..=0xFF5A)
}

#[cfg(test)]
mod tests {
    use crate::text::{Language, parse};

    #[test]
    fn english_or_not() {
        for text in [
            "",
            "Bridge",
            "Putin, Erdoğan Agree Idlib Truce",
            "De Gaulle visits La Paz",
            "Charles de Gaulle met Lula da Silva in São Paulo.",
            "MINISTERS AGREE TO OPEN BRIDGE",
            "Die Zeit and El País report on the talks.",
            "Ministers Recep Tayyip Erdoğan, Mevlüt Çavuşoğlu and Süleyman Soylu met the press.",
            "The word naïveté is in the café's menu.",
            "12 34 56",
            "Brazil beat Germany 7-1",
        ] {
            assert_eq!(parse(text, None).language, Language::English, "{text}");
        }
        for text in [
            "Die Minister beider Länder trafen sich am Montag und wollen die Brücke öffnen.",
            "Les ministres des deux pays se sont réunis lundi pour ouvrir le pont.",
            "Los ministros de ambos países se reunieron el lunes para abrir el puente.",
            "I ministri dei due paesi si sono incontrati lunedì per aprire il ponte.",
            "Os ministros dos dois países reuniram-se na segunda-feira para abrir a ponte.",
            "İki ülkenin bakanları köprüyü açmak için pazartesi günü bir araya geldi.",
            "De ministers van beide landen kwamen maandag bijeen om de brug te openen en het werk te beginnen.",
            "Министры двух стран встретились в понедельник, чтобы открыть мост.",
            "اجتمع وزراء البلدين يوم الاثنين لفتح الجسر.",
            "两国部长星期一会晤，同意开放大桥。",
            "両国の閣僚は月曜日に会談した。",
            "Ministrowie obu krajów spotkali się w poniedziałek, aby otworzyć most.",
            "Bakanlar köprüyü açtı",
        ] {
            assert_eq!(parse(text, None).language, Language::Other, "{text}");
        }
    }
}
