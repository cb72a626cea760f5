//! The regions of AWS, to tell a misspelt one from one whose endpoint has no address today. A region that
//! is not in here is not refused: it is only named when nothing answers for it.

const REGIONS: &[&str] = &[
    "af-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-south-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "aws-global",
    "ca-central-1",
    "ca-west-1",
    "cn-north-1",
    "cn-northwest-1",
    "eu-central-1",
    "eu-central-2",
    "eu-isoe-west-1",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "eusc-de-east-1",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "mx-central-1",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-gov-east-1",
    "us-gov-west-1",
    "us-iso-east-1",
    "us-iso-west-1",
    "us-isob-east-1",
    "us-isob-west-1",
    "us-isof-east-1",
    "us-isof-south-1",
    "us-west-1",
    "us-west-2",
];

/// Further away than this a name is no misspelling.
const NEAR: usize = 3;

/// Whether there is such a region, as far as we know.
pub(super) fn is_known(region: &str) -> bool {
    REGIONS.contains(&region)
}

/// The region that was probably meant.
pub(super) fn nearest(region: &str) -> Option<&'static str> {
    let distance = |known: &&&str| distance(region, known);
    REGIONS.iter().min_by_key(distance).filter(|known| self::distance(region, known) <= NEAR).copied()
}

/// How many letters must be changed, added or left out.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (index, letter) in from.chars().enumerate() {
        let mut before = std::mem::replace(&mut row[0], index + 1);
        for (column, other) in to.iter().enumerate() {
            let changed = before + usize::from(letter != *other);
            before = row[column + 1];
            row[column + 1] = changed.min(before + 1).min(row[column] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
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
