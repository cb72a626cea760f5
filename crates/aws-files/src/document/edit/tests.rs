use super::*;
use crate::FileKind;

fn config(text: &str) -> Document {
    Document::parse(FileKind::Config, text.as_bytes())
}

fn text(document: &Document) -> &str {
    std::str::from_utf8(document.bytes()).unwrap()
}

fn profile(name: &str) -> SectionName {
    SectionName::Profile(name.to_owned())
}

#[track_caller]
fn set(before: &str, section: &str, key: &str, value: &str, after: &str) {
    let edited = config(before).set(&profile(section), key, value).unwrap();
    assert_eq!(text(&edited), after);
}

#[test]
fn a_value_is_replaced_where_it_stands() {
    set(
        "# c\n[profile a]\nRegion=x\n\n; d\n",
        "a",
        "region",
        "eu-west-1",
        "# c\n[profile a]\nRegion=eu-west-1\n\n; d\n",
    );
    set(
        "[default]\r\n region : x  \r\noutput = json\r\n",
        "default",
        "region",
        "y",
        "[default]\r\n region : y\r\noutput = json\r\n",
    );
    set("[default]\nregion =\n", "default", "region", "y", "[default]\nregion = y\n");
    set("[default]\nregion = x", "default", "region", "yy", "[default]\nregion = yy");
    set("[default]\nregion = x\n", "default", "region", "", "[default]\nregion =\n");
    set("[default]\nregion=x\n", "default", "region", "", "[default]\nregion=\n");
}

#[test]
fn a_value_of_many_lines_is_replaced_whole_and_comments_stay() {
    let before = "[profile a]\ncredential_process = x\n  --one\n  # why\n  --two\nregion = r\n";
    let after = "[profile a]\ncredential_process = y\n  # why\nregion = r\n";
    set(before, "a", "credential_process", "y", after);
    set("[default]\ns3 =\n  a = b\n\nregion = r\n", "default", "s3", "", "[default]\ns3 =\n\nregion = r\n");
}

#[test]
fn a_new_key_stands_behind_the_last_one() {
    set(
        "[profile a]\nregion = r\n\n[profile b]\n",
        "a",
        "output",
        "json",
        "[profile a]\nregion = r\noutput = json\n\n[profile b]\n",
    );
    set("[profile b]", "b", "output", "json", "[profile b]\noutput = json");
    set(
        "[default]\n  region = r\n",
        "default",
        "output",
        "json",
        "[default]\n  region = r\n  output = json\n",
    );
    set(
        "[default]\ns3 =\n  a = b\n# end\n",
        "default",
        "output",
        "json",
        "[default]\ns3 =\n  a = b\noutput = json\n# end\n",
    );
}

#[test]
fn the_section_botocore_reads_is_edited() {
    let before = "[default]\nregion = a\n[profile default]\nregion = b\n";
    set(before, "default", "region", "c", "[default]\nregion = a\n[profile default]\nregion = c\n");
    let before = "[profile x]\nregion = a\n[profile \"x\"]\nregion = b\n";
    set(before, "x", "region", "c", "[profile x]\nregion = a\n[profile \"x\"]\nregion = c\n");
}

#[test]
fn a_key_is_removed_with_its_continuation() {
    let document = config("[profile a]\nregion = r\ns3 =\n  a = b\noutput = json\n");
    let edited = document.remove(&profile("a"), "s3").unwrap();
    assert_eq!(text(&edited), "[profile a]\nregion = r\noutput = json\n");
    assert_eq!(
        document.remove(&profile("a"), "nothing").err(),
        Some(EditError::NoKey { key: "nothing".into() })
    );
}

#[test]
fn sections_are_added_with_the_quotes_they_need() {
    let edited =
        config("[default]\r\nregion = r").add_section(&profile("a \"b\""), &[("region", "x")]).unwrap();
    assert_eq!(text(&edited), "[default]\r\nregion = r\r\n\r\n[profile \"a \\\"b\\\"\"]\r\nregion = x\r\n");
    let empty = Document::parse(FileKind::Credentials, b"");
    let edited = empty.add_section(&profile("a b"), &[]).unwrap();
    assert_eq!(text(&edited), "[a b]\n");
    let twice = edited.add_section(&profile("a b"), &[]);
    assert!(matches!(twice.err(), Some(EditError::SectionExists { line: 1, .. })));
}

