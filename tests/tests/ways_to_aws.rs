//! Region, endpoint, proxy and certificates: a table of settings with what AWS CLI v1, v2 and Sandglass do with each. The
//! real CLIs are asked; `SANDGLASS_WRITE_TABLE=1` writes what they did, to be read as a diff.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_sim::{Sim, World};
use sandglass_tests::way_to_aws::WayToAws;
use sandglass_tests::{Home, aws_clis, built, run};
use serde_json::{Value, json};
use tokio::net::TcpSocket;

/// The programs, as the table names them.
const PROGRAMS: [&str; 3] = ["v1", "v2", "sandglass"];
/// So many rows are tried at once: the real CLIs take their time.
const SIDE_BY_SIDE: usize = 3;

fn table() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/ways_to_aws.json")
}

fn rows() -> Vec<Value> {
    let text = std::fs::read_to_string(table()).expect("the table");
    serde_json::from_str(&text).expect("JSON")
}

fn words(row: &Value, key: &str) -> Vec<String> {
    let list = row[key].as_array().cloned().unwrap_or_default();
    list.iter().map(|line| line.as_str().expect("text").to_owned()).collect()
}

/// One row, tried by one program in a home of its own.
struct Trial {
    sim: Sim,
    way: WayToAws,
    home: Home,
    _files: tempfile::TempDir,
    _closed: TcpSocket,
}

impl Trial {
    fn of(row: &Value) -> Self {
        let sim = Sim::start(World::small()).expect("a free port");
        let files = tempfile::tempdir().expect("a directory");
        let way = WayToAws::start(&sim.url(), files.path());
        let pem = std::fs::read_to_string(way.bundle()).expect("a bundle");
        let write = |name: &str, text: &str| std::fs::write(files.path().join(name), text).expect("written");
        write("marked", &format!("\u{feff}{pem}"));
        write("worded", &format!("# corporate\nsubject=x\n{pem}\nend\n"));
        write("windows", &pem.replace('\n', "\r\n"));
        write("empty", "");
        write("old", &pem.replace("CERTIFICATE", "X509 CERTIFICATE"));
        write("trusted", &pem.replace("CERTIFICATE", "TRUSTED CERTIFICATE"));
        write("broken", &format!("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n{pem}"));
        write("indented", &pem.replace('\n', "\n  ").replace("-----BEGIN", "  -----BEGIN"));
        write("cut", &format!("{pem}{}", &pem[..pem.len() / 2]));
        // Nobody listens there, and nobody else can.
        let closed = TcpSocket::new_v4().expect("a socket");
        closed.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
        let closed_port = closed.local_addr().expect("an address").port().to_string();
        let filled = |text: &str| {
            let text = text.replace("{closed}", &closed_port);
            let port = way.port().to_string();
            let path = |name: &str| files.path().join(name).display().to_string();
            let named = [
                "marked", "worded", "windows", "empty", "missing", "old", "trusted", "broken", "indented",
                "cut",
            ];
            let text = text.replace("{port}", &port).replace("{bundle}", &path("issuer.pem"));
            let text = text.replace("{directory}", &files.path().display().to_string());
            named.iter().fold(text, |text, name| text.replace(&format!("{{{name}}}"), &path(name)))
        };
        let lines = |key: &str| words(row, key).iter().map(|line| filled(line) + "\n").collect::<String>();
        let (own, default, more) = (lines("profile"), lines("default"), lines("more"));
        let source = if own.contains("source_profile") { "" } else { "source_profile = base\n" };
        let config = format!(
            "[default]\n{default}[profile located]\nregion = sa-east-1\n\
             [profile p]\nrole_arn = arn:aws:iam::123456789012:role/project1\n{source}{own}\n{more}"
        );
        let mut home = Home::with_config(&config);
        let keys = home.aws_file("credentials");
        home.write(".aws/credentials", &(keys.clone() + "\n" + &keys.replace("[base]", "[located]")));
        if row["bundle_at_home"] == true {
            home.write("issuer.pem", &pem);
        }
        sim.world().users[0].access_keys[0].secret.clone_from(&home.secret);
        home.set("AWS_MAX_ATTEMPTS", "1");
        home.set("HTTPS_PROXY", &filled("http://127.0.0.1:{port}"));
        home.set("AWS_CA_BUNDLE", &filled("{bundle}"));
        for (name, value) in row["variables"].as_object().expect("variables") {
            match value.as_str() {
                Some(value) => home.set(name, &filled(value)),
                None => home.unset(name),
            }
        }
        Self { sim, way, home, _files: files, _closed: closed }
    }

