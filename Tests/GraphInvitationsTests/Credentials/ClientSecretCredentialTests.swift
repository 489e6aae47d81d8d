import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks
import Testing

@Suite struct ClientSecretCredentialTests {
    private func credential(_ secret: String = "secret") -> ClientSecretCredential {
        ClientSecretCredential(tenantID: Samples.tenantID, clientID: Samples.clientID, clientSecret: secret)
    }

    private func request(_ transport: some GraphTransport, cloud: GraphCloud = .global, claims: String? = nil)
        -> TokenRequest
    {
        TokenRequest(cloud: cloud, transport: transport, clientRequestID: "id", claims: claims)
    }

    @Test func `sends the documented form, encoded so that no character is a separator`() async throws {
        let replay = ReplayTransport(.token)
        let token = try await credential("a+b&c=d%e f/~é").token(for: request(replay))
        #expect(token.token == "example-access-token")
        #expect(
            await replay.requests == [
                TransportRequest(
                    method: "POST",
                    url: "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token",
                    headers: [
                        "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded",
                        "User-Agent": "graph-invitations/0.1.0", "client-request-id": "id",
                    ],
                    body: Data(
                        """
                        client_id=00001111-aaaa-2222-bbbb-3333cccc4444&client_secret=a%2Bb%26c%3Dd%25e%20f%2F~%C3%A9&\
                        grant_type=client_credentials&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default
                        """
                        .utf8
                    )
                )
            ]
        )
    }

    @Test(arguments: GraphCloud.named) func `signs in at the cloud's own authority, for its own Graph`(
        _ cloud: GraphCloud
    ) async throws {
        let transport = FixedTransport(200, #"{"access_token":"t","expires_in":"3599"}"#)
        _ = try await credential().token(for: request(transport, cloud: cloud, claims: #"{"a":1}"#))
        let sent = try #require(await transport.requests.first)
        #expect(sent.url == "\(cloud.loginAuthority)/contoso.onmicrosoft.com/oauth2/v2.0/token")
        let body = String(decoding: sent.body ?? Data(), as: UTF8.self)
        #expect(body.hasSuffix("&claims=%7B%22a%22%3A1%7D"))
        #expect(body.contains("&scope=" + cloud.scope.replacing(":", with: "%3A").replacing("/", with: "%2F")))
    }

    @Test func `a client signs in and invites through the same transport`() async throws {
        let replay = ReplayTransport(.signInAndCreate)
        let graph = Samples.client(replay, credential: credential())
        let invitation = try await graph.invitations.create(Samples.invitation)
        #expect(invitation.status == .pendingAcceptance)
        let requests = await replay.requests
        #expect(requests.map { $0.headers["Authorization"] } == [nil, "Bearer example-access-token"])
        #expect(requests.first?.headers["client-request-id"] == requests.last?.headers["client-request-id"])
        try await replay.verify()
    }

    @Test(arguments: [
        (Fixture.tokenInvalidScope, 400, "invalid_scope", 70011),
        (.tokenInvalidClient, 401, "invalid_client", 7_000_215),
        (.tokenUnauthorizedClient, 400, "unauthorized_client", 700_016),
    ])
    func `a refused sign-in keeps what the service said`(
        _ fixture: Fixture,
        _ status: Int,
        _ word: String,
        _ number: Int
    ) async throws {
        let graph = Samples.client(ReplayTransport(fixture), credential: credential())
        let error = try #require(
            await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        )
        #expect(error.code == .authentication)
        #expect(error.statusCode == status)
        #expect(error.oauthError?.error == word)
        #expect(error.oauthError?.aadstsCode == number)
        #expect(error.oauthError?.traceID == "0000aaaa-11bb-cccc-dd33-eeeeee333333")
        #expect(error.oauthError?.correlationID == "aaaa0000-bb11-2222-33cc-444444dddddd")
        #expect(error.clientRequestID != nil)
        #expect(error.remedy?.isEmpty == false)
        #expect(error.description.contains("AADSTS\(number)"))
        #expect(!error.description.contains("\n"))
    }

    @Test(arguments: [
        (429, #"{"error":"x"}"#, GraphError.Code.throttled), (503, "", .serviceUnavailable),
        (400, #"{"error":"temporarily_unavailable"}"#, .serviceUnavailable), (404, "<html></html>", .authentication),
        (200, "{}", .malformedResponse), (200, #"{"access_token":"","expires_in":1}"#, .malformedResponse),
        (200, #"{"access_token":"t","expires_in":"soon"}"#, .malformedResponse), (200, "", .malformedResponse),
    ])
    func `an answer without a token has a code of its own`(
        _ status: Int,
        _ body: String,
        _ code: GraphError.Code
    ) async {
        let graph = Samples.client(FixedTransport(status, body), credential: credential())
        let error = await #expect(throws: GraphError.self) {
            try await graph.invitations.create(Samples.mailedInvitation)
        }
        #expect(error?.code == code)
        #expect(error?.statusCode == status)
    }

    @Test(arguments: [
        (TransportError.Code.connectionLost, GraphError.Code.transport), (.timedOut, .timedOut),
    ])
    func `a sign-in that cannot be reached leaves no doubt about the invitation`(
        _ code: TransportError.Code,
        _ expected: GraphError.Code
    ) async {
        let error = TransportError(code, mayHaveBeenSent: true, message: "m")
        let graph = Samples.client(FixedTransport(throwing: error), credential: credential())
        let failure = await #expect(throws: GraphError.self) {
            try await graph.invitations.create(Samples.mailedInvitation)
        }
        #expect(failure?.code == expected)
        #expect(failure?.isSignInFailure == true)
        #expect(failure?.attempts.isEmpty == true)
        #expect(failure?.description.contains("Signing in failed, and nothing was sent to Graph.") == true)
        #expect(failure?.description.contains("may have been sent") == false)
    }

    @Test func `a throttled sign-in says how long to wait`() async {
        let transport = FixedTransport(429, "{}", headers: ["Retry-After": "10"])
        let graph = Samples.client(transport, credential: credential())
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(error?.code == .throttled)
        #expect(error?.retryAfter == .seconds(10))
        #expect(error?.remedy == "Repeat after 10 s.")
    }

    @Test(arguments: [
        ("", "c", "s", "tenantID"), ("common", "c", "s", "tenantID"), ("a/b", "c", "s", "tenantID"),
        ("t\n", "c", "s", "tenantID"), ("münchen.example", "c", "s", "tenantID"), ("t", "", "s", "clientID"),
        ("t", "c d", "s", "clientID"),
        ("t", "c", "", "clientSecret"), ("t", "c", "s\n", "clientSecret"),
    ])
    func `a credential that cannot work is refused by name, and nothing is sent`(
        _ tenant: String,
        _ client: String,
        _ secret: String,
        _ field: String
    ) async {
        let transport = FixedTransport(200, "{}")
        let graph = Samples.client(
            transport,
            credential: ClientSecretCredential(tenantID: tenant, clientID: client, clientSecret: secret)
        )
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(error?.code == .invalidRequest)
        #expect(error?.problems.map(\.field) == [field])
        #expect(await transport.requests.isEmpty)
    }

    @Test func `a secret that was changed applies to every client that shares the credential`() async throws {
        let transport = TokenServer()
        let credential = credential("old")
        let clients = [
            GraphClient(credential: credential, transport: transport),
            Samples.client(transport, credential: credential),
        ]
        for client in clients { _ = try await client.invitations.create(Samples.invitation) }
        await credential.update(clientSecret: "new")
        for client in clients { _ = try await client.invitations.create(Samples.invitation) }
        #expect(await transport.secrets == ["old", "new"])
    }

    @Test func `a token of one's own must be one`() async {
        for (token, field) in [("", "token"), ("t\n", "headers.Authorization"), ("t\u{E9}", "headers.Authorization")] {
            let transport = FixedTransport(201, "{}")
            let graph = Samples.client(transport, credential: StaticTokenCredential(token))
            let error = await #expect(throws: GraphError.self) {
                try await graph.invitations.create(Samples.invitation)
            }
            #expect(error?.code == .invalidRequest)
            #expect(error?.problems.map(\.field) == [field])
            #expect(await transport.requests.isEmpty)
        }
    }

    @Test func `an error of a credential of one's own is a failed sign-in`() async {
        struct Odd: Error {}
        struct OddCredential: TokenCredential {
            func token(for request: TokenRequest) async throws -> AccessToken { throw Odd() }
        }
        let graph = Samples.client(FixedTransport(201, "{}"), credential: OddCredential())
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(error?.code == .authentication)
        #expect(error?.underlyingError is Odd)
        #expect(error?.description.contains("The cause is an error of the type Odd.") == true)
    }
}

/// Gives every secret a token, and answers invitations.
private actor TokenServer: GraphTransport {
    private(set) var secrets: [String] = []

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        guard request.url.hasSuffix("/token") else { return TransportResponse(statusCode: 201, body: Data("{}".utf8)) }
        let body = String(decoding: request.body ?? Data(), as: UTF8.self)
        let field = body.split(separator: "&").first { $0.hasPrefix("client_secret=") } ?? ""
        secrets.append(String(field.dropFirst("client_secret=".count)))
        return TransportResponse(statusCode: 200, body: Data(#"{"access_token":"t","expires_in":3599}"#.utf8))
    }
}
