//! The demo, followed as a newcomer follows it: what it shows within two minutes, and that nothing
//! of the user's own is touched.
#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use sandglass_tests::desktop_program::has;
use sandglass_tests::notification_daemon::NotificationDaemon;
use sandglass_tests::tray_host::TrayHost;
use sandglass_tests::{Home, aws_clis, built};
use xtask::desktop::VirtualDesktop;

/// Within this time everything is seen.
const TWO_MINUTES: Duration = Duration::from_mins(2);
const CANARY: &str = "canary/not/for/the/demo";

/// The demo's own process; told to end as Ctrl-C does when the test ends early.
struct Demo(Child);

impl Demo {
    fn start(mut command: Command, desktop: &VirtualDesktop) -> Self {
        command.envs(desktop.environment()).stdout(Stdio::piped()).stderr(Stdio::piped());
        Self(command.spawn().expect("it starts"))
    }

    fn interrupt(&self) {
        let pid = rustix::process::Pid::from_raw(i32::try_from(self.0.id()).expect("a number"));
        let _ = rustix::process::kill_process(pid.expect("a process"), rustix::process::Signal::INT);
    }

    async fn ended(mut self) -> (Option<i32>, String) {
        let waited = tokio::task::spawn_blocking(move || {
            let status = self.0.wait().expect("it ends");
            let mut printed = String::new();
            for pipe in [
                self.0.stdout.take().map(|pipe| Box::new(pipe) as Box<dyn std::io::Read + Send>),
                self.0.stderr.take().map(|pipe| Box::new(pipe) as Box<dyn std::io::Read + Send>),
            ] {
                pipe.expect("piped").read_to_string(&mut printed).expect("text");
            }
            (status.code(), printed)
        });
        tokio::time::timeout(TWO_MINUTES, waited).await.expect("it ends in time").expect("it is waited for")
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            self.interrupt();
            let _ = self.0.wait();
        }
    }
}

/// The home of a user who has AWS files and variables, with secrets in both.
fn users_home() -> Home {
    let mut home = Home::empty();
    home.write(".aws/config", "[profile real]\nregion = us-east-1\n");
    home.write(
        ".aws/credentials",
        &format!("[real]\naws_access_key_id = AKIAREAL\naws_secret_access_key = {CANARY}\n"),
    );
    home.write(".aws/cli/cache/real.json", "{}");
    home.write(".config/sandglass/preferences.toml", "watched = [\"real\"]\n");
    for (name, value) in [
        ("AWS_PROFILE", "real"),
        ("AWS_ACCESS_KEY_ID", "AKIAREAL"),
        ("AWS_SECRET_ACCESS_KEY", CANARY),
        ("AWS_ENDPOINT_URL_STS", "http://canary.invalid"),
        ("HTTP_PROXY", "http://canary.invalid"),
    ] {
        home.set(name, value);
    }
    home
}

/// Every file with what tells whether it was read or written. Dates of long ago, so that also a disk
/// that keeps access times lazily notes a reading.
fn dated(home: &Home) -> Vec<(PathBuf, SystemTime, SystemTime, Vec<u8>)> {
    let day = Duration::from_hours(24);
    let now = SystemTime::now();
    let times = std::fs::FileTimes::new().set_accessed(now - 3 * day).set_modified(now - 2 * day);
    let files = files(home.path());
    let contents: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(file).expect("read")).collect();
    for file in &files {
        let file = std::fs::File::options().write(true).open(file).expect("opened");
        file.set_times(times).expect("dated");
    }
    let dates = files.iter().map(|file| {
        let found = std::fs::metadata(file).expect("there");
        (found.accessed().expect("a date"), found.modified().expect("a date"))
    });
    let dates: Vec<_> = dates.collect();
    files
        .into_iter()
        .zip(dates)
        .zip(contents)
        .map(|((file, (read, written)), content)| (file, read, written, content))
        .collect()
}

fn files(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(directory).expect("a directory").flatten() {
        if entry.path().is_dir() { found.extend(files(&entry.path())) } else { found.push(entry.path()) }
    }
    found.sort();
    found
}

