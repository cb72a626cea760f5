//! The last few items that a page was shown, by id.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// The last few. Answers overtake each other, so the one made last need not be the one the page shows; only
/// the page knows, and says so by the id.
pub(super) struct Recent<T> {
    most: usize,
    newest_last: Mutex<VecDeque<(u64, T)>>,
}

impl<T: Clone> Recent<T> {
    /// At most so many.
    pub(super) fn at_most(most: usize) -> Self {
        Self { most, newest_last: Mutex::default() }
    }

    /// Keeps one more, in the place of the oldest where there are too many.
    pub(super) fn keep(&self, id: u64, value: T) {
        let mut kept = self.newest_last.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((id, value));
        while kept.len() > self.most {
            kept.pop_front();
        }
    }

    /// The one of an id, if it is not too old.
    pub(super) fn get(&self, id: &str) -> Option<T> {
        let kept = self.newest_last.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find_map(|(known, value)| (known.to_string() == id).then(|| value.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_kept_although_an_older_answer_comes_after_it() {
        let kept = Recent::at_most(2);
        kept.keep(2, "shown");
        kept.keep(1, "overtaken");
        assert_eq!((kept.get("2"), kept.get("1"), kept.get("3")), (Some("shown"), Some("overtaken"), None));
        kept.keep(3, "next");
        assert_eq!((kept.get("2"), kept.get("3")), (None, Some("next")));
    }
}
