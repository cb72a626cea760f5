use super::*;

fn read(text: &str, dialect: Dialect) -> Vec<String> {
    let shown = |found: Assigned| {
        let value = found.value.map_or_else(|| "?".to_owned(), |value| value.expose().to_owned());
        let part = if found.is_whole_line { "" } else { " (part)" };
        format!("{}:{}={value}{part}", found.line, found.name)
    };
    assignments(text, dialect).into_iter().map(shown).collect()
}

#[test]
fn exports_of_posix_shells() {
    let text = "export AWS_PROFILE=prod AWS_REGION='eu-west-1' # mine\n\
                AWS_SESSION_TOKEN=\"a b\"; export AWS_SESSION_TOKEN\n\
                AWS_LOST=1\n\
                [ -f x ] && export AWS_A=1\n\
                declare -x AWS_B=2\n\
                export AWS_C=$(cat token) PATH=/x\n\
                # export AWS_D=4\n\
                use() {\n  export AWS_E=5\n}\n\
                alias p='AWS_PROFILE=x'\n\
                export AWS_GONE=1\nunset AWS_GONE\n\
                AWS_F=6 aws s3 ls\n";
    assert_eq!(
        read(text, Dialect::Posix),
        [
            "1:AWS_PROFILE=prod",
            "1:AWS_REGION=eu-west-1",
            "2:AWS_SESSION_TOKEN=a b",
            "4:AWS_A=1 (part)",
            "5:AWS_B=2",
            "6:AWS_C=? (part)"
        ]
    );
}

#[test]
fn fish_and_environment_d() {
    let text = "set -gx AWS_PROFILE prod\nset --export --global AWS_REGION 'eu-west-1'\nset AWS_X 1\n\
                function p\n  if true\n    set -gx AWS_Y 1\n  end\nend\nset -gx AWS_Z 1\nset -e AWS_Z\n";
    assert_eq!(read(text, Dialect::Fish), ["1:AWS_PROFILE=prod", "2:AWS_REGION=eu-west-1"]);
    assert_eq!(read("AWS_PROFILE=prod\n# no\nPATH=/x\n", Dialect::Environment), ["1:AWS_PROFILE=prod"]);
}

#[test]
fn behind_its_name_a_value_of_fish_is_no_option() {
    assert_eq!(read("set -gx AWS_PROFILE '-x --debug'\n", Dialect::Fish), ["1:AWS_PROFILE=-x --debug"]);
    assert_eq!(read("set -x AWS_A -e\n", Dialect::Fish), ["1:AWS_A=-e"]);
}

#[test]
fn however_deep_a_file_goes_it_is_read_to_an_end() {
    for (part, dialect) in
        [("$(", Dialect::Posix), ("\"$(", Dialect::Posix), ("${x:-", Dialect::Posix), ("(", Dialect::Fish)]
    {
        let text = format!("export AWS_A=1\nx {}", part.repeat(100_000));
        let found = assignments(&text, dialect);
        assert!(found.iter().all(|found| !found.is_whole_line), "{part}");
        assert_eq!(found.len(), 1, "{part}");
    }
    let text = format!("export AWS_A=1\nx={}y{}\n", "$(".repeat(20), ")".repeat(20));
    assert_eq!(read(&text, Dialect::Posix), ["1:AWS_A=1"]);
}

/// A line that sets a profile, which is never one that may go.
const SET: &str = "export AWS_PROFILE=gone";

#[test]
fn a_line_that_something_needs_stays() {
    for text in [
        "if [ \"$X\" ]; then\n  SET\nfi\n",
        "for x in a b; do\n  SET\ndone\n",
        "while false; do SET; done\n",
        "{\n  SET\n}\n",
        "export AWS_PROFILE='gone\n  on'\n",
        "test -f /x ||\nSET\n",
        "[ -f /x ] && \\\nSET\n",
        "[ -f /x ] &&\n# why\n\nSET\n",
        "SET \\\n EDITOR=vi\n",
        "SET &&\necho a\n",
        "case $X in\n  a) SET ;;\n  b|c)\n SET\nesac\n",
        "if [[ -n $X ]]; then SET; else\n:\nfi\n",
        "if [[ $X == (a|b) ]]\nthen\nSET\nfi\n",
        "SET; echo a\n",
        "fi\nSET\n",
        "SET\nif true; then\n",
        "SET > /dev/null\n",
        "use() \0\n SET\n",
    ] {
        let found = read(&text.replace("SET", SET), Dialect::Posix);
        assert!(!found.is_empty() || text.starts_with("export"), "{text}");
        assert!(found.iter().all(|one| one.ends_with("(part)")), "{text}: {found:?}");
    }
}

