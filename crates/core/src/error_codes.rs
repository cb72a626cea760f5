//! Groups of AWS's error codes that mean the same, whoever made the call.

/// True if a code says "too many requests": the same call may work in a moment (AWS SDKs, throttling errors of the
/// standard retry mode).
pub fn is_throttling(code: &str) -> bool {
    matches!(
        code,
        "Throttling"
            | "ThrottlingException"
            | "TooManyRequests"
            | "TooManyRequestsError"
            | "TooManyRequestsException"
            | "RequestLimitExceeded"
            | "RequestThrottled"
            | "SlowDown"
            | "SlowDownException"
    )
}
