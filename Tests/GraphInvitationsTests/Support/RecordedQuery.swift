import Foundation
import GraphInvitations

/// The address of a recorded request, taken apart.
struct RecordedQuery {
    let url: String
    let path: String
    /// The options by name, without their dollar.
    let options: [String: String]

    init(_ url: String) {
        self.url = url
        let components = URLComponents(string: url)
        path = components?.path ?? ""
        let items = (components?.queryItems ?? []).filter { $0.name.hasPrefix("$") }
            .map { (String($0.name.dropFirst()), $0.value ?? "") }
        options = Dictionary(items) { first, _ in first }
    }

    /// Which users it asks for.
    var users: UserQuery {
        let isAdvanced = options["count"] != nil
        return UserQuery(
            filter: options["filter"].map { .raw($0, needsAdvancedQuery: isAdvanced) },
            select: options["select"]?.split(separator: ",").map { User.Property(rawValue: String($0)) } ?? .guest,
            orderBy: options["orderby"].map { [order($0)] } ?? [],
            search: options["search"].map { String($0.dropFirst().dropLast()) },
            top: options["top"].flatMap { Int($0) }
        )
    }

    /// The request for this page, where it is a further one.
    func following<Element>(_ first: GraphRequest<Page<Element>>) -> GraphRequest<Page<Element>> {
        options["skiptoken"] == nil ? first : first.following(url)
    }

    private func order(_ text: String) -> UserOrder {
        let property = User.Property(rawValue: String(text.prefix { $0 != " " }))
        return text.hasSuffix(" desc") ? .descending(property) : .ascending(property)
    }
}
