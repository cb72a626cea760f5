//! Files that cannot be replaced by another: each is written in place where a person agrees, and left alone where
//! nobody is asked.
#![cfg(target_os = "linux")]

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::Path;

use aws_sim::{Sim, World};
use sandglass_tests::mounts::{answered, as_nobody, may_be_nobody, with_mounts};
use sandglass_tests::{Home, Ran, aws_clis, fixtures};

/// The text of a file between two lines that a script prints.
const LINE: &str = "----";

/// Runs a script where files of `~/.aws` are mounts of their own, as in a container that was given just these; then prints
/// what stands in the credentials file.
fn mounted(home: &Home, files: &[&str], script: &str, test: &str) -> Option<Ran> {
    let mount = |file: &&str| {
        format!("cp -p ~/.aws/{file} ~/given-{file}; mount --bind ~/given-{file} ~/.aws/{file}\n")
    };
    let mounts: String = files.iter().map(mount).collect();
    with_mounts(
        home,
        &format!("{mounts}{script}\necho \"exit $?\"\necho {LINE}; cat ~/.aws/credentials"),
        test,
    )
}

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

fn key(text: &str) -> Option<String> {
    text.split("ASIA").nth(1).map(|rest| rest.lines().next().unwrap_or_default().to_owned())
}

fn backup(home: &Home, name: &str) -> String {
    std::fs::read_to_string(home.path().join(".local/state/sandglass/backup").join(name)).unwrap_or_default()
}

/// What nobody wrote for the person who is there.
fn stands(ran: &Ran) -> &str {
    ran.out.split_once(&format!("{LINE}\n")).map_or("", |(_, text)| text)
}

#[test]
fn a_mount_of_its_own_is_left_alone_where_nobody_is_asked() {
    let test = "a_mount_of_its_own_is_left_alone_where_nobody_is_asked";
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let before = home.aws_file("credentials");
    for command in ["renew pasted", "profile set pasted region=eu-west-1 --yes", "profile paste pasted --yes"]
    {
        let paste =
            "printf 'AWS_ACCESS_KEY_ID=ASIANEW\\nAWS_SECRET_ACCESS_KEY=s\\nAWS_SESSION_TOKEN=t\\n' | ";
        let paste = if command.contains("paste ") { paste } else { "" };
        let script = format!("{paste}\"$SANDGLASS\" {command}");
        let Some(ran) = mounted(&home, &["config", "credentials"], &script, test) else { return };
        assert!(ran.out.contains("exit 3\n"), "{command}: {ran:?}");
        assert!(ran.err.contains("can only be written in place: it is a mount of its own"), "{ran:?}");
        assert!(ran.err.contains("→ Run the command in a terminal"), "{ran:?}");
        assert_eq!(stands(&ran), before, "{command}");
    }
    // Nobody was asked for what could not be kept, and other profiles are renewed as ever.
    assert_eq!(sim.log(), []);
    let script = "\"$SANDGLASS\" renew project1 && \"$SANDGLASS\" credentials pasted >/dev/null";
    let Some(ran) = mounted(&home, &["config", "credentials"], script, test) else { return };
    assert!(ran.out.contains("exit 0\n"), "a helper that keeps nothing works: {ran:?}");
}

#[test]
fn a_person_is_asked_and_it_is_written_in_place_with_the_backup_first() {
    let test = "a_person_is_asked_and_it_is_written_in_place_with_the_backup_first";
    let sim = sim();
    for (command, answer, code) in [
        ("renew pasted", "y", 0),
        ("renew pasted", "n", 3),
        ("profile set pasted region=eu-west-1 --yes", "y", 0),
        ("profile set pasted region=eu-west-1", "y\\ny", 0),
        ("profile set pasted region=eu-west-1", "y\\nn", 3),
    ] {
        let home = fixtures::pasted(&sim);
        let before = home.aws_file("credentials");
        let script = answered(&format!("$SANDGLASS {command}"), answer);
        let Some(ran) = mounted(&home, &["credentials"], &script, test) else { return };
        assert!(ran.out.contains(&format!("exit {code}\n")), "{command}, {answer}: {ran:?}");
        assert!(ran.out.contains("Write it in place? [y/N]"), "{command}: {ran:?}");
        let after = stands(&ran);
        assert_eq!(after != before, code == 0, "{command}, {answer}: {ran:?}");
        // The file that was mounted there is the one that changed.
        assert_eq!(std::fs::read_to_string(home.path().join("given-credentials")).expect("a file"), after);
        if code == 0 {
            assert_eq!(backup(&home, "credentials.last"), before);
            assert_eq!(key(after) != key(&before), command.starts_with("renew"), "{after}");
        }
    }
}

