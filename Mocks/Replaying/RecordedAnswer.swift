#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GraphInvitations

/// What a recorded exchange answers: a response or a fault, at once or after a while.
struct RecordedAnswer: Hashable, Sendable {
    let response: Result<TransportResponse, RecordedFault>
    let delay: Duration?

    init(_ node: FixtureNode) throws(FixtureFormatError) {
        delay = try Self.delay(node)
        guard node.optional("fault") == nil else {
            response = .failure(try RecordedFault(node))
            return
        }
        try node.allow("statusCode", "headers", "body", "delay")
        response = .success(
            TransportResponse(
                statusCode: try Self.status(node),
                headers: try node.optional("headers")?.fields() ?? [:],
                body: try Self.body(node)
            )
        )
    }

    private static func status(_ node: FixtureNode) throws(FixtureFormatError) -> Int {
        guard let status = node.optional("statusCode") else { return 200 }
        guard case .integer(let code) = status.value, (100...999).contains(code) else {
            throw status.error("a status of three digits")
        }
        return Int(code)
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