#[test]
fn what_could_not_be_read_back_is_refused() {
    let document = config("[profile a]\nregion = r\n");
    for value in ["two\nlines", " blank", "blank ", "a\rb"] {
        assert!(matches!(document.set(&profile("a"), "k", value).err(), Some(EditError::BadValue { .. })));
    }
    for key in ["", "a=b", "a:b", "Upper", " k", "#k", "[k"] {
        assert!(
            matches!(document.set(&profile("a"), key, "v").err(), Some(EditError::BadKey { .. })),
            "{key}"
        );
    }
    assert!(matches!(document.set(&profile("b"), "k", "v").err(), Some(EditError::NoSection { .. })));
    assert_eq!(document.add_section(&profile("a\nb"), &[]).err(), Some(EditError::BadName));
    let broken = config("[profile a]\nregion\n");
    assert!(matches!(broken.set(&profile("a"), "k", "v").err(), Some(EditError::Unparsable(_))));
}

#[test]
fn no_error_names_a_value() {
    let document = config("[profile a]\naws_secret_access_key = CANARY\nbroken CANARY\n");
    for error in document.syntax_errors() {
        assert!(!format!("{error} {error:?}").contains("CANARY"));
    }
    let document = config("[profile a]\nregion = r\n");
    let error = document.set(&profile("a"), "k", "CANARY\n").err().unwrap();
    assert!(!format!("{error} {error:?}").contains("CANARY"));
}

#[test]
fn a_section_is_removed_with_what_is_its_own() {
    let remove = |before: &str, name: &str, after: &str| {
        let edited = config(before).remove_section(&profile(name)).unwrap();
        assert_eq!(text(&edited), after);
    };
    let before = "# top\n[profile a]\nregion = r\n# inside\noutput = json\n# of b\n\n[profile b]\ns3 =\n  x = y\n\n[profile c]\n";
    remove(before, "a", "# top\n# of b\n\n[profile b]\ns3 =\n  x = y\n\n[profile c]\n");
    remove(before, "b", &before.replace("[profile b]\ns3 =\n  x = y\n\n", ""));
    remove(before, "c", before.strip_suffix("[profile c]\n").unwrap());
    remove("[default]\nx = y\n[profile default]\nx = z\n[profile a]\n", "default", "[profile a]\n");
    let missing = config(before).remove_section(&profile("d"));
    assert!(matches!(missing.err(), Some(EditError::NoSection { .. })));
    // Without the header between them, the second section would continue the value of the first.
    let indented = config("[profile a]\nx = y\n[profile b]\n  z = z\n  [profile c]\n");
    let refused = indented.remove_section(&profile("b")).err();
    assert!(matches!(refused, Some(EditError::WouldChangeMore { .. })), "{refused:?}");
}

#[test]
fn a_section_is_renamed_in_its_header_alone() {
    let rename = |before: &str, from: &str, to: &str| {
        config(before).rename_section(&profile(from), &profile(to)).map(|edited| text(&edited).to_owned())
    };
    let before = "[default]\r\n [profile a] # note\r\nregion = r\r\n[profile b]\r\n";
    let after = "[default]\r\n [profile \"x y\"] # note\r\nregion = r\r\n[profile b]\r\n";
    assert_eq!(rename(before, "a", "x y").as_deref(), Ok(after));
    assert_eq!(
        rename(before, "default", "d").as_deref(),
        Ok(before.replace("default", "profile d").as_str())
    );
    assert!(matches!(rename(before, "a", "b"), Err(EditError::SectionExists { line: 4, .. })));
    assert_eq!(rename(before, "a", "x\ny"), Err(EditError::BadName));
    let twice = "[default]\nx = y\n[profile default]\nx = z\n";
    assert!(matches!(
        rename(twice, "default", "d"),
        Err(EditError::SeveralSections { first: 1, last: 3, .. })
    ));
}

#[test]
fn a_section_is_copied_line_by_line() {
    let before = "[profile a]\nRegion=r # c\n# note\ns3 =\n  x = y\n";
    let copy = config(before).copy_section(&profile("a"), &profile("b")).unwrap();
    assert_eq!(text(&copy), before.to_owned() + "\n" + &before.replace("profile a", "profile b"));
}

#[test]
fn a_key_is_set_in_many_sections_at_once() {
    let before = "[profile a]\nk = x\n  y\n# c\n[profile b]\n[profile c]\r\n K: x\r\n[profile d]\nk = x";
    let names = ["a", "b", "d"].map(profile);
    let after = "[profile a]\nk = new\n# c\n[profile b]\n[profile c]\r\n K: x\r\n[profile d]\nk = new";
    let edited = config(before).set_in_all(&names, "k", "new").unwrap();
    assert_eq!(text(&edited), after);
}
