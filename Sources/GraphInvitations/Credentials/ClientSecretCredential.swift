/// Signs an app in with its client secret.
///
/// Copies share one secret and one cached token: give the same credential to several clients, and a secret that is
/// replaced with `update(clientSecret:)` is replaced for all of them.
///
/// Mirrors [the client credentials
/// flow](https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow).
public struct ClientSecretCredential: TokenCredential {
    /// The tenant: its id or one of its domains.
    public let tenantID: String
    /// The application id of the app.
    public let clientID: String
    private let cache: TokenCache

    /// A credential of an app in a tenant.
    ///
    /// - Parameters:
    ///   - tenantID: The tenant's id or one of its domains.
    ///   - clientID: The application id of the app.
    ///   - clientSecret: The value of the secret, not its id.
    public init(tenantID: String, clientID: String, clientSecret: String) {
        self.init(tenantID: tenantID, clientID: clientID, clientSecret: Secret(clientSecret))
    }

    /// A credential of an app in a tenant.
    ///
    /// - Parameters:
    ///   - tenantID: The tenant's id or one of its domains.
    ///   - clientID: The application id of the app.
    ///   - clientSecret: The value of the secret, not its id.
    public init(tenantID: String, clientID: String, clientSecret: Secret) {
        self.tenantID = tenantID
        self.clientID = clientID
        let endpoint = TokenEndpoint(tenantID: tenantID, clientID: clientID)
        cache = TokenCache { try await endpoint.token(for: $0, clientSecret: clientSecret) }
    }

    /// A cached token, or a new one where there is none or it is about to expire.
    ///
    /// - Parameter request: The cloud that the token is for, and the transport to fetch it through.
    /// - Returns: The token.
    /// - Throws: ``GraphError``, with code `authentication` where the sign-in service refused.
    public func token(for request: TokenRequest) async throws -> AccessToken {
        try await cache.token(for: request)
    }

    /// Replaces the secret for every client that has this credential.
    ///
    /// The next call signs in with it.
    public func update(clientSecret: String) async { await update(clientSecret: Secret(clientSecret)) }

    /// Replaces the secret for every client that has this credential.
    ///
    /// The next call signs in with it.
    public func update(clientSecret: Secret) async {
        let endpoint = TokenEndpoint(tenantID: tenantID, clientID: clientID)
        await cache.reset { try await endpoint.token(for: $0, clientSecret: clientSecret) }
    }
}
