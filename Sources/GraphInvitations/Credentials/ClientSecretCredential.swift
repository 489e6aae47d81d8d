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
    /// Whether it signs in for continuous access evaluation.
    ///
    /// Tokens then live for up to 28 hours, and Graph may ask for a new one at any time; the client obeys by itself.
    /// Microsoft offers it to line-of-business apps.
    public let isCAEEnabled: Bool
    private let cache: TokenCache

    /// A credential of an app in a tenant.
    ///
    /// - Parameters:
    ///   - tenantID: The tenant's id or one of its domains.
    ///   - clientID: The application id of the app.
    ///   - clientSecret: The value of the secret, not its id.
    ///   - isCAEEnabled: Whether to sign in for continuous access evaluation.
    public init(tenantID: String, clientID: String, clientSecret: String, isCAEEnabled: Bool = false) {
        self.init(
            tenantID: tenantID,
            clientID: clientID,
            clientSecret: Secret(clientSecret),
            isCAEEnabled: isCAEEnabled
        )
    }

    /// A credential of an app in a tenant.
    ///
    /// - Parameters:
    ///   - tenantID: The tenant's id or one of its domains.
    ///   - clientID: The application id of the app.
    ///   - clientSecret: The value of the secret, not its id.
    ///   - isCAEEnabled: Whether to sign in for continuous access evaluation.
    public init(tenantID: String, clientID: String, clientSecret: Secret, isCAEEnabled: Bool = false) {
        self.tenantID = tenantID
        self.clientID = clientID
        self.isCAEEnabled = isCAEEnabled
        let endpoint = TokenEndpoint(tenantID: tenantID, clientID: clientID, isCAEEnabled: isCAEEnabled)
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

    /// Forgets a token that Graph did not accept.
    public func invalidate(_ token: AccessToken) async { await cache.invalidate(token) }

    /// Replaces the secret for every client that has this credential.
    ///
    /// The next call signs in with it.
    public func update(clientSecret: String) async { await update(clientSecret: Secret(clientSecret)) }

    /// Replaces the secret for every client that has this credential.
    ///
    /// The next call signs in with it.
    public func update(clientSecret: Secret) async {
        let endpoint = TokenEndpoint(tenantID: tenantID, clientID: clientID, isCAEEnabled: isCAEEnabled)
        await cache.reset { try await endpoint.token(for: $0, clientSecret: clientSecret) }
    }
}
