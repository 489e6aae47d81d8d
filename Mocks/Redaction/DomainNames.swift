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

    /// Whether a name that ends so is a domain rather than a type, a permission or a file.
    static func isTopLevel(_ label: Substring) -> Bool {
        let label = label.lowercased()
        let isCountry = label.utf8.count == 2 && label.allSatisfy { $0.isASCII && $0.isLetter }
        return isCountry || label.hasPrefix("xn--") || topLevels.contains(label)
    }

    private static let topLevels: Set = [
        "agency", "app", "bank", "biz", "care", "cloud", "com", "company", "consulting", "corp", "dev", "digital",
        "edu",
        "email", "global", "gov", "group", "health", "info", "int", "internal", "lan", "law", "local", "mil", "net",
        "online", "org", "school", "services", "shop", "site", "solutions", "team", "tech", "xyz",
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
        "aka.ms", "facebook.com", "google.com", "login.chinacloudapi.cn", "login.live.com",
        "microsoftgraph.chinacloudapi.cn", "oe.21vianet.com", "portal.azure.com", "sts.windows.net",
    ]
}