/// The demo's home, once it is there: in the runtime directory of the desktop.
async fn demo_home(runtime: &Path) -> PathBuf {
    let start = Instant::now();
    loop {
        for entry in std::fs::read_dir(runtime).expect("a runtime directory").flatten() {
            let home = entry.path().join("home");
            if home.join(".aws/cli/cache").exists() && home.join(".config").exists() {
                return home;
            }
        }
        assert!(start.elapsed() < TWO_MINUTES, "no home was made");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn runtime(desktop: &VirtualDesktop) -> PathBuf {
    let (_, path) = desktop
        .environment()
        .into_iter()
        .find(|(name, _)| *name == "XDG_RUNTIME_DIR")
        .expect("a desktop has one");
    PathBuf::from(path)
}

fn homes(runtime: &Path) -> Vec<String> {
    let names = std::fs::read_dir(runtime).expect("a runtime directory").flatten();
    let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with("sandglass-demo-")).collect()
}

/// Processes with this text among their variables.
fn environments_with(text: &str) -> Vec<String> {
    let processes = std::fs::read_dir("/proc").expect("Linux").flatten();
    let variables = processes.filter_map(|entry| std::fs::read(entry.path().join("environ")).ok());
    let variables = variables.map(|bytes| String::from_utf8_lossy(&bytes).replace('\0', "\n"));
    variables.filter(|variables| variables.contains(text)).collect()
}

#[tokio::test]
async fn within_two_minutes_a_newcomer_has_seen_it_all() {
    let directory = tempfile::tempdir().expect("a directory");
    let user = users_home();
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let runtime = runtime(&desktop);
    let before = dated(&user);
    let start = Instant::now();
    let demo = Demo::start(user.command(built("sandglass-demo")), &desktop);
    let mut item = host.item().await;

    let labels = item.until("the six profiles", has("default")).await;
    assert_eq!(
        labels[..9],
        [
            "Demo: a simulated AWS, not your files",
            "MFA codes: 111111, 222222, … (each works once)",
            "",
            "▲ prod-admin · 1 min · needs MFA",
            "▲ sandbox · 4 min · needs new keys",
            "● project1 · 1 min",
            "● data-eng · 5 min",
            "○ partner · no session yet",
            "● default · never expires",
        ]
    );
    // The user's variables have not reached the program.
    let home = demo_home(&runtime).await;
    let inside = environments_with(&format!("\nSANDGLASS_DEMO={}\n", home.display()));
    assert_eq!(inside.len(), 1, "one program runs in the demo's home");
    assert!(!inside[0].contains("canary") && !inside[0].contains("AWS_"), "{inside:?}");

    // A click renews.
    item.click("partner").await;
    item.until("a click that renews", has("● partner · 4 min · renewed")).await;
    // A notification: the one human deadline.
    let shown = daemon.shown().await;
    assert_eq!(shown.title, "prod-admin expires in 1 min");
    item.until("a countdown and a silent renewal", has("● project1 · 3 min · renewed")).await;
    item.until("an expiry", has("✕ prod-admin · expired just now")).await;
    assert!(start.elapsed() < TWO_MINUTES, "it took {:?}", start.elapsed());
    let over = daemon.shown().await;
    assert_eq!((over.title.as_str(), over.replaces), ("prod-admin has expired", shown.id));
    assert_eq!(daemon.more(), [], "nothing else was said");

    assert!(over.buttons.iter().any(|(_, label)| label == "Renew…"), "{over:?}");
    // A click asks for the code, which the tray's note told.
    item.click("prod-admin").await;
    until("the prompt", || desktop.shows("MFA code for prod-admin").expect("xdotool runs")).await;
    desktop.activate("MFA code for prod-admin").expect("it has the keyboard");
    type_a_code(&desktop).await;
    item.until("the new session", has("● prod-admin · 8 min")).await;
    for aws in aws_clis("within_two_minutes_a_newcomer_has_seen_it_all") {
        let mut command = user.command(aws.program());
        let url = endpoint(&home);
        for name in [
            "AWS_PROFILE",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_ENDPOINT_URL_STS",
            "HTTP_PROXY",
        ] {
            command.env_remove(name);
        }
        command.env("HOME", &home).env("AWS_ENDPOINT_URL", url);
        let ran = sandglass_tests::run(command.args(["sts", "get-caller-identity", "--profile", "sandbox"]));
        assert!(ran.out.contains("assumed-role/sandbox/"), "AWS CLI v{}: {ran:?}", aws.version);
    }

    item.click("Quit").await;
    let (code, printed) = demo.ended().await;
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("sandglass renew prod-admin --mfa 111111"), "{printed}");
    assert!(!printed.contains("canary"), "{printed}");
    assert_eq!(homes(&runtime), [] as [String; 0], "the home is gone");
    assert_untouched(&user, &before);
}

fn assert_untouched(user: &Home, before: &[(PathBuf, SystemTime, SystemTime, Vec<u8>)]) {
    let names: Vec<&PathBuf> = before.iter().map(|(file, ..)| file).collect();
    assert_eq!(files(user.path()).iter().collect::<Vec<_>>(), names, "files came or went");
    for (file, read, written, content) in before {
        let found = std::fs::metadata(file).expect("there");
        assert_eq!(found.accessed().expect("a date"), *read, "{} was read", file.display());
        assert_eq!(found.modified().expect("a date"), *written, "{} was written", file.display());
        assert_eq!(std::fs::read(file).expect("read"), *content);
    }
}

fn endpoint(home: &Path) -> String {
    let config = std::fs::read_to_string(home.join(".aws/config")).expect("a config file");
    let line = config.lines().find_map(|line| line.strip_prefix("endpoint_url = "));
    let url = line.expect("an endpoint").to_owned();
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    url
}

