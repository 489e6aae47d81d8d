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
    struct Item: Sendable {
        let content: RequestContent
        /// The number of the item that must have succeeded before.
        let dependency: Int?
    }

    private(set) var items: [Item] = []

    /// A batch without requests.
    public init() {}

    /// Adds a request that depends on no other.
    ///
    /// - Parameter request: The request.
    /// - Returns: By what to find its answer.
    public mutating func add<Response>(_ request: GraphRequest<Response>) -> BatchItem<Response> {
        append(request, after: nil)
    }

    /// Adds a request that is sent only if another one succeeds, and after it.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - other: The other one.
    /// - Returns: By what to find its answer.
    public mutating func add<Response, Other>(
        _ request: GraphRequest<Response>,
        after other: BatchItem<Other>
    ) -> BatchItem<Response> {
        append(request, after: other.number)
    }

    private mutating func append<Response>(_ request: GraphRequest<Response>, after number: Int?) -> BatchItem<Response>
    {
        items.append(Item(content: request.content, dependency: number.flatMap { $0 < items.count ? $0 : nil }))
        return BatchItem(number: items.count - 1)
    }
}
