//! Files in which AWS tools keep sessions: their names and their contents.

mod answer;
mod entry;
mod key;
mod python_json;
mod token_fields;

pub use answer::{RoleAnswer, SsoRoleAnswer, WebIdentityAnswer};
pub use entry::{CliCacheEntry, EntryError, SessionCredentials};
pub use key::{
    AssumeRoleArgs, CacheKey, SsoPortal, login_key, mfa_session_key, role_key, sso_registration_key,
    sso_role_key, sso_token_key, web_identity_key,
};
pub use token_fields::TokenFields;
