import GraphInvitations

/// An absolute URL, taken apart without changing a character.
struct URLParts {
    let scheme: String
    /// The host, with its port where there is one.
    var authority: String
    var path: String
    /// What follows the question mark; nil where there is none.
    var query: String?
    /// What follows the number sign, which is never sent; nil where there is none.
    var fragment: String?

    init?(_ url: some StringProtocol) {
        guard let separator = url.firstRange(of: "://"), separator.lowerBound > url.startIndex else { return nil }
        let rest = url[separator.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.isEmpty else { return nil }
        let path = rest.dropFirst(authority.count).prefix { $0 != "?" }
        let query = rest.dropFirst(authority.count + path.count)
        scheme = String(url[..<separator.lowerBound])
        self.authority = String(authority)
        self.path = String(path)
        self.query = query.isEmpty ? nil : String(query.dropFirst())
        fragment = url.firstIndex(of: "#").map { String(url[$0...].dropFirst()) }
    }

    /// The parts put together again.
    var text: String {
        "\(scheme)://\(authority)\(path)" + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
    }
}

extension String {
    /// The text with `%41` and the like replaced by the bytes they stand for.
    var percentDecoded: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var bytes: [UInt8] = []
        var rest = Substring(self).utf8
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let decoded = UInt8(digits, radix: 16) {
                bytes.append(decoded)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
