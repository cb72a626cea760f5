//! Under libFuzzer: the target that `SANDGLASS_FUZZ_TARGET` names. Without it: `sandglass-fuzz TARGET FILE…` tries inputs
//! that were found.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
mod under_libfuzzer {
    use std::path::Path;
    use std::sync::OnceLock;
    use std::time::{Duration, Instant};

    use sandglass_fuzz::{Target, assert_linear, target};

    /// Which target, and until when it is only measured how reading grows, if it is.
    type Chosen = (&'static Target, Option<Instant>);

    fn chosen() -> &'static Chosen {
        static CHOSEN: OnceLock<Chosen> = OnceLock::new();
        CHOSEN.get_or_init(|| {
            let name = std::env::var("SANDGLASS_FUZZ_TARGET").unwrap_or_default();
            let Some(target) = target(&name) else { panic!("SANDGLASS_FUZZ_TARGET names no target") };
            let seconds =
                std::env::var("SANDGLASS_FUZZ_GROWTH").ok().and_then(|seconds| seconds.parse().ok());
            (target, seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds)))
        })
    }

    /// Writes the seeds where libFuzzer looks for them, before it looks.
    fn begin() {
        // What is made once, as patterns are, is not the time of an input.
        (chosen().0.check)(b"");
        let Some(directory) = std::env::var_os("SANDGLASS_FUZZ_SEEDS") else { return };
        for (number, seed) in (chosen().0.seeds)().into_iter().enumerate() {
            let path = Path::new(&directory).join(format!("seed-{number:04}"));
            std::fs::write(path, seed).unwrap_or_else(|error| panic!("a seed cannot be written: {error}"));
        }
    }

    libfuzzer_sys::fuzz_target!(
        init: begin(),
        |data: &[u8]| {
            match chosen() {
                (target, None) => (target.check)(data),
                // libFuzzer reads every seed, however long that takes.
                (target, Some(end)) if Instant::now() < *end => assert_linear(target.read, data),
                _ => {}
            }
        }
    );
}

#[cfg(not(fuzzing))]
fn main() -> std::process::ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let name = arguments.next().unwrap_or_default();
    let Some(target) = sandglass_fuzz::target(&name.to_string_lossy()) else {
        let names = sandglass_fuzz::TARGETS.map(|target| target.name).join(", ");
        say(&format!("Usage: sandglass-fuzz TARGET FILE…\nTargets: {names}"));
        return std::process::ExitCode::from(2);
    };
    for path in arguments {
        match std::fs::read(&path) {
            Ok(input) => (target.check)(&input),
            Err(error) => {
                say(&format!("{} cannot be read: {error}", path.display()));
                return std::process::ExitCode::FAILURE;
            }
        }
        say(&format!("{}: everything holds", path.display()));
    }
    std::process::ExitCode::SUCCESS
}

#[cfg(not(fuzzing))]
#[expect(clippy::print_stdout, reason = "a tool for developers")]
fn say(line: &str) {
    println!("{line}");
}
