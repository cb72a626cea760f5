//! Suggests the name that was probably meant.

use strsim::osa_distance;

/// The known word nearest to what was written: one or two slips away, fewer in short words. None where
/// nothing is near, two words are equally so, or the word is known itself. Numbers are no slips: `prod1` and `prod2`
/// are two accounts.
pub(super) fn meant<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = match written.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    };
    let near = known.filter(|word| *word != written && word.len().abs_diff(written.len()) <= 4);
    let measured = near
        .filter(|word| numbers(word).eq(numbers(written)))
        .map(|word| (osa_distance(&written.to_lowercase(), &word.to_lowercase()), word))
        .filter(|(slips, _)| *slips <= allowed);
    let measured: Vec<(usize, &str)> = measured.collect();
    let (least, found) = measured.iter().min_by_key(|(slips, _)| *slips)?;
    let is_alone = measured.iter().all(|(slips, word)| slips != least || word == found);
    is_alone.then_some(*found)
}

fn numbers(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(char::is_ascii_digit)
}

/// Returns the name alone. The AWS CLI knows no comment behind a value. Word processors and chats write quotes that no reader
/// of these files takes for some.
pub(super) fn strip_profile_prefix(name: &str) -> &str {
    const QUOTES: &[char] = &['"', '\'', '`', '“', '”', '„', '‘', '’', '«', '»'];
    let end = [" #", " ;"].iter().filter_map(|mark| name.find(mark)).min().unwrap_or(name.len());
    let bare = name[..end].trim().trim_matches(['[', ']']);
    bare.strip_prefix("profile ").unwrap_or(bare).trim().trim_matches(QUOTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let known = ["role_arn", "region", "source_profile", "prod"];
        let meant = |word| meant(word, known.iter().copied());
        assert_eq!(meant("role_arm"), Some("role_arn"));
        assert_eq!(meant("rolearn"), Some("role_arn"));
        assert_eq!(meant("soruce_profile"), Some("source_profile"));
        assert_eq!(meant("PROD"), Some("prod"));
        assert_eq!(meant("porduction"), None);
        assert_eq!(meant("region"), None, "the word itself");
        assert_eq!(meant("ab"), None);
    }

    #[test]
    fn of_two_accounts_none_is_guessed() {
        let meant = |word, known: &[&'static str]| super::meant(word, known.iter().copied());
        assert_eq!(meant("acme-prod", &["acme-prod1", "acme-prod2"]), None);
        assert_eq!(meant("acme-prod3", &["acme-prod2"]), None);
        assert_eq!(meant("acme-prdo2", &["acme-prod1", "acme-prod2"]), Some("acme-prod2"));
        assert_eq!(meant("basee", &["base", "based"]), None);
    }
}
