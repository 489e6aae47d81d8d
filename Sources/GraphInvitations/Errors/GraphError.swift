/// Why a call failed: the one error type of every client call.
///
/// Compare ``code``; for a refused invitation look at ``invitationFailure`` too. What the service said is kept whole in
/// ``serviceError`` and ``response``.
public struct GraphError: Error {
    /// What kind of failure it is.
    public var code: Code
    /// The status of the answer, if one came.
    public var statusCode: Int?
    /// What Graph said.
    public var serviceError: ODataError?
    /// What the sign-in service said.
    public var oauthError: OAuthError?
    /// The meaning of an invitation's refusal, where it is a known one.
    public var invitationFailure: InvitationFailure?
    /// What is wrong with the input, one finding for each rule that it breaks.
    public var problems: [ValidationFinding] = []
    /// The id that the service gave the request, for support.
    public var requestID: String?
    /// The id of the call, sent with each of its attempts.
    public var clientRequestID: String?
    /// How long the service asks to wait before the next request.
    public var retryAfter: Duration?
    /// The requests that were sent for the call, in order.
    public var attempts: [Attempt] = []
    /// The last answer, whole.
    public var response: TransportResponse?
    /// The permission that the operation needs, set where access was refused.
    public var requiredPermission: String?
    /// The permissions that the token says it holds, set where access was refused.
    public var heldPermissions: [String] = []
    /// The error that caused it, such as a ``TransportError`` or a `DecodingError`.
    public var underlyingError: (any Error)?

    /// An error of that code.
    public init(code: Code) { self.code = code }
}

extension GraphError {
    /// What to do about it, in a sentence or two, where this package knows.
    public var remedy: String? {
        if let remedy = invitationFailure?.remedy ?? oauthError?.remedy { return remedy }
        return switch code {
        case .unauthorized: "The token was not accepted: check that it is for this cloud and has not expired."
        case .forbidden: requiredPermission.map { "Grant the app \($0), with admin consent." }
        case .throttled: retryAfter.map { "Repeat after \($0.formattedSeconds)." }
        case .outcomeUnknown:
            "The guest may have been invited and mailed: look the address up among the users before inviting again."
        case .malformedResponse: "What came is in the error's response; a proxy may have answered in Graph's place."
        default: nil
        }
    }

    /// The object id of the account that is in the directory already, where Graph names it.
    public var existingUserID: String? {
        guard let message = serviceError?.message, let mark = message.firstRange(of: "object ID: ") else { return nil }
        let id = message[mark.upperBound...].prefix { $0.isHexDigit || $0 == "-" }
        return id.isEmpty ? nil : String(id)
    }
}

extension GraphError {
    init(problems: [ValidationFinding]) {
        self.init(code: .invalidRequest)
        self.problems = problems
    }

    /// Throws the findings, if there are any.
    static func refuse(_ problems: [ValidationFinding]) throws(GraphError) {
        guard problems.isEmpty else { throw GraphError(problems: problems) }
    }

    /// A failure to get a token, whatever the credential threw.
    init(signIn error: any Error, clientRequestID: String) {
        switch error {
        case let error as GraphError: self = error
        case is CancellationError: self.init(code: .cancelled)
        case let error as TransportError: self.init(code: Code(error))
        default: self.init(code: .authentication)
        }
        self.clientRequestID = clientRequestID
        if !(error is GraphError) { underlyingError = error }
    }
}

extension Duration {
    /// The seconds, with as many decimals as there are, such as `2.128 s`.
    var formattedSeconds: String {
        let (seconds, attoseconds) = components
        guard attoseconds != 0 else { return "\(seconds) s" }
        let milliseconds = String((attoseconds + 500_000_000_000_000) / 1_000_000_000_000_000)
        return "\(seconds).\(String(repeating: "0", count: max(0, 3 - milliseconds.count)))\(milliseconds) s"
    }
}
