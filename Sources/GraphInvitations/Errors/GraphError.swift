/// Why a call failed: the one error type of every client call.
///
/// Compare ``code``; for a refused invitation look at ``invitationFailure`` too. What the service said is kept whole in
/// ``serviceError`` and ``response``.
public struct GraphError: Error {
    // Elsewhere, because errors are passed through many hands and all but a few of these are empty.
    @Boxed private var fields: Fields

    /// What kind of failure it is.
    public var code: Code {
        get { fields.code }
        set { fields.code = newValue }
    }
    /// The status of the answer, if one came.
    public var statusCode: Int? {
        get { fields.statusCode }
        set { fields.statusCode = newValue }
    }
    /// What Graph said.
    public var serviceError: ODataError? {
        get { fields.serviceError }
        set { fields.serviceError = newValue }
    }
    /// What the sign-in service said.
    public var oauthError: OAuthError? {
        get { fields.oauthError }
        set { fields.oauthError = newValue }
    }
    /// The meaning of an invitation's refusal, where it is a known one.
    public var invitationFailure: InvitationFailure? {
        get { fields.invitationFailure }
        set { fields.invitationFailure = newValue }
    }
    /// What is wrong with the input, or with an answer that makes no sense: one finding for each rule that it breaks.
    public var problems: [ValidationFinding] {
        get { fields.problems }
        set { fields.problems = newValue }
    }
    /// The id that the service gave the request, for support.
    public var requestID: String? {
        get { fields.requestID }
        set { fields.requestID = newValue }
    }
    /// The id of the call, sent with each of its attempts; of an item of a batch, that of the request that carried it
    /// last.
    public var clientRequestID: String? {
        get { fields.clientRequestID }
        set { fields.clientRequestID = newValue }
    }
    /// How long to wait before the next request: what the service asked for, or what is left of it.
    public var retryAfter: Duration? {
        get { fields.retryAfter }
        set { fields.retryAfter = newValue }
    }
    /// The requests that were sent to Graph for the call, in order.
    ///
    /// Those of a sign-in are not among them; ``GraphClient/Configuration/onEvent`` sees them.
    public var attempts: [Attempt] {
        get { fields.attempts }
        set { fields.attempts = newValue }
    }
    /// What to give to ``InvitationsRequestBuilder/reconcile(_:settlingTime:)``, set where the guest may have been
    /// invited although the call failed.
    public var invitationInDoubt: InvitationInDoubt? {
        get { fields.invitationInDoubt }
        set { fields.invitationInDoubt = newValue }
    }
    /// How far a call of several steps came, such as the one-call invite.
    public var guestProgress: GuestProgress? {
        get { fields.guestProgress }
        set { fields.guestProgress = newValue }
    }
    /// The last answer, whole.
    public var response: TransportResponse? {
        get { fields.response }
        set { fields.response = newValue }
    }
    /// The permission that the operation needs, set where access was refused.
    public var requiredPermission: String? {
        get { fields.requiredPermission }
        set { fields.requiredPermission = newValue }
    }
    /// The permissions that the token says it holds, set where access was refused.
    public var heldPermissions: [String] {
        get { fields.heldPermissions }
        set { fields.heldPermissions = newValue }
    }
    /// Whether what the token holds suffices, set where access was refused.
    var isPermissionHeld: Bool {
        get { fields.isPermissionHeld }
        set { fields.isPermissionHeld = newValue }
    }
    /// Whether it happened while signing in; ``attempts`` tells whether Graph had a request before.
    public var isSignInFailure: Bool {
        get { fields.isSignInFailure }
        set { fields.isSignInFailure = newValue }
    }
    /// The error that caused it, such as a ``TransportError`` or a `DecodingError`.
    public var underlyingError: (any Error)? {
        get { fields.underlyingError }
        set { fields.underlyingError = newValue }
    }

    /// An error of that code.
    public init(code: Code) { fields = Fields(code: code) }

    private struct Fields: Sendable {
        var code: Code
        var statusCode: Int?
        var serviceError: ODataError?
        var oauthError: OAuthError?
        var invitationFailure: InvitationFailure?
        var problems: [ValidationFinding] = []
        var requestID: String?
        var clientRequestID: String?
        var retryAfter: Duration?
        var attempts: [Attempt] = []
        var invitationInDoubt: InvitationInDoubt?
        var guestProgress: GuestProgress?
        var response: TransportResponse?
        var requiredPermission: String?
        var heldPermissions: [String] = []
        var isPermissionHeld = false
        var isSignInFailure = false
        var underlyingError: (any Error)?
    }
}

extension GraphError {
    /// What to do about it, in a sentence or two, where this package knows.
    public var remedy: String? {
        if invitationFailure == .emailNotOnUser, guestProgress != nil {
            return "The user has the address, and the service does not know it yet: call again later."
        }
        if let remedy = invitationFailure?.remedy ?? oauthError?.remedy { return remedy }
        return switch code {
        case .unauthorized: "The token was not accepted: check that it is for this cloud and has not expired."
        case .forbidden: permissionRemedy
        case .throttled, .serviceUnavailable, .timedOut:
            retryAfter.map { "Repeat after \($0.formattedSeconds)." } ?? "Repeat later."
        case .cancelled where attempts.contains(where: \.leavesOutcomeOpen):
            "The request may have been sent all the same: look the guest up before repeating."
        case .outcomeUnknown:
            "The guest may have been invited and mailed: look the address up among the users before inviting again."
        case .rejected where invitationInDoubt != nil:
            "The service failed, and may have invited the guest all the same: look the guest up before repeating."
        case .malformedResponse:
            "What came is in the error's response; a proxy may have answered in Graph's place."
                + (invitationInDoubt == nil ? "" : " Look the guest up before inviting again.")
        default: nil
        }
    }

    private var permissionRemedy: String? {
        guard let requiredPermission else { return nil }
        guard !isPermissionHeld else {
            return "The token holds enough: a policy of the tenant, or a missing role, stands against it."
        }
        return "Grant the app \(requiredPermission), with admin consent."
    }

    /// The object id of the account that is in the directory already, where Graph names it.
    public var existingUserID: String? {
        guard let message = serviceError?.message, let mark = message.firstRange(of: "object ID: ") else { return nil }
        let id = message[mark.upperBound...].prefix { $0.isHexDigit || $0 == "-" }
        return id.isEmpty ? nil : String(id)
    }
}

extension GraphError {
    /// Whether Graph refused to add what is there already.
    package var tellsOfExistence: Bool {
        statusCode == 400 && serviceError?.message.lowercased().contains("already exist") == true
    }

    init(code: Code = .invalidRequest, problems: [ValidationFinding]) {
        self.init(code: code)
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
        // A shared sign-in went out under the id of the call that began it.
        self.clientRequestID = self.clientRequestID ?? clientRequestID
        isSignInFailure = code != .invalidRequest && code != .cancelled
        if !(error is GraphError) { underlyingError = error }
    }
}

extension Duration {
    /// The seconds, such as `30 s` or `2.128 s`, rounded up to milliseconds: never shorter than it is.
    var formattedSeconds: String {
        let (seconds, attoseconds) = components
        let milliseconds = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        guard milliseconds % 1_000 > 0 else { return "\(seconds + milliseconds / 1_000) s" }
        return "\(seconds).\(String(1_000 + milliseconds).dropFirst()) s"
    }
}
