#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What a client asks a credential for, with what the credential needs to get it.
public struct TokenRequest: Sendable {
    /// The cloud that the token is for.
    public var cloud: GraphCloud
    /// The scope: `/.default` of the cloud's Graph.
    public var scope: String
    /// The claims that a challenge of Graph asked for, as JSON.
    public var claims: String?
    /// What to fetch a token through: the client's own transport, so that recorded answers serve it too, with the
    /// client's retrying and events.
    ///
    /// It repeats a request whose answer was lost. Make a transport of your own for what can be used once only, such as
    /// an authorization code.
    public var transport: any GraphTransport
    /// The id of the call that needs the token.
    public var clientRequestID: String
    /// Where the date comes from.
    public var now: @Sendable () -> Date

    /// A request for a token of a cloud.
    public init(
        cloud: GraphCloud,
        transport: any GraphTransport,
        clientRequestID: String,
        claims: String? = nil,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.cloud = cloud
        scope = cloud.scope
        self.claims = claims
        self.transport = transport
        self.clientRequestID = clientRequestID
        self.now = now
    }
}
