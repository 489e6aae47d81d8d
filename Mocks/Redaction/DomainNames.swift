/// Which domains may stand in a recording.
enum DomainNames {
    /// Whether a domain belongs to nobody: those of RFC 2606, and those of Microsoft's documentation.
    static func isReserved(_ domain: String) -> Bool {
        let domain = domain.lowercased()
        return reserved.contains { domain == $0 || domain.hasSuffix("." + $0) }
    }

    /// Whether a host is a service's own, which says nothing about a tenant.
    static func isOfService(_ host: String) -> Bool {
        let host = host.lowercased()
        return hosts.contains(host) || families.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    /// Whether a name with dots is one of OData's or Graph's.
    static func isName(_ name: String) -> Bool { name.hasPrefix("odata.") || name.hasPrefix("microsoft.graph.") }

    /// Whether a text is nothing but labels with dots between them.
    static func isDotted(_ text: String) -> Bool {
        text.wholeMatch(of: /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/) != nil
    }

    /// Whether a name that ends so is a domain rather than a type, a permission or a file.
    ///
    /// - Parameters:
    ///   - label: What the name ends in.
    ///   - isWhole: Whether nothing follows. Where something does, it may be a type of several parts, and less will do.
    /// - Returns: Whether it is a domain.
    static func isTopLevel(_ label: Substring, isWhole: Bool) -> Bool {
        let lower = label.lowercased()
        // Of the countries' all but the one that is the name of every second property.
        let isCountry = lower.utf8.count == 2 && lower.allSatisfy { $0.isASCII && $0.isLetter } && lower != "id"
        guard isWhole else { return isCountry && label == lower || generic.contains(lower) }
        return isCountry || lower.hasPrefix("xn--") || generic.contains(lower) || newer.contains(lower)
    }

    private static let generic: Set = ["biz", "com", "edu", "gov", "mil", "net", "org"]

    private static let newer: Set = [
        "agency", "app", "bank", "cloud", "company", "consulting", "corp", "dev", "digital", "global", "info",
        "internal",
        "lan", "local", "online", "school", "shop", "solutions", "tech", "xyz",
    ]

    private static let reserved = [
        "example", "example.com", "example.net", "example.org", "test", "invalid", "localhost", "contoso.com",
        "fabrikam.com", "adatum.com", "contoso.onmicrosoft.com", "fabrikam.onmicrosoft.com", "doc.onmicrosoft.com",
    ]

    private static let families = [
        "microsoft.com", "microsoft.us", "microsoft.de", "microsoftonline.com", "microsoftonline.us",
        "microsoftonline.de",
        "partner.microsoftonline.cn", "w3.org",
    ]

    private static let hosts: Set = [
        "aka.ms", "facebook.com", "google.com", "graph.windows.net", "live.com", "login.windows.net",
        "login.chinacloudapi.cn", "login.live.com",
        "microsoftgraph.chinacloudapi.cn", "oe.21vianet.com", "portal.azure.com", "sts.windows.net",
    ]
}
