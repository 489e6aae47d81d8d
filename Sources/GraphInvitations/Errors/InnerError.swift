/// What a service behind Microsoft Graph said about an error: the innermost is the most specific.
public struct InnerError: Hashable, Sendable {
    /// The code.
    public var code: String?
    /// The explanation.
    public var message: String?
    /// When it happened, as the service wrote it: a date without zone.
    public var date: String?
    /// The id that the service gave the request, for support.
    public var requestID: String?
    /// The id that the client gave the request.
    public var clientRequestID: String?
    /// Members that this package has no property for.
    public var additionalProperties: [String: JSONValue] = [:]
    // A list of none or one, because a structure cannot hold itself.
    private var inner: [InnerError] = []

    /// What the next service in the chain said.
    public var innerError: InnerError? {
        get { inner.first }
        set { inner = newValue.map { [$0] } ?? [] }
    }

    /// An error with no member set.
    public init() {}

    init?(_ value: JSONValue) {
        guard case .object(let members) = value else { return nil }
        code = value.text("code")
        message = value.text("message")
        date = value.text("date")
        requestID = value.text("request-id") ?? value.text("requestId")
        clientRequestID = value.text("client-request-id")
        innerError = value.member("innerError").flatMap(InnerError.init)
        let known = ["code", "message", "date", "request-id", "requestId", "client-request-id", "innerError"]
        additionalProperties = members.filter { member in
            !known.contains { $0.equalsIgnoringCase(member.key) }
        }
    }
}
