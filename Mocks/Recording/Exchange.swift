public import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

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

    /// Whether both bodies are text in UTF-8, as recordings need it.
    public var isText: Bool {
        let bodies = [request.body ?? Data(), (try? outcome.get())?.body ?? Data()]
        return bodies.allSatisfy { Data(String(decoding: $0, as: UTF8.self).utf8) == $0 }
    }
}
