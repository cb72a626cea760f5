//! Locates the files of sign-ins, where the AWS CLI looks for them.

use std::path::PathBuf;

use sandglass_core::cache::CachePlace;
use sandglass_core::source::{LoginSource, SsoSource};

use crate::Environment;

/// The file of a token of IAM Identity Center.
pub(crate) fn sso_file(environment: &Environment, source: &SsoSource) -> PathBuf {
    CachePlace::Sso.directory(&environment.paths).join(source.token_key().file_name())
}

/// The file of a sign-in with `aws login`.
pub(crate) fn login_file(environment: &Environment, source: &LoginSource) -> PathBuf {
    login_directory(environment).join(source.token_key().file_name())
}

/// The cache of `aws login`.
pub(crate) fn login_directory(environment: &Environment) -> PathBuf {
    let paths = &environment.paths;
    environment.variables.non_empty("AWS_LOGIN_CACHE_DIRECTORY").map_or_else(
        || paths.home.join(".aws").join("login").join("cache"),
        |directory| paths.expand(directory, &environment.variables),
    )
}
