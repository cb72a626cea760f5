//! A simulated week of a user with ten profiles: nights asleep, a lost network, a clock set wrong.
//!
//! What is told is compared with what only a human can do; what needs no human must never be over.

mod simulation;

use chrono::TimeDelta;
use simulation::{Kind, Week};

#[test]
fn a_week_left_alone() {
    let mut week = Week::new();
    week.run();
    week.print();
    for profile in &week.profiles {
        if matches!(profile.kind, Kind::Silent | Kind::Refreshed | Kind::Chained) {
            assert!(
                profile.longest_over < TimeDelta::minutes(1),
                "{}: {}",
                profile.name,
                profile.longest_over
            );
        }
        assert_eq!(profile.told, profile.deadlines, "{}: told once a deadline", profile.name);
    }
    let deadlines: usize = week.profiles.iter().map(|profile| profile.deadlines).sum();
    assert!(deadlines >= 15, "{deadlines} are too few to show anything");
    assert_eq!(week.opened + week.joined, deadlines + 1, "and once that the clock is wrong");
    // Each hour's session is renewed with 20 minutes left: 40 minutes apart, 16 hours a day.
    assert!(week.calls < 1200, "{} calls", week.calls);
    assert!(week.failed_calls < 400, "{} failed calls", week.failed_calls);
}
