//! Settings of the metadata service of an EC2 instance, as botocore reads them: those of the profile that was asked
//! for, and variables before them.

use core::net::Ipv6Addr;
use core::time::Duration;

use aws_files::{Profile, python_int, setting};

use super::url::Url;
use crate::problem::{Code, Origin, Problem};
use crate::source::{Located, located};
use crate::variables::Variables;

const IPV4: &str = "http://169.254.169.254/";
const IPV6: &str = "http://[fd00:ec2::254]/";

/// The variable that keeps everybody from asking.
const DISABLED: &str = "AWS_EC2_METADATA_DISABLED";

/// The settings as they are written: a wrong one only matters to whoever asks the service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetadataSettings {
    /// `ec2_metadata_service_endpoint`.
    pub endpoint: Option<Located<String>>,
    /// `ec2_metadata_service_endpoint_mode`.
    pub endpoint_mode: Option<Located<String>>,
    /// `metadata_service_timeout`.
    pub timeout: Option<Located<String>>,
    /// `metadata_service_num_attempts`.
    pub attempts: Option<Located<String>>,
    /// `imds_use_ipv6`.
    pub uses_ipv6: bool,
    /// `ec2_metadata_v1_disabled`: without a token nothing is asked.
    pub needs_token: bool,
    /// The place that says not to ask at all.
    pub disabled: Option<Origin>,
}

/// The way to ask the metadata service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetadataAccess {
    /// The address, with a slash at its end.
    pub base_url: String,
    /// The time limit of each request.
    pub timeout: Duration,
    /// The number of times each request is sent, until it is answered.
    pub attempts: u32,
    /// True if nothing is asked without a token.
    pub needs_token: bool,
}

impl MetadataSettings {
    pub(super) fn read(variables: &Variables, profile: Option<&Profile>) -> Self {
        // A variable that is set counts, even empty.
        let pick = |variable: &'static str, key: &str| match variables.get(variable) {
            Some(value) => Some(Located { value: value.to_owned(), at: Origin::Variable(variable) }),
            None => profile.and_then(|profile| profile.get(key)).map(located),
        };
        let is_true = |found: &Located<String>| found.value.eq_ignore_ascii_case("true");
        let disabled = variables.get(DISABLED).is_some_and(|value| value.eq_ignore_ascii_case("true"));
        Self {
            endpoint: pick("AWS_EC2_METADATA_SERVICE_ENDPOINT", setting::EC2_METADATA_SERVICE_ENDPOINT),
            endpoint_mode: pick(
                "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE",
                setting::EC2_METADATA_SERVICE_ENDPOINT_MODE,
            ),
            timeout: pick("AWS_METADATA_SERVICE_TIMEOUT", setting::METADATA_SERVICE_TIMEOUT),
            attempts: pick("AWS_METADATA_SERVICE_NUM_ATTEMPTS", setting::METADATA_SERVICE_NUM_ATTEMPTS),
            uses_ipv6: pick("AWS_IMDS_USE_IPV6", setting::IMDS_USE_IPV6).as_ref().is_some_and(is_true),
            needs_token: pick("AWS_EC2_METADATA_V1_DISABLED", setting::EC2_METADATA_V1_DISABLED)
                .as_ref()
                .is_some_and(is_true),
            disabled: disabled.then_some(Origin::Variable(DISABLED)),
        }
    }

    /// Reads the values. botocore refuses a wrong one as soon as it looks for any credentials.
    pub fn access(&self) -> Result<MetadataAccess, Problem> {
        let seconds = number(self.timeout.as_ref(), setting::METADATA_SERVICE_TIMEOUT, "seconds")?;
        let timeout = u64::try_from(seconds.unwrap_or(1)).ok().filter(|seconds| *seconds > 0);
        let timeout = timeout
            .ok_or_else(|| invalid(self.timeout.as_ref(), setting::METADATA_SERVICE_TIMEOUT, "seconds"))?;
        let attempts = number(self.attempts.as_ref(), setting::METADATA_SERVICE_NUM_ATTEMPTS, "number")?;
        let attempts = attempts.unwrap_or(1).clamp(0, i64::from(u32::MAX));
        Ok(MetadataAccess {
            base_url: self.base_url()?,
            timeout: Duration::from_secs(timeout),
            attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
            needs_token: self.needs_token,
        })
    }

    fn base_url(&self) -> Result<String, Problem> {
        let mode = self.endpoint_mode.as_ref();
        let is_ipv6 = match mode.map(|mode| mode.value.to_ascii_lowercase()).as_deref() {
            Some("ipv6") => true,
            Some("ipv4") => false,
            Some(_) => return Err(invalid(mode, setting::EC2_METADATA_SERVICE_ENDPOINT_MODE, "ip-version")),
            None => self.uses_ipv6,
        };
        let Some(endpoint) = self.endpoint.as_ref().filter(|endpoint| !endpoint.value.is_empty()) else {
            return Ok(if is_ipv6 { IPV6 } else { IPV4 }.to_owned());
        };
        let url = Url::parse(&endpoint.value).filter(|url| is_host(&url.host));
        let url = url
            .ok_or_else(|| invalid(Some(endpoint), setting::EC2_METADATA_SERVICE_ENDPOINT, "http-address"))?;
        let text = url.to_string();
        Ok(if text.ends_with('/') { text } else { text + "/" })
    }
}

