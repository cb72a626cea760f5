//! Start-up files of real shells: a line that doctor removes changes nothing else.

use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sandglass_doctor::evidence::shell_file::{Dialect, assignments};
use sandglass_doctor::shell_edit::without_lines;
use sandglass_tests::{Home, skipped};

/// Parts of files; each `SET` sets a variable of AWS.
const POSIX: &[&str] = &[
    "SET\n",
    "SET\n",
    "SET # mine\n",
    "SET; SET\n",
    "SET && echo a\n",
    "false || SET\n",
    "false ||\nSET\n",
    "true && \\\nSET\n",
    "SET \\\n OWN=1\n",
    "export OWN=2\n",
    "if true; then\nSET\nfi\n",
    "if false; then SET; else echo b; fi\n",
    "if false\nthen\n  echo x\nelse\n  SET\nfi\n",
    "for x in 1 2; do\n  SET\ndone\n",
    "while false; do\nSET\ndone\n",
    "{\nSET\n}\n",
    "(\nSET\n)\n",
    "f() {\n  SET\n}\n",
    "g() { echo g; }\ng\n",
    "case a in\n  a) SET ;;\n  *)\n    SET\n    ;;\nesac\n",
    "case a in\n(b) echo n;;\n  a | c )\nSET\nesac\n",
    "cat <<EOF\nSET\nEOF\n",
    "cat <<-'X Y'\n\tSET\n\tX Y\n",
    "x='\nSET\n'\necho \"$x\"\n",
    "y=\"a\nSET\n\"; echo \"$y\"\n",
    "echo a \\\nSET\n",
    "SET | cat\n",
    "echo \"$(\nSET\necho c\n)\"\n",
    "echo `echo d`\n",
    "# main() {\n",
    "# it's\n",
    "export AWS_PROFILE='gone\non'\n",
    "echo \"${x:-\nSET\n}\"\n",
    "! SET\n",
    "SET > /dev/null\n",
    "\n",
    "echo $((1 + 2)) $# a#b\n",
    "unset AWS_PROFILE\n",
    "AWS_REGION=a echo e\n",
    "SET &\n",
    "wait\n",
    "eval 'SET'\n",
    "true && {\nSET\n}\n",
    "if ! false; then\n:\nfi; SET\n",
];

const FISH: &[&str] = &[
    "SET\n",
    "SET\n",
    "SET # mine\n",
    "SET; SET\n",
    "SET; and echo a\n",
    "SET\nand echo a\n",
    "false; or SET\n",
    "true; and \\\nSET\n",
    "false ||\nSET\n",
    "if true\nSET\nend\n",
    "if false\n  SET\nelse if true\n  echo b\nelse\n  SET\nend\n",
    "for x in 1 2\n  SET\nend\n",
    "while false\nSET\nend\n",
    "begin\nSET\nend\n",
    "function f\n  SET\nend\n",
    "switch a\ncase a\n  SET\ncase '*'\n  echo n\nend\n",
    "echo '\nSET\n'\n",
    "echo \"a\nSET\"\n",
    "echo a \\\nSET\n",
    "echo (\nSET\necho c\n)\n",
    "# it's (\n",
    "set -gx OWN 1\n",
    "set -gx AWS_PROFILE 'gone\non'\n",
    "not SET\n",
    "\n",
    "SET | cat\n",
    "if not false\n:\nend; SET\n",
    "echo a#b\n",
];

fn scripts(parts: &'static [&'static str], set: &[&str], count: usize) -> Vec<String> {
    let script = proptest::collection::vec(proptest::sample::select(parts), 1..9);
    let mut runner = TestRunner::deterministic();
    let mut number = 0;
    let script = |runner: &mut TestRunner| script.new_tree(runner).expect("a script").current().concat();
    (0..count)
        .map(|_| {
            let mut text = script(&mut runner);
            while let Some(at) = text.find("SET") {
                number += 1;
                text.replace_range(at..at + 3, set[number % set.len()]);
            }
            text
        })
        .collect()
}

