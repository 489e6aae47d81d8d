import Foundation
import GraphInvitations
import GraphInvitationsMocks
import Testing

@Suite struct GraphEventTests {
    /// Makes one call, and tells what the client said meanwhile.
    private func events(
        _ transport: some GraphTransport,
        credential: some TokenCredential = StaticTokenCredential("token"),
        _ invitation: NewInvitation = Samples.invitation
    ) async -> [GraphEvent] {
        let (events, listener) = AsyncStream.makeStream(of: GraphEvent.self)
        var configuration = GraphClient.Configuration(clock: ManualClock(skipsWaits: true))
        configuration.random = { 1 }
        configuration.makeClientRequestID = { "the-call" }
        configuration.onEvent = { listener.yield($0) }
        let graph = GraphClient(credential: credential, transport: transport, configuration: configuration)
        _ = try? await graph.invitations.create(invitation)
        listener.finish()
        return await events.reduce(into: []) { $0.append($1) }
    }

    @Test func `tells of a call from sign-in to answer, in lines that can be logged`() async {
        let throttled = TransportResponse(
            statusCode: 429,
            headers: ["Retry-After": "2.128", "request-id": "94fb3b52-452a-4535-a601-69e0a90e3aa2"]
        )
        let events = await events(
            FaultTransport(GraphStub(), script: [.connectionRefused, nil, .answer(throttled)]),
            credential: ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s")
        )
        let login = "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token"
        #expect(
            events.map(\.description) == [
                "signIn #1: request POST \(login) [the-call]",
                "signIn #1: failure transport (nothing was sent): A fault was asked for. [the-call]",
                "signIn #2: wait 1 s (backoff) [the-call]",
                "signIn #2: request POST \(login) [the-call]",
                "signIn #2: response 200, 68 bytes in 0 s [the-call]",
                "createInvitation #1: token expires 2026-01-01T00:59:59Z [the-call]",
                "createInvitation #1: request POST https://graph.microsoft.com/v1.0/invitations [the-call]",
                "createInvitation #1: response 429, 0 bytes in 0 s, request-id 94fb3b52-452a-4535-a601-69e0a90e3aa2 "
                    + "[the-call]",
                "createInvitation #2: wait 2.128 s (retryAfter) [the-call]",
                "createInvitation #2: request POST https://graph.microsoft.com/v1.0/invitations [the-call]",
                "createInvitation #2: response 201, 64 bytes in 0 s [the-call]",
            ]
        )
    }

    @Test func `a request prints as a curl command without its credential`() async throws {
        let request = try #require(
            await events(GraphStub()).lazy
                .compactMap { event -> TransportRequest? in
                    if case .request(let request) = event.kind { request } else { nil }
                }
                .first
        )
        #expect(request.headers["Authorization"] == "<redacted>")
        #expect(
            request.curlCommand == #"""
                curl -X 'POST' 'https://graph.microsoft.com/v1.0/invitations' \
                  -H 'Accept: application/json' \
                  -H 'Content-Type: application/json' \
                  -H 'User-Agent: graph-invitations/0.1.0' \
                  -H 'client-request-id: the-call' \
                  -H 'Authorization: <redacted>' \
                  --data-binary '{"inviteRedirectUrl":"https://myapp.contoso.com","invitedUserEmailAddress":"admin@fabrikam.com"}'
                """#
        )
    }

    @Test func `tells what Graph will leave undone, knowing from the token who asks`() async {
        func warnings(_ claims: String) async -> [String] {
            var invitation = Samples.mailedInvitation
            invitation.invitedUserMessageInfo = .custom("Welcome")
            let token = "h.\(Data(claims.utf8).base64EncodedString()).s"
            return await events(GraphStub(), credential: StaticTokenCredential(token), invitation)
                .compactMap { if case .warning(let finding) = $0.kind { finding.field } else { nil } }
        }
        #expect(
            await warnings(#"{"roles":["User.Invite.All"]}"#) == ["invitedUserMessageInfo.customizedMessageBody"]
        )
        #expect(await warnings(#"{"scp":"User.Invite.All","roles":["x"]}"#).isEmpty)
    }

    @Test func `a token is told once a call, and again when it was replaced`() async {
        let faults = FaultTransport(GraphStub(), script: [.connectionRefused, .unauthorized()])
        let tokens = await events(faults, credential: RotatingCredential())
            .compactMap { if case .token(let token) = $0.kind { "\($0.attempt): \(token)" } else { nil } }
        #expect(tokens == ["1: no known expiry", "3: renewed, no known expiry"])
    }

    @Test func `the answer's time is told`() async throws {
        struct Slow: GraphTransport {
            let clock: ManualClock
            func send(_ request: TransportRequest) async throws -> TransportResponse {
                await clock.advance(by: .milliseconds(1_500))
                return TransportResponse(statusCode: 201, body: Data("{}".utf8))
            }
        }
        let clock = ManualClock()
        let (events, listener) = AsyncStream.makeStream(of: GraphEvent.self)
        var configuration = GraphClient.Configuration(clock: clock)
        configuration.onEvent = { listener.yield($0) }
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: Slow(clock: clock),
            configuration: configuration
        )
        _ = try await graph.invitations.create(Samples.invitation)
        listener.finish()
        let last = try #require(await events.reduce(into: []) { $0.append($1) }.last)
        guard case .response(let response) = last.kind else { throw response(last) }
        #expect(response.duration == .milliseconds(1_500))
    }

    private func response(_ event: GraphEvent) -> any Error {
        struct Unexpected: Error { let event: GraphEvent }
        return Unexpected(event: event)
    }
}
