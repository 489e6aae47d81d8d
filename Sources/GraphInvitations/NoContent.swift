/// The answer to a request that Graph answers with success and nothing else.
public struct NoContent: Hashable, Sendable, Decodable {
    init() {}

    /// Reads anything, since there is nothing to read.
    public init(from decoder: any Decoder) {}
}
