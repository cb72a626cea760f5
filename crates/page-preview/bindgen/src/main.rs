//! `page-preview-bindgen FILE.wasm DIRECTORY`: puts the module beside the JavaScript that loads it.

use std::path::PathBuf;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(module), Some(directory)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: page-preview-bindgen FILE.wasm DIRECTORY");
        return ExitCode::from(2);
    };
    let made = Bindgen::new().input_path(module).web(true).and_then(|bindgen| {
        bindgen.typescript(false).out_name("page_preview").generate(&directory)
    });
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
