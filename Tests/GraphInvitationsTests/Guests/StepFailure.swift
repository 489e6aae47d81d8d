import Foundation
import GraphInvitations
import GraphInvitationsMocks

/// What can go wrong with one request.
enum StepFailure: CaseIterable, Sendable {
    case refused, throttled, unavailable, overdue, unreadable, lostBefore, lostAfter, notConnected

    /// The failure as a fault.
    var fault: FaultTransport.Fault {
        switch self {
        case .refused: .answer(TransportResponse(statusCode: 403, body: Data(#"{"error":{"code":"No"}}"#.utf8)))
        case .throttled: .answer(TransportResponse(statusCode: 429, headers: ["Retry-After": "0"]))
        case .overdue: .answer(TransportResponse(statusCode: 504))
        case .unreadable: .answer(TransportResponse(statusCode: 200, body: Data("<html>Welcome</html>".utf8)))
        case .unavailable: .answer(TransportResponse(statusCode: 503))
        case .lostBefore: .connectionLost(afterDelivery: false)
        case .lostAfter: .connectionLost(afterDelivery: true)
        case .notConnected: .connectionRefused
        }
    }
}
