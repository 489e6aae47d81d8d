import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks

/// What becomes of one body that comes as an answer.
func redacted(_ body: String, _ redaction: Redaction = Redaction()) throws -> String {
    let exchange = Exchange(
        request: TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/x"),
        outcome: .success(TransportResponse(statusCode: 200, body: Data(body.utf8)))
    )
    let fixture = try Recording(of: [exchange], name: "r", description: "d", redaction: redaction).fixture
    let answer = try json(fixture.contents)["mocks"]?.elements.first?["response"]?["body"]
    return try answer?.stringValue ?? String(decoding: JSONEncoder.sorted.encode(answer), as: UTF8.self)
}

extension JSONValue {
    /// The elements of a list; none of anything else.
    var elements: [JSONValue] {
        guard case .array(let list) = self else { return [] }
        return list
    }
}

extension JSONEncoder {
    /// An encoder of which the same value comes as the same bytes.
    static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
