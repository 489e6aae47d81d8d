import GraphInvitations

/// Where a request goes, decoded: prints as path and query.
struct RequestAddress: Hashable, Sendable, CustomStringConvertible {
    /// The host with its port.
    let host: String
    /// Scheme and host, as they were spelt.
    let origin: String
    let path: String
    /// The values by name, sorted: the order of a query means nothing.
    let query: [String: [String]]

    init?(_ url: String) {
        guard let parts = URLParts(url) else { return nil }
        host = parts.authority.lowercased()
        origin = "\(parts.scheme)://\(parts.authority)"
        path = parts.path.isEmpty ? "/" : parts.path.percentDecoded
        let items = (parts.query ?? "").split(separator: "&")
            .map { item in
                let name = item.prefix { $0 != "=" }
                return (String(name).percentDecoded, String(item.dropFirst(name.count)).percentDecoded)
            }
        query = Dictionary(grouping: items, by: \.0).mapValues { $0.map(\.1).sorted() }
    }

    /// An address that is no absolute URL, for messages.
    init(unreadable url: String) {
        host = ""
        origin = ""
        path = url
        query = [:]
    }

    var description: String {
        let items = query.sorted { $0.key < $1.key }.flatMap { name, values in values.map { name + $0 } }
        return items.isEmpty ? path : "\(path)?\(items.joined(separator: "&"))"
    }
}
