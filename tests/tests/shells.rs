//! Lines written for shells, read by the real shells; and `env`, called repeatedly in one of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use aws_sim::{Sim, World};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sandglass_core::export::{Shell, credential_process_line, shell_word};
use sandglass_tests::{Home, Ran, built, fixtures, run, set_up, skipped};
use serde_json::{Value, json};

/// The shells, how we call what they read, and how a script takes our lines.
const SHELLS: [(&str, Shell, &str); 5] = [
    ("sh", Shell::Bash, "eval \"$(LINES)\""),
    ("dash", Shell::Bash, "eval \"$(LINES)\""),
    ("bash", Shell::Bash, "eval \"$(LINES)\""),
    ("zsh", Shell::Zsh, "eval \"$(LINES)\""),
    ("fish", Shell::Fish, "LINES | source"),
];

fn name_of(shell: Shell) -> &'static str {
    Shell::ALL.into_iter().find(|(known, _)| *known == shell).map_or("", |(_, name)| name)
}

/// The shells of this machine; those that are not there are said to be.
fn shells(test: &str) -> Vec<(&'static str, Shell, &'static str)> {
    let is_there = |(name, _, _): &(&str, Shell, &str)| {
        let mut asked = Command::new(name);
        let found = asked.args(["-c", ":"]).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
        if !found {
            skipped(test, name);
        }
        found
    };
    SHELLS.into_iter().filter(is_there).collect()
}

/// Texts that some shell does something with.
fn odd_texts(count: usize) -> Vec<String> {
    let letters: Vec<char> =
        "'\"\\$`%&|<>^!;()# \t-=~*?[]{}\n\r\u{2018}\u{2019}\u{201a}\u{201b}\u{1b}ü日ab".chars().collect();
    let text = proptest::collection::vec(proptest::sample::select(letters), 0..14)
        .prop_map(|letters| letters.into_iter().collect::<String>());
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| text.new_tree(&mut runner).expect("a text").current()).collect()
}

#[test]
fn real_shells_read_back_every_value() {
    let values = odd_texts(300);
    for (program, shell, _) in shells("real_shells_read_back_every_value") {
        let mut script = String::new();
        for (number, value) in values.iter().enumerate() {
            writeln!(script, "{}", shell.set_line(&format!("VALUE_{number}"), value)).expect("text");
        }
        script.push_str("env -0\n");
        let ran = run(Home::empty().command(program).args(["-c", &script]));
        let set: BTreeMap<&str, &str> = ran.out.split('\0').filter_map(|line| line.split_once('=')).collect();
        for (number, value) in values.iter().enumerate() {
            assert_eq!(set.get(&*format!("VALUE_{number}")), Some(&value.as_str()), "{program}: {}", ran.err);
        }
        assert!(ran.err.is_empty(), "{program}: {}", ran.err);
    }
}

#[test]
fn real_shells_read_back_every_word() {
    let texts = odd_texts(300);
    let words: Vec<String> = texts.iter().map(|text| shell_word(text)).collect();
    // fish reads a backslash in quotes otherwise, and is given commands by nobody.
    for (program, _, _) in
        shells("real_shells_read_back_every_word").into_iter().filter(|shell| shell.0 != "fish")
    {
        let script = format!("printf '%s\\0' {}", words.join(" "));
        let ran = run(Home::empty().command(program).args(["-c", &script]));
        let read: Vec<&str> = ran.out.split_terminator('\0').collect();
        assert_eq!(read, texts, "{program}: {}", ran.err);
    }
}

/// Reads lines as botocore does, for both systems.
const SPLIT: &str = "\
import json, sys
from botocore.compat import compat_shell_split
for line in json.load(sys.stdin):
    print(json.dumps(compat_shell_split(line['line'], line['platform'])))
";

