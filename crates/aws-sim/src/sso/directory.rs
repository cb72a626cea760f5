//! The lists of the portal, and the end of a sign-in.

use serde_json::{Value, json};

use super::bearer;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::{SsoToken, World};

/// `GET /assignment/accounts`: `ListAccounts`.
pub(super) fn accounts(world: &World, request: &Request) -> Result<String, Refusal> {
    let token = bearer(world, request)?;
    let mut ids: Vec<&str> = token.roles.iter().map(|role| role.account_id.as_str()).collect();
    ids.dedup();
    let name = |id: &str| {
        let known = world.portals.iter().flat_map(|portal| &portal.accounts).find(|account| account.id == id);
        known.map_or_else(|| id.to_owned(), |account| account.name.clone())
    };
    let account = |id: &&str| json!({ "accountId": id, "accountName": name(id), "emailAddress": format!("{id}@example.com") });
    page(world, request, "accountList", &ids.iter().map(account).collect::<Vec<_>>())
}

/// `GET /assignment/roles`: `ListAccountRoles`.
pub(super) fn roles(world: &World, request: &Request) -> Result<String, Refusal> {
    let token = bearer(world, request)?;
    let account = request.field("account_id").unwrap_or_default();
    let assigned = |token: &SsoToken| -> Vec<Value> {
        let here = token.roles.iter().filter(|role| role.account_id == account);
        here.map(|role| json!({ "roleName": role.name, "accountId": role.account_id })).collect()
    };
    let found = assigned(token);
    if found.is_empty() {
        return Err(Refusal::new(403, "ForbiddenException", "No access"));
    }
    page(world, request, "roleList", &found)
}

/// `POST /logout`: the token is worth nothing afterwards.
pub(super) fn logout(world: &mut World, request: &Request) -> Result<String, Refusal> {
    let ended = bearer(world, request)?.access_token.clone();
    world.sso_tokens.retain(|token| token.access_token != ended);
    Ok(String::new())
}

/// A page of a list: as much as was asked for, and no more than a page holds.
fn page(world: &World, request: &Request, key: &str, all: &[Value]) -> Result<String, Refusal> {
    let number = |name: &str| request.field(name).map(str::parse::<usize>);
    let most = world.portals.iter().map(|portal| portal.page).min().unwrap_or(all.len().max(1));
    let count = match number("max_result") {
        None => most,
        Some(Ok(count)) if count > 0 => count.min(most),
        Some(_) => return Err(super::invalid_request()),
    };
    let from = match number("next_token") {
        None => 0,
        Some(Ok(from)) if from < all.len() => from,
        Some(_) => return Err(super::invalid_request()),
    };
    let end = all.len().min(from + count);
    let next = (end < all.len()).then(|| end.to_string());
    Ok(json!({ key: all[from..end], "nextToken": next }).to_string())
}
