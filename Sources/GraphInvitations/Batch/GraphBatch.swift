/// Requests of any kind and number to be sent together, twenty in one HTTP request.
///
/// ```swift
/// var batch = GraphBatch()
/// let guest = batch.add(try .getUser(id))
/// let sponsors = batch.add(try .listSponsors(of: id))
/// let answers = await graph.send(batch: batch)
/// print(try answers.value(of: guest), try answers.value(of: sponsors).value)
/// ```
///
/// Mirrors [JSON batching](https://learn.microsoft.com/graph/json-batching).
public struct GraphBatch: Sendable {
    /// A request, and what it waits for.
    struct Item: Sendable {
        /// Tells items apart, also those of the same number in copies of a batch.
        final class Identity: Sendable {}

        let identity = Identity()
        let content: RequestContent
        /// The number of the item that must have succeeded before.
        var dependency: Int?
        /// What keeps it from being sent.
        var problems: [ValidationFinding] = []
    }

    private(set) var items: [Item] = []

    /// A batch without requests.
    public init() {}

    /// Adds a request that depends on no other.
    ///
    /// - Parameter request: The request.
    /// - Returns: By what to find its answer.
    public mutating func add<Response>(_ request: GraphRequest<Response>) -> BatchItem<Response> {
        append(Item(content: request.content))
    }

    /// Adds a request that is sent only if another one succeeds, and after it.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - other: The other one, of this batch; behind one of another batch, the request fails with the code
    ///     `invalidRequest`.
    /// - Returns: By what to find its answer.
    public mutating func add<Response, Other>(
        _ request: GraphRequest<Response>,
        after other: BatchItem<Other>
    ) -> BatchItem<Response> {
        guard other.isItem(of: items) else { return append(Item(content: request.content, problems: [.foreignItem])) }
        return append(Item(content: request.content, dependency: other.number))
    }

    private mutating func append<Response>(_ item: Item) -> BatchItem<Response> {
        items.append(item)
        return BatchItem(identity: item.identity, number: items.count - 1)
    }
}

extension ValidationFinding {
    static let foreignItem = ValidationFinding(
        field: "item",
        rule: "is of another batch.",
        remedy: "Use what adding to this batch returned."
    )
}
