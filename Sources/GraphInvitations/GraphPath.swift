/// A path below Graph's version with its query, made of parts that may hold anything.
struct GraphPath: Hashable, Sendable {
    let text: String

    /// A path as it stands in Graph's documentation, beginning with a slash.
    init(_ text: String) { self.text = text }

    /// The path of a user.
    ///
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is none.
    static func user(_ id: String) throws(GraphError) -> GraphPath { try GraphPath("/users").item(id) }

    /// The path of an object that was deleted.
    ///
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is none.
    static func deletedItem(_ id: String) throws(GraphError) -> GraphPath {
        try GraphError.refuse(ValidationFinding.objectID(id, in: "id"))
        return try GraphPath("/directory/deletedItems").item(id)
    }

    /// The path of an object in this collection, its id percent-encoded so that it cannot lead elsewhere.
    ///
    /// - Throws: ``GraphError`` with code `invalidRequest` for an id that is empty or holds what servers may read as
    ///   steps of a path, whatever its encoding.
    func item(_ id: String) throws(GraphError) -> GraphPath {
        guard !["", ".", ".."].contains(id), !id.contains(where: { $0 == "/" || $0 == "\\" }) else {
            throw GraphError(problems: [
                ValidationFinding(
                    field: "id",
                    rule: id.isEmpty ? "is empty." : "is a step in a path.",
                    remedy: "Give the object id, or of a user the user principal name."
                )
            ])
        }
        // Graph reads a dollar behind a slash as an operation of its own, so such names come in OData's other form.
        guard id.hasPrefix("$") else { return GraphPath(text + "/" + id.percentEncoded(keeping: "@")) }
        return GraphPath(text + "('" + id.odataQuoted.percentEncoded(keeping: "@$'") + "')")
    }

    /// The path of what belongs to this object.
    func appending(_ name: String) -> GraphPath { GraphPath(text + "/" + name) }

    /// The path with OData's options behind it, those with a value.
    func query(_ options: [(name: String, value: String?)]) -> GraphPath {
        // What a query may hold as it is stays as it is: some proxies know no other spelling of the dollar, and people
        // read these addresses.
        let items = options.compactMap { name, value in
            value.map { "$\(name)=\($0.percentEncoded(keeping: "$=,:'()/@"))" }
        }
        return items.isEmpty ? self : GraphPath(text + "?" + items.joined(separator: "&"))
    }
}

extension String {
    /// The text as it stands within the quotes of an OData literal.
    var odataQuoted: String { replacing("'", with: "''") }
}