#[test]
fn what_reaches_nobody_is_not_set() {
    for text in [
        "cat <<EOF\nSET\nEOF\n",
        "cat <<-'E F'\n\tSET\n\tE F\n",
        "cat <<A <<B\nSET\nA\nSET\nB\n",
        "x='\nSET\n'\n",
        "alias p=\"\nSET\n\"\n",
        "echo a \\\nSET\n",
        "SET | cat\n",
        "cat x | SET\n",
        "x=$(\nSET\n)\n",
        "x=`\nSET\n`\n",
        "(\nSET\n)\n",
        "SET &\n",
        "x=(\nSET\n)\n",
        "f() {\n  if true; then\n  SET\n  fi\n}\n",
        "function f\n{\n  SET\n}\n",
        "function f {\n  SET; }\n",
        "f() (\n  SET\n)\n",
        "() {\n  SET\n}\n",
        "echo ${X:-\nSET\n}\n",
        "y <<< 'a\nSET\n'\n",
    ] {
        assert_eq!(read(&text.replace("SET", SET), Dialect::Posix), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_line_of_its_own_can_go_whatever_is_around_it() {
    for text in [
        "# see main() in notes\nSET\n",
        "if [[ -n $X && ( -f a || -f b ) ]]; then\n  a\nelif b; then\n c\nfi\nSET\n",
        "case $- in\n  *i*) ;;\n  (*) return;;\nesac\nSET # mine\n",
        "for ((i=0; i<3; i++)); do :; done\nSET\n",
        "f() { echo \"$(date '+%s')\"; }\nSET\n",
        "x=$((1 + (2 << 3)))\nSET\n",
        "PS1='${debian_chroot:+($debian_chroot)}\\u@\\h'\nSET\n",
        "setopt a; bindkey '^[[A' up\nplugins=(git aws)\nsource $ZSH/x.sh\nSET;\n",
        "for f in ~/.zsh/*(N); do\n source $f\ndone\nSET\n",
        "cat <<'EOF' | tee a\n if ( \" \nEOF\nSET\n",
        "x=a#b; echo $# ${#x} $'it\\'s'\nSET\n",
        "[ -f x ] || { a; b; }\nSET\nb &\n",
        "while read -r l; do\n echo $l\ndone < <(ls)\nSET\n",
    ] {
        let found = read(&text.replace("SET", SET), Dialect::Posix);
        assert!(matches!(found.as_slice(), [one] if one.ends_with(":AWS_PROFILE=gone")), "{text}: {found:?}");
    }
}

#[test]
fn lines_of_fish() {
    let set = "set -gx AWS_PROFILE gone";
    for (text, expected) in [
        ("SET\n", "1:AWS_PROFILE=gone"),
        ("if status is-interactive # (\n  echo 'a\\'b'\nelse if x\n y\nend\nSET\n", "6:AWS_PROFILE=gone"),
        ("for x in (ls | grep \"a)\")\n  f $x\nend; SET\n", "3:AWS_PROFILE=gone (part)"),
        ("if true\n SET\nend\n", "2:AWS_PROFILE=gone (part)"),
        ("test -f x; and \\\nSET\n", "1:AWS_PROFILE=gone (part)"),
        ("test -f x\nand SET\n", "2:AWS_PROFILE=gone (part)"),
        ("SET\nand echo a\n", "1:AWS_PROFILE=gone (part)"),
        ("test -f x &&\n SET\n", "2:AWS_PROFILE=gone (part)"),
        ("begin; SET; end\n", "1:AWS_PROFILE=gone (part)"),
    ] {
        assert_eq!(read(&text.replace("SET", set), Dialect::Fish), [expected], "{text}");
    }
    for text in
        ["function f\n if a\n SET\n end\nend\n", "echo '\nSET\n'\n", "echo a \\\nSET\n", "x (\nSET\n)\n"]
    {
        assert_eq!(read(&text.replace("SET", set), Dialect::Fish), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn lines_of_environment_d() {
    let text = "AWS_A=x;(y\n; no\nAWS_B=a\\\n AWS_C=b\nAWS_D='a\nAWS_E=b'\nAWS_F=c\n";
    let lines: Vec<String> = read(text, Dialect::Environment);
    let whole: Vec<&String> = lines.iter().filter(|line| !line.ends_with("(part)")).collect();
    assert_eq!(whole, ["1:AWS_A=x;(y", "7:AWS_F=c"]);
}
