#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A request to Microsoft Graph as a value: complete, checked, and not yet sent.
///
/// Send it with ``GraphClient/send(_:)``, put it into a ``GraphBatch``, or look at it with ``transportRequest(for:)``.
public struct GraphRequest<Response: Decodable & Sendable>: Sendable {
    var content: RequestContent

    /// What the request does, and the permission that this needs.
    public var operation: GraphOperation { content.operation }
    /// The HTTP method.
    public var method: String { content.method }
    /// The path below the version, beginning with a slash, and the query; of a further page, those of the first.
    public var path: String { content.path }
    /// Whether Graph mails a person for it, so that it must not be sent twice without need.
    public var mailsGuest: Bool { content.mailsGuest }

    /// A request that sends an invitation.
    init(
        _ operation: GraphOperation,
        _ invitation: some InvitationBody & Encodable,
        needsSponsorsOnInvitation: Bool = false
    ) throws(GraphError) {
        content = RequestContent(operation: operation, method: "POST", path: "/invitations")
        content.body = .json(try Self.encoded(invitation))
        content.invitation = invitation
        content.needsSponsorsOnInvitation = needsSponsorsOnInvitation
    }

    /// A request that sends JSON.
    init(_ operation: GraphOperation, method: String, path: GraphPath, json: some Encodable) throws(GraphError) {
        self.init(operation, method: method, path: path, body: .json(try Self.encoded(json)))
    }

    /// A request without a body, or with a reference to an object.
    init(
        _ operation: GraphOperation,
        method: String,
        path: GraphPath,
        body: RequestContent.Body = .none,
        isAdvancedQuery: Bool = false
    ) {
        content = RequestContent(
            operation: operation,
            method: method,
            path: path.text,
            body: body,
            isAdvancedQuery: isAdvancedQuery
        )
    }

    private static func encoded(_ body: some Encodable) throws(GraphError) -> Data {
        do {
            return try JSONEncoder.stable.encode(body)
        } catch {
            var failure = GraphError(code: .invalidRequest)
            failure.underlyingError = error
            throw failure
        }
    }

    /// The same request for a further page, with the same headers.
    ///
    /// - Parameter link: The page's address as Graph gave it; sending refuses one that is not of the client's cloud.
    /// - Returns: The request.
    public func following<Element>(_ link: String) -> Self where Response == Page<Element> {
        var copy = self
        copy.content.nextLink = link
        return copy
    }

    /// The request as it goes over the wire to a cloud: method, absolute URL, headers, body.
    ///
    /// Sending adds headers of its own: `Authorization`, a `client-request-id` made for the call, and where it is
    /// repeated `retry-attempt`.
    public func transportRequest(for cloud: GraphCloud) -> TransportRequest {
        let body = content.bodyData(in: cloud)
        var headers: HTTPFields = ["Accept": content.accepts]
        content.addFields(to: &headers, for: body)
        headers["User-Agent"] = GraphClient.userAgent
        return TransportRequest(method: method, url: content.url(in: cloud), headers: headers, body: body)
    }

    /// What keeps the request from being sent to a cloud; sending refuses on it, whatever `Configuration.validation`
    /// says, and on the address of a further page that is elsewhere.
    public func problems(in cloud: GraphCloud) -> [ValidationFinding] { content.problems(in: cloud) }
}
