/// Where a client's tokens come from.
///
/// It is asked before each request: keep a token until it expires.
public protocol TokenCredential: Sendable {
    /// A token that is good for the request.
    ///
    /// - Parameter request: The cloud and scope that the token is for, and the transport to fetch it through.
    /// - Returns: The token.
    /// - Throws: Any error; a client reports it as ``GraphError`` with code `authentication` unless it is a
    ///   ``GraphError`` or ``TransportError`` already.
    func token(for request: TokenRequest) async throws -> AccessToken

    /// Forgets a token that Graph did not accept, so that the next call of ``token(for:)`` gives another.
    ///
    /// Does nothing unless a credential says otherwise. Where the next token is the same again, the call that was
    /// refused is not repeated.
    ///
    /// - Parameter token: The token; it may have been replaced already.
    func invalidate(_ token: AccessToken) async
}

extension TokenCredential {
    /// Does nothing.
    public func invalidate(_ token: AccessToken) async {}
}
