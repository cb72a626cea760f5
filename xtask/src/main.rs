//! `cargo xtask …`: set up, build, run and test Sandglass. `cargo xtask help` lists the commands.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::dispatch(std::env::args().skip(1).collect())
}
