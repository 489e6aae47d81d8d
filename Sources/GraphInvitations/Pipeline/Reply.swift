#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What came of sending a request once: an answer, or an error in place of one.
struct Reply {
    /// What a reply leaves behind, the left column of ``RetryPolicy``'s table.
    enum Fate: Hashable, Sendable {
        /// A success, or a failure that repeating does not cure.
        case final
        /// The service refused to look at the request for now.
        case refusedForNow
        /// The token was not accepted.
        case unauthorized
        /// Nobody can tell whether the service acted on the request.
        case inDoubt
        /// The service has not had the request.
        case unsent
    }

    let result: Result<TransportResponse, any Error>
    let attempt: GraphError.Attempt
    let retryAfter: Duration?
    let fate: Fate

    init(_ result: Result<TransportResponse, any Error>, to purpose: Delivery.Purpose, sentAt: Date, endedAt: Date) {
        self.result = result
        switch result {
        case .success(let response):
            let isSuccess = response.isSuccess
            retryAfter = isSuccess ? nil : RetryAfter.duration(in: response.headers, at: endedAt)
            let outcome = GraphError.Attempt.Outcome.status(response.statusCode, retryAfter: retryAfter)
            attempt = GraphError.Attempt(sentAt: sentAt, endedAt: endedAt, outcome: outcome)
            fate = isSuccess ? .final : Self.fate(of: response, attempt, purpose)
        case .failure(let error):
            let transportError = error as? TransportError
            retryAfter = nil
            // A transport that says nothing about it may have sent everything.
            let mayHaveBeenSent = transportError?.mayHaveBeenSent ?? true
            let code = GraphError.Code(noAnswer: error)
            let outcome = GraphError.Attempt.Outcome.failure(code, mayHaveBeenSent: mayHaveBeenSent)
            attempt = GraphError.Attempt(sentAt: sentAt, endedAt: endedAt, outcome: outcome)
            fate = transportError.map(Self.fate) ?? .final
        }
    }

    /// The status of the answer, if one came.
    var statusCode: Int? { try? result.get().statusCode }

    private static func fate(
        of response: TransportResponse,
        _ attempt: GraphError.Attempt,
        _ purpose: Delivery.Purpose
    ) -> Fate {
        switch response.statusCode {
        case _ where attempt.isInDoubt: .inDoubt
        case 401: .unauthorized
        case 429, 503: .refusedForNow
        // The one error word that the sign-in service documents as passing.
        case 400... where purpose == .signIn && response.json?["error"] == "temporarily_unavailable": .refusedForNow
        default: .final
        }
    }

    private static func fate(of error: TransportError) -> Fate {
        switch error.code {
        case .nameNotResolved, .connectionRefused, .secureConnectionFailed, .connectionLost, .timedOut, .unknown,
            .malformedResponse:
            error.mayHaveBeenSent ? .inDoubt : .unsent
        default: .final
        }
    }
}
