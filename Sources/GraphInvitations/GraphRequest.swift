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
    /// The path below the version, beginning with a slash.
    public let path: String
    /// The exact bytes of the body: JSON with sorted members and plain slashes.
    public let body: Data?
    /// Whether Graph mails a person for it, so that it must not be sent twice without need.
    public let mailsGuest: Bool
    let needsSponsorsOnInvitation: Bool

    init(
        _ operation: GraphOperation,
        method: String,
        path: String,
        body: some Encodable,
        mailsGuest: Bool = false,
        needsSponsorsOnInvitation: Bool = false
    ) throws(GraphError) {
        self.operation = operation
        self.method = method
        self.path = path
        self.mailsGuest = mailsGuest
        self.needsSponsorsOnInvitation = needsSponsorsOnInvitation
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            self.body = try encoder.encode(body)
        } catch {
            var failure = GraphError(code: .invalidRequest)
            failure.underlyingError = error
            throw failure
        }
    }

    /// The request as it goes over the wire to a cloud: method, absolute URL, headers, body.
    ///
    /// Sending adds two headers of its own: `Authorization`, and a `client-request-id` made for the call.
    public func transportRequest(for cloud: GraphCloud) -> TransportRequest {
        var headers: HTTPFields = ["Accept": "application/json"]
        if body != nil { headers["Content-Type"] = "application/json" }
        headers["User-Agent"] = GraphClient.userAgent
        return TransportRequest(method: method, url: cloud.graphRoot + "/v1.0" + path, headers: headers, body: body)
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
