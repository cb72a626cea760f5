//! `aws-sim [--port N] [--world FILE.json]`: prints its address, ends with its standard input.

use std::io::Read;
use std::process::ExitCode;

use aws_sim::{Sim, World};

const USAGE: &str = "usage: aws-sim [--port N] [--world FILE.json]";

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the program's own output")]
fn main() -> ExitCode {
    let sim = match arguments()
        .and_then(|(world, port)| Sim::start_on(world, port).map_err(|error| format!("port {port}: {error}")))
    {
        Ok(sim) => sim,
        Err(message) => {
            eprintln!("aws-sim: {message}");
            return ExitCode::FAILURE;
        }
    };
    println!("{}", sim.url());
    let mut rest = Vec::new();
    let _ = std::io::stdin().read_to_end(&mut rest);
    ExitCode::SUCCESS
}

fn arguments() -> Result<(World, u16), String> {
    let (mut world, mut port) = (World::small(), 0);
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        match name.as_str() {
            "--port" => port = value.parse().map_err(|_| format!("{value} is no port\n{USAGE}"))?,
            "--world" => world = read(&value)?,
            _ => return Err(USAGE.to_owned()),
        }
    }
    Ok((world, port))
}

fn read(path: &str) -> Result<World, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))
}
