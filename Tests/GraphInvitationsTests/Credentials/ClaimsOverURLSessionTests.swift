#if URLSession
import Foundation
import GraphInvitations
import LoopbackServer
import Testing

@Suite struct ClaimsOverURLSessionTests {
    @Test func `a challenge gets through URLSession, and is answered once`() async throws {
        let claims = #"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#
        let base64 = Data(claims.utf8).base64EncodedString()
        let server = try LoopbackServer { request in
            if request.target.contains("/oauth2/") {
                let isAnswer = request.text.contains("nbf")
                return .json(200, #"{"expires_in":86399,"access_token":"\#(isAnswer ? "new" : "old")"}"#)
            }
            guard request.headers["authorization"] == "Bearer new" else {
                return .response(
                    LoopbackReply.Response(
                        401,
                        headers: [
                            "WWW-Authenticate": #"Bearer realm="""#,
                            "WWW-Authenticate": #"Bearer error="insufficient_claims", claims="\#(base64)""#,
                        ],
                        body: "{}"
                    )
                )
            }
            return .json(201, "{}")
        }
        defer { server.stop() }
        let graph = GraphClient(
            credential: ClientSecretCredential(
                tenantID: "contoso.com",
                clientID: "c",
                clientSecret: "s",
                isCAEEnabled: true
            ),
            cloud: .custom(graphRoot: server.url, loginAuthority: server.url),
            transport: URLSessionTransport()
        )
        for _ in 0..<2 { _ = try await graph.invitations.create(Samples.mailedInvitation) }
        #expect(
            server.requests.map { $0.target.contains("/oauth2/") ? "token" : $0.headers["authorization"] ?? "" }
                == ["token", "Bearer old", "token", "Bearer new", "Bearer new"]
        )
    }
}
#endif
