//! Chooses the command that opens an address in a browser. It starts nothing and uses no shell.

use aws_files::shlex_split;

use crate::command_line::{Splitter, words};
use crate::variables::Variables;

/// The word of a preference that stands for the address, as in `firefox -P work %u`.
pub const ADDRESS: &str = "%u";

/// A program with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowserCommand {
    /// The program, by its name or path.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// True if it stays while its window is open: then that it was started is all that can be waited for.
    pub stays: bool,
}

/// Returns the commands of `BROWSER`, in the order they are tried, as Python's `webbrowser` reads it: separated by
/// colons; `%s` stands for the address, and without it the whole is a program; one that ends with `&` stays.
pub fn of_variable(variables: &Variables, address: &str) -> Vec<BrowserCommand> {
    let Some(written) = variables.non_empty("BROWSER") else { return Vec::new() };
    written
        .split(':')
        .filter(|command| !command.is_empty())
        .filter_map(|one| of_python(one, address))
        .collect()
}

fn of_python(command: &str, address: &str) -> Option<BrowserCommand> {
    if !command.contains("%s") {
        let arguments = vec![address.to_owned()];
        return Some(BrowserCommand { program: command.to_owned(), arguments, stays: false });
    }
    let mut words = shlex_split(command)?;
    let stays = words.last().is_some_and(|last| last == "&");
    words.truncate(words.len() - usize::from(stays));
    let mut words = words.into_iter();
    let program = words.next()?;
    Some(BrowserCommand {
        program,
        arguments: words.map(|word| word.replace("%s", address)).collect(),
        stays,
    })
}

/// A person's choice of what opens the page of a sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrowserChoice {
    /// Nothing opens: the address is copied.
    OnlyLink,
    /// This command, with `%u` in the place of the address.
    Command(String),
}

impl BrowserChoice {
    /// Reads it: `copy`, or a command that says where the address belongs. None for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if text == COPY {
            return Some(Self::OnlyLink);
        }
        // A file of preferences may be of another system.
        let is_command = |splitter| of_choice(text, "", splitter).is_some();
        [Splitter::Posix, Splitter::Windows]
            .into_iter()
            .any(is_command)
            .then(|| Self::Command(text.to_owned()))
    }

    /// The text that it is read from.
    pub fn as_str(&self) -> &str {
        match self {
            Self::OnlyLink => COPY,
            Self::Command(command) => command,
        }
    }
}

/// The word for no browser at all.
const COPY: &str = "copy";

/// Returns the command that a person chose; none where it is no command, or does not say where the address belongs.
pub fn of_choice(command: &str, address: &str, splitter: Splitter) -> Option<BrowserCommand> {
    let mut words = words(command, splitter)?.into_iter();
    let program = words.next().filter(|program| !program.contains(ADDRESS))?;
    let arguments: Vec<String> = words.collect();
    let is_named = arguments.iter().any(|word| word.contains(ADDRESS));
    let arguments = arguments.into_iter().map(|word| word.replace(ADDRESS, address)).collect();
    // A browser stays unless one of its kind runs already.
    is_named.then_some(BrowserCommand { program, arguments, stays: true })
}

/// True if a browser can open here: there is a display, or a command that knows better. Over SSH one would open where
/// nobody sits.
pub fn can_open(variables: &Variables, has_display_of_its_own: bool) -> bool {
    let is_set = |name: &str| variables.non_empty(name).is_some();
    if is_set("BROWSER") {
        return true;
    }
    let is_remote = ["SSH_CONNECTION", "SSH_TTY"].into_iter().any(is_set);
    let has_display = has_display_of_its_own || ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(is_set);
    has_display && (!is_remote || is_set("DISPLAY") && !has_display_of_its_own)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS_OF_ALL: &str = "https://x/?a=1&b=2";

    fn commands(browser: &str) -> Vec<(String, Vec<String>, bool)> {
        let variables: Variables = [("BROWSER", browser)].into_iter().collect();
        let all = of_variable(&variables, ADDRESS_OF_ALL).into_iter();
        all.map(|command| (command.program, command.arguments, command.stays)).collect()
    }

    fn command(program: &str, arguments: &[&str], stays: bool) -> (String, Vec<String>, bool) {
        (program.to_owned(), arguments.iter().map(|word| (*word).to_owned()).collect(), stays)
    }

    #[test]
    fn browser_is_read_as_python_reads_it() {
        assert_eq!(commands(""), []);
        assert_eq!(commands("firefox"), [command("firefox", &[ADDRESS_OF_ALL], false)]);
        assert_eq!(
            commands("w3m:my browser -P 'a b' %s:open -n --url=%s &"),
            [
                command("w3m", &[ADDRESS_OF_ALL], false),
                command("my", &["browser", "-P", "a b", ADDRESS_OF_ALL], false),
                command("open", &["-n", "--url=https://x/?a=1&b=2"], true),
            ]
        );
        assert_eq!(commands("'no end %s"), []);
    }

    #[test]
    fn a_choice_says_where_the_address_belongs() {
        let chosen =
            of_choice("firefox -P 'my work' %u", ADDRESS_OF_ALL, Splitter::Posix).expect("a command");
        assert_eq!((chosen.program.as_str(), chosen.stays), ("firefox", true));
        assert_eq!(chosen.arguments, ["-P", "my work", ADDRESS_OF_ALL]);
        for none in ["", "firefox", "%u", "'", "firefox '"] {
            assert_eq!(of_choice(none, ADDRESS_OF_ALL, Splitter::Posix), None, "{none}");
        }
    }

    #[test]
    fn a_choice_is_a_command_or_that_nothing_opens() {
        assert_eq!(BrowserChoice::parse("copy"), Some(BrowserChoice::OnlyLink));
        for command in ["firefox -P work %u", "\"C:\\Program Files\\x.exe\" %u", "open -na X --args --p=%u"] {
            let choice = BrowserChoice::parse(command).expect(command);
            assert_eq!((choice.as_str(), &choice), (command, &BrowserChoice::Command(command.to_owned())));
        }
        for none in ["", "firefox", "%u", "Copy"] {
            assert_eq!(BrowserChoice::parse(none), None, "{none}");
        }
    }

    #[test]
    fn a_browser_opens_where_somebody_sits() {
        let can = |set: &[(&str, &str)], own| can_open(&set.iter().copied().collect(), own);
        assert!(can(&[("DISPLAY", ":0")], false) && can(&[("WAYLAND_DISPLAY", "wayland-0")], false));
        assert!(can(&[], true) && can(&[("BROWSER", "x")], false));
        assert!(can(&[("SSH_CONNECTION", "a"), ("BROWSER", "x")], false), "somebody knows better");
        assert!(can(&[("SSH_CONNECTION", "a"), ("DISPLAY", "localhost:10.0")], false), "X is forwarded");
        assert!(!can(&[], false) && !can(&[("SSH_CONNECTION", "a")], true));
        assert!(!can(&[("SSH_TTY", "a"), ("WAYLAND_DISPLAY", "wayland-0")], false));
    }
}
