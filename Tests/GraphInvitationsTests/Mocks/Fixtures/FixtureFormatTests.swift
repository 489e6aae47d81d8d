import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct FixtureFormatTests {
    static let json = "valid JSON: look for a comment, or for a comma, a quote or a brace that is missing or too many"
    static let head = #""description":"d","source":{"kind":"synthetic","reference":"r"}"#

    private static func whole(_ exchange: String) -> String { #"{\#(head),"mocks":[\#(exchange)]}"# }

    static let cases: [(String, String, String)] = [
        ("{", "", json),
        ("[]", "", "an object"),
        (#"{\#(head)}"#, "/mocks", "present"),
        (#"{\#(head),"mocks":[]}"#, "/mocks", "a list with at least one exchange"),
        (#"{\#(head),"mocks":{}}"#, "/mocks", "a list"),
        (
            #"{\#(head),"mocks":[],"mock":1}"#, "/mock",
            "absent: the members there are $schema, description, source, mocks"
        ),
        (
            #"{"description":"d","source":{"kind":"rumour","reference":"r"},"mocks":[]}"#, "/source/kind",
            #"one of "documented", "recorded", "reported", "synthetic""#
        ),
        (whole("{}"), "/mocks/0/request", "present"),
        (
            whole(#"{"request":{"method":"GET","url":"/x"},"response":{"statusCode":200}}"#), "/mocks/0/request/url",
            "an absolute URL"
        ),
        (
            whole(#"{"request":{"method":"GET","url":"https://a/x"},"response":{"statusCode":20}}"#),
            "/mocks/0/response/statusCode", "a status of three digits"
        ),
        (
            whole(#"{"request":{"method":"GET","url":"https://a/x"},"response":{"fault":"boom"}}"#),
            "/mocks/0/response/fault",
            #"one of "timeout", "connectionLost", "connectionRefused", "truncated", "nameNotResolved", "#
                + #""secureConnectionFailed", "malformedResponse", "unknown""#
        ),
        (
            whole(#"{"request":{"method":"GET","url":"https://a/x"},"response":{"statusCode":200,"delay":"1"}}"#),
            "/mocks/0/response/delay", "a number of seconds"
        ),
        (
            whole(#"{"request":{"method":"GET","url":"https://a/x"},"response":{"statusCode":200,"body":"@no.html"}}"#),
            "/mocks/0/response/body",
            #"the name of a text file beside the fixture, where no.html is none, or "@@" before a text that begins with "@""#
        ),
        (
            whole(#"{"request":{"method":"GET","url":"https://a/x"},"response":{"statusCode":200},"macth":"exact"}"#),
            "/mocks/0/macth", "absent: the members there are request, response, match, ignore, repeat"
        ),
        (
            whole(#"{"request":{"method":"GET","url":"https://a/x"},"response":{"statusCode":200},"match":"fuzzy"}"#),
            "/mocks/0/match", #"one of "exact", "subset", "ignoreBody""#
        ),
        (
            whole(#"{"request":{"method":"GET","url":"https://a/x"},"response":{"statusCode":200},"ignore":["id"]}"#),
            "/mocks/0/ignore/0",
            #"a JSON pointer into the body, such as "/id", or a part of the query, such as "query/$select""#
        ),
        (
            whole(#"{"request":{"method":"GET","url":"https://a/x"},"response":{"statusCode":200},"repeat":1}"#),
            "/mocks/0/repeat", "true or false"
        ),
        (
            whole(
                #"{"request":{"method":"GET","url":"https://a/x","headers":{"a":"b"}},"response":{"statusCode":200}}"#
            ),
            "/mocks/0/request/headers", "a list"
        ),
        (
            whole(#"{"request":{"method":7,"url":"https://a/x"},"response":{"statusCode":200}}"#),
            "/mocks/0/request/method", "a string"
        ),
    ]

    @Test(arguments: cases) func `a malformed fixture names the place and the form expected there`(
        _ contents: String,
        _ pointer: String,
        _ expected: String
    ) async {
        let fixture = Fixture(name: "broken", contents: contents)
        let error = #expect(throws: FixtureFormatError.self) { try Scenario(fixture) }
        #expect(error?.fixture == "broken")
        #expect(error?.pointer == pointer)
        #expect(error?.expected == expected)
        let place = (pointer.hasPrefix("/mocks/") ? "exchange 1, " : "") + (pointer.isEmpty ? "the file" : pointer)
        #expect(error?.description == "The fixture broken cannot be read: \(place) must be \(expected).")
        let replay = ReplayTransport(fixture)
        await #expect(throws: FixtureFormatError.self) { try await replay.verify() }
        let request = TransportRequest(method: "GET", url: "https://a.example/x")
        let sent = await #expect(throws: TransportError.self) { try await replay.send(request) }
        #expect(sent?.code == .malformedFixture)
        #expect(sent?.mayHaveBeenSent == false)
        #expect(sent?.underlyingError as? FixtureFormatError == error)
    }

    @Test func `a client says what is wrong with the fixture, and mails nobody`() async {
        let replay = ReplayTransport(Fixture(name: "broken", contents: "{"))
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(replay).invitations.create(Samples.mailedInvitation)
        }
        #expect(error?.code == .malformedFixture)
        #expect(
            error?.description
                .contains("The fixture broken cannot be read: the file must be valid JSON: look for a comment") == true
        )
    }
}
