import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct RejectedTokenTests {
    private static let claims = #"{"access_token":{"nbf":{"essential":true,"value":"1"}}}"#

    /// A tenant that revokes tokens: gives `token-1`, `token-2` …, and takes none below a number.
    private actor Tenant: GraphTransport {
        private(set) var forms: [String] = []
        private(set) var sent: [String] = []
        private let oldestAccepted: Int
        private let challenge: String
        private var gate: AsyncStream<Never>?

        init(oldestAccepted: Int, challenge: String = "Bearer", holdingTokens gate: AsyncStream<Never>? = nil) {
            self.oldestAccepted = oldestAccepted
            self.challenge = challenge
            self.gate = gate
        }

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            if request.url.contains("/oauth2/") {
                forms.append(String(decoding: request.body ?? Data(), as: UTF8.self))
                let number = forms.count
                if number > 1, let gate { for await _ in gate {} }
                let token = #"{"token_type":"Bearer","expires_in":3599,"access_token":"token-\#(number)"}"#
                return TransportResponse(statusCode: 200, body: Data(token.utf8))
            }
            let token = request.headers["Authorization"] ?? ""
            sent.append(token)
            guard let number = token.split(separator: "-").last.flatMap({ Int($0) }), number >= oldestAccepted else {
                return TransportResponse(statusCode: 401, headers: ["WWW-Authenticate": challenge])
            }
            return TransportResponse(statusCode: 201, body: Data("{}".utf8))
        }
    }

    private func credential(isCAEEnabled: Bool = false) -> ClientSecretCredential {
        ClientSecretCredential(
            tenantID: "contoso.com",
            clientID: "c",
            clientSecret: "s",
            isCAEEnabled: isCAEEnabled
        )
    }

    private func client(
        _ transport: some GraphTransport,
        _ credential: some TokenCredential,
        _ retry: RetryPolicy = .default
    ) -> GraphClient {
        var configuration = GraphClient.Configuration()
        configuration.retry = retry
        configuration.throttle = .unlimited
        return GraphClient(credential: credential, transport: transport, configuration: configuration)
    }

    @Test func `a token that Graph does not accept is replaced, once, and stays replaced`() async throws {
        let tenant = Tenant(oldestAccepted: 2)
        let graph = client(tenant, credential())
        for _ in 0..<3 { _ = try await graph.invitations.create(Samples.mailedInvitation) }
        #expect(await tenant.sent == ["Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-2"])
        #expect(await tenant.forms.count == 2)
        #expect(await tenant.forms.allSatisfy { !$0.contains("claims=") })
    }

    @Test func `a recorded token that is refused is replaced by the next recorded one`() async throws {
        let replay = ReplayTransport(.token, .tokenRenewed, .createInvitation)
        let faults = FaultTransport(replay, script: [nil, .unauthorized()])
        let credential = ClientSecretCredential(
            tenantID: Samples.tenantID,
            clientID: Samples.clientID,
            clientSecret: "secret"
        )
        _ = try await client(faults, credential).invitations.create(Samples.invitation)
        #expect(await replay.requests.last?.headers["Authorization"] == "Bearer example-renewed-token")
        try await replay.verify()
    }

    @Test func `a second refusal is final`() async throws {
        let tenant = Tenant(oldestAccepted: 100)
        let error = await #expect(throws: GraphError.self) {
            try await client(tenant, credential()).invitations.create(Samples.invitation)
        }
        #expect(error?.code == .unauthorized)
        #expect(await tenant.sent == ["Bearer token-1", "Bearer token-2"])
        #expect(error?.attempts.map(\.outcome) == [.status(401, retryAfter: nil), .status(401, retryAfter: nil)])
    }

    @Test func `a refused token is forgotten although the call is not repeated`() async throws {
        let tenant = Tenant(oldestAccepted: 2)
        let graph = client(tenant, credential(), .none)
        await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        _ = try await graph.invitations.create(Samples.invitation)
        #expect(await tenant.sent == ["Bearer token-1", "Bearer token-2"])
    }

    @Test func `a credential with one token only is not sent twice`() async {
        let transport = FixedTransport(401)
        await #expect(throws: GraphError.self) {
            try await client(transport, StaticTokenCredential("t")).invitations.create(Samples.invitation)
        }
        #expect(await transport.requests.count == 1)
    }

    @Test(arguments: [false, true])
    func `a challenge's claims are asked for, with the capability only where it was opted in`(_ isCAEEnabled: Bool)
        async throws
    {
        let base64 = Data(Self.claims.utf8).base64EncodedString()
        let challenge = #"Bearer realm="", error="insufficient_claims", claims="\#(base64)""#
        let tenant = Tenant(oldestAccepted: 2, challenge: challenge)
        let graph = client(tenant, credential(isCAEEnabled: isCAEEnabled))
        for _ in 0..<2 { _ = try await graph.invitations.create(Samples.invitation) }
        let claims = await tenant.forms.map { form in
            form.split(separator: "&").first { $0.hasPrefix("claims=") }?.dropFirst(7).removingPercentEncoding
        }
        let capability = #""xms_cc":{"values":["cp1"]}"#
        #expect(
            claims
                == (isCAEEnabled
                    ? [
                        #"{"access_token":{\#(capability)}}"#,
                        #"{"access_token":{"nbf":{"essential":true,"value":"1"},\#(capability)}}"#,
                    ]
                    : [nil, Self.claims])
        )
        // The second call goes on with the new token.
        #expect(await tenant.sent == ["Bearer token-1", "Bearer token-2", "Bearer token-2"])
    }

    @Test func `a thousand calls whose token was revoked fetch a new one once`() async throws {
        let (gate, opener) = AsyncStream.makeStream(of: Never.self)
        let tenant = Tenant(oldestAccepted: 2, holdingTokens: gate)
        let graph = client(tenant, credential())
        try await withThrowingTaskGroup { group in
            for _ in 0..<1_000 { group.addTask { _ = try await graph.invitations.create(Samples.mailedInvitation) } }
            while await tenant.sent.count(where: { $0 == "Bearer token-1" }) < 1_000 { await Task.yield() }
            opener.finish()
            try await group.waitForAll()
        }
        #expect(await tenant.forms.count == 2)
        #expect(await tenant.sent.count == 2_000)
    }

    @Test func `a thousand calls whose token has expired fetch a new one once`() async throws {
        let (gate, opener) = AsyncStream.makeStream(of: Never.self)
        let tenant = Tenant(oldestAccepted: 1, holdingTokens: gate)
        let clock = ManualClock()
        var configuration = GraphClient.Configuration(clock: clock)
        configuration.throttle = .unlimited
        let (events, listener) = AsyncStream.makeStream(of: Void.self)
        let credential = credential()
        let warm = GraphClient(credential: credential, transport: tenant, configuration: configuration)
        _ = try await warm.invitations.create(Samples.invitation)
        await clock.advance(by: .seconds(3_600))
        configuration.makeClientRequestID = {
            listener.yield()
            return "id"
        }
        let graph = GraphClient(credential: credential, transport: tenant, configuration: configuration)
        try await withThrowingTaskGroup { group in
            for _ in 0..<1_000 { group.addTask { _ = try await graph.invitations.create(Samples.mailedInvitation) } }
            var begun = events.makeAsyncIterator()
            for _ in 0..<1_000 { _ = await begun.next() }
            opener.finish()
            try await group.waitForAll()
        }
        #expect(await tenant.forms.count == 2)
        #expect(await tenant.sent.suffix(1_000).allSatisfy { $0 == "Bearer token-2" })
    }
}
