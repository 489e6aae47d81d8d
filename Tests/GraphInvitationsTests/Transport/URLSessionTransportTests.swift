#if URLSession
import Foundation
import GraphInvitations
import LoopbackServer
import Testing

/// Over a real server on loopback, faults included.
@Suite struct URLSessionTransportTests {
    @Test func `sends the request as it stands and returns the answer whole`() async throws {
        let server = try LoopbackServer { _ in
            .response(
                .init(201, headers: ["Content-Type": "application/json", "request-id": "r"], body: #"{"id":"ü"}"#)
            )
        }
        let response = try await URLSessionTransport().send(post(server, "/a%2Fb?c=%23d", body: #"{"e":"ü"}"#))
        #expect(response.statusCode == 201)
        #expect(response.headers["Request-ID"] == "r")
        #expect(response.body == Data(#"{"id":"ü"}"#.utf8))
        let request = try #require(server.requests.first)
        #expect(request.method == "POST")
        #expect(request.target == "/a%2Fb?c=%23d")
        #expect(request.text == #"{"e":"ü"}"#)
        #expect(request.headers["authorization"] == "Bearer token")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.headers["cookie"] == nil)
    }

    @Test(arguments: [
        (400, "application/json", #"{"error":{"code":"BadRequest"}}"#), (404, "text/html", "<html></html>"),
        (500, "", ""),
        (204, "", ""), (429, "application/json", "{"), (401, "application/json", "{}"), (300, "", ""),
    ])
    func `every status is an answer`(_ status: Int, _ type: String, _ body: String) async throws {
        let server = try LoopbackServer { _ in .response(.init(status, headers: ["Content-Type": type], body: body)) }
        let response = try await URLSessionTransport().send(post(server))
        #expect(response.statusCode == status)
        #expect(response.body == Data(body.utf8))
    }

    @Test func `a 401 that asks for a password is an answer as well`() async throws {
        let server = try LoopbackServer { _ in
            .response(.init(401, headers: ["WWW-Authenticate": "Basic realm=\"x\""], body: "no"))
        }
        let response = try await URLSessionTransport().send(post(server))
        #expect(response.statusCode == 401)
        #expect(server.requests.count == 1)
    }

    @Test func `cookies are neither kept nor sent`() async throws {
        let server = try LoopbackServer { _ in .response(.init(200, headers: ["Set-Cookie": "a=b; Path=/"])) }
        let transport = URLSessionTransport()
        for _ in 0..<2 { _ = try await transport.send(post(server)) }
        #expect(server.requests.allSatisfy { $0.headers["cookie"] == nil })
    }

    @Test(arguments: [301, 302, 303, 307, 308]) func `a redirect is returned, and the token does not travel on`(
        _ status: Int
    ) async throws {
        let other = try LoopbackServer { _ in .json(200, "{}") }
        let location = "http://localhost:\(other.port)/stolen"
        let server = try LoopbackServer { _ in .response(.init(status, headers: ["Location": location])) }
        let response = try await URLSessionTransport().send(post(server))
        #expect(response.statusCode == status)
        #expect(response.headers["Location"] == location)
        #expect(other.requests.isEmpty)
        #expect(other.connectionCount == 0)
    }

    @Test func `an answer that is cut short is an error, and the request may have been sent`() async throws {
        let server = try LoopbackServer { _ in
            .truncated(.init(201, body: String(repeating: "x", count: 1000)), bytes: 10)
        }
        let error = try await failure(URLSessionTransport(), post(server))
        #expect(error.mayHaveBeenSent)
    }

    @Test func `a connection that is reset is lost, and the request was sent once`() async throws {
        let server = try LoopbackServer { _ in .reset }
        let error = try await failure(URLSessionTransport(), post(server))
        #expect(error.code == .connectionLost)
        #expect(error.mayHaveBeenSent)
        #expect(server.requests.count == 1)
    }

    @Test func `bytes that are no answer are an error`() async throws {
        let server = try LoopbackServer { _ in .raw("\u{1}\u{2} this is no HTTP\r\n\r\n") }
        let error = try await failure(URLSessionTransport(), post(server))
        #expect(error.mayHaveBeenSent)
    }

    @Test func `a port that nobody listens on has had nothing`() async throws {
        let port = try SilentPort()
        let request = TransportRequest(method: "POST", url: port.url + "/v1.0/invitations", body: Data("{}".utf8))
        let error = try await failure(URLSessionTransport(), request)
        #expect(error.code == .connectionRefused && !error.mayHaveBeenSent)
        // Kept until here, so that no other server is given the port.
        withExtendedLifetime(port) {}
    }

    @Test func `a warm connection that the server drops does not send the request twice`() async throws {
        let server = try LoopbackServer { $0.target == "/drop" ? .reset : .json(201, "{}") }
        // On Linux the drop is noticed at the timeout only, which must not hit the first request on a busy machine.
        let transport = URLSessionTransport(timeout: .seconds(8))
        _ = try await transport.send(post(server))
        let error = try await failure(transport, post(server, "/drop"))
        #expect(error.mayHaveBeenSent)
        #expect(server.requests.map(\.target) == ["/v1.0/invitations", "/drop"])
        server.stop()
    }

    @Test func `connections are used again`() async throws {
        let server = try LoopbackServer { _ in .json(201, "{}") }
        let transport = URLSessionTransport()
        for _ in 0..<20 { _ = try await transport.send(post(server)) }
        #expect(server.connectionCount == 1)
    }

    @Test func `each of 64 calls at once gets its own answer`() async throws {
        let server = try LoopbackServer { .json(201, $0.text) }
        let transport = URLSessionTransport(maximumConnectionsPerHost: 16)
        try await withThrowingTaskGroup { group in
            for number in 0..<64 {
                group.addTask {
                    let response = try await transport.send(post(server, body: "{\"n\":\(number)}"))
                    #expect(String(decoding: response.body, as: UTF8.self) == "{\"n\":\(number)}")
                }
            }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 64)
    }

    @Test func `refuses what must not be sent`() async throws {
        let server = try LoopbackServer { _ in .json(201, "{}") }
        var request = post(server)
        request.headers["X"] = "a\r\nY: b"
        let error = try await failure(URLSessionTransport(), request)
        #expect(error.code == .invalidRequest)
        #expect(!error.mayHaveBeenSent)
        #expect(server.connectionCount == 0)
    }

    @Test func `a client signs in and invites over it`() async throws {
        let server = try LoopbackServer { request in
            request.target.hasSuffix("/token")
                ? .json(200, #"{"access_token":"t1","expires_in":3599,"token_type":"Bearer"}"#)
                : .json(201, #"{"id":"i1","invitedUser":{"id":"u1"},"status":"PendingAcceptance"}"#)
        }
        let graph = GraphClient(
            credential: ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s+/="),
            cloud: .custom(graphRoot: server.url, loginAuthority: server.url)
        )
        let invitation = try await graph.invitations.create(Samples.invitation)
        #expect(invitation.invitedUser?.id == "u1")
        #expect(server.requests.map(\.target) == ["/contoso.com/oauth2/v2.0/token", "/v1.0/invitations"])
        #expect(server.requests.last?.headers["authorization"] == "Bearer t1")
    }
}
#endif
