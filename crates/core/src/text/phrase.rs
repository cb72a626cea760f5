//! Durations in words, such as "42 min".

use chrono::TimeDelta;

use super::Text;

impl Text {
    /// `42 min`, `3 h 12 min`, `2 d 4 h`, `less than 1 min`. Rounded down: never more than there is.
    pub fn duration(&self, duration: TimeDelta) -> String {
        let minutes = duration.num_minutes().max(0);
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        let number = |value: i64| value.to_string();
        match (days, hours, rest) {
            (0, 0, 0) => self.say("duration-moment"),
            (0, 0, m) => self.say_with("duration-minutes", &[("minutes", &number(m))]),
            (0, h, 0) => self.say_with("duration-hours", &[("hours", &number(h))]),
            (0, h, m) => {
                self.say_with("duration-hours-minutes", &[("hours", &number(h)), ("minutes", &number(m))])
            }
            (d, 0, _) => self.say_with("duration-days", &[("days", &number(d))]),
            (d, h, _) => self.say_with("duration-days-hours", &[("days", &number(d)), ("hours", &number(h))]),
        }
    }
}
