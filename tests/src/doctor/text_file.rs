//! A config or credentials file as a person might have written it, with the lines that are at fault.

use std::ops::RangeInclusive;

use super::Draw;
use super::keys::Keys;

/// A file in the making: sections in any order, unless that matters.
#[derive(Default)]
pub struct TextFile {
    sections: Vec<Section>,
    keeps_order: bool,
    crlf: Option<bool>,
}

/// A header and what follows it.
pub struct Section {
    header: String,
    header_at_fault: bool,
    lines: Vec<Line>,
    keeps_order: bool,
}

struct Line {
    text: String,
    at_fault: bool,
}

/// What is written, and where it is at fault.
pub struct Written {
    /// The text.
    pub text: String,
    /// Lines of this file that evidence may name, counted from 1.
    pub faults: Vec<RangeInclusive<usize>>,
}

impl TextFile {
    /// Adds `[header]`.
    pub fn section(&mut self, header: &str) -> &mut Section {
        self.raw_section(&format!("[{header}]"))
    }

    /// Adds a line in the place of a header.
    pub fn raw_section(&mut self, header: &str) -> &mut Section {
        let header = header.to_owned();
        self.sections.push(Section { header, header_at_fault: false, lines: Vec::new(), keeps_order: false });
        self.sections.last_mut().expect("just added")
    }

    /// Adds the section of a profile in the config file.
    pub fn profile(&mut self, name: &str) -> &mut Section {
        self.section(&profile_header(name))
    }

    /// The section that was added with this header.
    pub fn added(&mut self, header: &str) -> &mut Section {
        let header = format!("[{header}]");
        self.sections.iter_mut().find(|section| section.header == header).expect("it was added")
    }

    /// The sections stay as they were added.
    pub fn keep_order(&mut self) {
        self.keeps_order = true;
    }

    /// The lines end as in files of Windows.
    pub fn crlf(&mut self) {
        self.crlf = Some(true);
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// Writes it down.
    pub fn written(mut self, draw: &mut Draw) -> Written {
        if !self.keeps_order {
            draw.shuffle(&mut self.sections);
        }
        let mut page = Page { text: String::new(), lines: 0, faults: Vec::new() };
        for section in self.sections {
            section.put(&mut page, draw);
        }
        let crlf = self.crlf.unwrap_or_else(|| draw.one_in(6));
        let text = if crlf { page.text.replace('\n', "\r\n") } else { page.text };
        Written { text, faults: page.faults }
    }
}

/// `default`, `profile x` or `profile "x y"`.
pub fn profile_header(name: &str) -> String {
    match name {
        "default" => name.to_owned(),
        _ if name.contains(' ') => format!("profile \"{name}\""),
        _ => format!("profile {name}"),
    }
}

impl Section {
    /// Adds a setting.
    pub fn set(&mut self, key: &str, value: &str) -> &mut Self {
        self.raw(&format!("{key} = {value}"))
    }

    /// Adds the setting that is at fault.
    pub fn fault(&mut self, key: &str, value: &str) -> &mut Self {
        self.raw_fault(&format!("{key} = {value}"))
    }

    /// Adds a line as it is; it may hold several.
    pub fn raw(&mut self, text: &str) -> &mut Self {
        self.lines.push(Line { text: text.to_owned(), at_fault: false });
        self
    }

    /// Adds a line that is at fault.
    pub fn raw_fault(&mut self, text: &str) -> &mut Self {
        self.lines.push(Line { text: text.to_owned(), at_fault: true });
        self
    }

    /// The header is at fault.
    pub fn header_fault(&mut self) -> &mut Self {
        self.header_at_fault = true;
        self
    }

    /// Its lines stay as they were added.
    pub fn keep_order(&mut self) -> &mut Self {
        self.keeps_order = true;
        self
    }

    /// Adds keys.
    pub fn keys(&mut self, keys: &Keys) -> &mut Self {
        self.set("aws_access_key_id", &keys.id).set("aws_secret_access_key", &keys.secret);
        if let Some(token) = &keys.token {
            self.set("aws_session_token", token);
        }
        self
    }

    /// Adds keys that are at fault.
    pub fn fault_keys(&mut self, keys: &Keys) -> &mut Self {
        let from = self.lines.len();
        self.keys(keys);
        self.lines[from..].iter_mut().for_each(|line| line.at_fault = true);
        self
    }

    fn put(mut self, page: &mut Page, draw: &mut Draw) {
        if !self.keeps_order {
            draw.shuffle(&mut self.lines);
        }
        let first = page.lines == 0;
        let gap = if first { 0 } else { draw.below(3) };
        (0..gap).for_each(|_| page.line("", false));
        if !first && draw.one_in(4) {
            page.line(draw.pick(&["# asked for by the platform team", "; old ones below", "#"]), false);
        }
        page.line(&self.header, self.header_at_fault);
        let tight = draw.one_in(4);
        for line in self.lines {
            if draw.one_in(8) {
                page.line(
                    draw.pick(&["# region = eu-south-2", "; role_arn = old", "#output = table"]),
                    false,
                );
            }
            let text = if tight && !line.at_fault { line.text.replacen(" = ", "=", 1) } else { line.text };
            page.line(&text, line.at_fault);
        }
    }
}

struct Page {
    text: String,
    lines: usize,
    faults: Vec<RangeInclusive<usize>>,
}

impl Page {
    fn line(&mut self, text: &str, at_fault: bool) {
        let begins = self.lines + 1;
        self.lines += text.split('\n').count();
        self.text.push_str(text);
        self.text.push('\n');
        if at_fault {
            self.faults.push(begins..=self.lines);
        }
    }
}
