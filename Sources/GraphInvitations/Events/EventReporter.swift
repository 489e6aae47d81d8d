#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Tells the listener of a client what becomes of one call.
struct EventReporter {
    private let listener: @Sendable (GraphEvent) -> Void
    private let operation: String
    private let clientRequestID: String

    /// Nothing where nobody listens.
    init?(_ listener: (@Sendable (GraphEvent) -> Void)?, operation: String, clientRequestID: String) {
        guard let listener else { return nil }
        self.listener = listener
        self.operation = operation
        self.clientRequestID = clientRequestID
    }

    func report(_ kind: GraphEvent.Kind, attempt: Int) {
        listener(GraphEvent(kind: kind, operation: operation, clientRequestID: clientRequestID, attempt: attempt))
    }

    func report(_ reply: Reply, attempt: Int) {
        switch reply.attempt.outcome {
        case .failure(let code, let mayHaveBeenSent):
            var message: String?
            if case .failure(let error as TransportError) = reply.result { message = error.message }
            let failure = GraphEvent.Failure(code: code, mayHaveBeenSent: mayHaveBeenSent, message: message)
            report(.failure(failure), attempt: attempt)
        case .status(let statusCode, _):
            guard case .success(let response) = reply.result else { return }
            let seconds = reply.attempt.endedAt.timeIntervalSince(reply.attempt.sentAt)
            report(
                .response(
                    GraphEvent.Response(
                        statusCode: statusCode,
                        headers: response.headers.redacted,
                        bodySize: response.body.count,
                        duration: .seconds(max(0, seconds))
                    )
                ),
                attempt: attempt
            )
        }
    }
}
