//! One question to a token service: JSON there and back, without a signature.

use aws_files::cache::TokenFields;
use sandglass_core::refusal::Refusal;
use sandglass_core::resolve::ClientSettings;

use crate::http::{self, plain};
use crate::refused::Refused;

pub(super) const NOT_A_TOKEN: &str = "the answer is not one of the token service";

/// Reads a refusal, by the code of its header; none where it is none.
pub(super) type ReadRefusal = fn(Option<String>, &TokenFields) -> Option<Refusal>;

/// A token service: its address, and how it is reached.
pub(super) struct TokenService<'a> {
    pub(super) settings: &'a ClientSettings,
    pub(super) url: &'a str,
    pub(super) refusal: ReadRefusal,
}

impl TokenService<'_> {
    /// Sends JSON, which may hold secrets.
    pub(super) async fn ask(
        &self,
        url: &str,
        headers: &[(&'static str, &str)],
        body: Vec<u8>,
    ) -> Result<TokenFields, Refused> {
        let silent = |detail: String| Refused::silent(self.url, detail);
        let connector = http::connector(self.settings, self.url)?;
        let mut all = vec![("content-type", "application/json")];
        all.extend_from_slice(headers);
        let request = plain::request("POST", url, &all, body);
        let request = request.ok_or_else(|| silent("no such address".to_owned()))?;
        let reply = plain::send(&connector, request).await.map_err(|error| silent(error.to_string()))?;
        let answer = TokenFields::parse(&reply.body).ok_or_else(|| self.stranger())?;
        if reply.status == 200 {
            return Ok(answer);
        }
        let refusal = (self.refusal)(reply.error_code(), &answer).ok_or_else(|| self.stranger())?;
        Err(Refused::ByAws(refusal))
    }

    /// Something else answered.
    pub(super) fn stranger(&self) -> Refused {
        Refused::stranger(self.url, NOT_A_TOKEN)
    }
}

/// The code stands in a header, or in the body as OAuth has it.
pub(super) fn oauth_refusal(code: Option<String>, answer: &TokenFields) -> Option<Refusal> {
    let text = |name| answer.text(name).map(|text| text.expose().to_owned());
    let code = code.or_else(|| text("error"))?;
    let message = text("error_description").or_else(|| text("message")).unwrap_or_default();
    Some(Refusal { code, message })
}
