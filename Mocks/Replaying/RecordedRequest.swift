import GraphInvitations

/// A request as a fixture records it, and how strictly it is compared.
struct RecordedRequest: Hashable, Sendable {
    /// How strictly body and query are compared.
    enum Match: String, CaseIterable {
        case exact
        case subset
        case ignoreBody
    }

    /// What the body is held against.
    enum Body: Hashable {
        case none
        case value(JSONValue)
        case fragment(String)
    }

    let method: String
    /// Path and query are patterns: `*` in them stands for anything.
    let address: RequestAddress
    /// Whether any query will do, because the address ends in an asterisk that may stand for it.
    let takesAnyQuery: Bool
    /// The host that the fixture asks for; nil where any will do.
    let host: String?
    let headers: HTTPFields
    let body: Body
    /// Which of the matching requests is meant, from 1; nil for any.
    let ordinal: Int?
    let match: Match
    let ignored: Set<String>

    var title: String { "\(method) \(address)" }
    /// Where the recorded request went.
    var origin: String { address.origin }

    init(_ exchange: FixtureNode) throws(FixtureFormatError) {
        let node = try exchange.member("request")
        try node.allow("method", "url", "host", "headers", "body", "bodyFragment", "nth")
        method = try node.optional("method")?.string() ?? "GET"
        guard method == method.uppercased() else {
            throw try node.member("method").error("in capitals, such as \"POST\"")
        }
        let url = try node.member("url")
        let text = try url.string()
        guard let address = RequestAddress(text) else { throw url.error("an absolute URL") }
        self.address = address
        takesAnyQuery = text.hasSuffix("?*") || text.hasSuffix("*") && address.query.isEmpty
        host = try node.optional("host")?.string().lowercased()
        headers = try node.optional("headers")?.fields() ?? [:]
        body = try Self.body(node)
        ordinal = try node.optional("nth")?.positiveInteger()
        match = try exchange.optional("match")?.word() ?? .exact
        var ignored: Set<String> = []
        for element in try exchange.optional("ignore")?.elements() ?? [] {
            let part = try element.string()
            guard part.isEmpty || part.hasPrefix("/") || part.hasPrefix("query/") else {
                throw element.error(
                    #"a JSON pointer into the body, such as "/id", or a part of the query, such as "query/$select""#
                )
            }
            ignored.insert(part.hasPrefix("query/") ? part : "body" + part)
        }
        self.ignored = ignored
    }

    private static func body(_ node: FixtureNode) throws(FixtureFormatError) -> Body {
        let fragment = try node.optional("bodyFragment")?.string()
        guard let body = node.optional("body"), body.value != .null else { return fragment.map(Body.fragment) ?? .none }
        guard fragment == nil else { throw body.error("absent where there is a bodyFragment") }
        if case .string = body.value { return .value(.string(try body.text())) }
        return .value(body.value)
    }
}
