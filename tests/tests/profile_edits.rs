//! Ten thousand changes of profiles in awkward files: botocore reads exactly the intended one, other SDKs
//! see the same where they did before, every untouched byte is the same, and taking a change back
//! restores the files byte for byte.

use std::collections::BTreeSet;
use std::path::Path;

use aws_files::{Document, FileKind, Profiles, Reader, SectionName};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Code;
use sandglass_core::profiles::{Change, Conversion, Files, NewSetting, Plan, PlanContext};
use sandglass_core::variables::Variables;
use sandglass_engine::{Environment, SystemClock, profiles};
use sandglass_tests::awkward;
use sandglass_tests::botocore::Botocore;
use serde_json::{Map, Value};

const CHANGES: usize = 10_000;
/// Every so many changes one is written by the engine, and taken back.
const WRITTEN: usize = 100;

/// What to do; the numbers mean profiles and keys, modulo what there is.
#[derive(Clone, Debug)]
enum Step {
    Set(usize, &'static str, &'static str, Option<FileKind>),
    Refer(usize, usize),
    Unset(usize, usize),
    Add(&'static str, &'static str, &'static str),
    Remove(usize),
    Rename(usize, &'static str),
    Duplicate(usize, &'static str),
    PutKeys(usize),
    Convert(usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
    let profile = 0usize..8;
    let key = || select(vec!["region", "output", "role_arn", "s3", "new_key", "ünï", "aws_session_token"]);
    let value = || select(vec!["y", "", "a # b", "ü", "https://x:1/?a=b", "#", "{}", "a  b"]);
    let name = || select(vec!["new", "with blank", "ü", "a", "x.y/z:1", "b", "e#f"]);
    let file = select(vec![None, None, Some(FileKind::Config), Some(FileKind::Credentials)]);
    prop_oneof![
        4 => (profile.clone(), key(), value(), file).prop_map(|(n, key, value, file)| Step::Set(n, key, value, file)),
        2 => (profile.clone(), profile.clone()).prop_map(|(n, m)| Step::Refer(n, m)),
        3 => (profile.clone(), profile.clone()).prop_map(|(n, m)| Step::Unset(n, m)),
        3 => (name(), key(), value()).prop_map(|(name, key, value)| Step::Add(name, key, value)),
        1 => profile.clone().prop_map(Step::Remove),
        2 => (profile.clone(), name()).prop_map(|(n, name)| Step::Rename(n, name)),
        1 => (profile.clone(), name()).prop_map(|(n, name)| Step::Duplicate(n, name)),
        1 => profile.clone().prop_map(Step::PutKeys),
        1 => (profile.clone(), profile).prop_map(|(n, m)| Step::Convert(n, m)),
    ]
}

/// What botocore reads in each file: the profiles, and what `[DEFAULT]` gives to all of them.
#[derive(Clone, PartialEq, Debug)]
struct Read {
    config: Map<String, Value>,
    credentials: Map<String, Value>,
    inherited: [Map<String, Value>; 2],
}

/// The sections of one file, and what its `[DEFAULT]` gives each.
type SectionsOfFile<'r> = (&'r mut Map<String, Value>, &'r Map<String, Value>);

impl Read {
    fn of(botocore: &mut Botocore, files: &Files) -> Option<Self> {
        let mut read = |document: &Document| {
            let answer = botocore.read(document.kind(), document.bytes());
            let map = |key: &str| answer.get(key).and_then(Value::as_object).cloned();
            Some((map("profiles")?, map("defaults")?))
        };
        let (config, first) = read(&files.config)?;
        let (credentials, second) = read(&files.credentials)?;
        Some(Self { config, credentials, inherited: [first, second] })
    }

    fn each(&mut self) -> [SectionsOfFile<'_>; 2] {
        let [first, second] = &self.inherited;
        [(&mut self.config, first), (&mut self.credentials, second)]
    }

    fn names(&self) -> Vec<String> {
        let names: BTreeSet<&String> = self.config.keys().chain(self.credentials.keys()).collect();
        names.into_iter().cloned().collect()
    }

    /// Sets a key in one of the files; the section is made, with what it inherits.
    fn set(&mut self, file: FileKind, name: &str, key: &str, value: &str) {
        let [config, credentials] = self.each();
        let (profiles, inherited) = if file == FileKind::Config { config } else { credentials };
        let section = profiles.entry(name).or_insert_with(|| Value::Object(inherited.clone()));
        section[key] = value.into();
    }

    /// Takes a key away; what is inherited comes back.
    fn unset(&mut self, name: &str, key: &str) {
        for (profiles, inherited) in self.each() {
            let Some(section) = profiles.get_mut(name).and_then(Value::as_object_mut) else { continue };
            match inherited.get(key) {
                Some(value) => section.insert(key.to_owned(), value.clone()),
                None => section.remove(key),
            };
        }
    }

    fn inherits(&self) -> bool {
        self.inherited.iter().any(|inherited| !inherited.is_empty())
    }

    fn value(&self, file: FileKind, name: &str, key: &str) -> Option<&Value> {
        let profiles = if file == FileKind::Config { &self.config } else { &self.credentials };
        profiles.get(name)?.get(key)
    }
}

const SESSION: [&str; 4] =
    ["aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token"];
const ROLE: &str = "arn:aws:iam::123456789012:role/r";

/// A step made concrete: the change, what botocore should read after it, and the profiles it touches.
struct Meant {
    change: Change,
    expected: Read,
    touched: Vec<String>,
}

fn meant(step: &Step, read: &Read) -> Option<Meant> {
    let names = read.names();
    let pick = |n: &usize| names.get(n % names.len().max(1)).cloned();
    let profile = |name: &str| SectionName::Profile(name.to_owned());
    let mut expected = read.clone();
    let (change, touched) = match step {
        Step::Set(n, key, value, file) => {
            let name = pick(n)?;
            let home = file.unwrap_or_else(|| home_of(read, &name, key));
            expected.set(home, &name, key, value);
            let settings = vec![NewSetting::new(*key, *value)];
            (Change::Set { section: profile(&name), settings, file: *file }, vec![name])
        }
        Step::Refer(n, m) => {
            let (name, source) = (pick(n)?, pick(m)?);
            let home = home_of(read, &name, "source_profile");
            expected.set(home, &name, "source_profile", &source);
            let settings = vec![NewSetting::new("source_profile", source.as_str())];
            (Change::Set { section: profile(&name), settings, file: None }, vec![name])
        }
        Step::Unset(n, m) => {
            let name = pick(n)?;
            let keys: Vec<&String> = [&read.config, &read.credentials]
                .into_iter()
                .filter_map(|profiles| profiles.get(&name)?.as_object())
                .flat_map(Map::keys)
                .collect();
            let key = (*keys.get(m % keys.len().max(1))?).clone();
            expected.unset(&name, &key);
            (Change::Unset { section: profile(&name), keys: vec![key], file: None }, vec![name])
        }
        Step::Add(name, key, value) => {
            let file = if SESSION.contains(key) { FileKind::Credentials } else { FileKind::Config };
            expected.set(file, name, key, value);
            let settings = vec![NewSetting::new(*key, *value)];
            let change = Change::Add { name: (*name).to_owned(), kind: None, settings, file: None };
            (change, vec![(*name).to_owned()])
        }
        Step::Remove(n) => {
            let name = pick(n)?;
            for (profiles, _) in expected.each() {
                profiles.remove(&name);
            }
            (Change::Remove(profile(&name)), vec![name])
        }
        Step::Rename(n, to) => {
            let name = pick(n)?;
            let mut touched = vec![name.clone(), (*to).to_owned()];
            for (profiles, inherited) in expected.each() {
                touched.extend(rename(profiles, inherited, &name, to));
            }
            (Change::Rename { section: profile(&name), to: (*to).to_owned() }, touched)
        }
        Step::Duplicate(n, to) => {
            let from = pick(n)?;
            for (profiles, _) in expected.each() {
                if let Some(settings) = profiles.get(&from).cloned() {
                    profiles.insert((*to).to_owned(), settings);
                }
            }
            (Change::Duplicate { section: profile(&from), to: (*to).to_owned() }, vec![(*to).to_owned()])
        }
        // Who inherits from [DEFAULT] is another matter: a key that is taken away comes back.
        Step::PutKeys(_) | Step::Convert(..) if read.inherits() => return None,
        Step::PutKeys(n) => {
            let name = pick(n)?;
            let keys =
                [("aws_access_key_id", "ASIA1"), ("aws_secret_access_key", "s"), ("aws_session_token", "t")];
            let in_config = |key| read.value(FileKind::Config, &name, key).is_some();
            let in_credentials = |key| read.value(FileKind::Credentials, &name, key).is_some();
            let config = in_config("aws_access_key_id") && !in_credentials("aws_access_key_id");
            expected.unset(&name, "aws_security_token");
            for (key, value) in keys {
                expected.set(
                    if config { FileKind::Config } else { FileKind::Credentials },
                    &name,
                    key,
                    value,
                );
            }
            let settings = keys.iter().map(|(key, value)| NewSetting::new(*key, *value)).collect();
            (Change::PutKeys { name: name.clone(), settings }, vec![name])
        }
        Step::Convert(n, m) => {
            let (name, source_profile) = (pick(n)?, pick(m)?);
            for key in SESSION {
                expected.unset(&name, key);
            }
            for (key, value) in [("role_arn", ROLE), ("source_profile", &source_profile)] {
                let home = home_of(read, &name, key);
                expected.set(home, &name, key, value);
            }
            if expected.credentials.get(&name).and_then(Value::as_object).is_some_and(Map::is_empty) {
                expected.credentials.remove(&name);
            }
            let conversion =
                Conversion { profile: name.clone(), role_arn: ROLE.to_owned(), source_profile, region: None };
            (Change::Convert(conversion), vec![name])
        }
    };
    Some(Meant { change, expected, touched })
}

/// Renames a profile and who names it, and returns those. A reference that is inherited is nobody's own.
fn rename(
    profiles: &mut Map<String, Value>,
    inherited: &Map<String, Value>,
    from: &str,
    to: &str,
) -> Vec<String> {
    let mut touched = Vec::new();
    for (name, settings) in profiles.iter_mut() {
        let own = settings.get("source_profile") == Some(&Value::from(from))
            && inherited.get("source_profile").is_none();
        if own {
            settings["source_profile"] = to.into();
            touched.push(name.clone());
        }
    }
    if let Some(settings) = profiles.remove(from) {
        profiles.insert(to.to_owned(), settings);
    }
    touched
}

/// Where a key is set when nobody says in which file: where it counts, else where its kind belongs.
fn home_of(read: &Read, name: &str, key: &str) -> FileKind {
    let of_keys = if SESSION.contains(&key) { "aws_access_key_id" } else { key };
    let own = |file: FileKind, key: &str| {
        let inherited = &read.inherited[usize::from(file == FileKind::Credentials)];
        read.value(file, name, key).is_some_and(|_| !inherited.contains_key(key))
    };
    match (own(FileKind::Credentials, of_keys), own(FileKind::Config, of_keys)) {
        (true, _) => FileKind::Credentials,
        (false, false) if SESSION.contains(&key) => FileKind::Credentials,
        (false, _) => FileKind::Config,
    }
}

fn shown(files: &Files) -> String {
    let text = |document: &Document| String::from_utf8_lossy(document.bytes()).into_owned();
    format!("{}\n--- credentials\n{}", text(&files.config), text(&files.credentials))
}

/// What each SDK reads otherwise than the AWS CLI, of these profiles and the files as a whole.
fn disagreements(files: &Files, of: &[String]) -> BTreeSet<(Reader, Option<String>)> {
    let profiles = Profiles::compare(Some(&files.config), Some(&files.credentials));
    let found = profiles.divergences().iter().map(|found| (found.reader, found.profile.clone()));
    found.filter(|(_, profile)| profile.as_ref().is_none_or(|name| of.contains(name))).collect()
}

/// Every line of the old file stands in the new one in the same order, but those of touched sections.
fn untouched_lines_stay(before: &Document, after: &Document, touched: &[String]) -> bool {
    let profiles = match before.kind() {
        FileKind::Config => Profiles::read(Some(before), None),
        FileKind::Credentials => Profiles::read(None, Some(before)),
    };
    let lines = before.raw_lines();
    // An indented one may as well continue a value.
    let is_header = |line: &&[u8]| line.starts_with(b"[");
    let mut free = vec![false; lines.len()];
    // Of several headers for one name only the last is known: there all that begin so are free.
    let headers = profiles
        .iter()
        .filter(|profile| touched.contains(&profile.name))
        .map(|profile| profile.header().line - 1);
    let named = (0..lines.len()).filter(|at| {
        let line = String::from_utf8_lossy(lines[*at]).into_owned();
        is_header(&lines[*at]) && touched.iter().any(|name| line.contains(name.as_str()))
    });
    for start in headers.chain(named) {
        let end = (start + 1..lines.len()).find(|at| is_header(&lines[*at])).unwrap_or(lines.len());
        free[start..end].fill(true);
    }
    let new = after.raw_lines();
    let mut rest = new.iter();
    // A last line without an end gets one when something is added behind it.
    let same = |old: &[u8], new: &[u8]| {
        old == new
            || (new.starts_with(old)
                && !old.ends_with(b"\n")
                && new[old.len()..].iter().all(|byte| b"\r\n".contains(byte)))
    };
    lines.iter().zip(&free).filter(|(_, free)| !**free).all(|(old, _)| rest.any(|new| same(old, new)))
}

/// Writes a change as the program does, and takes it back.
fn written_and_taken_back(home: &Path, plan: &Plan) {
    let rewrite = &plan.rewrite;
    let variables: Variables =
        [("HOME", home.to_str().expect("text")), ("USERPROFILE", home.to_str().expect("text"))]
            .into_iter()
            .collect();
    let environment = Environment::from_variables(variables).expect("a home");
    std::fs::create_dir_all(home.join(".aws")).expect("made");
    let path = |kind| environment.paths.file(kind).to_owned();
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_mins(1);
    for kind in Files::KINDS {
        std::fs::write(path(kind), rewrite.before.document(kind).bytes()).expect("written");
        let file = std::fs::File::options().write(true).open(path(kind)).expect("opened");
        file.set_modified(long_ago).expect("dated");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(profiles::write(&environment, plan, &SystemClock)).expect("written");
    for kind in Files::KINDS {
        assert!(std::fs::read(path(kind)).expect("read") == rewrite.after.document(kind).bytes());
    }
    let profiles::Undo::Ready(back) = profiles::undo(&environment).expect("remembered") else {
        panic!("changed")
    };
    runtime.block_on(profiles::write_step(&environment, &back)).expect("taken back");
    for kind in Files::KINDS {
        assert!(std::fs::read(path(kind)).expect("read") == rewrite.before.document(kind).bytes());
    }
}

#[test]
fn ten_thousand_changes_do_what_they_say_and_nothing_else() {
    let Some(mut botocore) = Botocore::start("ten_thousand_changes_do_what_they_say_and_nothing_else") else {
        return;
    };
    let paths = AwsPaths::new(Path::new("/home/ana"), &Variables::default());
    let variables = Variables::default();
    let context = PlanContext { paths: &paths, variables: &variables, is_program: &|_| true };
    let home = tempfile::tempdir().expect("a directory");
    let strategy = (
        awkward::file_of(FileKind::Config),
        awkward::file_of(FileKind::Credentials),
        prop::collection::vec(step(), 8),
    );
    let mut runner = TestRunner::deterministic();
    let (mut judged, mut written, mut refused) = (0, 0, 0);
    while judged < CHANGES {
        let (config, credentials, steps) = strategy.new_tree(&mut runner).expect("a case").current();
        let mut files = Files {
            config: Document::parse(FileKind::Config, &config),
            credentials: Document::parse(FileKind::Credentials, &credentials),
        };
        let Some(mut read) = Read::of(&mut botocore, &files) else { continue };
        for step in &steps {
            let Some(Meant { change, expected, touched }) = meant(step, &read) else { continue };
            let Ok(plan) = Plan::new(&files, &change, context) else {
                refused += 1;
                continue;
            };
            let after = &plan.rewrite.after;
            if plan.checks.errors.iter().any(|problem| problem.code == Code::HarmToOthers) {
                refused += 1;
                continue;
            }
            let texts = || format!("{step:?}\n{}\n=== became\n{}", shown(&files), shown(after));
            let now =
                Read::of(&mut botocore, after).unwrap_or_else(|| panic!("botocore refuses: {}", texts()));
            assert_eq!(
                (&now.config, &now.credentials),
                (&expected.config, &expected.credentials),
                "{}",
                texts()
            );
            for kind in plan.rewrite.files() {
                assert!(
                    untouched_lines_stay(files.document(kind), after.document(kind), &touched),
                    "{}",
                    texts()
                );
            }
            let others: Vec<String> =
                read.names().into_iter().filter(|name| !touched.contains(name)).collect();
            let (old, new) = (disagreements(&files, &others), disagreements(after, &others));
            // Who refused a file before had nothing to see in it.
            let fresh: Vec<_> =
                new.iter().filter(|found| !old.contains(found) && !old.contains(&(found.0, None))).collect();
            assert!(fresh.is_empty(), "{fresh:?}: {}", texts());
            judged += 1;
            if judged % WRITTEN == 0 && !plan.rewrite.is_empty() {
                written += 1;
                written_and_taken_back(home.path(), &plan);
            }
            files = plan.rewrite.after;
            read = expected;
        }
    }
    assert!(written > CHANGES / WRITTEN / 2, "only {written} changes were written");
    assert!(refused < judged, "{refused} changes were refused, {judged} made");
}
