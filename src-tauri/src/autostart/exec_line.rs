//! Quotes a path for a desktop entry. (xtask, which has no dependencies, includes this file too.)

/// The path as `Exec` has it: one quoted argument, in which the Desktop Entry Specification escapes
/// four characters and doubles `%`; and all of that again as a value of the file.
pub(crate) fn exec(path: &str) -> String {
    let mut argument = String::from("\"");
    for character in path.chars() {
        match character {
            '"' | '`' | '$' | '\\' => argument.extend(['\\', character]),
            '%' => argument.push_str("%%"),
            other => argument.push(other),
        }
    }
    argument.push('"');
    value(&argument)
}

/// The path as a plain value, such as `TryExec`.
pub(crate) fn value(text: &str) -> String {
    text.replace('\\', r"\\").replace('\n', r"\n").replace('\t', r"\t").replace('\r', r"\r")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_quoted_as_the_specification_has_it() {
        assert_eq!(exec("/usr/bin/x"), "\"/usr/bin/x\"");
        assert_eq!(exec("/home/Ana María/100%/x"), "\"/home/Ana María/100%%/x\"");
        assert_eq!(exec("/a\"b`c$d\\e"), r#""/a\\"b\\`c\\$d\\\\e""#);
        assert_eq!(value("/a\\b\nc"), r"/a\\b\nc");
    }
}