/// Types codes into the prompt until one is taken: a key pressed before the page was there is lost, and a code
/// that AWS has seen is good no more.
async fn type_a_code(desktop: &VirtualDesktop) {
    let is_open = || desktop.shows("MFA code for prod-admin").expect("xdotool runs");
    for digit in 1..=9 {
        desktop.press(&["ctrl+a"]).expect("pressed");
        desktop.type_text(&digit.to_string().repeat(6)).expect("typed");
        desktop.press(&["Return"]).expect("pressed");
        let taken = async {
            while is_open() {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        if tokio::time::timeout(Duration::from_secs(5), taken).await.is_ok() {
            return;
        }
    }
    panic!("no code was taken");
}

/// Waits for what no event tells a test of.
async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let waited = tokio::time::timeout(TWO_MINUTES, async {
        while !is_so() {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    });
    waited.await.unwrap_or_else(|_| panic!("waited for {what}"));
}

#[tokio::test]
async fn ctrl_c_leaves_nothing_and_a_killed_demo_is_cleaned_up_after() {
    let directory = tempfile::tempdir().expect("a directory");
    let user = users_home();
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let runtime = runtime(&desktop);
    let mut killed = Demo::start(user.command(built("sandglass-demo")), &desktop);
    let mut item = host.item().await;
    item.until("the demo", has("Demo: a simulated AWS")).await;
    let home = demo_home(&runtime).await;
    killed.0.kill().expect("killed");
    killed.0.wait().expect("it ended");
    // The desktop program hears of it and ends; its home stays until the next start.
    let start = Instant::now();
    while !environments_with(&format!("\nSANDGLASS_DEMO={}\n", home.display())).is_empty() {
        assert!(start.elapsed() < TWO_MINUTES, "it still runs");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(home.exists());

    let next = Demo::start(user.command(built("sandglass-demo")), &desktop);
    let mut item = host.item().await;
    item.until("the next demo", has("Demo: a simulated AWS")).await;
    assert!(!home.exists(), "what the killed one left is still there");
    // The user's own Sandglass is not in its way, nor is another demo.
    let own = sandglass_tests::desktop_program::start(&user, &desktop);
    let mut own_item = host.item().await;
    own_item.until("the user's own", has("real")).await;
    drop(own);
    next.interrupt();
    assert_eq!(next.ended().await.0, Some(0));
    assert_eq!(homes(&runtime), [] as [String; 0]);
}

/// By `strace`: every call to the file system, with the paths in it.
#[tokio::test]
async fn no_file_of_the_user_is_even_looked_at() {
    let directory = tempfile::tempdir().expect("a directory");
    let user = users_home();
    let desktop = VirtualDesktop::start(&directory.path().join("desktop")).expect("a desktop");
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let runtime = runtime(&desktop);
    let log = directory.path().join("calls");
    let strace = xtask::programs::command("strace").expect("it is in the table");
    let mut command = user.command(strace.get_program());
    command.args(["-f", "-y", "-qq", "-s", "4096", "-e", "trace=%file", "-o"]).arg(&log);
    // Not in the user's home: strace names the directory of every call.
    command.arg(built("sandglass-demo")).current_dir("/");
    let demo = Demo::start(command, &desktop);
    let mut item = host.item().await;
    item.until("the profiles", has("partner")).await;
    item.click("partner").await;
    item.until("a session", has("● partner · 4 min · renewed")).await;
    let home = demo_home(&runtime).await;
    item.click("Quit").await;
    assert_eq!(demo.ended().await.0, Some(0));

    let calls = std::fs::read_to_string(&log).expect("strace writes it");
    let own = home.parent().expect("a directory of the demo").display().to_string();
    assert!(calls.contains(&own), "strace saw nothing");
    let users: Vec<&str> = calls
        .lines()
        .filter(|line| line.contains(&user.path().display().to_string()))
        // The X server's cookie is the one thing that is read there; and what strace starts.
        .filter(|line| !line.contains("/.Xauthority\"") && !line.contains("getcwd("))
        .collect();
    assert_eq!(users, [] as [&str; 0]);
    let written: BTreeSet<&str> = calls
        .lines()
        .filter(|line| changes_files(line) && !line.contains(&own))
        // Devices, and what a process is told of itself.
        .filter(|line| !line.contains("\"/dev/") && !line.contains("\"/proc/self/"))
        .collect();
    assert_eq!(written, BTreeSet::new());
}

/// Whether a call can change something on the disk.
fn changes_files(line: &str) -> bool {
    let call = line.split_once(' ').map_or("", |(_, call)| call.trim_start());
    let opens =
        call.starts_with("open") && ["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| call.contains(flag));
    let changes = [
        "mkdir", "rename", "unlink", "rmdir", "link", "symlink", "chmod", "chown", "truncate", "creat",
        "utime", "mknod", "fchmodat", "fchownat",
    ];
    opens || changes.iter().any(|name| call.starts_with(name))
}
