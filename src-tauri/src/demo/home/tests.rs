use super::*;

#[test]
fn what_a_killed_demo_left_goes_and_a_running_one_stays() {
    let base = tempfile::tempdir().expect("a directory");
    let left = base.path().join(format!("{PREFIX}left"));
    fs::create_dir_all(left.join("home/.aws")).expect("made");
    fs::create_dir(base.path().join("another")).expect("made");
    let running = Home::make(base.path()).expect("a home");
    assert!(!left.exists());
    let second = Home::make(base.path()).expect("a home beside it");
    assert!(running.path().is_dir() && second.path().is_dir());
    running.remove().expect("removed");
    second.remove().expect("removed");
    let names: Vec<_> = fs::read_dir(base.path()).expect("read").flatten().map(|e| e.file_name()).collect();
    assert_eq!(names, ["another"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_and_nobody_else_may_look() {
    use std::os::unix::fs::PermissionsExt;
    let base = tempfile::tempdir().expect("a directory");
    let real = tempfile::tempdir().expect("a home");
    fs::write(real.path().join("file"), "mine").expect("written");
    let link = base.path().join(format!("{PREFIX}link"));
    std::os::unix::fs::symlink(real.path(), &link).expect("linked");
    let home = Home::make(base.path()).expect("a home");
    assert_eq!(fs::read_dir(real.path()).expect("read").count(), 1);
    assert!(link.exists());
    let mode = fs::metadata(home.directory.path()).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}
