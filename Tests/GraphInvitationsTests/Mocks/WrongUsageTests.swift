import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// What somebody reads who uses the mocks wrongly, whole.
@Suite struct WrongUsageTests {
    /// A fixture with one exchange.
    private static func fixture(_ exchange: String) -> Fixture {
        let head = #""description":"d","source":{"kind":"synthetic","reference":"r"}"#
        return Fixture(name: "guest.json", contents: "{\(head),\"mocks\":[\(exchange)]}")
    }

    private static let create = #""request":{"method":"POST","url":"https://graph.microsoft.com/v1.0/invitations"}"#

    /// What `verify()` says after an invitation.
    private static func verify(_ fixtures: Fixture..., calls: Int = 1) async -> String {
        let replay = ReplayTransport(fixtures)
        for _ in 0..<calls { _ = try? await Samples.client(replay).invitations.create(Samples.invitation) }
        return await message { try await replay.verify() }
    }

    private static func message(_ body: () async throws -> Void) async -> String {
        do {
            try await body()
            return "nothing"
        } catch {
            return "\(error)"
        }
    }

    @Test func `no fixture at all`() async {
        #expect(
            await Self.verify()
                == "Nothing is recorded, so POST /v1.0/invitations has no answer. Give the transport a fixture."
        )
    }

    @Test func `a fixture of another request`() async {
        let text = await Self.verify(.resetRedemption)
        #expect(
            text == """
                No recorded exchange matches POST /v1.0/invitations. Make the two agree where they differ, or have the \
                exchange compared less strictly ("match", "ignore").
                  nearest: reset-redemption#1 (POST /v1.0/invitations)
                    body/invitedUser: expected {"id":"264e6d50-eaec-461e-b187-873b1bcf855f"}, got nothing
                    body/invitedUserEmailAddress: expected "AdeleV@fabrikam.com", got "admin@fabrikam.com"
                    body/resetRedemption: expected true, got nothing
                No request asked for reset-redemption#1 (POST /v1.0/invitations). Make the call, or leave the exchange \
                out.
                """
        )
    }

    @Test func `a call too many`() async {
        #expect(
            await Self.verify(.createInvitation, calls: 2) == """
                POST /v1.0/invitations came once more than recorded: create-invitation#1 (POST /v1.0/invitations) is \
                used up. Give the fixture once more, or mark the exchange "repeat": true. A client repeats calls by itself \
                unless its retry is .none.
                """
        )
    }

    @Test func `a call too few`() async {
        #expect(
            await Self.verify(.createInvitation, calls: 0) == """
                No request asked for create-invitation#1 (POST /v1.0/invitations). Make the call, or leave the exchange \
                out.
                """
        )
    }

    @Test func `calls in another order`() async {
        let replay = ReplayTransport(.resetRedemption, .createInvitation, order: .recorded)
        _ = try? await Samples.client(replay).invitations.create(Samples.invitation)
        let text = await Self.message { try await replay.verify() }
        #expect(
            text.hasPrefix(
                """
                POST /v1.0/invitations came out of order. Make the calls in the recorded order, or replay in any.
                  due: reset-redemption#1 (POST /v1.0/invitations)
                """
            )
        )
    }

    static let malformed: [(String, String)] = [
        (
            "{",
            "the file must be valid JSON: look for a comment, or for a comma, a quote or a brace that is missing or too "
                + "many."
        ),
        (
            #"{"description":"d","mocks":[]}"#,
            #"/source must be present, such as {"kind": "synthetic", "reference": "made up for this test"}."#
        ),
        (
            whole(#"\#(create),"response":{"statusCode":201},"macth":"subset""#),
            "exchange 1, /mocks/0/macth must be absent: the members there are request, response, match, ignore, repeat."
        ),
        (
            whole(#"\#(create),"response":{"statusCode":"201"}"#),
            "exchange 1, /mocks/0/response/statusCode must be a status of three digits."
        ),
        (
            whole(#"\#(create),"response":{"body":"@page.html"}"#),
            #"exchange 1, /mocks/0/response/body must be the name of a text file beside the fixture, where page.html "#
                + #"is none, or "@@" before a text that begins with "@"."#
        ),
        (
            whole(#"\#(create),"response":{},"ignore":["id"]"#),
            #"exchange 1, /mocks/0/ignore/0 must be a JSON pointer into the body, such as "/id", or a part of the "#
                + #"query, such as "query/$select"."#
        ),
        (
            whole(#""request":{"url":"x","body":{},"bodyFragment":"a"},"response":{}"#),
            "exchange 1, /mocks/0/request/url must be an absolute URL."
        ),
        (
            whole(#""request":{"url":"https://a/x","body":{},"bodyFragment":"a"},"response":{}"#),
            "exchange 1, /mocks/0/request/body must be absent where there is a bodyFragment."
        ),
        (
            whole(#""request":{"url":"https://a/x","nth":0},"response":{}"#),
            "exchange 1, /mocks/0/request/nth must be a whole number from 1."
        ),
    ]

    private static func whole(_ members: String) -> String { fixture("{\(members)}").contents }

    @Test(arguments: malformed) func `a malformed fixture`(_ contents: String, _ expected: String) async {
        let text = await Self.verify(Fixture(name: "guest.json", contents: contents), calls: 0)
        #expect(text == "The fixture guest.json cannot be read: \(expected)")
    }

    @Test func `a file that is not there`() async throws {
        let text = await Self.message { _ = try Fixture(contentsOf: URL(filePath: "/no/guest.json")) }
        #expect(
            text == "The fixture /no/guest.json cannot be read: the file must be there, readable, and a text in UTF-8."
        )
        let folder = await Self.message { _ = try Fixture.all(in: URL(filePath: "/no/")) }
        #expect(
            folder == """
                The fixture /no/ cannot be read: the file must be a folder that can be read, with fixtures (*.json) in it.
                """
        )
    }

    @Test func `a recording of nothing`() async {
        let recorder = RecordingTransport(ReplayTransport())
        let text = await Self.message { _ = try await recorder.recording(named: "r", description: "d") }
        #expect(
            text == """
                Nothing was recorded: send requests through the transport, and wait for them, before writing.
                """
        )
    }

    @Test func `an archive without contents`() async {
        let archive = """
            {"log":{"entries":[{"request":{"method":"GET","url":"https://graph.microsoft.com/v1.0/users"},
            "response":{"status":200,"content":{"size":7}}}]}}
            """
        let text = await Self.message { _ = try HTTPArchive(contents: archive, name: "a.har") }
        #expect(
            text == """
                The fixture a.har cannot be read: /log/entries/0/response/content/text must be present: save the archive \
                with its contents.
                """
        )
    }
}
