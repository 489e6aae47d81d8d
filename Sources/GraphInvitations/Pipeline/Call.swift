#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is known of one call while it runs, to read its answer or report its failure.
struct Call {
    let operation: GraphOperation
    let mailsGuest: Bool
    let clientRequestID: String
    let token: AccessToken
    private var attempts: [GraphError.Attempt] = []

    init(operation: GraphOperation, mailsGuest: Bool, clientRequestID: String, token: AccessToken) {
        self.operation = operation
        self.mailsGuest = mailsGuest
        self.clientRequestID = clientRequestID
        self.token = token
    }

    /// The answer as a value, decided by its status first.
    mutating func read<Response: Decodable>(
        _ response: TransportResponse,
        sentAt: Date,
        receivedAt: Date
    ) throws(GraphError) -> Response {
        attempts.append(
            GraphError.Attempt(sentAt: sentAt, endedAt: receivedAt, outcome: .status(response.statusCode))
        )
        guard (200..<300).contains(response.statusCode) else { throw refusal(response, at: receivedAt) }
        do {
            return try JSONDecoder().decode(Response.self, from: response.bodyWithoutMark)
        } catch {
            var failure = self.failure(.malformedResponse, response)
            failure.underlyingError = error
            throw failure
        }
    }

    /// The error for a request that got no answer.
    mutating func failure(_ error: any Error, sentAt: Date, endedAt: Date) -> GraphError {
        let transportError = error as? TransportError
        let mayHaveBeenSent = transportError?.mayHaveBeenSent ?? true
        var code = transportError.map(GraphError.Code.init) ?? .transport
        // Whatever a transport throws when its task was cancelled, that is what happened.
        if error is CancellationError || Task.isCancelled { code = .cancelled }
        attempts.append(
            GraphError.Attempt(
                sentAt: sentAt,
                endedAt: endedAt,
                outcome: .failure(code, mayHaveBeenSent: mayHaveBeenSent)
            )
        )
        if mailsGuest, mayHaveBeenSent, code != .cancelled { code = .outcomeUnknown }
        var failure = self.failure(code, nil)
        failure.underlyingError = error
        return failure
    }

    private func refusal(_ response: TransportResponse, at date: Date) -> GraphError {
        var code = GraphError.Code(statusCode: response.statusCode)
        let retryAfter = RetryAfter.duration(in: response.headers, at: date)
        if mailsGuest, leavesOutcomeOpen(response.statusCode, retryAfter) { code = .outcomeUnknown }
        var failure = self.failure(code, response)
        failure.retryAfter = retryAfter
        failure.serviceError = response.json.flatMap(ODataError.init)
        if operation.isInvitation { failure.invitationFailure = failure.serviceError.flatMap(InvitationFailure.init) }
        if let inner = failure.serviceError?.innerError, failure.requestID == nil {
            failure.requestID = inner.requestID
        }
        if code == .unauthorized || code == .forbidden {
            failure.requiredPermission = operation.leastPrivilegedPermission
            failure.heldPermissions = token.permissions
            failure.sufficientPermissions = Set(
                operation.higherPrivilegedPermissions + [operation.leastPrivilegedPermission]
            )
        }
        return failure
    }

    /// Whether a gateway answered that does not know what became of the request behind it.
    private func leavesOutcomeOpen(_ statusCode: Int, _ retryAfter: Duration?) -> Bool {
        statusCode == 502 || statusCode == 504 || statusCode == 503 && retryAfter == nil
    }

    private func failure(_ code: GraphError.Code, _ response: TransportResponse?) -> GraphError {
        var failure = GraphError(code: code)
        failure.statusCode = response?.statusCode
        failure.response = response
        failure.requestID = response?.headers["request-id"]
        failure.clientRequestID = clientRequestID
        failure.attempts = attempts
        return failure
    }
}
