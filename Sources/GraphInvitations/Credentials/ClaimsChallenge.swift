#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What Graph asks of a new token when it revokes one before its time (continuous access evaluation).
///
/// Mirrors [Claims challenges](https://learn.microsoft.com/entra/identity-platform/claims-challenge).
struct ClaimsChallenge {
    /// The claims, as JSON.
    let claims: String

    /// The first challenge in the answer's fields that asks for claims.
    init?(_ headers: HTTPFields) {
        let claims = headers.values(of: "WWW-Authenticate").lazy
            .flatMap(AuthenticateChallenge.challenges)
            .filter { $0.parameters["error"]?.lowercased() == "insufficient_claims" }
            .compactMap { $0.parameters["claims"].flatMap(Self.json) }
            .first
        guard let claims else { return nil }
        self.claims = claims
    }

    /// The claims of a challenge with those by which a client says that it understands challenges.
    ///
    /// - Parameter claims: The claims as JSON; nil for none.
    /// - Returns: The claims to ask for, as JSON.
    static func addingCapability(to claims: String?) -> String {
        var root: [String: JSONValue] = [:]
        if let claims, case .object(let members) = JSONValue(parsing: Data(claims.utf8)) { root = members }
        var accessToken: [String: JSONValue] = [:]
        if case .object(let members) = root["access_token"] { accessToken = members }
        var values: [JSONValue] = []
        if case .array(let others) = accessToken["xms_cc"]?["values"] { values = others.filter { $0 != "cp1" } }
        accessToken["xms_cc"] = ["values": .array(values + ["cp1"])]
        root["access_token"] = .object(accessToken)
        let encoded = try? JSONEncoder.stable.encode(JSONValue.object(root))
        return encoded.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Base64 in either alphabet, padded or not; some services send the JSON itself.
    private static func json(_ value: String) -> String? {
        if case .object = JSONValue(parsing: Data(value.utf8)) { return value }
        guard let data = Data(base64Loosely: value) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        guard case .object = JSONValue(parsing: Data(text.utf8)) else { return nil }
        return text
    }
}