/// What a shell says of a script: how it ended and what it printed.
fn asked(home: &Home, shell: &str, arguments: &[&str], script: &str) -> (Option<i32>, String) {
    let mut command = Command::new(shell);
    home.dress(&mut command);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("it starts");
    let _ = child.stdin.take().expect("a pipe").write_all(script.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let own: Vec<String> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter(|line| !line.starts_with("AWS_") && *line != "on" && !line.starts_with("_="))
        .map(str::to_owned)
        .collect();
    (output.status.code(), own.join("\n"))
}

#[test]
fn a_file_does_what_it_did_without_the_lines_that_may_go() {
    let test = "a_file_does_what_it_did_without_the_lines_that_may_go";
    let posix =
        ["export AWS_PROFILE=gone", "export AWS_REGION='a b' AWS_PROFILE=\"x\"", "AWS_SESSION_TOKEN=t"];
    let fish = ["set -gx AWS_PROFILE gone", "set --export AWS_REGION 'a b'"];
    let (mut tried, mut taken) = (0, 0);
    for (shell, only_look, run, dialect) in [
        ("sh", &["-n"][..], &[][..], Dialect::Posix),
        ("bash", &["-n"], &["--norc"], Dialect::Posix),
        ("zsh", &["-f", "-n"], &["-f"], Dialect::Posix),
        ("fish", &["--no-config", "-n"], &["--no-config"], Dialect::Fish),
    ] {
        if Command::new(shell).args(["-c", ":"]).stderr(Stdio::null()).status().is_err() {
            skipped(test, shell);
            continue;
        }
        let home = Home::empty();
        let all =
            if dialect == Dialect::Fish { scripts(FISH, &fish, 120) } else { scripts(POSIX, &posix, 160) };
        for script in all {
            let lines: Vec<usize> = assignments(&script, dialect)
                .iter()
                .filter(|found| found.is_whole_line)
                .map(|found| found.line)
                .collect();
            if lines.is_empty() || asked(&home, shell, only_look, &script).0 != Some(0) {
                continue;
            }
            tried += 1;
            taken += lines.len();
            let after = String::from_utf8(without_lines(script.as_bytes(), &lines)).expect("text");
            assert_eq!(
                asked(&home, shell, only_look, &after).0,
                Some(0),
                "{shell} reads\n{script}\nbut not\n{after}"
            );
            let shows = "\nenv | sort\n";
            let ran = |script: &str| asked(&home, shell, run, &(script.to_owned() + shows)).1;
            assert_eq!(ran(&script), ran(&after), "{shell}: {lines:?} of\n{script}\nleft\n{after}");
        }
    }
    assert!(tried > 60 && taken > 100, "{taken} lines of {tried} scripts: too few");
}

#[test]
fn a_block_keeps_its_only_line() {
    for (file, text, kept) in [
        (".bashrc", "if [ \"$X\" ]; then\n  export AWS_PROFILE=gone\nfi\n", true),
        (".zshrc", "x='\nexport AWS_PROFILE=gone\n'\nexport AWS_PROFILE=gone\n", false),
        (".profile", "test -f /x ||\nexport AWS_PROFILE=gone\n", true),
    ] {
        let mut home = Home::with_config("[profile a]\nregion = eu-central-1\n");
        home.write(file, text);
        home.set("AWS_PROFILE", "gone");
        let ran = home.sandglass(&["doctor", "--offline", "--fix=edit_shell_file"]);
        let after = std::fs::read_to_string(home.path().join(file)).expect("a file");
        if kept {
            assert_eq!(after, text, "{file}: {ran:?}");
            assert!(ran.out.contains(&format!("~/{file}:2")), "the place is shown: {ran:?}");
        } else {
            assert_eq!(after, "x='\nexport AWS_PROFILE=gone\n'\n", "{file}: {ran:?}");
            assert!(
                ran.err.contains("  export AWS_PROFILE=gone\n") && ran.err.contains("  -AWS_PROFILE=gone"),
                "{ran:?}"
            );
        }
    }
}
