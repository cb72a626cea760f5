//! C for macOS: zig from `PyPI`, behind scripts that make it look like the clang that crates expect.

use std::fs;

use crate::failure::{During as _, Result};
use crate::setup::python::Environment;
use crate::setup::write_script;
use crate::stages::Outcome;
use crate::workspace;

const REQUIREMENTS: &[&str] = &["ziglang==0.13.0"];

/// Gives the variables that make builds of C for macOS use zig.
pub(super) fn ensure() -> Result<(Vec<(&'static str, String)>, Outcome)> {
    let environment = Environment::new("zig", REQUIREMENTS.iter().copied());
    let outcome = environment.ensure()?;
    let home = workspace::tools().join("zig-as-clang");
    fs::create_dir_all(&home).during(|| format!("{} cannot be created", home.display()))?;
    let (cc, ar) = (home.join("cc"), home.join("ar"));
    let zig = format!("'{}' -m ziglang", environment.program("python").display());
    write_script(&cc, &CC.replace("ZIG", &zig))?;
    write_script(&ar, &AR.replace("ZIG", &zig))?;
    let shown = |path: &std::path::Path| path.display().to_string();
    let cache = shown(&home.join("cache"));
    let variables = vec![
        ("CC_aarch64_apple_darwin", shown(&cc)),
        ("AR_aarch64_apple_darwin", shown(&ar)),
        ("ZIG_GLOBAL_CACHE_DIR", cache.clone()),
        ("ZIG_LOCAL_CACHE_DIR", cache),
    ];
    Ok((variables, outcome))
}

/// Objective-C needs Apple's headers, which are not ours to have: an empty file compiles instead, as nothing is
/// linked in a check.
const CC: &str = r#"#!/bin/sh
empty=$(dirname "$0")/empty.c
skip=
for argument in "$@"; do
    shift
    if [ -n "$skip" ]; then skip=; continue; fi
    case $argument in
        --target=* | -mmacosx-version-min=* | -mmacos-version-min=*) ;;
        -arch) skip=1 ;;
        *.m) : > "$empty"; set -- "$@" "$empty" ;;
        *) set -- "$@" "$argument" ;;
    esac
done
exec ZIG cc -target aarch64-macos "$@"
"#;

const AR: &str = r#"#!/bin/sh
exec ZIG ar "$@"
"#;
