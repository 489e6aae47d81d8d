#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GraphInvitations

/// The parts of a request that are compared: recorded, or as it came.
struct RequestParts: Hashable, Sendable {
    let method: String
    /// The host with its port; nil where a recording does not ask for one.
    let host: String?
    let path: String
    let query: [String]
    let headers: HTTPFields
    let body: JSONValue?

    var title: String { query.isEmpty ? "\(method) \(path)" : "\(method) \(path)?\(query.joined(separator: "&"))" }

    /// A request as it came.
    init(_ request: TransportRequest) {
        let address = Address(request.url)
        method = request.method
        host = address?.host
        path = address?.path ?? request.url
        query = address?.query ?? []
        headers = request.headers
        body = request.body.flatMap { Self.readable($0, contentType: request.headers["Content-Type"] ?? "") }
    }

    /// A request as a fixture records it.
    init(_ node: FixtureNode) throws(FixtureFormatError) {
        try node.allow("method", "url", "host", "headers", "body")
        method = try node.member("method").string()
        let url = try node.member("url")
        guard let address = Address(try url.string()) else { throw url.error("an absolute URL") }
        host = try node.optional("host")?.string()
        path = address.path
        query = address.query
        headers = try node.optional("headers")?.fields() ?? [:]
        guard let body = node.optional("body"), body.value != .null else {
            self.body = nil
            return
        }
        if case .string = body.value { self.body = .string(try body.text()) } else { self.body = body.value }
    }

    /// JSON as JSON, a form as an object of its fields, anything else as text.
    private static func readable(_ body: Data, contentType: String) -> JSONValue? {
        guard !body.isEmpty else { return nil }
        let text = String(decoding: body, as: UTF8.self)
        guard !contentType.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            let fields = text.split(separator: "&")
                .map { field in
                    let name = field.prefix { $0 != "=" }
                    return (
                        String(name).percentDecoded,
                        JSONValue.string(String(field.dropFirst(name.count + 1)).percentDecoded)
                    )
                }
            return .object(Dictionary(fields) { _, last in last })
        }
        return (try? JSONDecoder().decode(JSONValue.self, from: body)) ?? .string(text)
    }

    private struct Address {
        let host: String
        let path: String
        let query: [String]

        init?(_ url: String) {
            guard let separator = url.firstRange(of: "://") else { return nil }
            let rest = url[separator.upperBound...].prefix { $0 != "#" }
            let authority = rest.prefix { $0 != "/" && $0 != "?" }
            let path = rest.dropFirst(authority.count).prefix { $0 != "?" }
            host = authority.lowercased()
            self.path = path.isEmpty ? "/" : String(path).percentDecoded
            query = rest.dropFirst(authority.count + path.count + 1).split(separator: "&")
                .map { String($0).percentDecoded }.sorted()
        }
    }
}

extension String {
    /// The text with `%41` and the like replaced by the bytes they stand for.
    fileprivate var percentDecoded: String {
        var bytes: [UInt8] = []
        var rest = Substring(self).utf8
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.count == 2, let decoded = UInt8(digits, radix: 16) {
                bytes.append(decoded)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
