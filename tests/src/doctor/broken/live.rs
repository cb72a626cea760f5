//! Set-ups whose fault only AWS can tell.

use aws_sim::{Denial, Fault, FaultKind, MfaDevice, Role};

use super::super::{Case, Family, SetUp};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Live, name, cause, build)
}

/// A role of some kind behind a user's keys, with these settings; it is asked for.
fn role(s: &mut SetUp, change: impl FnOnce(&mut Role), settings: &[(&str, &str)]) -> String {
    let base = s.keys_profile();
    let (arn, name) = (s.role_with(change), s.name());
    let section = s.role_section(&name, &arn).set("source_profile", &base);
    for (key, value) in settings {
        section.set(key, value);
    }
    s.ask(&name);
    arn
}

/// Every call of an action goes wrong.
fn fault(s: &mut SetUp, kind: FaultKind) {
    s.sim.world().faults.push(Fault { action: None, times: None, kind });
}

pub(super) const CASES: &[Case] = &[
    case("a role that trusts somebody else", "assume_role_denied", |s| {
        role(s, |role| role.trusts = vec!["999988887777".to_owned()], &[]);
    }),
    case("a role that was deleted", "assume_role_denied", |s| {
        let arn = role(s, |_| {}, &[]);
        s.sim.world().roles.retain(|role| role.arn != arn);
    }),
    case("a role that trusts one other user", "assume_role_denied", |s| {
        let (other, _) = s.user();
        role(s, |role| role.trusts = vec![other], &[]);
    }),
    case("a chained role that does not trust the one before", "assume_role_denied", |s| {
        let base = s.keys_profile();
        let middle = s.role_profile(&base);
        let arn = s.role_with(|role| role.trusts = vec!["arn:aws:iam::1:role/another".to_owned()]);
        let name = s.name();
        s.role_section(&name, &arn).set("source_profile", &middle);
        s.ask(&name);
    }),
    case("a source that may not assume its role", "assume_role_denied", |s| {
        let base = s.keys_profile();
        let (middle, closed) = (s.name(), s.role_with(|role| role.trusts.clear()));
        s.role_section(&middle, &closed).set("source_profile", &base);
        let name = s.role_profile(&middle);
        s.ask(&name);
    }),
    case("a role that asks for an external id", "external_id_refused", |s| {
        role(s, |role| role.external_id = Some("partner-7".to_owned()), &[("external_id", "partner-6")]);
    }),
    case("a session policy in the way", "session_policy_denies", |s| {
        let arn = role(s, |_| {}, &[]);
        let because = "because no session policy allows the sts:AssumeRole action".to_owned();
        s.sim.world().denials.push(Denial { role_arn: arn, because });
    }),
    case("a control policy in the way", "assume_role_denied", |s| {
        let arn = role(s, |_| {}, &[]);
        let because = "with an explicit deny in a service control policy".to_owned();
        s.sim.world().denials.push(Denial { role_arn: arn, because });
    }),
    case("a role for twelve hours that allows four", "duration_above_maximum", |s| {
        let seconds = s.draw.pick(&["14401", "28800", "43200"]);
        role(s, |role| role.max_session_duration = 14_400, &[("duration_seconds", seconds)]);
    }),
    case("a role for two hours that allows one", "duration_above_maximum", |s| {
        role(s, |role| role.max_session_duration = 3600, &[("duration_seconds", "7200")]);
    }),
    case("a role behind MFA, without a device in the profile", "assume_role_denied", |s| {
        role(s, |role| role.requires_mfa = true, &[]);
        let serial = format!("arn:aws:iam::{}:mfa/phone", s.account);
        s.sim.world().users[0].mfa_devices.push(MfaDevice { serial, codes: vec!["123456".to_owned()] });
    }),
    case("a role behind MFA, with a device and no session", "mfa_required", |s| {
        let serial = format!("arn:aws:iam::{}:mfa/phone", s.account);
        role(s, |role| role.requires_mfa = true, &[("mfa_serial", &serial)]);
        s.sim.world().users[0].mfa_devices.push(MfaDevice { serial, codes: vec!["123456".to_owned()] });
    }),
    case("a role behind MFA whose command for codes fails", "mfa_process_failed", |s| {
        let serial = format!("arn:aws:iam::{}:mfa/phone", s.account);
        let command =
            s.draw.pick(&["/nowhere/ykman oath accounts code", "/bin/false", "/bin/echo AWS:ana 908172"]);
        role(s, |role| role.requires_mfa = true, &[("mfa_serial", &serial), ("mfa_process", command)]);
        s.sim.world().users[0].mfa_devices.push(MfaDevice { serial, codes: vec!["123456".to_owned()] });
    }),
    case("a role behind MFA whose session is over", "mfa_required", |s| {
        let serial = format!("arn:aws:iam::{}:mfa/phone", s.account);
        let arn = role(s, |role| role.requires_mfa = true, &[("mfa_serial", &serial)]);
        s.sim.world().users[0].mfa_devices.push(MfaDevice { serial: serial.clone(), codes: Vec::new() });
        let keys = s.session_of(&arn, -4000);
        let arguments = aws_files::cache::AssumeRoleArgs {
            role_arn: &arn,
            serial_number: Some(&serial),
            ..aws_files::cache::AssumeRoleArgs::default()
        };
        s.cache(&arguments, &keys, -4000);
    }),
    case("AWS says there are too many calls", "throttled", |s| {
        role(s, |_| {}, &[]);
        fault(s, FaultKind::Throttle);
    }),
    case("AWS has a fault of its own", "aws_fault", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        let kind = s.draw.pick(&[FaultKind::Internal, FaultKind::Unavailable]);
        fault(s, kind);
    }),
    case("AWS denies every call", "access_denied", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        fault(s, FaultKind::Deny);
    }),
];
