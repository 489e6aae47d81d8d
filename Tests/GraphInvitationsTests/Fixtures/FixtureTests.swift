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
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        return try names.filter { $0.hasSuffix(".json") }
            .map { file in
                let name = String(file.dropLast(5))
                let others = names.filter { $0 != file && $0.hasPrefix(name + ".") }
                return Fixture(
                    name: name,
                    contents: try text(file),
                    files: Dictionary(uniqueKeysWithValues: try others.map { ($0, try text($0)) })
                )
            }
    }

    private static func text(_ file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    @Test func `the compiled scenarios are those of the folder`() throws {
        #expect(try Self.files() == Fixture.all, "Run .ci/embed-fixtures.")
    }

    @Test(arguments: try files()) func `every file is a scenario with a source`(_ fixture: Fixture) throws {
        let scenario = try Scenario(fixture)
        #expect(!scenario.description.isEmpty)
        #expect(!scenario.source.reference.isEmpty)
        #expect(fixture.contents.hasPrefix("{\n  \"description\": "))
    }

    /// Runs each recorded request through the client, and holds what it says against what was recorded.
    @Test(arguments: try files()) func `the client plays every scenario`(_ fixture: Fixture) async throws {
        guard case .array(let mocks)? = try json(fixture.contents)["mocks"] else { return }
        let replay = ReplayTransport(fixture)
        var configuration = Samples.configuration
        configuration.validation = .off
        let credential = ClientSecretCredential(
            tenantID: Samples.tenantID,
            clientID: Samples.clientID,
            clientSecret: "secret"
        )
        let signsIn = isSignIn(mocks[0])
        let graph =
            signsIn
            ? GraphClient(credential: credential, transport: replay, configuration: configuration)
            : GraphClient(credential: StaticTokenCredential("t"), transport: replay, configuration: configuration)
        for mock in signsIn && mocks.count > 1 ? mocks.dropFirst() : mocks[...] {
            if mock["request"]?["method"] == "GET" {
                try await checkLookUp(by: graph, against: mock["response"]?["body"])
                continue
            }
            let body = isSignIn(mock) ? nil : mock["request"]?["body"]
            check(await outcome(of: body, by: graph), against: mock["response"] ?? .null, isSignIn: isSignIn(mock))
        }
        let isUnanswered = signsIn && mocks.count == 1 && mocks[0]["response"]?["statusCode"] == 200
        if !isUnanswered { try await replay.verify() }
    }

    private func isSignIn(_ mock: JSONValue) -> Bool {
        mock["request"]?["url"]?.stringValue?.hasSuffix("/token") == true
    }

    private func check(_ outcome: Result<Invitation, GraphError>, against response: JSONValue, isSignIn: Bool) {
        let isSuccess = if case .integer(200..<300) = response["statusCode"] { true } else { false }
        switch outcome {
        case .success(let invitation):
            #expect(isSuccess && !isSignIn)
            guard case .object? = response["body"] else {
                // Text that reads as an invitation: at least the guest must be there.
                #expect(invitation.invitedUser?.id != nil)
                return
            }
            #expect((try? json(encoding: invitation)) == response["body"])
        case .failure(let error) where isSuccess:
            // The token of a scenario without an invitation: what follows has no answer.
            #expect(isSignIn && (error.underlyingError as? TransportError)?.code == .noRecordedAnswer)
        case .failure(let error):
            #expect(error.isSignInFailure == isSignIn)
            if case .integer(let status)? = response["statusCode"] {
                #expect(error.statusCode == Int(status))
                #expect(error.response?.body.isEmpty == (response["body"] == nil))
            } else {
                #expect(response["fault"] != nil && error.underlyingError is TransportError && error.response == nil)
            }
        }
    }

    private func checkLookUp(by graph: GraphClient, against body: JSONValue?) async throws {
        let found: [User] =
            switch try await graph.invitations.reconcile(.sample) {
            case .invited(let guest): [guest]
            case .unknown(let users): users
            case .notInvited: []
            }
        #expect(try json(encoding: found) == body?["value"])
    }

    private func outcome(of body: JSONValue?, by graph: GraphClient) async -> Result<Invitation, GraphError> {
        do throws(GraphError) { return .success(try await send(body, by: graph)) } catch { return .failure(error) }
    }

    private func send(_ body: JSONValue?, by graph: GraphClient) async throws(GraphError) -> Invitation {
        let data = (try? JSONEncoder().encode(body ?? .null)) ?? Data()
        if let reset = try? JSONDecoder().decode(RedemptionReset.self, from: data) {
            return try await graph.invitations.resetRedemption(reset)
        }
        let invitation = try? JSONDecoder().decode(NewInvitation.self, from: data)
        return try await graph.invitations.create(invitation ?? Samples.invitation)
    }

    @Test(arguments: try files()) func `no scenario holds a token, a ticket or a domain of anybody's`(
        _ fixture: Fixture
    ) throws {
        let text = fixture.contents + fixture.files.values.joined()
        #expect(!text.contains("eyJ"), "a JSON web token")
        for ticket in text.matches(of: #/ticket(?:=|%3d|%253d)([^&"%]+)/#) { #expect(ticket.1 == "EXAMPLE") }
        let allowed = [
            "contoso.com", "fabrikam.com", "contoso.onmicrosoft.com", "doc.onmicrosoft.com",
        ]
        for address in text.matches(of: #/[A-Za-z0-9._+#-]+@([A-Za-z0-9.-]+[A-Za-z])/#) {
            #expect(allowed.contains(String(address.1)))
        }
    }
}
