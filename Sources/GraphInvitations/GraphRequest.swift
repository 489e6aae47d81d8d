#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A request to Microsoft Graph as a value: complete, checked, and not yet sent.
///
/// Send it with ``GraphClient/send(_:)``, or look at it with ``transportRequest(for:)``.
public struct GraphRequest<Response: Decodable & Sendable>: Sendable {
    /// What the request does, and the permission that this needs.
    public let operation: GraphOperation
    /// The HTTP method.
    public let method: String
    /// The path below the version, beginning with a slash, and the query.
    public let path: String
    /// The address of a further page, as Graph gave it.
    let nextLink: String?
    /// The exact bytes of the body: JSON with sorted members and plain slashes.
    public let body: Data?
    /// The invitation that it sends.
    let invitation: (any InvitationBody)?
    let needsSponsorsOnInvitation: Bool

    /// Whether Graph mails a person for it, so that it must not be sent twice without need.
    public var mailsGuest: Bool { invitation?.sendInvitationMessage ?? false }

    /// A request that sends an invitation.
    init(
        _ operation: GraphOperation,
        _ invitation: some InvitationBody & Encodable,
        needsSponsorsOnInvitation: Bool = false
    ) throws(GraphError) {
        self.operation = operation
        method = "POST"
        path = "/invitations"
        nextLink = nil
        self.invitation = invitation
        self.needsSponsorsOnInvitation = needsSponsorsOnInvitation
        body = try Self.encoded(invitation)
    }

    /// A request without a body.
    init(_ operation: GraphOperation, method: String, path: GraphPath) {
        self.init(operation, method: method, path: path.text, nextLink: nil)
    }

    private init(_ operation: GraphOperation, method: String, path: String, nextLink: String?) {
        self.operation = operation
        self.method = method
        self.path = path
        self.nextLink = nextLink
        body = nil
        invitation = nil
        needsSponsorsOnInvitation = false
    }

    /// The same request for a further page.
    ///
    /// - Parameter link: The page's address as Graph gave it; sending refuses one that is not of the client's cloud.
    /// - Returns: The request.
    func following(_ link: String) -> Self { Self(operation, method: method, path: path, nextLink: link) }

    private static func encoded(_ body: some Encodable) throws(GraphError) -> Data {
        do {
            return try JSONEncoder.stable.encode(body)
        } catch {
            var failure = GraphError(code: .invalidRequest)
            failure.underlyingError = error
            throw failure
        }
    }

    /// The request as it goes over the wire to a cloud: method, absolute URL, headers, body.
    ///
    /// Sending adds headers of its own: `Authorization`, a `client-request-id` made for the call, and where it is
    /// repeated `retry-attempt`.
    public func transportRequest(for cloud: GraphCloud) -> TransportRequest {
        var headers: HTTPFields = ["Accept": "application/json"]
        if body != nil { headers["Content-Type"] = "application/json" }
        headers["User-Agent"] = GraphClient.userAgent
        let url = nextLink ?? cloud.graphRoot + "/v1.0" + path
        return TransportRequest(method: method, url: url, headers: headers, body: body)
    }
}

extension GraphRequest {
    /// What keeps the request from being sent to a cloud; sending refuses on it, whatever `Configuration.validation`
    /// says.
    public func problems(in cloud: GraphCloud) -> [ValidationFinding] {
        guard needsSponsorsOnInvitation, !cloud.takesSponsorsOnInvitation else { return cloud.problems }
        return cloud.problems + [
            ValidationFinding(
                field: "invitedUserSponsors",
                rule: "is not known to invitations in the cloud \(cloud.name).",
                remedy: "Invite without sponsors, then add each with POST /users/{id}/sponsors/$ref."
            )
        ]
    }
}
