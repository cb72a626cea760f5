//! The regions to choose from.

use aws_files::regions::REGIONS;
use sandglass_core::text::Language;

use super::Region;

/// Every region, by the name AWS gives it in the language.
pub(super) fn regions(language: Language) -> Vec<Region> {
    let name = |english, portuguese| match language {
        Language::English => english,
        Language::Portuguese => portuguese,
    };
    REGIONS
        .iter()
        .map(|(code, english, portuguese)| Region { code, name: name(*english, *portuguese) })
        .collect()
}
