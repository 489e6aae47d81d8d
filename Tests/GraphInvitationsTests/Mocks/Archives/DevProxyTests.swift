import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct DevProxyTests {
    /// With everything that a mocks file may have.
    static let mocks = #"""
        {
          "$schema": "https://raw.githubusercontent.com/dotnet/dev-proxy/main/schemas/v1.0.0/mockresponseplugin.mocksfile.schema.json",
          "mocks": [
            {"request": {"url": "https://graph.microsoft.com/v1.0/invitations", "method": "POST", "nth": 2,
                         "exampleUrl": "https://graph.microsoft.com/v1.0/invitations"},
             "response": {"statusCode": 429, "headers": [{"name": "Retry-After", "value": "3"}]}},
            {"request": {"url": "https://graph.microsoft.com/v1.0/invitations", "method": "POST",
                         "bodyFragment": "fabrikam.com"},
             "response": {"statusCode": 201, "body": {"id": "i", "invitedUser": {"id": "u"}}}},
            {"request": {"url": "https://graph.microsoft.com/v1.0/users/*"}, "response": {"body": {"id": "u"}}},
            {"request": {"url": "https://graph.microsoft.com/v1.0/x"}, "response": {"body": "@page.html"}}
          ]
        }
        """#

    @Test func `its mocks play as they do there`() async throws {
        let fixture = try Fixture(devProxyMocks: Self.mocks, name: "mocks.json", files: ["page.html": "<html></html>"])
        let replay = ReplayTransport(fixture)
        let graph = Samples.client(replay)
        var outcomes: [String] = []
        for _ in 0..<3 {
            do throws(GraphError) {
                outcomes.append(try await graph.invitations.create(Samples.invitation).invitedUser?.id ?? "")
            } catch {
                outcomes.append("\(error.code)")
            }
        }
        #expect(outcomes == ["u", "throttled", "u"])
        for _ in 0..<2 {
            let user = TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/users/u?$select=id")
            #expect(try await replay.send(user).body == Data(#"{"id":"u"}"#.utf8))
        }
        let page = TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/x")
        #expect(try await replay.send(page).body == Data("<html></html>".utf8))
        try await replay.verify()
        await #expect(throws: TransportError.self) {
            try await replay.send(TransportRequest(method: "DELETE", url: "https://graph.microsoft.com/v1.0/x"))
        }
    }

    @Test(arguments: [
        (#"{"mocks":[{"request":{"url":"https://a/x"}}]}"#, "/mocks/0/response", "present"),
        (#"{"responses":[]}"#, "/mocks", "present"),
        (
            #"{"mocks":[{"request":{"url":"https://a/x"},"response":{"body":{"a":["@request.body.a"]}}}]}"#,
            "/mocks/0/response/body/a/0", "a value of its own: what is asked for is not repeated in the answer"
        ),
    ])
    func `what is not played is refused with its place`(_ contents: String, _ pointer: String, _ expected: String) {
        let error = #expect(throws: FixtureFormatError.self) { try Fixture(devProxyMocks: contents, name: "m.json") }
        #expect(error?.pointer == pointer)
        #expect(error?.expected == expected)
    }

    @Test func `a fixture becomes a mocks file with the members of its schema alone`() async throws {
        let fixture = Fixture(
            name: "twice",
            contents: #"""
                {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
                {"request":{"method":"POST","url":"https://graph.microsoft.com/v1.0/invitations","body":{"a":1},"host":"h"},
                 "match":"subset","ignore":["/b"],"response":{"statusCode":429,"delay":2}},
                {"request":{"method":"POST","url":"https://graph.microsoft.com/v1.0/invitations","body":{"a":1}},
                 "repeat":true,"response":{"statusCode":201,"body":{"id":"i"}}}]}
                """#
        )
        let mocks = try fixture.devProxyMocks()
        let expected: JSONValue = [
            "$schema":
                "https://raw.githubusercontent.com/dotnet/dev-proxy/main/schemas/v1.0.0/mockresponseplugin.mocksfile.schema.json",
            "mocks": [
                [
                    "request": ["method": "POST", "url": "https://graph.microsoft.com/v1.0/invitations", "nth": 1],
                    "response": ["statusCode": 429],
                ],
                [
                    "request": ["method": "POST", "url": "https://graph.microsoft.com/v1.0/invitations"],
                    "response": ["statusCode": 201, "body": ["id": "i"]],
                ],
            ],
        ]
        #expect(try json(mocks) == expected)
        // And back.
        let graph = Samples.client(ReplayTransport(try Fixture(devProxyMocks: mocks, name: "m.json")))
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(error?.code == .throttled)
        #expect(try await graph.invitations.create(Samples.invitation).id == "i")
    }

    @Test func `the requests of a URL are counted whatever their method, and files are written into the mocks`() throws
    {
        let fixture = Fixture(
            name: "page",
            contents: #"""
                {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
                {"request":{"url":"https://graph.microsoft.com/v1.0/users/u"},"response":{"body":"@page.html"}},
                {"request":{"method":"PATCH","url":"https://graph.microsoft.com/v1.0/users/u"},"response":{"statusCode":204}}]}
                """#,
            files: ["page.html": "<html></html>"]
        )
        let mocks = try json(try fixture.devProxyMocks())["mocks"]?.elements ?? []
        #expect(mocks.map { $0["request"]?["nth"] } == [1, 2])
        #expect(mocks.first?["response"]?["body"] == "<html></html>")
    }

    @Test func `a text that begins like the name of a file has no mock`() throws {
        let fixture = Fixture(
            name: "at",
            contents: #"""
                {"description":"d","source":{"kind":"synthetic","reference":"r"},"mocks":[
                {"request":{"url":"https://graph.microsoft.com/v1.0/x"},"response":{"body":"@@x"}}]}
                """#
        )
        let error = #expect(throws: FixtureFormatError.self) { try fixture.devProxyMocks() }
        #expect(error?.pointer == "/mocks/0/response/body")
    }

    @Test func `a fault has no mock`() {
        let error = #expect(throws: FixtureFormatError.self) { try Fixture.connectionLost.devProxyMocks() }
        #expect(error?.pointer == "/mocks/0/response/fault")
    }
}
