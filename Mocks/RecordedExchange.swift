import GraphInvitations
import GraphInvitationsFixtures

/// A recorded request and its answer.
struct RecordedExchange: Hashable, Sendable {
    /// How strictly a request's body is compared.
    enum Match: String, CaseIterable {
        case exact
        case subset
        case ignoreBody
    }

    let title: String
    let request: RequestParts
    let match: Match
    let ignoredPointers: [String]
    let isRepeated: Bool
    let answer: RecordedAnswer

    init(_ node: FixtureNode, number: Int) throws(FixtureFormatError) {
        try node.allow("request", "response", "match", "ignore", "repeat")
        request = try RequestParts(try node.member("request"))
        answer = try RecordedAnswer(try node.member("response"))
        match = try node.optional("match")?.word() ?? .exact
        isRepeated = try node.optional("repeat")?.bool() ?? false
        var pointers: [String] = []
        for element in try node.optional("ignore")?.elements() ?? [] {
            let pointer = try element.string()
            guard pointer.hasPrefix("/") else { throw element.error("a JSON pointer into the body, such as \"/id\"") }
            pointers.append(pointer)
        }
        ignoredPointers = pointers
        title = "\(node.fixture.name)#\(number) (\(request.title))"
    }
}
