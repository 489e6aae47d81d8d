/// A client for guest invitations in Microsoft Graph.
///
/// Make it once, copy it freely, call it from any task: copies share one ``ThrottleGate``.
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
    let settings: Delivery.Settings
    let signInTransport: SignInTransport
    let gate: ThrottleGate

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
        self.configuration = configuration
        let timeline = Timeline(configuration.clock)
        settings = Delivery.Settings(
            transport: transport,
            policy: configuration.retry,
            timeline: timeline,
            now: configuration.now,
            random: configuration.random
        )
        signInTransport = SignInTransport(settings: settings, listener: configuration.onEvent)
        gate = configuration.throttle.gate(timeline)
    }

    /// The operations on invitations.
    public var invitations: InvitationsRequestBuilder { InvitationsRequestBuilder(client: self) }

    /// What requests of this package call themselves.
    static let userAgent = "graph-invitations/0.1.0"
}
