/// A request of a ``GraphBatch``, by which to find its answer.
public struct BatchItem<Response: Decodable & Sendable>: Sendable {
    let batch: GraphBatch.Identity
    /// Its place in the batch, from 0.
    let number: Int
}
