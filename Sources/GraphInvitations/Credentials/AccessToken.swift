#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A token for Microsoft Graph and the time until which it is good.
public struct AccessToken: Hashable, Sendable {
    /// The token.
    public var token: Secret
    /// When it expires.
    public var expiresOn: Date

    /// A token that expires at a given time, or at none that is known.
    public init(token: Secret, expiresOn: Date = .distantFuture) {
        self.token = token
        self.expiresOn = expiresOn
    }

    /// The permissions that the token says it holds: an app's roles, a user's scopes.
    ///
    /// Empty where it cannot be read.
    ///
    /// The token is read without checking its signature: good for explaining a refusal, not for trusting anybody.
    public var permissions: [String] {
        let parts = token.reveal().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = Data(base64URLEncoded: parts[1]),
            let claims = try? JSONDecoder().decode(Claims.self, from: payload)
        else { return [] }
        return (claims.roles ?? []) + (claims.scp ?? "").split(separator: " ").map(String.init)
    }

    private struct Claims: Decodable {
        var roles: [String]?
        var scp: String?
    }
}

extension Data {
    fileprivate init?(base64URLEncoded text: Substring) {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: standard + String(repeating: "=", count: (4 - standard.count % 4) % 4))
    }
}
