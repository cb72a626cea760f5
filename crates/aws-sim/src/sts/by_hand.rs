//! Makes sessions that nobody asked for, as a test or the demo needs them.

use super::{identity, make};
use crate::clock;
use crate::world::{SessionKeys, World};

impl World {
    /// A session of a role, whether it exists or not, that ends in so many seconds (or ended before).
    pub fn session_of_role(&mut self, role_arn: &str, name: &str, seconds: i64) -> SessionKeys {
        let (access_key_id, session) = make(self, identity(role_arn, name, false), seconds);
        SessionKeys {
            access_key_id,
            secret_access_key: session.secret,
            session_token: session.token,
            expiration: clock::rfc3339(session.expires_at),
        }
    }
}
