//! Locates the files of sign-ins, where the AWS CLI looks for them.

use std::path::{Path, PathBuf};

use aws_files::cache::CacheKey;
use sandglass_core::cache::CachePlace;
use sandglass_core::source::{LoginSource, SsoSource};

use crate::Environment;

/// The file of a token of IAM Identity Center.
pub(crate) fn sso_file(environment: &Environment, source: &SsoSource) -> PathBuf {
    sso_cache_file(environment, &source.token_key())
}

/// The file of a key in the cache of `aws sso login`.
pub(super) fn sso_cache_file(environment: &Environment, key: &CacheKey) -> PathBuf {
    CachePlace::Sso.directory(&environment.paths).join(key.file_name())
}

/// The name of the lock for whoever changes a token's file.
pub(super) fn lock_name(token: &Path) -> String {
    token.file_stem().unwrap_or_default().to_string_lossy().into_owned()
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
