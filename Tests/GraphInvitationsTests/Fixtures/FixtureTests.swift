import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

/// Every scenario of the folder, also one that was just dropped in.
@Suite struct FixtureTests {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Exchanges")

    /// The scenarios as the files are now.
    static func files() throws -> [Fixture] {
        try Fixture.all(in: folder)
            .map { Fixture(name: String($0.name.dropLast(5)), contents: $0.contents, files: $0.files) }
    }

    @Test func `the compiled scenarios are those of the folder`() throws {
        #expect(try Self.files() == Fixture.all, "Run .ci/embed-fixtures.")
    }

    @Test(arguments: try files()) func `every file is a scenario with a source`(_ fixture: Fixture) throws {
        let scenario = try Scenario(fixture)
        #expect(!scenario.description.isEmpty)
        #expect(!scenario.source.reference.isEmpty)
    }

    @Test(arguments: try files()) func `the documentation lists every scenario`(_ fixture: Fixture) throws {
        let file = Self.folder.deletingLastPathComponent()
            .appending(path: "GraphInvitationsFixtures.docc/AllScenarios.md")
        let scenario = try Scenario(fixture)
        let source = "\(scenario.source.kind) | \(scenario.source.reference)"
        let row = " | \(scenario.description) | \(source) |"
        let listing = try String(contentsOf: file, encoding: .utf8)
        #expect(listing.split(separator: "\n").count { $0.hasSuffix(row) } == 1, "Run .ci/embed-fixtures.")
    }

    /// Runs each recorded request through the client, and holds what it says against what was recorded.
    @Test(arguments: try files()) func `the client plays every scenario`(_ fixture: Fixture) async throws {
        guard case .array(let mocks)? = try json(fixture.contents)["mocks"] else { return }
        let replay = ReplayTransport(fixture)
        var configuration = Samples.configuration
        configuration.validation = .off
        if isBatch(mocks[0]) {
            // Items are sent again within the scenario.
            configuration.retry = .default
            configuration.clock = ManualClock(skipsWaits: true)
        }
        let credential = ClientSecretCredential(
            tenantID: Samples.tenantID,
            clientID: Samples.clientID,
            clientSecret: "secret"
        )
        let signsIn = isSignIn(mocks[0])
        let graph =
            signsIn
            ? GraphClient(credential: credential, transport: replay, configuration: configuration)
            : GraphClient(credential: StaticTokenCredential("PLAYED"), transport: replay, configuration: configuration)
        if isBatch(mocks[0]) {
            try await checkBatches(mocks, by: graph)
        } else {
            for mock in signsIn && mocks.count > 1 ? mocks.dropFirst() : mocks[...] {
                try await check(mock, by: graph)
            }
        }
        let isUnanswered = signsIn && mocks.count == 1 && mocks[0]["response"]?["statusCode"] == 200
        if !isUnanswered { try await replay.verify() }
    }

    private func isSignIn(_ mock: JSONValue) -> Bool {
        mock["request"]?["url"]?.stringValue?.hasSuffix("/token") == true
    }

    private func isBatch(_ mock: JSONValue) -> Bool {
        mock["request"]?["url"]?.stringValue?.hasSuffix("/$batch") == true
    }

    /// Sends what was recorded, and compares.
    private func check(_ mock: JSONValue, by graph: GraphClient) async throws {
        // A sign-in comes with an invitation.
        let signIn: JSONValue = ["method": "POST", "url": .string(Self.invitations)]
        let played = try played(isSignIn(mock) ? signIn : mock["request"] ?? .null)
        check(await played.answer(graph), against: mock["response"] ?? .null, isSignIn: isSignIn(mock))
    }

    private static let invitations = "https://graph.microsoft.com/v1.0/invitations"

    private func played(_ request: JSONValue, root: String = "") throws -> PlayedRequest {
        let url = root + (request["url"]?.stringValue ?? "")
        let played = try PlayedRequest(request["method"]?.stringValue ?? "GET", url, request["body"])
        return try #require(played, "There is no operation for this request.")
    }

