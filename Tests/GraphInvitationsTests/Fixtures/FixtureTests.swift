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
        for mock in signsIn && mocks.count > 1 ? mocks.dropFirst() : mocks[...] {
            guard mock["request"]?["method"] != "GET" else {
                // A look-up follows all pages by itself.
                guard mock["request"]?["url"]?.stringValue?.contains("$skiptoken") != true else { continue }
                await checkLookUp(by: graph, mock["request"]?["url"]?.stringValue ?? "", against: mocks)
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
            } else {
                #expect(response["fault"] != nil && error.underlyingError is TransportError && error.response == nil)
            }
        }
    }

    private func checkLookUp(by graph: GraphClient, _ url: String, against mocks: [JSONValue]) async {
        let isOne = url.contains("/users/")
        var doubt = InvitationInDoubt.sample
        doubt.resetUserID = isOne ? Samples.reset.userID : nil
        let response = mocks.last?["response"]
        do throws(GraphError) {
            let found: [User] =
                switch try await graph.invitations.reconcile(doubt) {
                case .invited(let guest): [guest]
                case .unknown(let users): users
                case .notInvited: []
                }
            let users = found.map { try? json(encoding: $0) }
            if isOne, response?["statusCode"] == 404 {
                #expect(users == [])
            } else {
                #expect(users == (isOne ? [response?["body"]] : response?["body"]?["value"]?.elements ?? []))
            }
        } catch {
            #expect(error.statusCode.map { .integer(Int64($0)) } == response?["statusCode"])
            #expect(error.serviceError?.code == response?["body"]?["error"]?["code"]?.stringValue)
        }
    }

    private func outcome(of body: JSONValue?, by graph: GraphClient) async -> Result<Invitation, GraphError> {
        do throws(GraphError) { return .success(try await send(body, by: graph)) } catch { return .failure(error) }
    }

    private func send(_ body: JSONValue?, by graph: GraphClient) async throws(GraphError) -> Invitation {
        let data = (try? JSONEncoder().encode(body ?? .null)) ?? Data()
        if body?["resetRedemption"] == true {
            let reset = try? JSONDecoder().decode(RedemptionReset.self, from: data)
            return try await graph.invitations.resetRedemption(reset ?? Samples.reset)
        }
        let invitation = try? JSONDecoder().decode(NewInvitation.self, from: data)
        return try await graph.invitations.create(invitation ?? Samples.invitation)
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
