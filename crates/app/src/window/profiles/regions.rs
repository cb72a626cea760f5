//! The regions to choose from.

use aws_files::regions::REGIONS;

use super::Region;

/// Every region.
pub(super) fn regions() -> Vec<Region> {
    REGIONS.iter().map(|(code, name)| Region { code, name }).collect()
}
