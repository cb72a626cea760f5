//! The window's pages in a browser, with nothing of them made up but the data: a home in memory, read by the same
//! core, doctor and application as a real one. Built as WebAssembly for `npm run dev` and the tests of the pages; no
//! product contains it.
//!
//! Read [`Preview`] first: a command by its name and arguments in, its answer out, as over Tauri's bridge.
//!
//! - `home/`: the invented files, variables and programs
//! - `reading`: that home as the engine would read a real one
//! - `aws`: what the AWS of this home answers
//! - `desk/`: the desktop around `app::state::State`: effects done in memory, news for the pages, profiles, diagnoses
//! - `commands`: every command of the window by its name

mod aws;
mod commands;
mod desk;
mod home;
mod reading;
#[cfg(test)]
mod tests;

use sandglass_core::Timestamp;
use wasm_bindgen::prelude::wasm_bindgen;

use desk::Desk;
use home::Options;

/// One invented desktop. It knows no clock: whoever asks says what time it is, in milliseconds since 1970.
#[wasm_bindgen]
pub struct Preview(Desk);

#[wasm_bindgen]
impl Preview {
    /// A home as the parameters of a page's address ask for it: a JSON object of texts.
    #[wasm_bindgen(constructor)]
    pub fn new(parameters: &str, now: f64) -> Self {
        Self(Desk::new(Options::parse(parameters), instant(now)))
    }

    /// A command of the window, by Tauri's name for it and with the JSON of its arguments. The answer is JSON:
    /// `answer`, with `through` for what is told on the way, or `refused`.
    pub fn invoke(&mut self, command: &str, arguments: &str, now: f64) -> String {
        self.0.at(instant(now));
        commands::invoke(&mut self.0, command, arguments)
    }

    /// What the pages are to be told since the last time: a JSON list.
    pub fn news(&mut self) -> String {
        self.0.news()
    }

    /// The time has come for what was to happen `later`.
    pub fn due(&mut self, number: u32, now: f64) {
        self.0.at(instant(now));
        self.0.due(number);
    }

    /// In how many milliseconds something changes with time alone; none where nothing does.
    #[wasm_bindgen(js_name = wakesIn)]
    pub fn wakes_in(&mut self, now: f64) -> Option<f64> {
        self.0.at(instant(now));
        self.0.wakes_in()
    }

    /// The time has come that was asked for.
    pub fn woke(&mut self, now: f64) {
        self.0.at(instant(now));
        self.0.woke();
    }

    /// The text of one of the home's files: `config`, `credentials` or `preferences`; empty where there is none.
    pub fn read(&self, file: &str) -> String {
        self.0.home.text(file)
    }

    /// Another program writes one of these, or the `clipboard`.
    pub fn write(&mut self, file: &str, text: &str, now: f64) {
        self.0.at(instant(now));
        self.0.written_elsewhere(file, text);
    }

    /// Another program stores a session of a profile, as the AWS CLI would: from when on, and until when.
    #[wasm_bindgen(js_name = storesSession)]
    pub fn stores_session(&mut self, profile: &str, began: f64, end: f64, now: f64) {
        self.0.at(instant(now));
        self.0.stored_elsewhere(profile, instant(began), instant(end));
    }

    /// A click in the tray, or on a notification: the JSON of an action.
    pub fn clicked(&mut self, action: &str, now: f64) {
        self.0.at(instant(now));
        self.0.clicked(action);
    }

    /// The window's frame was asked to close.
    #[wasm_bindgen(js_name = closeRequested)]
    pub fn close_requested(&mut self, now: f64) {
        self.0.at(instant(now));
        self.0.close_requested();
    }
}

/// JavaScript counts in milliseconds, and in nothing but floating point.
fn instant(millis: f64) -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "a moment of today is far from the limits")]
    let whole = millis as i64;
    Timestamp::from_timestamp_millis(whole).unwrap_or_default()
}