    /// Where the first call went, for which region it was signed, and whether it worked.
    fn result(&self, worked: bool) -> String {
        let asked = self.way.first();
        let call = self.sim.log().into_iter().find(|call| call.action == "AssumeRole");
        let region =
            call.and_then(|call| call.region).map_or_else(String::new, |region| format!(", for {region}"));
        match asked {
            None => "asks nobody".to_owned(),
            Some(asked) if worked => format!("{asked}{region}"),
            Some(asked) => format!("{asked}{region}, and fails"),
        }
    }
}

/// What a program does with a row; none where it is not here.
fn tried(row: &Value, program: &str, clis: &[sandglass_tests::AwsCli]) -> Option<String> {
    let trial = Trial::of(row);
    let ran = if program == "sandglass" {
        let ran = run(trial.home.command(built("sandglass")).args(["renew", "p"]));
        assert!(!ran.err.contains("panicked"), "{row}: {ran:?}");
        ran
    } else {
        let aws = clis.iter().find(|aws| program == format!("v{}", aws.version))?;
        aws.run(&trial.home, &["sts", "get-caller-identity", "--profile", "p"])
    };
    Some(trial.result(ran.code == Some(0)))
}

#[test]
fn each_setting_leads_where_it_leads_the_aws_cli() {
    let clis = aws_clis("each_setting_leads_where_it_leads_the_aws_cli");
    let rows = rows();
    assert!(rows.len() >= 60, "{}", rows.len());
    let (next, found) = (AtomicUsize::new(0), Mutex::new(vec![Value::Null; rows.len()]));
    std::thread::scope(|threads| {
        for _ in 0..SIDE_BY_SIDE {
            threads.spawn(|| {
                while let Some((number, row)) = Some(next.fetch_add(1, Ordering::Relaxed))
                    .and_then(|number| Some((number, rows.get(number)?)))
                {
                    let results = PROGRAMS.map(|program| (program, tried(row, program, &clis)));
                    found.lock().expect("no panic")[number] =
                        json!(std::collections::BTreeMap::from(results));
                }
            });
        }
    });
    let found = found.into_inner().expect("no panic");
    if std::env::var_os("SANDGLASS_WRITE_TABLE").is_some() {
        write(&rows, &found);
        return;
    }
    let mut wrong = Vec::new();
    for (row, found) in rows.iter().zip(&found) {
        for program in PROGRAMS {
            if !found[program].is_null() && found[program] != row[program] {
                wrong
                    .push(format!("{}: {program}: {} and not {}", row["what"], found[program], row[program]));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_row_has_a_name_of_its_own() {
    let rows = rows();
    let names: std::collections::BTreeSet<_> = rows.iter().map(|row| row["what"].to_string()).collect();
    assert_eq!(names.len(), rows.len());
}

/// Where Sandglass does something else than both, the table says why.
#[test]
fn what_differs_from_the_aws_cli_is_meant() {
    let differs = |row: &Value| row["sandglass"] != row["v2"] && row["sandglass"] != row["v1"];
    let unsaid: Vec<_> = rows()
        .into_iter()
        .filter(|row| differs(row) != row["why"].is_string())
        .map(|row| row["what"].to_string())
        .collect();
    assert!(unsaid.is_empty(), "{unsaid:#?}");
}

/// How the columns of a row follow each other.
const COLUMNS: [&str; 10] =
    ["what", "profile", "default", "more", "variables", "bundle_at_home", "v1", "v2", "sandglass", "why"];

fn write(rows: &[Value], found: &[Value]) {
    let line = |(row, found): (&Value, &Value)| {
        let column = |name: &&str| {
            let value = if found[*name].is_null() { &row[*name] } else { &found[*name] };
            (!value.is_null()).then(|| format!("\"{name}\": {value}"))
        };
        format!(" {{{}}}", COLUMNS.iter().filter_map(column).collect::<Vec<_>>().join(", "))
    };
    let lines: Vec<String> = rows.iter().zip(found).map(line).collect();
    std::fs::write(table(), format!("[\n{}\n]\n", lines.join(",\n"))).expect("written");
}
