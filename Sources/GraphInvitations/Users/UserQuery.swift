/// Which users to list, what of them, and in which order.
///
/// Mirrors the query parameters of [List users](https://learn.microsoft.com/graph/api/user-list).
public struct UserQuery: Hashable, Sendable {
    /// Which users; nil for all.
    public var filter: UserFilter?
    /// What to ask for of each; ``User/signInActivity`` sparingly.
    public var select: [User.Property]
    /// The order; by several, the first counts most.
    public var orderBy: [UserOrder]
    /// What to search for, such as `displayName:wa`; nil for nothing.
    ///
    /// A text that begins with a quote is taken for several conditions in Graph's own words, such as
    /// `"displayName:wa" OR "mail:wa"`.
    public var search: String?
    /// How many to ask for in a page; nil for as many as Graph sends unasked: 100.
    public var top: Int?

    /// A query for users, of whom a guest's properties are asked for unless you choose others.
    public init(
        filter: UserFilter? = nil,
        select: [User.Property] = .guest,
        orderBy: [UserOrder] = [],
        search: String? = nil,
        top: Int? = nil
    ) {
        self.filter = filter
        self.select = select
        self.orderBy = orderBy
        self.search = search
        self.top = top
    }

    /// Whether Graph answers it as an advanced query alone: from an index that may not know a fresh guest.
    public var needsAdvancedQuery: Bool {
        filter?.needsAdvancedQuery == true || search != nil || (filter != nil && !orderBy.isEmpty)
            || orderBy.contains { $0.property == .deletedDateTime }
    }

    /// What keeps it from being sent.
    var problems: [ValidationFinding] {
        var findings = select.problems
        if let top, top < 1 {
            findings.append(
                ValidationFinding(field: "top", rule: "is less than 1.", remedy: "Give a number of users, or none.")
            )
        }
        if let filter, filter.description.isEmpty {
            findings.append(
                ValidationFinding(field: "filter", rule: "is empty.", remedy: "Give a condition, or leave it out.")
            )
        }
        if let search, search.isEmpty {
            findings.append(
                ValidationFinding(field: "search", rule: "is empty.", remedy: "Give a text, or leave it out.")
            )
        }
        return findings
    }

    private var searchOption: String? {
        guard let search, !search.hasPrefix("\"") else { return search }
        return "\"" + search.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The options in the order in which the documentation writes them.
    var options: [(name: String, value: String?)] {
        [
            ("filter", filter?.description),
            ("search", searchOption),
            ("select", select.option),
            ("orderby", orderBy.isEmpty ? nil : orderBy.map(\.description).joined(separator: ",")),
            ("top", top.map(String.init)),
            ("count", needsAdvancedQuery ? "true" : nil),
        ]
    }
}

extension [User.Property] {
    /// The value of `$select`.
    var option: String { map(\.rawValue).joined(separator: ",") }

    /// What keeps it from being asked for.
    var problems: [ValidationFinding] {
        guard isEmpty else { return [] }
        return [
            ValidationFinding(
                field: "select",
                rule: "is empty, and Graph would then leave out all that tells of a guest.",
                remedy: "Name the properties that you read, or leave it at those of a guest."
            )
        ]
    }
}
