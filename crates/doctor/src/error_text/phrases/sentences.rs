//! AWS's own sentences where a tool, a console or a user left out their code, also as AWS puts them in Portuguese.

use super::{Phrase, aws};

pub(super) const TABLE: &[Phrase] = &[
    aws("The security token included in the request is expired", "ExpiredToken"),
    aws("The provided token has expired", "ExpiredToken").common(),
    aws("The provided token is expired", "ExpiredToken").common(),
    aws("The security token included in the request is invalid", "InvalidClientTokenId"),
    aws("The provided token is malformed or otherwise invalid", "InvalidToken").common(),
    aws("The AWS Access Key Id you provided does not exist in our records", "InvalidAccessKeyId"),
    aws("AWS was not able to validate the provided access credentials", "AuthFailure"),
    aws(
        "The request signature we calculated does not match the signature you provided",
        "SignatureDoesNotMatch",
    )
    .common(),
    aws("not a valid key=value pair (missing equal-sign) in Authorization header", "IncompleteSignature")
        .common(),
    aws("Signature expired: {_} is now earlier than", "SignatureDoesNotMatch"),
    aws("Signature not yet current: {_} is still later than", "SignatureDoesNotMatch"),
    aws("The difference between the request time and the current time is too large", "RequestTimeTooSkewed")
        .common(),
    aws("is not authorized to perform: sts:AssumeRole", "AccessDenied"),
    aws("Not authorized to perform sts:AssumeRole", "AccessDenied"),
    aws("is not authorized to perform: sts:TagSession", "AccessDenied"),
    aws("is not authorized to perform:", "AccessDenied").common().of_any_call(),
    aws("MultiFactorAuthentication failed", "AccessDenied"),
    aws("The requested DurationSeconds exceeds", "ValidationError"),
    aws("Cannot call GetSessionToken with session credentials", "AccessDenied"),
    aws("Cannot call GetFederationToken with session credentials", "AccessDenied"),
    aws("STS is not activated in this region", "RegionDisabledException"),
    aws("Session token not found or invalid", "UnauthorizedException").common(),
    aws("No OpenIDConnect provider found in your account", "InvalidIdentityToken"),
    aws("Token expired: current date/time {_} must be before the expiration", "ExpiredTokenException"),
    // Portuguese.
    aws("O token de segurança incluído na solicitação expirou", "ExpiredToken"),
    aws("O token de segurança incluído na solicitação está expirado", "ExpiredToken"),
    aws("O token de segurança incluso na solicitação expirou", "ExpiredToken"),
    aws("O token de segurança incluso na requisição expirou", "ExpiredToken"),
    aws("O token de segurança incluído na requisição expirou", "ExpiredToken"),
    aws("O token fornecido expirou", "ExpiredToken").common(),
    aws("O token de segurança incluído na solicitação é inválido", "InvalidClientTokenId"),
    aws("O token de segurança incluído na solicitação não é válido", "InvalidClientTokenId"),
    aws("O token de segurança incluso na solicitação é inválido", "InvalidClientTokenId"),
    aws("O token de segurança incluso na requisição é inválido", "InvalidClientTokenId"),
    aws("O token de segurança incluído na requisição é inválido", "InvalidClientTokenId"),
    aws("A assinatura da solicitação que calculamos não corresponde à assinatura", "SignatureDoesNotMatch")
        .common(),
    aws("A AWS não conseguiu validar as credenciais de acesso fornecidas", "AuthFailure"),
    aws("O ID da chave de acesso da AWS fornecido não existe em nossos registros", "InvalidAccessKeyId"),
    aws("não está autorizado a executar: sts:AssumeRole", "AccessDenied"),
    aws("não está autorizado a realizar: sts:AssumeRole", "AccessDenied"),
    aws("não está autorizado a executar:", "AccessDenied").common().of_any_call(),
    aws("não está autorizado a realizar:", "AccessDenied").common().of_any_call(),
    aws("A diferença entre a hora da solicitação e a hora atual é muito grande", "RequestTimeTooSkewed")
        .common(),
];
