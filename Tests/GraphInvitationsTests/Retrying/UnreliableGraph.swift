#if URLSession
import Foundation
import LoopbackServer

/// A tenant behind a bad network: makes the guests that it is asked for, and lets every kind of fault befall one
/// request in twenty.
final class UnreliableGraph: Sendable {
    enum Fault: CaseIterable {
        case resetBefore, resetAfter, resetInBody, lengthTooLong, lengthTooShort, garbage, slowDrip, burst, expiredToken
        case gatewayTimeout
    }

    private struct State: Sendable {
        /// How often each address was invited, and so mailed where that was asked for.
        var invited: [String: Int] = [:]
        var faults: [Fault: Int] = [:]
        var busyAnswersLeft = 0
        var token = 1
        var generator = SystemRandomNumberGenerator()
    }

    private let state = Locked(State())

    /// How often an address was invited.
    func invitations(of address: String) -> Int { state.withLock { $0.invited[address] ?? 0 } }

    /// How often each fault happened.
    var faults: [Fault: Int] { state.withLock { $0.faults } }

    func reply(to request: LoopbackRequest) -> LoopbackReply {
        state.withLock { state in
            if request.target.contains("/oauth2/") {
                return .json(200, #"{"expires_in":3599,"access_token":"token-\#(state.token)"}"#)
            }
            guard request.headers["authorization"] == "Bearer token-\(state.token)" else { return .json(401, "{}") }
            if state.busyAnswersLeft > 0 {
                state.busyAnswersLeft -= 1
                return .response(LoopbackReply.Response(503, headers: ["Retry-After": "1"]))
            }
            let faults = Fault.allCases
            let chance = Int.random(in: 0..<20, using: &state.generator)
            let fault = chance < faults.count ? faults[chance] : nil
            if let fault { state.faults[fault, default: 0] += 1 }
            return Self.reply(to: request, with: fault, &state)
        }
    }

    private static func reply(to request: LoopbackRequest, with fault: Fault?, _ state: inout State) -> LoopbackReply {
        switch fault {
        case .resetBefore: return .reset
        case .garbage: return .raw("\u{1}\u{2} this is not HTTP\r\n\r\n")
        case .burst:
            state.busyAnswersLeft = 4
            return .response(LoopbackReply.Response(503, headers: ["Retry-After": "1"]))
        case .expiredToken:
            state.token += 1
            return .json(401, "{}")
        default: break
        }
        let body = try? JSONDecoder().decode([String: AnyValue].self, from: Data(request.body))
        let address = body?["invitedUserEmailAddress"]?.text ?? ""
        state.invited[address, default: 0] += 1
        let answer = #"{"id":"i","status":"PendingAcceptance","invitedUserEmailAddress":"\#(address)"}"#
        let response = LoopbackReply.Response(201, headers: ["Content-Type": "application/json"], body: answer)
        switch fault {
        case .resetAfter: return .reset
        case .resetInBody: return .truncated(response, bytes: answer.utf8.count / 2)
        case .lengthTooLong: return raw(answer, length: answer.utf8.count + 100)
        case .lengthTooShort: return raw(answer, length: answer.utf8.count - 20)
        case .slowDrip: return .dripped(milliseconds: 1, response)
        case .gatewayTimeout: return .response(LoopbackReply.Response(504))
        default: return .response(response)
        }
    }

    private static func raw(_ body: String, length: Int) -> LoopbackReply {
        .raw("HTTP/1.1 201 Created\r\nContent-Length: \(length)\r\nConnection: close\r\n\r\n\(body)")
    }

    private struct AnyValue: Decodable {
        let text: String?
        init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
    }
}
#endif
