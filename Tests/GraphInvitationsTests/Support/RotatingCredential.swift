import GraphInvitations

/// Gives `token-1` until it is told that Graph did not accept it, then `token-2`, and so on.
actor RotatingCredential: TokenCredential {
    private var number = 1
    private(set) var claims: [String?] = []

    func token(for request: TokenRequest) async throws -> AccessToken {
        claims.append(request.claims)
        return AccessToken(token: Secret("token-\(number)"))
    }

    func invalidate(_ token: AccessToken) async {
        if token.token.reveal() == "token-\(number)" { number += 1 }
    }
}
