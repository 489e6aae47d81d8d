extension Redactor {
    /// Without e-mail addresses, and the sign-in names that Graph makes of them.
    mutating func withoutAddresses(_ text: String, at pointer: String) -> String {
        guard follows(.emailAddress) else { return text }
        var text = text
        if text.contains("#EXT#") {
            text = text.replacing(/([\p{L}\p{N}._+'-]+)_([\p{L}\p{N}.-]+\.[\p{L}\p{N}-]+)(?=#EXT#)/) { match in
                address(match.output.1, "_", match.output.2, at: pointer)
            }
        }
        guard text.contains("@") || text.contains("%40") else { return text }
        return text.replacing(
            /([\p{L}\p{N}._+-]+(?:'{1,2}[\p{L}\p{N}._+-]+)*)(@|%40)([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/
        ) {
            match in
            address(match.output.1, match.output.2, match.output.3, at: pointer)
        }
    }

    private mutating func address(
        _ user: Substring,
        _ separator: Substring,
        _ domain: Substring,
        at pointer: String
    ) -> String {
        let domain = String(domain)
        if DomainNames.isReserved(domain) {
            keep(String(user), .person)
            keep(domain, .domain)
            return "\(user)\(separator)\(domain)"
        }
        // One person on each address, however an apostrophe is spelt.
        let key = "\(user.replacing("''", with: "'"))@\(domain)"
        let person = placeholder(for: key, .person, .emailAddress, at: pointer)
        return "\(person)\(separator)\(placeholder(for: domain, .domain, .emailAddress, at: pointer))"
    }

    /// The domain, or what stands for it.
    mutating func domain(_ domain: String, _ rule: Redaction.Rule, at pointer: String) -> String {
        guard DomainNames.isReserved(domain) else { return placeholder(for: domain, .domain, rule, at: pointer) }
        keep(domain, .domain)
        return domain
    }

    mutating func withoutIDs(_ text: String, at pointer: String) -> String {
        guard follows(.guid), text.utf8.count >= 36, text.contains("-") else { return text }
        return text.replacing(/[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}/) { match in
            // Graph's own, which its messages name.
            let id = String(match.output)
            guard id != "00000003-0000-0000-c000-000000000000" else { return id }
            return placeholder(for: id, .guid, .guid, at: pointer)
        }
    }

    mutating func withoutTimestamps(_ text: String, at pointer: String) -> String {
        guard follows(.timestamp), text.contains(":") else { return text }
        return text.replacing(/(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)((?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?/) { match in
            let (whole, day, blank, time, _, zone) = match.output
            // The service's way to say that there is none.
            guard day != "0001-01-01" else { return String(whole) }
            let moment = placeholder(for: "\(day)T\(time)", .timestamp, .timestamp, at: pointer)
            return moment.replacing("T", with: blank) + (zone == nil ? "" : "Z")
        }
    }

    mutating func withoutHosts(_ text: String, at pointer: String) -> String {
        guard text.contains(".") else { return text }
        var text = text
        if follows(.ipAddress) {
            text = text.replacing(/\b(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(:\d+)?/) { match in
                let (whole, address, port) = match.output
                // Those that every machine has.
                guard !address.hasPrefix("127."), address != "169.254.169.254" else {
                    if port != nil { found(.ipAddress, at: pointer) }
                    return port == nil ? String(whole) : String(address)
                }
                return placeholder(for: String(address), .ipAddress, .ipAddress, at: pointer) + (port ?? "")
            }
        }
        guard follows(.domain) else { return text }
        return text.replacing(
            /(?i)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:com|org|net|edu|gov|mil|int|info|biz|dev|app|cloud|xn--[a-z0-9]+|[a-z]{2})\b/
        ) { match in
            let name = String(match.output)
            return DomainNames.isOfService(name) ? name : domain(name, .domain, at: pointer)
        }
    }

    mutating func withoutOpaqueText(_ text: String, at pointer: String) -> String {
        guard follows(.opaqueText), text.utf8.count >= 24 else { return text }
        return text.replacing(/[A-Za-z0-9_+=-]{24,}/) { match in
            let candidate = String(match.output)
            guard Self.looksRandom(candidate), Self.json(base64: candidate) == nil else { return candidate }
            return placeholder(for: candidate, .opaque, .opaqueText, at: pointer)
        }
    }

    /// Whether no word, name or id looks like that.
    private static func looksRandom(_ text: String) -> Bool {
        let hasDigit = text.contains { $0.isNumber }
        let isMixed = hasDigit && text.contains { $0.isLowercase } && text.contains { $0.isUppercase }
        return isMixed || hasDigit && text.count >= 32 && text.allSatisfy(\.isHexDigit)
    }
}
