#if URLSession
import Foundation
import GraphInvitations
import LoopbackServer
import Testing

/// A request to a server on loopback.
func post(_ server: LoopbackServer, _ path: String = "/v1.0/invitations", body: String = "{}")
    -> TransportRequest
{
    TransportRequest(
        method: "POST",
        url: server.url + path,
        headers: ["Content-Type": "application/json", "Authorization": "Bearer token"],
        body: Data(body.utf8)
    )
}

/// The error that a request ends with.
func failure(_ transport: URLSessionTransport, _ request: TransportRequest) async throws -> TransportError {
    try #require(await #expect(throws: TransportError.self) { try await transport.send(request) })
}

/// Returns once the server has had so many requests.
func arrival(of count: Int, at server: LoopbackServer) async {
    while server.requests.count < count { await Task.yield() }
}
#endif