    private func check(_ outcome: PlayedRequest.Outcome, against response: JSONValue, isSignIn: Bool) {
        let isSuccess = if case .integer(200..<300) = response["statusCode"] { true } else { false }
        switch outcome {
        case .success(let answer):
            #expect(isSuccess && !isSignIn)
            check(answer, against: response["body"])
        case .failure(let error) where isSuccess && !isSignIn:
            // What cannot be read is handed over whole.
            #expect(error.code == .malformedResponse)
            #expect(error.response?.body == Data((response["body"]?.stringValue ?? "").utf8))
        case .failure(let error) where isSuccess:
            // The token of a scenario without an invitation: what follows has no answer.
            #expect(error.code == .noRecordedAnswer)
        case .failure(let error):
            #expect(error.isSignInFailure == isSignIn)
            if case .integer(let status)? = response["statusCode"] {
                #expect(error.statusCode == Int(status))
                #expect(error.response?.body.isEmpty == (response["body"] == nil))
                #expect(isSignIn || (error.serviceError?.code ?? "") == code(in: response))
            } else {
                #expect(response["fault"] != nil && error.underlyingError is TransportError && error.response == nil)
            }
        }
    }

    private func code(in response: JSONValue) -> String { response["body"]?["error"]?["code"]?.stringValue ?? "" }

    private func check(_ answer: JSONValue, against body: JSONValue?) {
        switch body {
        case nil: #expect(answer == .null)
        case .string(let text):
            // A number as text, or text that reads as an invitation: at least the guest must be there.
            if case .integer(let number) = answer {
                #expect(text == String(number))
            } else {
                #expect(answer["invitedUser"]?["id"] != nil)
            }
        case let body? where body["value"] != nil: #expect(answer["value"] == body["value"])
        case let body?: #expect(answer == body)
        }
    }

    /// Sends the requests of the first batch as one, and holds each answer against the last that was recorded for it.
    private func checkBatches(_ mocks: [JSONValue], by graph: GraphClient) async throws {
        let anything: [JSONValue] = [["id": "1", "method": "GET", "url": "/users/anybody"]]
        let items = mocks[0]["request"]?["body"]?["requests"]?.elements ?? anything
        var batch = GraphBatch()
        let readers = try items.map { item in
            let dependency = item["dependsOn"]?.elements.first.flatMap { id in items.firstIndex { $0["id"] == id } }
            return try played(item, root: "https://graph.microsoft.com/v1.0").add(&batch, dependency)
        }
        let answers = await graph.send(batch: batch)
        for (item, read) in zip(items, readers) {
            let recorded = mocks.flatMap { $0["response"]?["body"]?["responses"]?.elements ?? [] }
                .last { $0["id"] == item["id"] }
            var answer: [String: JSONValue] = [
                "statusCode": recorded?["status"] ?? mocks[0]["response"]?["statusCode"] ?? .null
            ]
            answer["body"] = recorded == nil ? mocks[0]["response"]?["body"] : recorded?["body"]
            check(read(answers), against: .object(answer), isSignIn: false)
        }
    }

    @Test(arguments: try files()) func `no scenario holds a token, a secret, a ticket or a domain of anybody's`(
        _ fixture: Fixture
    ) throws {
        var redaction = Redaction()
        // The documentation's ids, names and moments, which are nobody's; secrets are made up, as is seen below.
        redaction.disabledRules = [.guid, .timestamp, .personalMember, .secretMember]
        let leaks = try redaction.leaks(in: fixture).filter { !$0.pointer.hasPrefix("/source/") }
        #expect(leaks == [])
        for token in fixture.contents.matches(of: /_token" *: *"([^"]*)"/) { #expect(token.1.hasPrefix("example-")) }
        #expect(!fixture.contents.contains("client_secret"))
    }
}
