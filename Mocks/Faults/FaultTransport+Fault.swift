public import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension FaultTransport {
    /// Something that befalls a request or its answer; prints as its name.
    public struct Fault: Sendable, CustomStringConvertible {
        /// The name.
        public let description: String
        /// Whether the service gets the request, and only its answer is hit.
        public let isAfterDelivery: Bool
        /// What comes of the request, given the service's answer where it got the request.
        let outcome: @Sendable (_ answer: TransportResponse?) async throws -> TransportResponse

        private init(
            _ name: String,
            _ isAfterDelivery: Bool,
            outcome: @escaping @Sendable (TransportResponse?) async throws -> TransportResponse
        ) {
            description = name + (isAfterDelivery ? " after delivery" : "")
            self.isAfterDelivery = isAfterDelivery
            self.outcome = outcome
        }

        /// An error in place of an answer.
        public static func error(_ error: TransportError, afterDelivery: Bool = false) -> Fault {
            Fault(error.code.rawValue, afterDelivery) { _ in throw error }
        }

        /// An answer in place of the service's.
        public static func answer(_ answer: TransportResponse, afterDelivery: Bool = false) -> Fault {
            Fault("status \(answer.statusCode)", afterDelivery) { _ in answer }
        }
    }
}

extension FaultTransport.Fault {
    /// The host has no address; nothing is sent.
    public static let nameNotResolved = unsent(.nameNotResolved)
    /// Nobody listens; nothing is sent.
    public static let connectionRefused = unsent(.connectionRefused)
    /// The certificate is not accepted; nothing is sent.
    public static let secureConnectionFailed = unsent(.secureConnectionFailed)

    /// The connection breaks; the client cannot tell whether the service got the request.
    public static func connectionLost(afterDelivery: Bool) -> Self { inDoubt(.connectionLost, afterDelivery) }

    /// No answer comes in time; the client cannot tell whether the service got the request.
    public static func timedOut(afterDelivery: Bool) -> Self { inDoubt(.timedOut, afterDelivery) }

    /// Something comes that is no HTTP answer.
    public static func malformedResponse(afterDelivery: Bool) -> Self { inDoubt(.malformedResponse, afterDelivery) }

    /// Nothing happens until the task is cancelled.
    public static let silence = Self("silence", false) { _ in
        for await _ in AsyncStream.makeStream(of: Never.self).stream {}
        throw TransportError(.cancelled, mayHaveBeenSent: true, message: "The task was cancelled.")
    }

    /// An answer of a gateway or of the service itself, with a page in place of JSON.
    ///
    /// - Parameters:
    ///   - statusCode: The status.
    ///   - retryAfter: What stands in `Retry-After`.
    ///   - afterDelivery: Whether the service gets the request first.
    /// - Returns: The fault.
    public static func status(_ statusCode: Int, retryAfter: String? = nil, afterDelivery: Bool = false) -> Self {
        var headers: HTTPFields = ["Content-Type": "text/html"]
        headers["Retry-After"] = retryAfter
        let body = Data("<html><body>Status \(statusCode)</body></html>".utf8)
        return .answer(
            TransportResponse(statusCode: statusCode, headers: headers, body: body),
            afterDelivery: afterDelivery
        )
    }

    /// Too many requests, and how long to wait.
    public static func throttled(retryAfter: String?) -> Self { status(429, retryAfter: retryAfter) }

    /// The token is not accepted.
    ///
    /// - Parameter claims: What a new token must hold, as JSON; nil for no more than another token.
    /// - Returns: The fault.
    public static func unauthorized(claims: String? = nil) -> Self {
        let challenge = claims.map { claims in
            #"Bearer realm="", error="insufficient_claims", claims="\#(Data(claims.utf8).base64EncodedString())""#
        }
        return .answer(TransportResponse(statusCode: 401, headers: ["WWW-Authenticate": challenge ?? "Bearer"]))
    }

    /// The service acts, and only half of its answer's body arrives.
    public static let halfBody = Self("half body", true) { answer in
        var answer = answer ?? TransportResponse(statusCode: 200)
        answer.body = answer.body.prefix(answer.body.count / 2)
        return answer
    }

    /// Something in between answers success, with a page of its own.
    public static let captivePortal = status(200)

    private static func unsent(_ code: TransportError.Code) -> Self {
        .error(TransportError(code, mayHaveBeenSent: false, message: "A fault was asked for."))
    }

    private static func inDoubt(_ code: TransportError.Code, _ afterDelivery: Bool) -> Self {
        let error = TransportError(code, mayHaveBeenSent: true, message: "A fault was asked for.")
        return .error(error, afterDelivery: afterDelivery)
    }
}
