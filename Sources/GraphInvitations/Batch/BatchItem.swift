/// A request of a ``GraphBatch``, by which to find its answer.
public struct BatchItem<Response: Decodable & Sendable>: Sendable {
    let identity: GraphBatch.Item.Identity
    /// Its place in the batch, from 0.
    let number: Int

    /// Whether it stands for one of these.
    func isItem(of items: [GraphBatch.Item]) -> Bool {
        items.indices.contains(number) && items[number].identity === identity
    }
}