#[test]
fn of_two_files_one_question_is_asked_and_undo_asks_too() {
    let test = "of_two_files_one_question_is_asked_and_undo_asks_too";
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let before = home.aws_files();
    let rename = answered("$SANDGLASS profile rename base root --yes", "y");
    let undo = answered("$SANDGLASS profile undo --yes", "y");
    let script = format!("{rename}; cat ~/.aws/config > ~/renamed\n{undo}; cat ~/.aws/config > ~/undone");
    let Some(ran) = mounted(&home, &["config", "credentials"], &script, test) else { return };
    assert_eq!(ran.out.matches("Write it in place?").count(), 2, "one for each command: {ran:?}");
    assert!(ran.out.contains("~/.aws/config, ~/.aws/credentials can only be written in place"), "{ran:?}");
    let read = |name: &str| std::fs::read_to_string(home.path().join(name)).expect("a file");
    assert!(read("renamed").contains("source_profile = root"), "{}", read("renamed"));
    assert_eq!((read("undone").as_str(), stands(&ran)), (before.0.as_str(), before.1.as_str()));
}

#[test]
fn a_disk_that_is_full_leaves_a_mount_as_it_was() {
    let test = "a_disk_that_is_full_leaves_a_mount_as_it_was";
    let sim = sim();
    let home = fixtures::pasted(&sim);
    // One page, filled to its last bytes; another page is there, and taken.
    let found = home.aws_file("credentials");
    let padded = format!("{}\n{found}", "#".repeat(4090 - found.len() - 1));
    std::fs::write(home.path().join(".aws/credentials"), &padded).expect("written");
    let set =
        answered("$SANDGLASS profile set pasted output=json cli_pager=less --file credentials --yes", "y");
    let script = format!(
        "mkdir ~/disk; mount -t tmpfs -o size=8k none ~/disk; cp -p ~/.aws/credentials ~/disk/c\n\
         cat /dev/zero > ~/disk/filler 2> ~/said; mount --bind ~/disk/c ~/.aws/credentials\n{set}"
    );
    let Some(ran) = mounted(&home, &[], &script, test) else { return };
    assert!(ran.out.contains("exit 1\n") && ran.out.contains("→ Free up disk space"), "{ran:?}");
    assert_eq!(stands(&ran), padded);
}

#[test]
fn other_names_of_a_file_keep_being_it() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let place = |name: &str| home.path().join(name);
    for file in ["config", "credentials"] {
        std::fs::hard_link(place(&format!(".aws/{file}")), place(&format!("dotfiles-{file}")))
            .expect("linked");
    }
    let identity = |name: &str| std::fs::metadata(place(name)).expect("a file").ino();
    let before = (identity("dotfiles-config"), identity("dotfiles-credentials"));
    let text = home.aws_file("credentials");
    home.sandglass(&["renew", "pasted"]).done();
    assert_eq!(backup(&home, "credentials.last"), text, "the backup comes first");
    home.sandglass(&["profile", "set", "project1", "region=eu-west-1", "--yes"]).done();
    home.sandglass(&["profile", "rename", "base", "root", "--yes"]).done();
    home.sandglass(&["profile", "undo", "--yes"]).done();
    for file in ["config", "credentials"] {
        let other = std::fs::read_to_string(place(&format!("dotfiles-{file}"))).expect("a file");
        assert_eq!(other, home.aws_file(file), "{file}: the other name was left behind");
    }
    assert_eq!(before, (identity(".aws/config"), identity(".aws/credentials")));
    assert!(home.aws_file("config").contains("eu-west-1"));
    // As the AWS CLI does.
    for aws in aws_clis("other_names_of_a_file_keep_being_it") {
        assert_eq!(
            aws.run(&home, &["configure", "set", "region", "eu-west-3", "--profile", "x"]).code,
            Some(0)
        );
        assert_eq!(before.0, identity(".aws/config"));
    }
}

