extension Redactor {
    /// Without e-mail addresses, and the sign-in names that Graph makes of them.
    mutating func withoutAddresses(_ text: String, at pointer: String) -> String {
        guard follows(.emailAddress) else { return text }
        var text = text
        if text.holds("#EXT#") {
            text = text.replacing(/([\p{L}\p{N}._+'~!^-]+)_([\p{L}\p{N}.-]+\.[\p{L}\p{N}-]+)(?=#EXT#)/) { match in
                address(match.output.1, "_", match.output.2, at: pointer)
            }
        }
        guard text.holds("@") || text.holds("40") || text.holds("&#64;") else { return text }
        return text.replacing(
            /([\p{L}\p{N}._+~!^-]+(?:'{1,2}[\p{L}\p{N}._+~!^-]+)*)(@|%(?:25)*40|&#64;|&#x40;|\\u0040)([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/
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
        return "\(person)\(separator)\(self.domain(domain, .emailAddress, at: pointer))"
    }

    /// The domain, or what stands for it.
    mutating func domain(_ domain: String, _ rule: Redaction.Rule, at pointer: String) -> String {
        guard DomainNames.isReserved(domain) else {
            learn(domain: domain)
            return placeholder(for: domain, .domain, rule, at: pointer)
        }
        keep(domain, .domain)
        return domain
    }

    /// 32 hexadecimal digits in five groups.
    static var guid: Regex<Substring> {
        /[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}/
    }

    mutating func withoutIDs(_ text: String, at pointer: String) -> String {
        guard follows(.guid), text.utf8.count >= 36, text.holds("-") else { return text }
        return text.replacing(Self.guid) { match in
            // Graph's own, which its messages name.
            let id = String(match.output)
            guard id != "00000003-0000-0000-c000-000000000000" else { return id }
            return placeholder(for: id, .guid, .guid, at: pointer)
        }
    }

    mutating func withoutTimestamps(_ text: String, at pointer: String) -> String {
        guard follows(.timestamp), text.holds(":") else { return text }
        return text.replacing(/(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)((?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?/) { match in
            let (whole, day, blank, _, _, zone) = match.output
            // The service's way to say that there is none.
            guard day != "0001-01-01" else { return String(whole) }
            // One for all: which of them are the same second is another matter in each run.
            let moment = "2026-01-01\(blank)00:00:01" + (zone == nil ? "" : "Z")
            if moment != whole { found(.timestamp, at: pointer) }
            return moment
        }
    }

    mutating func withoutHosts(_ text: String, at pointer: String) -> String {
        guard text.holds(".") || text.holds(":") else { return text }
        var text = text
        if follows(.ipAddress), text.holds(":") {
            text = text.replacing(
                /(?i)(?:[0-9a-f]{1,4}:){5,7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}/
            ) { match in
                placeholder(for: String(match.output), .ipv6Address, .ipAddress, at: pointer)
            }
        }
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
        return text.replacing(/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/) { match in
            let name = String(match.output)
            guard !DomainNames.isOfService(name), !DomainNames.isName(name) else { return name }
            return dotted(name, at: pointer)
        }
    }

    /// A name with dots: of what it begins with, the longest that is a domain is replaced.
    private mutating func dotted(_ name: String, at pointer: String) -> String {
        let labels = name.split(separator: ".")
        for count in (2...labels.count).reversed() {
            // A domain may be a part of a longer word.
            let last = labels[count - 1].prefix { $0 != "-" }
            for label in [labels[count - 1], last] {
                let candidate = (labels[..<(count - 1)] + [label]).joined(separator: ".")
                let rest = name.dropFirst(candidate.count)
                let known = domains.first { candidate.lowercased() == $0 || candidate.lowercased().hasSuffix("." + $0) }
                if let known {
                    let placeholder = placeholder(for: known, .domain, .domain, at: pointer)
                    return candidate.dropLast(known.count) + placeholder + rest
                }
                let isWhole = candidate.count == name.count
                if DomainNames.isTopLevel(label, isWhole: isWhole) {
                    return domain(candidate, .domain, at: pointer) + rest
                }
            }
        }
        return name
    }

    mutating func withoutOpaqueText(_ text: String, at pointer: String) -> String {
        guard text.utf8.count >= 16 else { return text }
        return text.replacing(/[A-Za-z0-9_+\/=-]{16,}/) { match in
            let candidate = String(match.output)
            if let members = Self.json(base64: candidate) {
                return withoutSecrets(inBase64: members, candidate, at: pointer)
            }
            guard follows(.opaqueText) else { return candidate }
            return candidate.split(separator: "/", omittingEmptySubsequences: false)
                .map {
                    Self.looksRandom($0) ? placeholder(for: String($0), .opaque, .opaqueText, at: pointer) : String($0)
                }
                .joined(separator: "/")
        }
    }

    /// Whether no word, name or id looks like that.
    private static func looksRandom(_ text: Substring) -> Bool {
        guard text.count >= 24 else { return false }
        let hasDigit = text.contains { $0.isNumber }
        let isMixed = hasDigit && text.contains { $0.isLowercase } && text.contains { $0.isUppercase }
        return isMixed || hasDigit && text.count >= 32 && text.allSatisfy(\.isHexDigit)
    }
}
