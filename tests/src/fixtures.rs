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

/// The role `pasted` is renewed from.
pub const REFRESH_ROLE: &str = "arn:aws:iam::123456789012:role/project1";

/// A home whose profile `pasted` keeps temporary keys in the credentials file, long run out, that are
/// renewed from a role of `base`.
pub fn pasted(sim: &aws_sim::Sim) -> crate::Home {
    let home = crate::Home::in_sim(&project1(), sim);
    let credentials = home.path().join(".aws/credentials");
    let base = std::fs::read_to_string(&credentials).expect("a file");
    let pasted = "\n# from the portal\n[pasted]\naws_access_key_id = ASIAOLD\naws_secret_access_key = old\n\
                  aws_session_token = old-token\nregion = eu-central-1\n\
                  x_security_token_expires = 2020-01-01T00:00:00Z\n\n[other]\nregion = us-east-1\n";
    std::fs::write(&credentials, base + pasted).expect("written");
    let watch = ["watch", "add", "pasted", "--refresh-source", "base", "--refresh-role", REFRESH_ROLE];
    let ran = home.sandglass(&watch);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    home
}
