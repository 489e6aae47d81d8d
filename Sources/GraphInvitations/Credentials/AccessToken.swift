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
        guard let claims else { return [] }
        return (claims.roles ?? []) + (claims.scp ?? "").split(separator: " ").map(String.init)
    }

    /// The tenant that the token says it is for, by id; nil where it cannot be read.
    public var tenantID: String? { claims?.tid }

    /// Whether it speaks for an app alone, without a user; false where it cannot be read.
    var isAppOnly: Bool { claims.map { $0.roles != nil && $0.scp == nil } ?? false }

    private var claims: Claims? {
        let parts = token.reveal().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = Data(base64Loosely: parts[1]) else { return nil }
        return try? JSONDecoder().decode(Claims.self, from: payload)
    }

    private struct Claims: Decodable {
        var roles: [String]?
        var scp: String?
        var tid: String?
    }
}

extension Data {
    /// Reads base64 in either alphabet, padded or not.
    package init?(base64Loosely text: some StringProtocol) {
        let standard = String(text).replacing("-", with: "+").replacing("_", with: "/").prefix { $0 != "=" }
        self.init(base64Encoded: standard + String(repeating: "=", count: (4 - standard.count % 4) % 4))
    }
}
