use super::*;

const SECRET: &str = "wJalr/XUtn+FEMI=";
const TOKEN: &str = "IQoJb3/JpZ2+luX2==";
const END: &str = "2030-01-31T12:00:00Z";

fn read(text: &str) -> Result<Vec<(String, String)>, Code> {
    let pasted = recognise(text).map_err(|problem| problem.code)?;
    let pair = |setting: NewSetting| (setting.key, setting.value.expose().to_owned());
    Ok(pasted.settings.into_iter().map(pair).collect())
}

fn session(more: &[(&str, &str)]) -> Vec<(String, String)> {
    let keys =
        [("aws_access_key_id", "ASIA1"), ("aws_secret_access_key", SECRET), ("aws_session_token", TOKEN)];
    keys.iter().chain(more).map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn sts() -> String {
    format!(
        r#"{{"Credentials": {{"AccessKeyId": "ASIA1", "SecretAccessKey": "{SECRET}",
            "SessionToken": "{TOKEN}", "Expiration": "2030-01-31T12:00:00+00:00"}},
            "AssumedRoleUser": {{"Arn": "arn:aws:sts::123456789012:assumed-role/r/s"}}}}"#
    )
}

type Pairs = Vec<(String, String)>;

/// Every form, with what is to be found in it.
fn forms() -> Vec<(String, PasteForm, Pairs)> {
    let variables = |lines: &str| lines.replace("_S_", SECRET).replace("_T_", TOKEN);
    let ends = &[("x_security_token_expires", END)];
    let process = format!(
        r#"{{"Version": 1, "AccessKeyId": "ASIA1", "SecretAccessKey": "{SECRET}", "SessionToken": "{TOKEN}", "Expiration": "{END}"}}"#
    );
    let portal = format!(
        r#"{{"roleCredentials": {{"accessKeyId": "ASIA1", "secretAccessKey": "{SECRET}", "sessionToken": "{TOKEN}", "expiration": 1896091200000}}}}"#
    );
    let section = format!(
        "[123456789012_Admin]\naws_access_key_id=ASIA1\naws_secret_access_key={SECRET}\naws_session_token={TOKEN}\n"
    );
    let shells = [
        "export AWS_ACCESS_KEY_ID=ASIA1\nexport AWS_SECRET_ACCESS_KEY='_S_'\nexport AWS_SESSION_TOKEN=\"_T_\"\n",
        "export AWS_ACCESS_KEY_ID=ASIA1; export AWS_SECRET_ACCESS_KEY=_S_ && export AWS_SESSION_TOKEN=_T_",
        "$Env:AWS_ACCESS_KEY_ID=\"ASIA1\"\r\n$Env:AWS_SECRET_ACCESS_KEY = \"_S_\"\r\n$env:AWS_SESSION_TOKEN='_T_'\r\n",
        "SET AWS_ACCESS_KEY_ID=ASIA1\r\nset AWS_SECRET_ACCESS_KEY=_S_\r\nset \"AWS_SESSION_TOKEN=_T_\"\r\n",
        "setx AWS_ACCESS_KEY_ID ASIA1\nsetx AWS_SECRET_ACCESS_KEY \"_S_\"\nsetx AWS_SESSION_TOKEN \"_T_\" /M\n",
        "# fish\nset -gx AWS_ACCESS_KEY_ID ASIA1\nset -gx AWS_SECRET_ACCESS_KEY '_S_'\nset -gx AWS_SESSION_TOKEN _T_\nset -e AWS_PROFILE\n",
        "AWS_ACCESS_KEY_ID=ASIA1\nAWS_SECRET_ACCESS_KEY=_S_\nAWS_SESSION_TOKEN=_T_\nAWS_SECURITY_TOKEN=_T_\n",
    ];
    let mut all = vec![
        (sts(), PasteForm::StsAnswer, session(ends)),
        (portal, PasteForm::StsAnswer, session(ends)),
        (process, PasteForm::ProcessAnswer, session(ends)),
        (section.clone(), PasteForm::Section, session(&[])),
        (section.lines().skip(1).collect::<Vec<_>>().join("\n"), PasteForm::Section, session(&[])),
    ];
    all.extend(shells.map(|lines| (variables(lines), PasteForm::Variables, session(&[]))));
    let with_end =
        variables(shells[0]) + "export AWS_CREDENTIAL_EXPIRATION=2030-01-31T12:00:00Z\nunset AWS_PROFILE\n";
    all.push((with_end, PasteForm::Variables, session(ends)));
    all
}

#[test]
fn every_form_is_recognised() {
    for (text, form, expected) in forms() {
        let pasted = recognise(&text).unwrap_or_else(|problem| panic!("{problem:?}: {text}"));
        assert_eq!(pasted.form, form, "{text}");
        assert_eq!(read(&text), Ok(expected.clone()), "{text}");
        assert_eq!(read(&format!("\u{feff}\n\n{text}\n\n")), Ok(expected), "{text}");
    }
}

