//! Set-ups with a wrong clock: the simulated AWS runs ahead of or behind this machine.

use super::super::aws::moment;
use super::super::{Case, Family, SetUp};

const fn case(name: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Clock, name, "clock_skewed", build)
}

/// AWS is so many seconds ahead of this machine.
fn skewed(s: &mut SetUp, least: i64, most: i64) {
    let seconds = s.draw.between(least, most);
    s.sim.world().clock_offset = seconds;
}

pub(super) const CASES: &[Case] = &[
    case("a clock minutes behind, a user's keys", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        skewed(s, 330, 900);
    }),
    case("a clock minutes ahead, a role", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        skewed(s, -900, -330);
    }),
    case("a clock an hour off after summer time", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        let hour = s.draw.pick(&[3600, -3600]);
        skewed(s, hour - 2, hour + 2);
    }),
    case("a clock days behind after a suspend", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        skewed(s, 86_400, 864_000);
    }),
    case("a clock years ahead, exported keys", |s| {
        let (arn, keys) = s.user();
        s.export(&keys);
        let region = s.region.clone();
        s.home.set("AWS_REGION", &region);
        s.identity = arn;
        skewed(s, -94_608_000, -31_536_000);
    }),
    case("a clock behind, a chain of three", |s| {
        let base = s.keys_profile();
        let middle = s.role_profile(&base);
        let name = s.role_profile(&middle);
        s.ask(&name);
        skewed(s, 400, 1200);
    }),
    case("a clock ahead, and a live cached session", |s| {
        let base = s.keys_profile();
        let (name, role) = (s.name(), s.role());
        s.role_section(&name, &role).set("source_profile", &base);
        s.ask(&name);
        skewed(s, -1200, -600);
        let keys = s.session_of(&role, 20_000);
        s.cache_role(&role, &keys, 3000);
    }),
    case("a clock behind, copied keys", |s| {
        let (name, region) = (s.name(), s.region.clone());
        skewed(s, 500, 1500);
        let (arn, keys) = s.session(3600);
        s.credentials.section(&name).keys(&keys).set("x_security_token_expires", &moment(5000));
        s.config.profile(&name).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    }),
];
