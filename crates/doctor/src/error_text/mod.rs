//! Interprets an error message that somebody pasted.
//!
//! The text is folded (colours, line breaks and frames gone, accents and case too), then two kinds of signs
//! are looked for: the frames in which SDKs print an answer of AWS (`frames`), and sentences of the tools
//! themselves (`phrases`, one table a family). The most telling one, and of those the last, is the answer.
//! What is none of these is `unrecognised`, never a guess.

mod details;
mod evidence;
mod fold;
mod frames;
mod pattern;
mod phrases;
mod service;
mod words;

#[cfg(test)]
mod tests;

pub use details::{ClockReadings, ErrorDetails};
pub use words::{Class, Hint, Tool};

use fold::Folded;

/// The code of an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    /// AWS's own code, as it was written.
    Aws(String),
    /// A class of errors of the tools, which have no code.
    Class(Class),
    /// Nothing that we know.
    Unrecognised,
}

impl ErrorCode {
    /// AWS's code, or a stable `snake_case` word.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Aws(code) => code,
            Self::Class(class) => class.as_str(),
            Self::Unrecognised => "unrecognised",
        }
    }
}

/// A pasted error, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorText {
    /// Its code.
    pub code: ErrorCode,
    /// The call that failed, such as `AssumeRole`, when it is told.
    pub operation: Option<String>,
    /// The service of the call, when it is told.
    pub service: Option<String>,
    /// The tool that printed it, if that can be told.
    pub tool: Option<Tool>,
    /// The names in it.
    pub details: ErrorDetails,
    /// The causes it points to.
    pub hint: Hint,
}

/// Something that may be the error.
#[derive(Clone, Debug)]
struct Candidate {
    /// Its range in the folded text.
    start: usize,
    end: usize,
    /// The weight of what it tells: a frame of AWS more than a tool's "found none".
    weight: u8,
    code: ErrorCode,
    hint: Hint,
    operation: Option<String>,
    service: Option<String>,
    captures: pattern::Captures,
}

/// Reads a pasted error: any text, of any length.
pub fn read(text: &str) -> ErrorText {
    let folded = Folded::new(text);
    let tool = evidence::tool(&folded);
    let frames = frames::all(&folded);
    let phrases = phrases::all(&folded).into_iter().filter(|phrase| !is_part_of_a_frame(phrase, &frames));
    let best = frames.iter().cloned().chain(phrases).max_by_key(|found| (found.weight, found.start));
    let Some(best) = best else { return unrecognised() };
    let call = frames.iter().rev();
    let operation = best.operation.clone().or_else(|| call.clone().find_map(|frame| frame.operation.clone()));
    let service = best.service.clone().or_else(|| call.clone().find_map(|frame| frame.service.clone()));
    ErrorText {
        operation: if matches!(best.code, ErrorCode::Aws(_)) { operation } else { None },
        service,
        tool,
        details: details::read(&folded, &best),
        code: best.code,
        hint: best.hint,
    }
}

/// The length to which a frame's own message may reach.
const MESSAGE: usize = 400;

/// AWS's sentence after AWS's code says the same again.
fn is_part_of_a_frame(phrase: &Candidate, frames: &[Candidate]) -> bool {
    let says_it_again =
        |frame: &Candidate| frame.start <= phrase.start && phrase.start < frame.end.saturating_add(MESSAGE);
    matches!(phrase.code, ErrorCode::Aws(_)) && frames.iter().any(says_it_again)
}

fn unrecognised() -> ErrorText {
    ErrorText {
        code: ErrorCode::Unrecognised,
        operation: None,
        service: None,
        tool: None,
        details: ErrorDetails::default(),
        hint: Hint::Unrecognised,
    }
}