#[test]
fn a_paste_cut_anywhere_is_whole_or_refused() {
    for (text, _, expected) in forms() {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            let Ok(found) = read(&text[..end]) else { continue };
            // Nobody can see that the last value lacks its last letters, or the date its own line.
            for ((key, value), (wanted, whole)) in found.iter().zip(&expected) {
                let is_last = Some(&(key.clone(), value.clone())) == found.last();
                assert!(
                    key == wanted && (value == whole || (is_last && whole.starts_with(value))),
                    "{}",
                    &text[..end]
                );
            }
            assert!(found.len() >= 3, "half of a session was taken: {}", &text[..end]);
        }
    }
}

#[test]
fn two_sessions_are_never_mixed() {
    let forms = forms();
    for (text, ..) in &forms {
        let other = text.replace("ASIA1", "ASIA2");
        let found = read(&format!("{text}\n{other}"));
        let refused = matches!(
            found,
            Err(Code::PasteOfTwo | Code::PasteUnparsable | Code::PasteNotJson | Code::PasteLine)
        );
        assert!(refused, "{found:?}: {text}");
    }
}

#[test]
fn what_is_no_paste_is_refused() {
    for (text, code) in [
        ("", Code::PasteUnknown),
        ("hello", Code::PasteUnknown),
        ("ASIA1", Code::PasteUnknown),
        ("{}", Code::PasteUnknown),
        ("[1, 2]", Code::PasteUnknown),
        (r#"{"Version": 2, "AccessKeyId": "A"}"#, Code::PasteUnknown),
        (r#"{"Credentials": {"AccessKeyId": "ASIA1""#, Code::PasteNotJson),
        ("[a]\naws_access_key_id = ASIA1\naws_secret_access_key = s\n", Code::PasteIncomplete),
        ("[a]\naws_access_key_id = AKIA1\n", Code::PasteIncomplete),
        ("[a]\n", Code::PasteUnknown),
        ("export AWS_ACCESS_KEY_ID=AKIA1\n", Code::PasteIncomplete),
        ("export AWS_ACCESS_KEY_ID=AKIA1\nexport AWS_SECRET_ACCESS_KEY=\"s\n", Code::PasteLine),
        ("export AWS_ACCESS_KEY_ID=$KEY\nexport AWS_SECRET_ACCESS_KEY=s\n", Code::PasteLine),
        ("export AWS_ACCESS_KEY_ID=AKIA1\nexport AWS_SECRET_ACCESS_KEY=s\nhello there\n", Code::PasteLine),
        // A value of several parts, and ones that the shell would change.
        ("export AWS_ACCESS_KEY_ID=AKIA1\nexport AWS_SECRET_ACCESS_KEY='a'\\''b'\n", Code::PasteLine),
        ("export AWS_ACCESS_KEY_ID=AKIA1\nexport AWS_SECRET_ACCESS_KEY=\"a\"'b'\n", Code::PasteLine),
        ("export AWS_ACCESS_KEY_ID=AKIA1\nexport AWS_SECRET_ACCESS_KEY=\"a$b\"\n", Code::PasteLine),
        ("export AWS_ACCESS_KEY_ID=AKIA1\nexport AWS_SECRET_ACCESS_KEY=\"a\\\\b\"\n", Code::PasteLine),
        ("set -gx AWS_ACCESS_KEY_ID AKIA1\nset -gx AWS_SECRET_ACCESS_KEY 'a\\'\n", Code::PasteLine),
        ("[profile dev]\n[profil = x\n", Code::PasteUnparsable),
        ("aws_access_key_id = AKIA1\naws_secret_access_key = s # mine\n", Code::InvalidSetting),
        (
            r#"{"AccessKeyId": "ASIA1", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "soon"}"#,
            Code::InvalidSetting,
        ),
    ] {
        assert_eq!(read(text), Err(code), "{text}");
    }
}

#[test]
fn a_backslash_is_read_as_each_shell_means_it() {
    for (line, secret) in [
        (r"set -gx AWS_SECRET_ACCESS_KEY 'se\\'", r"se\"),
        (r"set -gx AWS_SECRET_ACCESS_KEY 's\e'", r"s\e"),
        (r"export AWS_SECRET_ACCESS_KEY='s\\e'", r"s\\e"),
        ("set AWS_SECRET_ACCESS_KEY=s\\e", r"s\e"),
    ] {
        let found = read(&format!("export AWS_ACCESS_KEY_ID=AKIA1\n{line}"));
        let found = found.map(|pairs| pairs.into_iter().nth(1).map(|(_, value)| value));
        assert_eq!(found, Ok(Some(secret.to_owned())), "{line}");
    }
}

#[test]
fn a_whole_profile_can_be_pasted_and_keeps_its_name() {
    let text = "[profile dev]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\n";
    let pasted = recognise(text).expect("recognised");
    assert!(!pasted.is_keys());
    assert_eq!(pasted.name.as_deref(), Some("dev"));
    assert!(!format!("{:?}", recognise(&sts()).expect("recognised")).contains(SECRET));
}
