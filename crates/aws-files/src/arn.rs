//! Amazon Resource Names: `arn:partition:service:region:account:resource`.
//!
//! Format: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>.

/// An ARN, taken apart. Region and account may be empty; the resource may hold colons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arn<'a> {
    /// `aws`, `aws-cn`, `aws-us-gov`, …
    pub partition: &'a str,
    /// `iam`, `sts`, …
    pub service: &'a str,
    /// Empty for IAM and STS.
    pub region: &'a str,
    /// Twelve digits; empty for what belongs to no account.
    pub account: &'a str,
    /// `role/path/Name`, `user/ana`, `assumed-role/Name/session`.
    pub resource: &'a str,
}

impl<'a> Arn<'a> {
    /// None where it is no ARN: fewer than six parts, another prefix, or nothing in partition, service or resource.
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

    /// `Name` of `role/path/Name`; none of what is no role.
    pub fn role_name(&self) -> Option<&'a str> {
        let path = self.resource.strip_prefix("role/").filter(|_| self.service == "iam")?;
        path.rsplit('/').next().filter(|name| !name.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_taken_apart() {
        let arn = Arn::parse("arn:aws-cn:iam::123456789012:role/path/Name").expect("an ARN");
        assert_eq!((arn.partition, arn.service, arn.region), ("aws-cn", "iam", ""));
        assert_eq!((arn.account, arn.resource), ("123456789012", "role/path/Name"));
        assert_eq!(arn.role_name(), Some("Name"));
        let session = Arn::parse("arn:aws:sts::123456789012:assumed-role/base/x:y").expect("an ARN");
        assert_eq!((session.resource, session.role_name()), ("assumed-role/base/x:y", None));
    }

    #[test]
    fn what_is_none_is_none() {
        for text in
            ["", "arn", "arn:aws:iam", "arn:aws:iam::1:", "ARN:aws:iam::1:role/x", "arn::iam::1:role/x"]
        {
            assert_eq!(Arn::parse(text), None, "{text}");
        }
    }
}
