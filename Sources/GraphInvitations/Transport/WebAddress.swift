/// The parts of an absolute http or https URL that decide where a request goes.
///
/// Read by hand: Foundation's `URL` rewrites what it does not like, and a request must go where its text says.
struct WebAddress: Hashable, Sendable {
    let isSecure: Bool
    /// The host as written, without port; an IPv6 address with its brackets.
    let host: Substring
    let port: Int
    /// Path, query and fragment, as written.
    private let rest: Substring

    init?(_ text: String) {
        let scheme = text.utf8.prefix { $0 != UInt8(ascii: ":") }
        switch scheme.count {
        case 5 where String(Substring(scheme)).equalsIgnoringCase("https"): isSecure = true
        case 4 where String(Substring(scheme)).equalsIgnoringCase("http"): isSecure = false
        default: return nil
        }
        let rest = text.utf8.dropFirst(scheme.count)
        guard rest.starts(with: "://".utf8) else { return nil }
        let authority = rest.dropFirst(3)
            .prefix { byte in
                byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
            }
        self.rest = text[authority.endIndex...]
        guard authority.last != UInt8(ascii: "]"), let colon = authority.lastIndex(of: UInt8(ascii: ":")) else {
            host = Substring(authority)
            port = isSecure ? 443 : 80
            guard Self.isHost(host) else { return nil }
            return
        }
        guard let number = UInt16(Substring(authority[colon...].dropFirst())) else { return nil }
        host = Substring(authority[..<colon])
        port = Int(number)
        guard Self.isHost(host) else { return nil }
    }

    var isLoopback: Bool {
        switch host.utf8.first {
        case UInt8(ascii: "l"), UInt8(ascii: "L"): String(host).equalsIgnoringCase("localhost")
        case UInt8(ascii: "["): host == "[::1]"
        case UInt8(ascii: "1"): isLoopbackIPv4
        default: false
        }
    }

    /// All between the host and the query, as written.
    private var path: Substring.UTF8View { rest.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") } }

    /// A credential may travel to it: encrypted, or never leaving the machine.
    var maySeeSecrets: Bool { isSecure || isLoopback }

    func hasSameOrigin(as other: WebAddress) -> Bool {
        isSecure == other.isSecure && port == other.port
            && (host == other.host || String(host).equalsIgnoringCase(String(other.host)))
    }

    /// Whether it is that address or one below it, whatever a server makes of steps in a path.
    func isBelow(_ root: WebAddress) -> Bool {
        let (path, rootPath) = (path, root.path)
        guard hasSameOrigin(as: root), path.starts(with: rootPath) else { return false }
        let rest = path.dropFirst(rootPath.count)
        return (rest.isEmpty || rest.first == UInt8(ascii: "/")) && !hasSteps
    }

    /// What stands behind an address that this one is below, query included; nil where it is not.
    func part(below root: WebAddress) -> String? {
        isBelow(root) ? String(Substring(rest.utf8.dropFirst(root.path.count))) : nil
    }

    private var hasSteps: Bool {
        var last: UInt8 = 0
        // Most paths can be told at a glance: a step begins with a period, or with its code.
        let mayHaveSteps = path.contains { byte in
            defer { last = byte }
            return last == UInt8(ascii: "/") && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%"))
        }
        return mayHaveSteps
            && Substring(path).split(separator: "/")
                .contains { [".", ".."].contains($0.lowercased().replacing("%2e", with: ".")) }
    }

    /// A name or number of plain characters: parsers disagree about all others, such as the backslash, and user
    /// information would let "https://graph.microsoft.com@elsewhere.example" look like Graph.
    private static func isHost(_ host: Substring) -> Bool {
        guard let first = host.utf8.first else { return false }
        guard first != UInt8(ascii: "[") else {
            return host.utf8.last == UInt8(ascii: "]")
                && host.utf8.dropFirst().dropLast()
                    .allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        }
        return host.utf8.allSatisfy { byte in
            byte.isASCIILetterOrDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_")
        }
    }

    private var isLoopbackIPv4: Bool {
        let fields = host.split(separator: ".", omittingEmptySubsequences: false)
        return fields.count == 4 && fields.first == "127" && fields.allSatisfy { UInt8($0) != nil }
    }
}
