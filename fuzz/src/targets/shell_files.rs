//! Start-up files of shells, and the lines that a fix takes out of them.

use std::io::Write as _;
use std::process::{Command, Stdio};

use sandglass_doctor::evidence::shell_file::{Assigned, Dialect, assignments};
use sandglass_doctor::shell_edit::{shown_lines, without_lines};

use crate::Target;

pub(crate) const TARGET: Target = Target { name: "shell_files", check, read, seeds };

const DIALECTS: [Dialect; 3] = [Dialect::Posix, Dialect::Fish, Dialect::Environment];

/// One byte that chooses the shell, then the file.
fn check(data: &[u8]) {
    let Some((choice, bytes)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let dialect = DIALECTS[usize::from(*choice) % DIALECTS.len()];
    let before = assignments(text, dialect);
    assert_eq!(shown_lines(text).len(), text.lines().count());
    let lines = text.lines().count();
    assert!(before.iter().all(|found| (1..=lines).contains(&found.line)), "a line of the file is named");
    let gone: Vec<usize> =
        before.iter().filter(|found| found.is_whole_line).map(|found| found.line).collect();
    if gone.is_empty() {
        return;
    }
    let after = without_lines(bytes, &gone);
    let kept = text.split_inclusive('\n').zip(1..).filter(|(_, line)| !gone.contains(line));
    assert_eq!(after, kept.map(|(line, _)| line).collect::<String>().into_bytes(), "no other byte changes");
    let after = String::from_utf8(after).expect("whole lines of text are text");
    let left: Vec<&Assigned> = before.iter().filter(|found| !gone.contains(&found.line)).collect();
    let found = assignments(&after, dialect);
    let said =
        |found: &Assigned| (found.name.clone(), found.value.as_ref().map(|value| value.expose().to_owned()));
    assert_eq!(
        found.iter().map(said).collect::<Vec<_>>(),
        left.into_iter().map(said).collect::<Vec<_>>(),
        "what the other lines set stays set"
    );
    if dialect == Dialect::Posix && is_read_by_sh(text) {
        assert!(is_read_by_sh(&after), "sh could read it before, and cannot any more");
    }
}

/// What `sh -n` says of it. Where there is no `sh`, everything is.
fn is_read_by_sh(text: &str) -> bool {
    let mut sh = Command::new("sh");
    sh.arg("-n").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut sh) = sh.spawn() else { return true };
    // It may end before it has read all.
    let _ = sh.stdin.take().map(|mut input| input.write_all(text.as_bytes()));
    sh.wait().is_ok_and(|status| status.success())
}

fn read(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for dialect in DIALECTS {
        let _ = assignments(text, dialect);
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let posix = [
        "export AWS_PROFILE=prod AWS_REGION='eu-west-1' # mine\nexport EDITOR=vi\n",
        "if [ \"$X\" ]; then\n  export AWS_PROFILE=gone\nfi\nexport AWS_REGION=x\n",
        "cat <<EOF\nexport AWS_PROFILE=x\nEOF\nexport AWS_PROFILE=y\n",
        "export AWS_PROFILE=gone \\\n EDITOR=vi\nexport AWS_A=1\n",
        "use() {\n  export AWS_E=5\n}\nexport AWS_F=6\n",
        "case $x in\n a) export AWS_A=1;;\nesac\nexport AWS_B=2\n",
        "export AWS_A=\"a\nb\"\nexport AWS_B=2\n",
        "test -f /x ||\nexport AWS_A=1\nexport AWS_B=2; export AWS_B\n",
        "x=$(\nexport AWS_A=1\n)\nexport AWS_B=`date`\nexport AWS_C=$((1+2))\n",
        "declare -x AWS_B=2\nalias p='AWS_PROFILE=x'\n",
    ];
    let fish = [
        "set -gx AWS_PROFILE prod\nset --export --global AWS_REGION 'eu-west-1'\nset -x EDITOR vi\n",
        "function p\n  set -gx AWS_Y 1\nend\nset -gx AWS_Z 1\n",
        "if true; and \\\nset -gx AWS_A 1\nend\nset -gx AWS_B \"a\nb\"\n",
    ];
    let environment = ["AWS_PROFILE=prod\n# no\nPATH=/x\n", "AWS_A=\"x y\" \\\nz\nAWS_B='1'\n"];
    let chosen = |choice: u8, files: &[&str]| -> Vec<Vec<u8>> {
        files.iter().map(|file| [&[choice], file.as_bytes()].concat()).collect()
    };
    [chosen(0, &posix), chosen(1, &fish), chosen(2, &environment)].concat()
}
