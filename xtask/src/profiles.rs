//! The AWS profiles of whoever starts us: only whether there are any.

use std::path::PathBuf;
use std::{env, fs};

/// The AWS files that hold a profile.
pub(crate) fn files_with_profiles() -> Vec<PathBuf> {
    let has_profile = |path: &PathBuf| fs::read_to_string(path).is_ok_and(|text| names_a_section(&text));
    aws_files().into_iter().filter(has_profile).collect()
}

/// The files as the AWS CLI looks for them.
fn aws_files() -> Vec<PathBuf> {
    let home = env::home_dir().unwrap_or_default();
    let file = |variable: &str, name: &str| {
        let set = env::var_os(variable).filter(|value| !value.is_empty());
        set.map_or_else(|| home.join(".aws").join(name), PathBuf::from)
    };
    vec![file("AWS_CONFIG_FILE", "config"), file("AWS_SHARED_CREDENTIALS_FILE", "credentials")]
}

fn names_a_section(text: &str) -> bool {
    text.lines().any(|line| line.starts_with('[') && line.contains(']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_only_comments_has_no_profile() {
        assert!(names_a_section("# mine\n[default]\nregion = eu-west-1\n"));
        assert!(!names_a_section("# [default]\n\n"));
    }
}
