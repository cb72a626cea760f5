//! Profiles that tests share; their roles are those of `aws_sim::World::small`.

/// A profile that assumes a role of the simulated account from `base`.
pub fn role(profile: &str, role: &str, more: &[&str]) -> String {
    let mut lines = vec![
        format!("[profile {profile}]"),
        format!("role_arn = arn:aws:iam::123456789012:role/{role}"),
        "source_profile = base".to_owned(),
        "region = eu-central-1".to_owned(),
    ];
    lines.extend(more.iter().map(|line| (*line).to_owned()));
    lines.join("\n") + "\n\n"
}

/// `project1`: a role that asks nobody.
pub fn project1() -> String {
    role("project1", "project1", &[])
}

/// `admin`: a role behind an MFA device.
pub fn admin() -> String {
    role("admin", "prod-admin", &["mfa_serial = arn:aws:iam::123456789012:mfa/ana"])
}
