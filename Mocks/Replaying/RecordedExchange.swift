import GraphInvitations
import GraphInvitationsFixtures

/// A recorded request and its answer.
struct RecordedExchange: Hashable, Sendable {
    let title: String
    let request: RecordedRequest
    let isRepeated: Bool
    let answer: RecordedAnswer

    init(_ node: FixtureNode, number: Int) throws(FixtureFormatError) {
        try node.allow("request", "response", "match", "ignore", "repeat")
        request = try RecordedRequest(node)
        answer = try RecordedAnswer(try node.member("response"))
        isRepeated = try node.optional("repeat")?.bool() ?? false
        title = "\(node.fixture.name)#\(number) (\(request.title))"
    }
}
