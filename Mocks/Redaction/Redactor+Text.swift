import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Redactor {
    /// A text, searched by all rules.
    mutating func redacted(_ text: String, at pointer: String) -> String {
        var text = withoutMarkedSecrets(text, at: pointer)
        text = withoutMembers(withPlaceholdersOfChoice(text), at: pointer)
        guard text.contains("://") else { return redactedProse(text, at: pointer) }
        var result = ""
        var rest = text[...]
        for match in text.matches(of: /[A-Za-z]+:\/\/[^\s"'<>\\]+/) {
            result += redactedProse(String(rest[..<match.range.lowerBound]), at: pointer)
            result += redactedURL(String(match.output), at: pointer)
            rest = text[match.range.upperBound...]
        }
        return result + redactedProse(String(rest), at: pointer)
    }

    /// A text with what was chosen in place of the values that were named.
    func withPlaceholdersOfChoice(_ text: String) -> String {
        var text = text
        for (value, placeholder) in redaction.placeholders.sorted(by: { $0.key.count > $1.key.count }) {
            text = text.replacing(Regex<Substring>(verbatim: value).ignoresCase(), with: placeholder)
            guard let at = value.lastIndex(of: "@"), let placeAt = placeholder.lastIndex(of: "@") else { continue }
            // As it stands in a guest's sign-in name.
            let munged = value[..<at] + "_" + value[value.index(after: at)...]
            let mungedPlaceholder = placeholder[..<placeAt] + "_" + placeholder[placeholder.index(after: placeAt)...]
            text = text.replacing(Regex<Substring>(verbatim: String(munged)).ignoresCase(), with: mungedPlaceholder)
        }
        return text
    }

    private mutating func withoutMarkedSecrets(_ text: String, at pointer: String) -> String {
        guard follows(.markedSecret) else { return text }
        var text = text
        for secret in redaction.secrets.map({ $0.reveal() }) where !secret.isEmpty {
            // However much of it is encoded.
            let decoded = text.replacing("+", with: " ").percentDecoded
            if decoded != text, !text.contains(secret), decoded.contains(secret) { text = decoded }
            for spelling in Self.spellings(of: secret) where text.contains(spelling) {
                text = text.replacing(spelling, with: Self.gone)
                found(.markedSecret, at: pointer)
            }
        }
        return text
    }

    /// The ways in which a secret may stand in a text.
    static func spellings(of secret: String) -> [String] {
        let base64 = Data(secret.utf8).base64EncodedString()
        let escaped = (try? JSONEncoder.stable.encode(secret)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return [
            secret, base64, String(base64.prefix { $0 != "=" }), String(escaped.dropFirst().dropLast()),
            secret.replacing("/", with: "\\/"),
        ]
        .filter { !$0.isEmpty }
    }

    /// A text without addresses of the web in it.
    mutating func redactedProse(_ text: String, at pointer: String) -> String {
        guard !text.isEmpty else { return text }
        var text = withoutTokens(text, at: pointer)
        text = withoutAddresses(text, at: pointer)
        text = withoutIDs(text, at: pointer)
        text = withoutTimestamps(text, at: pointer)
        text = withoutHosts(text, at: pointer)
        return withoutOpaqueText(text, at: pointer)
    }

    /// Members of JSON that is cut short, and fields of a form.
    private mutating func withoutMembers(_ text: String, at pointer: String) -> String {
        var text = text
        if text.contains("\"") {
            text = text.replacing(/"([A-Za-z_]+)"(\s*:\s*)"((?:[^"\\]|\\.)*)/) { match in
                let (_, name, colon, value) = match.output
                let shown =
                    isSecret(name)
                    ? withoutSecret(String(value), of: name, at: pointer)
                    : isPersonal(name) && !value.isEmpty
                        ? placeholder(for: String(value), .text, .personalMember, at: pointer) : String(value)
                return "\"\(name)\"\(colon)\"\(shown)"
            }
        }
        if text.contains("=") {
            text = text.replacing(/([A-Za-z_]+)=([^&\s"']+)/) { match in
                let (whole, name, value) = match.output
                return isSecret(name) ? "\(name)=\(withoutSecret(String(value), of: name, at: pointer))" : String(whole)
            }
        }
        return text
    }

    private mutating func withoutTokens(_ text: String, at pointer: String) -> String {
        var text = text
        if follows(.webToken), text.contains("eyJ") {
            text = text.replacing(/eyJ[A-Za-z0-9+\/_=-]{8,}(?:\.[A-Za-z0-9_=-]+)*/) { match in
                let token = String(match.output)
                if let claims = Self.json(base64: token) { return challenge(claims, at: pointer) ?? token }
                found(.webToken, at: pointer)
                return Self.gone
            }
        }
        if follows(.ticket), text.contains("ticket") {
            text = text.replacing(/(ticket(?:=|%(?:25)*3[dD]))((?:(?!&|%(?:25)*26)[^"'\s])+)/) { match in
                let (whole, name, value) = match.output
                guard !value.hasPrefix("EXAMPLE"), value != Self.gone else { return whole }
                found(.ticket, at: pointer)
                return name + Self.gone
            }
        }
        return text
    }

    /// A claims challenge in base64: what it asks for, of a token that is named and not there, is needed to answer it.
    private mutating func challenge(_ claims: [String: JSONValue], at pointer: String) -> String? {
        var copy: [String: JSONValue] = [:]
        for (name, claim) in claims.sorted(by: { $0.key < $1.key }) { copy[name] = redacted(claim, at: pointer) }
        return try? JSONEncoder.stable.encode(copy).base64EncodedString()
    }

    /// The members of a JSON object in base64; nil for anything else, such as a token of several parts.
    static func json(base64 text: String) -> [String: JSONValue]? {
        guard let data = Data(base64Loosely: text), case .object(let members)? = JSONValue(parsing: data) else {
            return nil
        }
        return members
    }
}
