//! `cargo xtask fuzz`: the targets of `fuzz/` under libFuzzer, which the stable compiler builds as well: the pass that
//! counts coverage is LLVM's, and asked for by flags of code generation.

mod figures;

use std::env;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use crate::failure::{During as _, Failure, Result};
use crate::programs::Group;
use crate::stages::Outcome;
use crate::{process, say, setup, workspace};
use figures::Figures;

/// What counts the edges of the code that an input reaches, and what it compares.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";
/// No text of these kinds that matters is longer.
const LONGEST: &str = "-max_len=8192";
/// What is repeated until it is long enough to be measured.
const LONGEST_PART: &str = "-max_len=256";
/// An input that takes so many seconds is a fault.
const TIME_LIMIT: &str = "-timeout=60";
/// So many inputs are tried where a change waits for it: they are near those that hold, so what fails fails for the change.
/// What takes longer to find is found by runs of an hour.
const FEW: &str = "-runs=10000";
/// Of its time, a target spends so much on how the time of reading grows.
const GROWTH: u64 = 5;
/// A found input that is longer is only named.
const SHOWN: usize = 2048;

/// Tries every target, or the one named, each for so many seconds, and prints the figures.
pub(crate) fn fuzz(only: Option<&str>, seconds: u64) -> Result<()> {
    let targets = names()?;
    let chosen: Vec<&str> = match only {
        None => targets.iter().map(String::as_str).collect(),
        Some(name) if targets.iter().any(|target| target == name) => vec![name],
        Some(name) => {
            let known = targets.join(", ");
            return Err(Failure::new(format!("There is no target \"{name}\". There are: {known}.")));
        }
    };
    setup::packages(&[Group::Build])?;
    let program = build()?;
    run(&program, &chosen, seconds, Inputs::New).map(|_| ())
}

/// Which inputs a target is tried with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inputs {
    /// New ones each time, on top of those that were kept.
    New,
    /// Those of one seed, from the beginning.
    Same,
}

/// Tries the first inputs of one seed with every target, in no more than the time. What fails here fails for what was
/// changed, and mostly again where it is tried again.
pub(crate) fn in_all(time: Duration) -> Result<Outcome> {
    let targets = names()?;
    let program = build()?;
    let names: Vec<&str> = targets.iter().map(String::as_str).collect();
    let seconds = time.as_secs() / u64::try_from(names.len()).unwrap_or(1).max(1);
    let executions = run(&program, &names, seconds, Inputs::Same)?;
    Ok(Outcome::Noted(format!("{} targets, {executions} inputs", names.len())))
}

/// The targets, by their files.
fn names() -> Result<Vec<String>> {
    let directory = workspace::root().join("fuzz/src/targets");
    let entries = fs::read_dir(&directory).during(|| format!("{} cannot be read", directory.display()))?;
    let files = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "rs"));
    let stems = files.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()));
    let mut names: Vec<String> = stems.filter(|name| name != "mod").collect();
    names.sort();
    Ok(names)
}

/// Builds the targets with coverage, in a directory of their own: other flags are another build.
fn build() -> Result<PathBuf> {
    let host = host()?;
    say::line("Building the targets with coverage …");
    // With a target named, the flags are not those of build scripts and macros.
    let mut cargo = workspace::cargo();
    cargo.args([
        "build",
        "--quiet",
        "--package",
        "sandglass-fuzz",
        "--bin",
        "sandglass-fuzz",
        "--profile",
        "fuzz",
    ]);
    cargo.args(["--target", &host, "--target-dir"]).arg(directory());
    cargo.env("RUSTFLAGS", COVERAGE).env_remove("CARGO_ENCODED_RUSTFLAGS");
    process::run(&mut cargo)?;
    let program = format!("sandglass-fuzz{}", env::consts::EXE_SUFFIX);
    Ok(directory().join(host).join("fuzz").join(program))
}

/// The system that the compiler is for when nobody says it.
fn host() -> Result<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let told = process::output(Command::new(rustc).arg("-vV"))?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Failure::new("rustc does not say which system it is for."))
}

fn directory() -> PathBuf {
    workspace::target().join("fuzz")
}

