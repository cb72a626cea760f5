//! Names nobody should have, and somebody has.

/// Of every script and length; all of them can stand in a file.
pub(crate) fn odd() -> Vec<String> {
    vec![
        "x".repeat(LONGEST),
        "فريق-الإنتاج".to_owned(),
        "🦄 unicorn 🚀".to_owned(),
        "<b>bold</b>".to_owned(),
        "<img src=x onerror=alert(1)><b>bold</b>".to_owned(),
        format!("{}end", "word ".repeat(59)),
        "\u{202e}evil\u{202c}".to_owned(),
    ]
}

/// As many letters as a name may have.
pub(crate) const LONGEST: usize = 128;
/// The letter of the long name that has all that may stand beside one: a label and a code.
pub(crate) const LABELLED: &str = "w";

/// As long as names get: with and without a place to break, in scripts of each direction and width.
pub(crate) fn long() -> Vec<String> {
    let first = |text: String| text.chars().take(LONGEST).collect::<String>();
    vec![
        LABELLED.repeat(LONGEST),
        first("AWSReservedSSO-AdministratorAccess-".repeat(4)),
        first("فريق-الإنتاج-".repeat(10)),
        first("本番環境管理者用プロファイル".repeat(10)),
    ]
}

const TEAMS: [&str; 7] = ["payments", "search", "platform", "mobile", "data", "security", "growth"];
const STAGES: [&str; 4] = ["dev", "test", "staging", "prod"];

/// The profile at a place of a large home.
pub(crate) fn of_team(place: usize) -> String {
    format!("{}-{}-{place}", TEAMS[place % TEAMS.len()], STAGES[place % STAGES.len()])
}