/// Gives everything in a home to nobody, but the names of some files to nobody else.
fn given_away(home: &Home) {
    let mut waiting = vec![home.path().to_owned()];
    while let Some(path) = waiting.pop() {
        chown(&path, Some(65534), Some(65534)).expect("given away");
        if path.is_dir() {
            waiting
                .extend(std::fs::read_dir(&path).expect("a directory").flatten().map(|entry| entry.path()));
        }
    }
}

fn taken_back(path: &Path, mode: u32) {
    chown(path, Some(0), Some(0)).expect("taken back");
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("set");
}

#[test]
fn a_directory_that_takes_no_new_file_is_asked_about_and_one_file_of_it_written() {
    let test = "a_directory_that_takes_no_new_file_is_asked_about_and_one_file_of_it_written";
    if !may_be_nobody(test) {
        return;
    }
    let sim = sim();
    let home = fixtures::pasted(&sim);
    given_away(&home);
    taken_back(&home.path().join(".aws"), 0o755);
    let before = home.aws_file("credentials");
    let ran = as_nobody(&home, "\"$SANDGLASS\" renew pasted");
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.err.contains("nothing can be created in its directory"), "{ran:?}");
    assert_eq!(home.aws_file("credentials"), before);
    let ran = as_nobody(&home, &answered("$SANDGLASS renew pasted", "y"));
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_ne!(key(&home.aws_file("credentials")), key(&before));
    // A file that may not be written at all is nothing to ask about.
    taken_back(&home.path().join(".aws/credentials"), 0o644);
    let ran = as_nobody(&home, "\"$SANDGLASS\" renew pasted");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("→ Make ~/.aws/credentials and its directory writable"), "{ran:?}");
}

#[test]
fn what_was_written_with_sudo_is_said_to_be_unreadable_and_not_damaged() {
    let test = "what_was_written_with_sudo_is_said_to_be_unreadable_and_not_damaged";
    if !may_be_nobody(test) {
        return;
    }
    let sim = sim();
    let home = fixtures::pasted(&sim);
    home.sandglass(&["renew", "project1"]).done();
    let preferences = home.path().join(".config/sandglass/preferences.toml");
    let entry = home.cache_files().remove(0);
    given_away(&home);
    taken_back(&entry, 0o600);
    taken_back(&preferences, 0o600);
    let status = as_nobody(&home, "\"$SANDGLASS\" status project1 --json");
    assert!(status.out.contains("unreadable_cache") && !status.out.contains("damaged"), "{status:?}");
    let list = as_nobody(
        &home,
        "\"$SANDGLASS\" cache list; \"$SANDGLASS\" cache clean; \"$SANDGLASS\" doctor --offline project1",
    );
    assert!(!list.out.contains("damaged") && !list.err.contains("damaged"), "{list:?}");
    assert!(entry.exists(), "a session that is not known to be damaged stays");
    let said = as_nobody(&home, "\"$SANDGLASS\" watch add project1");
    assert!(said.err.contains("→ Give your user permission to read and write"), "{said:?}");
    assert!(!said.err.contains("Fix or delete"), "{said:?}");
    // Its directory is the user's, so a renewal replaces it.
    let ran = as_nobody(&home, "\"$SANDGLASS\" renew project1");
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn a_cache_that_is_a_link_to_nothing_is_advised_of_as_that() {
    let sim = sim();
    let home = Home::in_sim(&fixtures::project1(), &sim);
    std::fs::create_dir_all(home.path().join(".aws/cli")).expect("made");
    std::os::unix::fs::symlink("/nowhere/at/all", home.path().join(".aws/cli/cache")).expect("linked");
    let ran = home.sandglass(&["renew", "project1"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("→ Something that is no directory is in its place"), "{ran:?}");
    assert_eq!(sim.log(), []);
}
