public import GraphInvitations

/// A request that went over the wire and what came of it, credentials included.
///
/// It prints without them. A ``Recording`` of exchanges has none left.
public struct Exchange: Sendable {
    /// The request.
    public var request: TransportRequest
    /// The answer, or why there was none.
    public var outcome: Result<TransportResponse, TransportError>

    /// An exchange of these parts.
    public init(request: TransportRequest, outcome: Result<TransportResponse, TransportError>) {
        self.request = request
        self.outcome = outcome
    }
}
