/// A client for guest invitations in Microsoft Graph.
///
/// It is a value without state of its own: make it once, copy it freely, call it from any task.
///
/// ```swift
/// let graph = GraphClient(credential: credential)
/// let invitation = try await graph.invitations.create(
///     NewInvitation(
///         invitedUserEmailAddress: "admin@fabrikam.com",
///         inviteRedirectURL: "https://myapp.contoso.com"
///     )
/// )
/// ```
public struct GraphClient: Sendable {
    /// The cloud that the client talks to.
    public let cloud: GraphCloud
    /// The settings.
    public let configuration: Configuration
    let credential: any TokenCredential
    let transport: any GraphTransport

    /// A client over a transport of your choice.
    ///
    /// - Parameters:
    ///   - credential: Where tokens come from.
    ///   - cloud: The cloud to talk to.
    ///   - transport: What carries requests to Graph and to the sign-in service.
    ///   - configuration: The settings.
    public init(
        credential: some TokenCredential,
        cloud: GraphCloud = .global,
        transport: some GraphTransport,
        configuration: Configuration = Configuration()
    ) {
        self.credential = credential
        self.cloud = cloud
        self.transport = transport
        self.configuration = configuration
    }

    /// The operations on invitations.
    public var invitations: InvitationsRequestBuilder { InvitationsRequestBuilder(client: self) }

    /// What requests of this package call themselves.
    static let userAgent = "graph-invitations/0.1.0"
}
