//! Recognises whether a text is about AWS, and which tool wrote it.

use std::sync::LazyLock;

use super::fold::{Folded, folded};
use super::words::Tool;

/// Words that only AWS's own tools and users write; each stands alone, not within another word.
const WORDS: &[&str] = &["aws", "amazon", "boto", "boto3", "botocore", "s3", "ec2", "ecr", "eks", "cdk"];
/// The same, wherever they stand.
const MARKS: &[&str] = &[
    "amazonaws",
    "awssdk",
    "aws_",
    "x-amz",
    "@smithy/",
    "arn:aws",
    "securitytokenincludedintherequest",
    "isnowearlierthan20",
    "isstilllaterthan20",
    ".aws/",
    ".aws\\",
    // Answers of S3 and EC2 as they are.
    "<hostid>",
    "<response><errors><error><code>",
    "<code>expiredtoken</code>",
    "expiredtoken:theprovidedtokenhasexpired",
];
/// Clouds whose errors look alike.
const OTHERS: &[&str] =
    &["aliyun", "alibaba", "azure", "aadsts", "microsoftonline", "googleapis", "tencent", "digitalocean"];

/// The first sign that is found names the tool: those that wrap others stand first.
const TOOLS: &[(&str, Tool)] = &[
    ("aws: [error]", Tool::AwsCliV2),
    ("running \"aws login\"", Tool::AwsCliV2),
    ("pulumi", Tool::Pulumi),
    ("terraform", Tool::Terraform),
    ("opentofu", Tool::Terraform),
    ("hashicorp/aws", Tool::Terraform),
    ("s3 backend", Tool::Terraform),
    ("retrieving caller identity from sts", Tool::Terraform),
    ("with provider[", Tool::Terraform),
    ("the backend \"s3\"", Tool::Terraform),
    ("packer", Tool::Packer),
    ("amazon-ebs", Tool::Packer),
    ("getting credentials: exec", Tool::Kubectl),
    ("aws-iam-authenticator", Tool::Kubectl),
    ("cdk", Tool::Cdk),
    ("need to perform aws calls", Tool::Cdk),
    ("serverless", Tool::Serverless),
    ("samcli", Tool::Sam),
    ("dkr.ecr", Tool::Docker),
    ("error response from daemon", Tool::Docker),
    ("your authorization token has expired", Tool::Docker),
    ("packages/awscli/", Tool::AwsCli),
    ("botocore.exceptions", Tool::Boto3),
    ("site-packages/botocore", Tool::Boto3),
    ("boto3", Tool::Boto3),
    ("software.amazon.awssdk", Tool::JavaSdkV2),
    ("com.amazonaws", Tool::JavaSdkV1),
    ("; error code: ", Tool::JavaSdkV1),
    ("(service: sts, status code", Tool::JavaSdkV2),
    ("amazon.runtime", Tool::DotNetSdk),
    ("amazon.securitytoken", Tool::DotNetSdk),
    ("aws\\sts", Tool::PhpSdk),
    ("aws\\exception", Tool::PhpSdk),
    ("aws http error", Tool::PhpSdk),
    ("::errors::", Tool::RubySdk),
    ("@aws-sdk/", Tool::JavaScriptSdkV3),
    ("@smithy/", Tool::JavaScriptSdkV3),
    ("credentialsprovidererror", Tool::JavaScriptSdkV3),
    ("aws-sdk/lib", Tool::JavaScriptSdkV2),
    ("set aws_sdk_load_config", Tool::JavaScriptSdkV2),
    ("https response error statuscode", Tool::GoSdkV2),
    ("operation error ", Tool::GoSdkV2),
    ("failed to refresh cached credentials", Tool::GoSdkV2),
    ("nocredentialproviders", Tool::GoSdkV1),
    ("status code: 4", Tool::GoSdkV1),
    ("aws_request_id", Tool::RustSdk),
    ("unhandled error (", Tool::RustSdk),
    ("providererror(", Tool::RustSdk),
    ("when calling the", Tool::AwsCli),
    ("ao chamar a operacao", Tool::AwsCli),
    ("the config profile (", Tool::AwsCli),
    ("you can configure credentials by running", Tool::AwsCli),
];

/// True if this is about AWS, and not about a cloud that answers alike.
pub(super) fn speaks_of_aws(text: &Folded<'_>) -> bool {
    let haystack = text.text();
    let marked =
        MARKS.iter().any(|mark| haystack.contains(mark)) || WORDS.iter().any(|word| has_word(text, word));
    marked && !OTHERS.iter().any(|other| haystack.contains(other))
}

/// Returns the tool that wrote it.
pub(super) fn tool(text: &Folded<'_>) -> Option<Tool> {
    static SIGNS: LazyLock<Vec<(String, Tool)>> =
        LazyLock::new(|| TOOLS.iter().map(|(sign, tool)| (folded(sign), *tool)).collect());
    SIGNS.iter().find(|(sign, _)| text.text().contains(sign)).map(|(_, tool)| *tool)
}

/// True if a word stands alone somewhere, in the text as it was written.
pub(super) fn has_word(text: &Folded<'_>, word: &str) -> bool {
    text.text().match_indices(word).any(|(start, _)| text.stands_alone(start..start + word.len()))
}