/// Runs the targets, as many at once as there are cores, and gives the number of inputs.
fn run(program: &Path, names: &[&str], seconds: u64, inputs: Inputs) -> Result<u64> {
    let waiting = Mutex::new(names.iter());
    let results = Mutex::new(Vec::new());
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    thread::scope(|scope| {
        for _ in 0..cores.min(names.len()) {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().ok().and_then(|mut waiting| waiting.next());
                    let Some(name) = next else { break };
                    let result = one(program, name, seconds, inputs);
                    match &result {
                        Ok(figures) => say::line(&format!("{name}: {}", figures.short())),
                        Err(failure) => say::problem(&format!("{name}: {failure}")),
                    }
                    if let Ok(mut results) = results.lock() {
                        results.push((*name, result));
                    }
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_default();
    results.sort_by_key(|(name, _)| names.iter().position(|known| known == name));
    say::line(&format!("\n{}", figures::table(&results)));
    let failed: Vec<&str> =
        results.iter().filter(|(_, result)| result.is_err()).map(|(name, _)| *name).collect();
    if !failed.is_empty() {
        return Err(Failure::new(format!("something does not hold: {}", failed.join(", "))));
    }
    Ok(results.iter().filter_map(|(_, result)| result.as_ref().ok()).map(|figures| figures.executions).sum())
}

/// One target: what holds of its texts first, then how the time of reading them grows.
fn one(program: &Path, name: &str, seconds: u64, inputs: Inputs) -> Result<Figures> {
    let kept = directory().join(if inputs == Inputs::New { "" } else { "same" });
    let place = |what: &str| kept.join(what).join(name);
    for what in ["corpus", "growth", "seeds"] {
        if inputs == Inputs::Same && place(what).exists() {
            fs::remove_dir_all(place(what))
                .during(|| format!("{} cannot be emptied", place(what).display()))?;
        }
        fs::create_dir_all(place(what)).during(|| format!("{} cannot be made", place(what).display()))?;
    }
    let growth = (seconds / GROWTH).max(1);
    let command = |corpus: &str, seconds: u64, longest: &str| {
        let mut command = Command::new(program);
        command.arg(place(corpus)).arg(place("seeds"));
        command.args([TIME_LIMIT, longest, "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=1"]);
        command.arg(format!("-max_total_time={seconds}"));
        command.arg(format!("-dict={}", workspace::root().join("fuzz/words.dict").display()));
        command.arg(format!("-artifact_prefix={}", directory().join(format!("found-{name}-")).display()));
        if inputs == Inputs::Same {
            command.args(["-seed=1", FEW]);
        }
        command.env("SANDGLASS_FUZZ_TARGET", name).env("SANDGLASS_FUZZ_SEEDS", place("seeds"));
        command
    };
    let told = ran(&mut command("corpus", seconds.saturating_sub(growth).max(1), LONGEST), name)?;
    ran(command("growth", growth, LONGEST_PART).env("SANDGLASS_FUZZ_GROWTH", growth.to_string()), name)?;
    Ok(Figures::read(&told, seconds))
}

/// What libFuzzer says at the end; the input and the reason where something does not hold.
fn ran(command: &mut Command, name: &str) -> Result<String> {
    let log = directory().join(format!("{name}.log"));
    let file = fs::File::create(&log).during(|| format!("{} cannot be written", log.display()))?;
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file).status();
    let status = status.during(|| format!("{} cannot be started", command.get_program().display()))?;
    let told = fs::read(&log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    if status.success() { Ok(told) } else { Err(found(name, &told)) }
}

/// The input that was found, and how to try it again.
fn found(name: &str, told: &str) -> Failure {
    let path = told.lines().find_map(|line| line.split("Test unit written to ").nth(1)).map(PathBuf::from);
    let reason: Vec<&str> = told
        .lines()
        .skip_while(|line| !line.contains("panicked at") && !line.contains("ERROR: libFuzzer"))
        .take(6)
        .collect();
    let mut text = format!("something does not hold.\n{}", reason.join("\n"));
    let Some(path) = path else {
        return Failure::new(format!("{text}\nThe whole log is {name}.log in {}.", directory().display()));
    };
    if let Some(input) = fs::read(&path).ok().filter(|input| input.len() <= SHOWN) {
        let _ = write!(text, "\nThe input: b\"{}\"", input.escape_ascii());
    }
    let _ = write!(
        text,
        "\nIt is kept in {0}\nTry it: cargo run --package sandglass-fuzz -- {name} {0}\n\
         When it is fixed, keep it for good in fuzz/crashers/{name}/.",
        path.display()
    );
    Failure::new(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_a_file() {
        let names = names().expect("they are there");
        assert!(names.contains(&"documents".to_owned()) && !names.contains(&"mod".to_owned()), "{names:?}");
    }

    #[test]
    fn what_was_found_is_told_with_its_reason() {
        let told =
            "INFO: seed\nthread 'main' panicked at fuzz/src/x.rs:3:1:\nthe value is read back\n==1== ERROR\n";
        let failure = found("documents", told).to_string();
        assert!(failure.contains("the value is read back") && failure.contains("documents.log"), "{failure}");
    }
}