fn number(
    setting: Option<&Located<String>>,
    key: &'static str,
    expected: &'static str,
) -> Result<Option<i64>, Problem> {
    let Some(found) = setting else { return Ok(None) };
    python_int(&found.value).map(Some).ok_or_else(|| invalid(Some(found), key, expected))
}

fn invalid(setting: Option<&Located<String>>, key: &'static str, expected: &'static str) -> Problem {
    let at = setting.map(|found| found.at.clone());
    Problem::new(Code::InvalidSetting).maybe_at(at).with("key", key).with("expected", expected)
}

/// True if botocore takes it for a host: labels of letters, digits and hyphens, or an address of IPv6.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let name = host.strip_suffix('.').unwrap_or(host);
    host.len() <= 255 && (name.split('.').all(is_label) || host.parse::<Ipv6Addr>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::profiles;

    fn access(variables: &[(&str, &str)], settings: &str) -> Result<MetadataAccess, Problem> {
        let profiles = profiles(&format!("[profile x]\n{settings}"), "");
        MetadataSettings::read(&variables.iter().copied().collect(), profiles.get("x")).access()
    }

    #[test]
    fn variables_come_before_the_profile_and_both_before_what_is_usual() {
        let usual = access(&[], "").expect("nothing is wrong");
        assert_eq!((usual.base_url.as_str(), usual.timeout.as_secs(), usual.attempts), (IPV4, 1, 1));
        assert!(!usual.needs_token);
        let settings = "metadata_service_timeout = 3\nmetadata_service_num_attempts = 4\n\
                        ec2_metadata_service_endpoint_mode = IPv6\nec2_metadata_v1_disabled = True\n";
        let own = access(&[], settings).expect("nothing is wrong");
        assert_eq!((own.base_url.as_str(), own.timeout.as_secs(), own.attempts), (IPV6, 3, 4));
        assert!(own.needs_token);
        let variables = [
            ("AWS_METADATA_SERVICE_TIMEOUT", " 5 "),
            ("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "-1"),
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ipv4"),
            ("AWS_EC2_METADATA_V1_DISABLED", ""),
        ];
        let set = access(&variables, settings).expect("nothing is wrong");
        assert_eq!((set.base_url.as_str(), set.timeout.as_secs(), set.attempts), (IPV4, 5, 0));
        assert!(!set.needs_token);
        assert_eq!(access(&[("AWS_IMDS_USE_IPV6", "true")], "").map(|set| set.base_url), Ok(IPV6.to_owned()));
    }

    #[test]
    fn an_endpoint_of_ones_own_has_a_slash_at_its_end() {
        for (written, read) in [
            ("http://127.0.0.1:1338", "http://127.0.0.1:1338/"),
            ("http://imds.local/base", "http://imds.local/base/"),
            ("http://[::1]:80/", "http://[::1]:80/"),
            ("", IPV4),
        ] {
            let found = access(&[("AWS_EC2_METADATA_SERVICE_ENDPOINT", written)], "");
            assert_eq!(found.map(|found| found.base_url), Ok(read.to_owned()), "{written}");
        }
    }

    #[test]
    fn a_value_that_botocore_refuses_is_named_with_its_place() {
        for (variable, value, key) in [
            ("AWS_METADATA_SERVICE_TIMEOUT", "1s", "metadata_service_timeout"),
            ("AWS_METADATA_SERVICE_TIMEOUT", "", "metadata_service_timeout"),
            ("AWS_METADATA_SERVICE_TIMEOUT", "0", "metadata_service_timeout"),
            ("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "x", "metadata_service_num_attempts"),
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "", "ec2_metadata_service_endpoint_mode"),
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT", "169.254.169.254", "ec2_metadata_service_endpoint"),
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://a b/", "ec2_metadata_service_endpoint"),
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://a\n/", "ec2_metadata_service_endpoint"),
        ] {
            let problem = access(&[(variable, value)], "").expect_err(value);
            assert_eq!(problem.at, Some(Origin::Variable(variable)), "{value}");
            assert!(problem.args.contains(&("key", key.to_owned())), "{problem:?}");
        }
    }
}
