//! Sentences that identify an error, one table per family of tools.
//!
//! `{name}` is a gap whose text is kept under that name (`details` says which names there are).

mod botocore;
mod sdks;
mod sentences;
mod tools;

use std::sync::LazyLock;

use super::evidence::speaks_of_aws;
use super::fold::Folded;
use super::pattern::Sentence;
use super::service::hint;
use super::words::Class;
use super::{Candidate, ErrorCode};

/// The meaning of a sentence.
#[derive(Clone, Copy)]
enum PhraseMeaning {
    /// A class of the tool's own.
    Class(Class),
    /// An answer of AWS, printed without its code.
    Aws(&'static str),
}

/// One sentence.
pub(super) struct Phrase {
    text: &'static str,
    means: PhraseMeaning,
    weight: u8,
    /// Other programs say it too, so the text must speak of AWS.
    common: bool,
}

/// A sentence of a tool.
const fn own(text: &'static str, class: Class) -> Phrase {
    Phrase { text, means: PhraseMeaning::Class(class), weight: 4, common: false }
}

/// A sentence of AWS itself.
const fn aws(text: &'static str, code: &'static str) -> Phrase {
    Phrase { text, means: PhraseMeaning::Aws(code), weight: 4, common: false }
}

impl Phrase {
    /// Others say it too.
    const fn common(self) -> Self {
        Self { common: true, ..self }
    }

    /// Marks the sentence that a tool says when it found out nothing else.
    const fn last_resort(self) -> Self {
        Self { weight: 1, ..self }
    }

    /// Marks a sentence that AWS says of every call alike: one that names the call says more.
    const fn of_any_call(self) -> Self {
        Self { weight: 2, ..self }
    }

    /// Marks a sentence of one of many providers: the chain as a whole says more.
    const fn aside(self) -> Self {
        Self { weight: 0, ..self }
    }

    /// More than the error that follows in it.
    const fn outermost(self) -> Self {
        Self { weight: 5, ..self }
    }

    fn find(&self, sentence: &Sentence, text: &Folded<'_>) -> Option<Candidate> {
        let (range, captures) = sentence.last(text)?;
        let (code, hint) = match self.means {
            PhraseMeaning::Class(class) => (ErrorCode::Class(class), class.hint()),
            PhraseMeaning::Aws(code) => {
                (ErrorCode::Aws(code.to_owned()), hint(code, None, &text.text()[range.clone()]))
            }
        };
        let (start, end, weight) = (range.start, range.end, self.weight);
        Some(Candidate { start, end, weight, code, hint, operation: None, service: None, captures })
    }
}

/// Every sentence, folded once.
static SENTENCES: LazyLock<Vec<(&'static Phrase, Sentence)>> = LazyLock::new(|| {
    let tables = [botocore::TABLE, sdks::TABLE, sentences::TABLE, tools::TABLE];
    tables.into_iter().flatten().map(|phrase| (phrase, Sentence::new(phrase.text))).collect()
});

/// The last place of every sentence that is there.
pub(super) fn all(text: &Folded<'_>) -> Vec<Candidate> {
    let of_aws = speaks_of_aws(text);
    let told = SENTENCES.iter().filter(|(phrase, _)| of_aws || !phrase.common);
    told.filter_map(|(phrase, sentence)| phrase.find(sentence, text))
        .chain(botocore::cache_key(text))
        .collect()
}
