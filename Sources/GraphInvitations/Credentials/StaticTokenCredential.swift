/// A token that was got elsewhere and is used until Graph refuses it; in tests, any text.
public struct StaticTokenCredential: TokenCredential {
    private let accessToken: AccessToken

    /// A credential of that token.
    public init(_ token: String) { self.init(AccessToken(token: Secret(token))) }

    /// A credential of that token.
    public init(_ accessToken: AccessToken) { self.accessToken = accessToken }

    /// The token.
    ///
    /// - Parameter request: Not looked at.
    /// - Returns: The token.
    /// - Throws: ``GraphError`` with code `invalidRequest` where the token is empty.
    public func token(for request: TokenRequest) async throws -> AccessToken {
        guard !accessToken.token.reveal().isEmpty else {
            throw GraphError(problems: [
                ValidationFinding(field: "token", rule: "is empty.", remedy: "Give the text of an access token.")
            ])
        }
        return accessToken
    }
}