#[test]
fn botocore_reads_back_the_line_of_its_helper() {
    let Some(python) = set_up("SANDGLASS_TEST_PYTHON") else {
        return skipped("botocore_reads_back_the_line_of_its_helper", "SANDGLASS_TEST_PYTHON");
    };
    // A line of a file holds no line end.
    let names: Vec<String> = odd_texts(200)
        .into_iter()
        .map(|name| name.replace(['\n', '\r'], ""))
        .chain(["-x", "--help", r"ends in \", r#"a\"b"#, "", " "].map(str::to_owned))
        .collect();
    let programs = [
        ("linux", "/home/ana b/it's/sandglass"),
        ("win32", r"C:\Program Files (x86)\Sand & Glass\sandglass.exe"),
    ];
    let mut asked = Vec::new();
    let mut expected = Vec::new();
    for (platform, program) in programs {
        for name in &names {
            let line = credential_process_line(Path::new(program), name);
            let line = line.strip_prefix("credential_process = ").expect("a setting");
            asked.push(json!({ "line": line, "platform": platform }));
            let end: &[&str] = if name.starts_with('-') { &["--"] } else { &[] };
            expected.push([&[program, "credentials"][..], end, &[name]].concat());
        }
    }
    let home = Home::empty();
    let mut command = home.command(python);
    command.args(["-c", SPLIT]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    child.stdin.take().expect("a pipe").write_all(json!(asked).to_string().as_bytes()).expect("written");
    let output = child.wait_with_output().expect("it ends");
    let read = String::from_utf8(output.stdout).expect("text");
    let read: Vec<Value> = read.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(read.len(), expected.len());
    for (read, expected) in read.iter().zip(expected) {
        assert_eq!(*read, json!(expected));
    }
}

#[test]
fn powershell_reads_back_every_value() {
    let test = "powershell_reads_back_every_value";
    if Command::new("pwsh").arg("--version").stdout(Stdio::null()).status().is_err() {
        return skipped(test, "pwsh");
    }
    let values = odd_texts(100);
    let mut script = String::new();
    for value in &values {
        writeln!(
            script,
            "{}; [Console]::Out.Write($Env:VALUE + \"`0\")",
            Shell::PowerShell.set_line("VALUE", value)
        )
        .expect("text");
    }
    let ran = run(Home::empty().command("pwsh").args(["-NoProfile", "-Command", &script]));
    let read: Vec<&str> = ran.out.split('\0').collect();
    assert_eq!(read[..values.len()], values, "{}", ran.err);
}

fn home(sim: &Sim) -> Home {
    let in_region = |profile, region: &str| {
        fixtures::role(profile, "project1", &[]).replace("region = eu-central-1\n", region)
    };
    let config = [
        in_region("eu", "region = eu-west-1\n"),
        in_region("us", "region = us-east-2\n"),
        in_region("nowhere", ""),
        "[profile tools]\ncredential_process = sandglass credentials us\n\n".to_owned(),
        "[profile more]\nregion = r-1\ncredential_process = sandglass credentials -- tools\n\n".to_owned(),
        "[profile ring]\ncredential_process = sandglass credentials ring\n\n".to_owned(),
    ]
    .concat();
    Home::in_sim(&config, sim)
}

/// Runs lines of a shell that take `env`'s; `+` shows what it has.
fn in_shell(home: &Home, (program, shell, takes): (&str, Shell, &str), lines: &[&str]) -> Ran {
    let line = |line: &&str| match *line {
        "+" => "echo \"[$AWS_REGION/$AWS_DEFAULT_REGION/$AWS_PROFILE/$AWS_ACCESS_KEY_ID/$SANDGLASS_ENV]\""
            .to_owned(),
        line if line.starts_with("export ") && shell == Shell::Fish => {
            line.replacen("export ", "set -gx ", 1).replacen('=', " ", 1)
        }
        line if line.starts_with("export ") => line.to_owned(),
        arguments => {
            let call =
                format!("\"{}\" env --shell {} {arguments}", built("sandglass").display(), name_of(shell));
            takes.replace("LINES", &call)
        }
    };
    let script: Vec<String> = lines.iter().map(line).collect();
    let ran = run(home.command(program).args(["-c", &script.join("\n")]));
    assert!(ran.code == Some(0) && ran.err.is_empty(), "{program}: {ran:?}");
    ran
}

/// What `+` showed, by line: regions, profile, whose key.
fn shown(ran: &Ran) -> Vec<Vec<&str>> {
    let lines = ran.out.lines().map(|line| line.trim_start_matches('[').trim_end_matches(']'));
    lines.map(|line| line.split('/').take(3).collect()).collect()
}

#[test]
fn one_profile_after_another_leaves_nothing_of_the_first() {
    let sim = Sim::start(World::small()).expect("a free port");
    for shell in shells("one_profile_after_another_leaves_nothing_of_the_first") {
        let home = home(&sim);
        let ran = in_shell(&home, shell, &["eu", "+", "us", "+", "eu", "+", "--unset", "+"]);
        assert_eq!(
            shown(&ran),
            [
                ["eu-west-1", "eu-west-1", ""],
                ["us-east-2", "us-east-2", ""],
                ["eu-west-1", "eu-west-1", ""],
                ["", "", ""]
            ],
            "{}: {ran:?}",
            shell.0
        );
        assert!(ran.out.trim_end().ends_with("[////]"), "{}: {ran:?}", shell.0);
    }
}

#[test]
fn what_stood_there_before_comes_back_and_what_was_changed_since_stays() {
    let sim = Sim::start(World::small()).expect("a free port");
    for shell in shells("what_stood_there_before_comes_back_and_what_was_changed_since_stays") {
        let home = home(&sim);
        let own =
            ["export AWS_REGION=sa-east-1", "export AWS_PROFILE=base", "export AWS_ACCESS_KEY_ID=AKIAOWN"];
        let ran = in_shell(&home, shell, &[&own[..], &["eu", "+", "us", "+", "--unset", "+"]].concat());
        // A region of the user's own is one that was chosen: it counts before the profile's, as for the AWS CLI.
        assert_eq!(
            shown(&ran),
            [["sa-east-1", "sa-east-1", ""], ["sa-east-1", "sa-east-1", ""], ["sa-east-1", "", "base"]],
            "{}: {ran:?}",
            shell.0
        );
        assert!(ran.out.trim_end().ends_with("/base/AKIAOWN/]"), "{}: {ran:?}", shell.0);

        let chosen = ["eu", "export AWS_REGION=us-west-1", "us", "+", "--unset", "+"];
        let ran = in_shell(&home, shell, &chosen);
        assert_eq!(
            shown(&ran),
            [["us-west-1", "us-west-1", ""], ["us-west-1", "", ""]],
            "{}: {ran:?}",
            shell.0
        );
        // Where nothing of ours is set, nothing of the user's goes but credentials.
        let ran = in_shell(&home, shell, &["export AWS_REGION=us-west-1", "--unset", "+"]);
        assert_eq!(shown(&ran), [["us-west-1", "", ""]], "{}: {ran:?}", shell.0);
    }
}

#[test]
fn our_own_helper_is_known_by_name() {
    let sim = Sim::start(World::small()).expect("a free port");
    let mut home = home(&sim);
    let path =
        std::env::join_paths(built("sandglass").parent().map(Path::to_owned).into_iter().chain(
            std::env::var_os("PATH").iter().flat_map(std::env::split_paths).collect::<Vec<PathBuf>>(),
        ));
    home.set("PATH", path.expect("a path").to_str().expect("text"));
    for profile in ["tools", "more"] {
        let before = home.sandglass_json(&["status", profile]);
        assert_eq!(
            (&before[0]["renewable"], &before[0]["kind"]),
            (&json!("silent"), &json!("process")),
            "{before}"
        );
        home.sandglass(&["renew", profile]).done();
        let (own, behind) =
            (home.sandglass_json(&["status", profile]), home.sandglass_json(&["status", "us"]));
        assert_eq!(
            (&own[0]["state"], &own[0]["expires_at"]),
            (&json!("fresh"), &behind[0]["expires_at"]),
            "{own}"
        );
        let lines = run(home.command(built("sandglass")).args(["env", profile, "--shell", "json"]));
        let lines: Value = serde_json::from_str(&lines.out).expect("JSON");
        assert_eq!(lines["AWS_REGION"], if profile == "more" { "r-1" } else { "us-east-2" });
        let keys = run(home.command(built("sandglass")).args(["credentials", profile]));
        assert_eq!(keys.code, Some(0), "{keys:?}");
    }
    for command in ["renew", "credentials", "env"] {
        let ran = home.sandglass(&[command, "ring"]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains("its own credentials"), "{ran:?}");
    }
    assert_eq!(home.sandglass_json(&["status", "ring"])[0]["problems"][0]["code"], "helper_loop");
}

#[test]
fn a_name_that_looks_like_an_option_can_be_said() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(
        &fixtures::role("-x", "prod-admin", &["mfa_serial = arn:aws:iam::123456789012:mfa/ana"]),
        &sim,
    );
    let ran = home.sandglass(&["renew", "--", "-x"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    let command = ran.err.split('`').nth(1).expect("a command").to_owned();
    let script = format!("printf '%s\\n' {}", command.replacen("sandglass", "", 1));
    let words = run(home.command("sh").args(["-c", &script])).out;
    assert_eq!(words.lines().collect::<Vec<_>>(), ["renew", "--", "-x"], "{command}");
}
