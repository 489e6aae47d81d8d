/// A path below Graph's version with its query, made of parts that may hold anything.
struct GraphPath: Hashable {
    let text: String

    /// A path of these segments, each percent-encoded, so that an id cannot lead elsewhere.
    ///
    /// - Throws: ``GraphError`` with code `invalidRequest` for a segment that is empty or that servers read as a step
    ///   up, whatever its encoding.
    init(_ segments: String..., query: KeyValuePairs<String, String> = [:]) throws(GraphError) {
        try GraphError.refuse(
            segments.filter { ["", ".", ".."].contains($0) }
                .map { segment in
                    ValidationFinding(
                        field: "id",
                        rule: segment.isEmpty ? "is empty." : "is a step in a path.",
                        remedy: "Give the object id of the user."
                    )
                }
        )
        let path = segments.map { "/" + $0.percentEncoded }.joined()
        // The dollar of OData's options stays: some proxies know no other spelling.
        let items = query.map { "$\($0.key)=\($0.value.percentEncoded)" }
        text = items.isEmpty ? path : path + "?" + items.joined(separator: "&")
    }
}
