//! Amazon Resource Names: `arn:partition:service:region:account:resource`.
//!
//! Format: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>.

use std::fmt;

/// An ARN, taken apart. Region and account may be empty; the resource may hold colons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arn<'a> {
    /// `aws`, `aws-cn`, `aws-us-gov`, …
    pub partition: &'a str,
    /// `iam`, `sts`, …
    pub service: &'a str,
    /// Empty for IAM and STS.
    pub region: &'a str,
    /// Twelve digits; empty for resources that belong to no account.
    pub account: &'a str,
    /// `role/path/Name`, `user/ana`, `assumed-role/Name/session`.
    pub resource: &'a str,
}

impl<'a> Arn<'a> {
    /// Takes an ARN apart. None if the text is no ARN: fewer than six parts, another prefix, or nothing in partition,
    /// service or resource.
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.splitn(6, ':');
        if parts.next()? != "arn" {
            return None;
        }
        let mut next = || parts.next();
        let arn = Self {
            partition: next()?,
            service: next()?,
            region: next()?,
            account: next()?,
            resource: next()?,
        };
        let whole = [arn.partition, arn.service, arn.resource].iter().all(|part| !part.is_empty());
        whole.then_some(arn)
    }

    /// The account, if it has the form of one.
    pub fn account_id(&self) -> Option<&'a str> {
        Some(self.account).filter(|account| is_account_id(account))
    }

    /// True if it has the form of what IAM keeps in an account of some partition of AWS: a role, a user, a device.
    pub fn is_of_iam(&self) -> bool {
        self.service == "iam"
            && self.region.is_empty()
            && self.partition.starts_with("aws")
            && is_account_id(self.account)
    }

    /// `path/Name` of a role.
    pub fn role_path(&self) -> Option<&'a str> {
        self.resource.strip_prefix("role/").filter(|_| self.service == "iam")
    }

    /// `Name` of a role: `role/path/Name`.
    pub fn role_name(&self) -> Option<&'a str> {
        self.role_path().and_then(last_part)
    }

    /// `Name` of a role's session: `assumed-role/Name/session`. A session's ARN lacks the role's path.
    pub fn session_role_name(&self) -> Option<&'a str> {
        let session = self.resource.strip_prefix("assumed-role/").filter(|_| self.service == "sts")?;
        session.split_once('/').map(|(name, _)| name).filter(|name| !name.is_empty())
    }

    /// `path/name` of a virtual MFA device: `mfa/path/name`.
    pub fn mfa_device(&self) -> Option<&'a str> {
        self.resource.strip_prefix("mfa/").filter(|_| self.service == "iam")
    }

    /// Returns the part of the resource after its last `/`: the name of a role or a user, the name of a session.
    pub fn last_name(&self) -> Option<&'a str> {
        last_part(self.resource)
    }
}

fn last_part(path: &str) -> Option<&str> {
    path.rsplit('/').next().filter(|name| !name.is_empty())
}

/// The text it was parsed from.
impl fmt::Display for Arn<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { partition, service, region, account, resource } = self;
        write!(formatter, "arn:{partition}:{service}:{region}:{account}:{resource}")
    }
}

/// True if a text has the form of an account's id: twelve digits.
pub fn is_account_id(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_is_taken_apart() {
        let arn = Arn::parse("arn:aws-cn:iam::123456789012:role/path/Name").expect("an ARN");
        assert_eq!((arn.partition, arn.service, arn.region), ("aws-cn", "iam", ""));
        assert_eq!((arn.account, arn.resource), ("123456789012", "role/path/Name"));
        assert_eq!((arn.role_name(), arn.role_path()), (Some("Name"), Some("path/Name")));
        assert!(arn.is_of_iam() && arn.session_role_name().is_none() && arn.mfa_device().is_none());
        let session = Arn::parse("arn:aws:sts::123456789012:assumed-role/base/x:y").expect("an ARN");
        assert_eq!((session.resource, session.role_name()), ("assumed-role/base/x:y", None));
        assert_eq!((session.session_role_name(), session.last_name()), (Some("base"), Some("x:y")));
        let device = Arn::parse("arn:aws:iam::123456789012:mfa/a/b").expect("an ARN");
        assert_eq!((device.mfa_device(), device.role_name()), (Some("a/b"), None));
        let short = Arn::parse("arn:aws:iam::1:role/x").expect("an ARN");
        assert_eq!((short.account_id(), short.is_of_iam()), (None, false));
    }

    #[test]
    fn what_is_none_is_none() {
        for text in
            ["", "arn", "arn:aws:iam", "arn:aws:iam::1:", "ARN:aws:iam::1:role/x", "arn::iam::1:role/x"]
        {
            assert_eq!(Arn::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn its_parts_are_the_ones_it_was_made_of(
            partition in "[a-z-]{1,10}",
            service in "[a-z0-9]{1,8}",
            region in "[a-z0-9-]{0,14}",
            account in "([0-9]{12}|[a-z]{0,5}|)",
            resource in ".{1,40}",
        ) {
            let text = format!("arn:{partition}:{service}:{region}:{account}:{resource}");
            let arn = Arn::parse(&text).expect("an ARN");
            prop_assert_eq!(arn.partition, partition.as_str());
            prop_assert_eq!(arn.service, service.as_str());
            prop_assert_eq!(arn.region, region.as_str());
            prop_assert_eq!(arn.account, account.as_str());
            prop_assert_eq!(arn.resource, resource.as_str());
            prop_assert_eq!(arn.account_id().is_some(), account.len() == 12);
            prop_assert_eq!(arn.to_string(), text);
        }

        #[test]
        fn a_role_and_its_session_have_one_name(
            path in "([a-z]{1,5}/){0,3}",
            name in "[A-Za-z0-9_+=,.@-]{1,20}",
            session in "[A-Za-z0-9_+=,.@-]{2,20}",
        ) {
            let role = format!("arn:aws:iam::123456789012:role/{path}{name}");
            let role = Arn::parse(&role).expect("an ARN");
            prop_assert_eq!(role.role_name(), Some(name.as_str()));
            let session = format!("arn:aws:sts::123456789012:assumed-role/{name}/{session}");
            let session = Arn::parse(&session).expect("an ARN");
            prop_assert_eq!(session.session_role_name(), role.role_name());
            prop_assert_eq!(session.role_name(), None);
        }

        #[test]
        fn any_text_is_an_arn_that_writes_itself_or_none(text in "(arn)?[:a-z0-9/*-]{0,60}|.{0,60}") {
            if let Some(arn) = Arn::parse(&text) {
                prop_assert_eq!(arn.to_string(), text.as_str());
                let names = [arn.role_name(), arn.session_role_name(), arn.mfa_device(), arn.last_name()];
                prop_assert!(names.into_iter().flatten().all(|name| arn.resource.contains(name)));
            }
        }
    }
}
