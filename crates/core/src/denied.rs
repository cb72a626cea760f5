//! The problem that AWS refuses a role to the caller, who is named in AWS's own sentence.

use aws_files::Arn;

use crate::problem::{Code, Problem};
use crate::resolve::RoleSource;

/// AWS refuses a role to the keys of `signer`; `message` is what it says.
pub fn role_denied(role: &RoleSource, signer: &str, message: &str) -> Problem {
    let arn = &role.role_arn.value;
    Problem::new(Code::AccessDenied)
        .at(role.role_arn.at.clone())
        .with("profile", &role.profile)
        .with("role", arn)
        .with("role_name", role_name(arn).unwrap_or(arn))
        .with("who", caller(message).unwrap_or(signer))
        .with("external", if role.external_id.is_some() { "yes" } else { "no" })
        .with("detail", message)
}

/// `Name` of `arn:aws:iam::123456789012:role/path/Name`.
pub fn role_name(arn: &str) -> Option<&str> {
    Arn::parse(arn)?.role_name()
}

/// `user/ana` of `User: arn:aws:iam::123456789012:user/ana is not authorized to perform …`.
fn caller(message: &str) -> Option<&str> {
    let (_, rest) = message.split_once("User: ")?;
    let arn = rest.split_whitespace().next()?;
    Some(Arn::parse(arn)?.resource)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asked_is_read_from_the_words_of_aws() {
        let said = |who: &str| {
            format!(
                "User: {who} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/x"
            )
        };
        assert_eq!(caller(&said("arn:aws:iam::123456789012:user/ana")), Some("user/ana"));
        let session = said("arn:aws:sts::123456789012:assumed-role/base/botocore-1");
        assert_eq!(caller(&session), Some("assumed-role/base/botocore-1"));
        for other in ["Access denied", "User: ", "User: ana is not authorized", "User: arn:aws:iam::1: is"] {
            assert_eq!(caller(other), None, "{other}");
        }
    }
}
