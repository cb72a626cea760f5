//! Suggests the region that was probably meant.

use aws_files::regions::REGIONS;

pub(super) use aws_files::regions::is_known;

/// Further away than this a name is no misspelling.
const NEAR: usize = 3;

/// The known region nearest to what was written: letters changed, added or left out.
pub(super) fn nearest(region: &str) -> Option<&'static str> {
    let distances = REGIONS.iter().map(|(code, ..)| (strsim::levenshtein(region, code), *code));
    distances
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= NEAR)
        .map(|(_, code)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_region_has_a_nearest_one() {
        assert_eq!(nearest("eu-centrall-1"), Some("eu-central-1"));
        assert_eq!(nearest("us-est-1"), Some("us-east-1"));
        assert_eq!(nearest("frankfurt"), None);
        assert!(is_known("eu-central-1") && !is_known("eu-central-9"));
    }
}
