#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GraphInvitations

/// What a recorded exchange answers: a response or a fault, at once or after a while.
struct RecordedAnswer: Hashable, Sendable {
    /// What can go wrong in place of a response.
    enum Fault: String, CaseIterable, Error {
        case timeout
        case connectionLost
        case connectionRefused
        case truncated

        var error: TransportError {
            switch self {
            case .timeout:
                TransportError(.timedOut, mayHaveBeenSent: true, message: "A recorded timeout.")
            case .connectionLost:
                TransportError(.connectionLost, mayHaveBeenSent: true, message: "A recorded loss of the connection.")
            case .connectionRefused:
                TransportError(.connectionRefused, mayHaveBeenSent: false, message: "A recorded refusal.")
            case .truncated:
                TransportError(.connectionLost, mayHaveBeenSent: true, message: "A recorded answer that was cut short.")
            }
        }
    }

    private let result: Result<TransportResponse, Fault>
    let delay: Duration?

    var outcome: Result<TransportResponse, TransportError> { result.mapError(\.error) }

    init(_ node: FixtureNode) throws(FixtureFormatError) {
        delay = try Self.delay(node)
        if let fault = node.optional("fault") {
            try node.allow("fault", "delay")
            result = .failure(try fault.word())
            return
        }
        try node.allow("statusCode", "headers", "body", "delay")
        let status = try node.member("statusCode")
        guard case .integer(let code) = status.value, (100...999).contains(code) else {
            throw status.error("a status of three digits")
        }
        result = .success(
            TransportResponse(
                statusCode: Int(code),
                headers: try node.optional("headers")?.fields() ?? [:],
                body: try Self.body(node)
            )
        )
    }

    private static func delay(_ node: FixtureNode) throws(FixtureFormatError) -> Duration? {
        guard let delay = node.optional("delay") else { return nil }
        switch delay.value {
        case .integer(let seconds) where seconds >= 0: return .seconds(seconds)
        case .number(let seconds) where seconds >= 0: return .seconds(seconds)
        default: throw delay.error("a number of seconds")
        }
    }

    private static func body(_ node: FixtureNode) throws(FixtureFormatError) -> Data {
        guard let body = node.optional("body"), body.value != .null else { return Data() }
        if case .string = body.value { return Data(try body.text().utf8) }
        guard let data = try? JSONEncoder.stable.encode(body.value) else {
            throw body.error("JSON that can be written")
        }
        return data
    }
}
