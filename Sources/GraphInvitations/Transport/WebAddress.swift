/// The parts of an absolute http or https URL that decide where a request goes.
///
/// Read by hand: Foundation's `URL` rewrites what it does not like, and a request must go where its text says.
struct WebAddress: Equatable {
    let isSecure: Bool
    /// The host in lower case, without port; an IPv6 address with its brackets.
    let host: String
    let port: Int
    /// Path and query, beginning with a slash; a fragment is left out.
    let target: Substring

    init?(_ text: String) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        switch text[..<separator.lowerBound].lowercased() {
        case "https": isSecure = true
        case "http": isSecure = false
        default: return nil
        }
        let rest = text[separator.upperBound...]
        let authority = rest.prefix { !"/?#\\".contains($0) }
        // User information would let "https://graph.microsoft.com@elsewhere.example" look like Graph.
        guard !authority.isEmpty, !authority.contains("@") else { return nil }
        let hostEnd = authority.last == "]" ? nil : authority.lastIndex(of: ":")
        host = authority[..<(hostEnd ?? authority.endIndex)].lowercased()
        if let hostEnd {
            guard let number = UInt16(authority[authority.index(after: hostEnd)...]) else { return nil }
            port = Int(number)
        } else {
            port = isSecure ? 443 : 80
        }
        let target = rest[authority.endIndex...].prefix { $0 != "#" }
        self.target = target.hasPrefix("/") ? target : "/" + target
        guard !host.isEmpty, !host.contains(":") || host.hasPrefix("[") && host.hasSuffix("]") else { return nil }
    }

    var isLoopback: Bool {
        host == "localhost" || host == "[::1]" || isLoopbackIPv4
    }

    /// A credential may travel to it: encrypted, or never leaving the machine.
    var maySeeSecrets: Bool { isSecure || isLoopback }

    func hasSameOrigin(as other: WebAddress) -> Bool {
        isSecure == other.isSecure && host == other.host && port == other.port
    }

    private var isLoopbackIPv4: Bool {
        let fields = host.split(separator: ".", omittingEmptySubsequences: false)
        return fields.count == 4 && fields.first == "127" && fields.allSatisfy { UInt8($0) != nil }
    }
}
