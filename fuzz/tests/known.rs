//! Every seed, and every input that once broke a target, holds.

use std::path::Path;

use sandglass_fuzz::TARGETS;

#[test]
fn the_seeds_hold() {
    for target in &TARGETS {
        let seeds = (target.seeds)();
        assert!(seeds.len() >= 8, "{} has {} seeds", target.name, seeds.len());
        for seed in seeds {
            (target.check)(&seed);
            (target.read)(&seed);
        }
    }
}

#[test]
fn what_once_broke_something_holds() {
    let crashers = Path::new(env!("CARGO_MANIFEST_DIR")).join("crashers");
    let mut tried = 0;
    for target in &TARGETS {
        let Ok(files) = std::fs::read_dir(crashers.join(target.name)) else { continue };
        for file in files.map_while(Result::ok) {
            let input = std::fs::read(file.path()).expect("an input can be read");
            println!("{}", file.path().display());
            (target.check)(&input);
            tried += 1;
        }
    }
    assert!(tried > 0, "the inputs are there");
}
