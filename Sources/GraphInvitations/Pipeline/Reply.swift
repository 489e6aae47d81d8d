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
        let outcome: GraphError.Attempt.Outcome
        switch result {
        case .success(let response):
            let isSuccess = (200..<300).contains(response.statusCode)
            retryAfter = isSuccess ? nil : RetryAfter.duration(in: response.headers, at: endedAt)
            outcome = .status(response.statusCode, retryAfter: retryAfter)
            fate = isSuccess ? .final : Self.fate(of: response, retryAfter, purpose)
        case .failure(let error):
            let transportError = error as? TransportError
            retryAfter = nil
            outcome = .failure(
                GraphError.Code(noAnswer: error),
                // A transport that says nothing about it may have sent everything.
                mayHaveBeenSent: transportError?.mayHaveBeenSent ?? true
            )
            fate = transportError.map(Self.fate) ?? .final
        }
        attempt = GraphError.Attempt(sentAt: sentAt, endedAt: endedAt, outcome: outcome)
    }

    private static func fate(
        of response: TransportResponse,
        _ retryAfter: Duration?,
        _ purpose: Delivery.Purpose
    ) -> Fate {
        switch response.statusCode {
        case 401: .unauthorized
        case 429: .refusedForNow
        case 503 where retryAfter != nil: .refusedForNow
        case 502, 503, 504: .inDoubt
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
