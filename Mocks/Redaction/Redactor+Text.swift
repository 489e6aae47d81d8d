import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Redactor {
    /// A text, searched by all rules.
    mutating func redacted(_ text: String, at pointer: String) -> String {
        marked(withoutMarkedSecrets(text, at: pointer)) { $0.searched($1, at: pointer) }
    }

    private mutating func searched(_ text: String, at pointer: String) -> String {
        var text = text
        for personal in personalTexts where text.holds(personal) {
            let placeholder = placeholder(for: personal, .text, .personalMember, at: pointer)
            text = text.replacingWords(personal, with: placeholder)
        }
        text = withoutMembers(text, at: pointer)
        guard text.holds("://") else { return redactedProse(text, at: pointer) }
        var result = ""
        var rest = text[...]
        for match in text.matches(of: /[A-Za-z]+:\/\/[^\s"'<>\\]+/) {
            // What follows an address in a sentence is no part of it.
            var url = match.output
            while let last = url.last, ".,;:)]".contains(last), !url.hasSuffix("::]") { url.removeLast() }
            result += redactedProse(String(rest[..<url.startIndex]), at: pointer)
            result += redactedURL(String(url), at: pointer)
            rest = text[url.endIndex...]
        }
        return result + redactedProse(String(rest), at: pointer)
    }

    /// A text without the secrets that were named.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - pointer: Where it stands.
    ///   - isDecoded: Whether to look behind any encoding, at the price of the text's own where something is found.
    /// - Returns: The text without them.
    mutating func withoutMarkedSecrets(_ text: String, at pointer: String, isDecoded: Bool = true) -> String {
        guard follows(.markedSecret) else { return text }
        var text = text
        for secret in secrets {
            for spelling in secret.spellings where text.holds(spelling) {
                text = text.replacing(spelling, with: Self.gone)
                found(.markedSecret, at: pointer)
            }
            // However much of it is encoded, and however often.
            var decoded = text
            for _ in 0..<(isDecoded ? 3 : 0) where decoded.holds("%") || decoded.holds("+") {
                decoded = decoded.percentDecoded
                for reading in [decoded, decoded.replacing("+", with: " ")] where reading.holds(secret.value) {
                    text = reading.replacing(secret.value, with: Self.gone)
                    decoded = text
                    found(.markedSecret, at: pointer)
                }
            }
        }
        return text
    }

    /// The ways in which a secret may stand in a text.
    static func spellings(of secret: String) -> [String] {
        let base64 = Data(secret.utf8).base64EncodedString()
        let bare = String(base64.prefix { $0 != "=" })
        let escaped = (try? JSONEncoder.stable.encode(secret)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return [
            secret, base64, bare, bare.replacing("+", with: "-").replacing("/", with: "_"),
            String(escaped.dropFirst().dropLast()), secret.replacing("/", with: "\\/"), secret.percentEncoded,
            secret.percentEncoded.replacing("%20", with: "+"),
        ]
    }

    /// A text without addresses of the web in it.
    mutating func redactedProse(_ text: String, at pointer: String) -> String {
        guard !text.isEmpty else { return text }
        var text = withoutTokens(decodingWords(text, at: pointer), at: pointer)
        text = withoutAddresses(text, at: pointer)
        text = withoutIDs(text, at: pointer)
        text = withoutTimestamps(text, at: pointer)
        text = withoutHosts(text, at: pointer)
        return withoutOpaqueText(text, at: pointer)
    }

    /// A text whose words were searched without their encoding, such as the relative addresses of a batch.
    private mutating func decodingWords(_ text: String, at pointer: String) -> String {
        guard text.holds("%") else { return text }
        // Piece by piece, because what is encoded separates nothing.
        return text.replacing(/[^\s"<>\/?&=#]*%[0-9A-Fa-f]{2}[^\s"<>\/?&=#]*/) { match in
            reencoded(String(match.output), at: pointer)
        }
    }

    /// Members of JSON that is cut short, and fields of a form.
    private mutating func withoutMembers(_ text: String, at pointer: String) -> String {
        var text = text
        if text.holds("\"") {
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
        if text.holds("=") {
            text = text.replacing(/([A-Za-z_]+)=([^&\s"']+)/) { match in
                let (whole, name, value) = match.output
                return isSecret(name) ? "\(name)=\(withoutSecret(String(value), of: name, at: pointer))" : String(whole)
            }
        }
        return text
    }

    private mutating func withoutTokens(_ text: String, at pointer: String) -> String {
        var text = text
        if follows(.webToken), text.holds("eyJ") {
            text = text.replacing(/eyJ[A-Za-z0-9+\/_=-]{8,}(?:\.[A-Za-z0-9_=-]+)*/) { match in
                // A claims challenge, which is searched by what is in it.
                guard Self.json(base64: String(match.output)) == nil else { return String(match.output) }
                found(.webToken, at: pointer)
                return Self.gone
            }
        }
        if follows(.clientSecret), text.holds("Q~") {
            text = text.replacing(/[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}/) { _ in
                found(.clientSecret, at: pointer)
                return Self.gone
            }
        }
        if follows(.ticket), text.holds("ticket") {
            text = text.replacing(/ticket=([^&\s"'<>]+)/) { match in
                let (whole, value) = match.output
                guard !value.hasPrefix("EXAMPLE"), value != Self.gone else { return whole }
                found(.ticket, at: pointer)
                return "ticket=\(Self.gone)"
            }
        }
        return text
    }

    /// What was JSON in base64, as it was where nothing is found in it.
    mutating func withoutSecrets(inBase64 members: [String: JSONValue], _ text: String, at pointer: String) -> String {
        var copy: [String: JSONValue] = [:]
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            // A claims challenge names a token, and says what it must hold.
            if case .object = value {
                copy[name] = redacted(value, at: pointer)
            } else if case .object(let one) = redacted(.object([name: value]), at: pointer) {
                copy.merge(one) { first, _ in first }
            }
        }
        guard copy != members, let data = try? JSONEncoder.stable.encode(copy) else { return text }
        return data.base64EncodedString()
    }

    /// The members of a JSON object in base64; nil for anything else, such as a token of several parts.
    static func json(base64 text: String) -> [String: JSONValue]? {
        // A brace, or a blank before one, begins in one of these ways.
        guard let first = text.first, "eICD".contains(first), let data = Data(base64Loosely: text),
            case .object(let members)? = JSONValue(parsing: data)
        else {
            return nil
        }
        return members
    }
}
