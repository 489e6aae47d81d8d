/// Why the sign-in service gave no token, in its own words.
///
/// Mirrors [Entra error codes](https://learn.microsoft.com/entra/identity-platform/reference-error-codes).
public struct OAuthError: Hashable, Sendable {
    /// The error word, such as `invalid_client`.
    public var error: String
    /// The explanation.
    ///
    /// Its text may change: show it, do not compare it.
    public var errorDescription: String?
    /// The numbers behind `AADSTS`.
    ///
    /// They may change as well.
    public var errorCodes: [Int]
    /// The trace id, for support.
    public var traceID: String?
    /// The correlation id, for support.
    public var correlationID: String?
    /// When it happened, as the service wrote it.
    public var timestamp: String?
    /// A page about the error.
    public var errorURI: String?
    /// A finer word than ``error``.
    public var suberror: String?
    /// Claims that a new request must ask for, as JSON.
    public var claims: String?

    /// An error of that word.
    public init(error: String) {
        self.error = error
        errorCodes = []
    }

    /// The first of ``errorCodes``, such as 7000215; else the number that the explanation begins with.
    public var aadstsCode: Int? {
        if let code = errorCodes.first { return code }
        guard let description = errorDescription, description.hasPrefix("AADSTS") else { return nil }
        return Int(description.dropFirst(6).prefix { $0.isNumber })
    }
}

extension OAuthError {
    init?(_ body: JSONValue) {
        guard let error = body["error"]?.stringValue else { return nil }
        self.init(error: error)
        errorDescription = body["error_description"]?.stringValue
        if case .array(let codes) = body["error_codes"] {
            errorCodes = codes.compactMap { code in
                guard case .integer(let number) = code else { return nil }
                return Int(exactly: number)
            }
        }
        traceID = body["trace_id"]?.stringValue
        correlationID = body["correlation_id"]?.stringValue
        timestamp = body["timestamp"]?.stringValue
        errorURI = body["error_uri"]?.stringValue
        suberror = body["suberror"]?.stringValue
        claims = body["claims"]?.stringValue
    }

    /// What to do about it, by the error word of the OAuth standard.
    var remedy: String? {
        switch error {
        case "invalid_client": "Check the client ID and the value of the client secret, and that it has not expired."
        case "unauthorized_client": "Check that the app is registered in, or was consented to by, this tenant."
        case "invalid_scope", "invalid_resource": "Check that the cloud is the one of the tenant."
        case "invalid_request", "invalid_grant": "Check the tenant ID and the client ID."
        case "interaction_required": "A Conditional Access policy stops the sign-in; ask the tenant's administrator."
        default: nil
        }
    }
}
