import Foundation
import GraphInvitations

/// Answers every kind of request with a success, and counts those that it gets.
actor GraphStub: GraphTransport {
    private(set) var requests: [TransportRequest] = []

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        requests.append(request)
        let body =
            switch (request.method, request.url.contains("/oauth2/")) {
            case (_, true): #"{"token_type":"Bearer","expires_in":3599,"access_token":"fetched-\#(requests.count)"}"#
            case ("POST", _): #"{"id":"i","status":"PendingAcceptance","invitedUser":{"id":"u"}}"#
            case ("GET", _): #"{"id":"u"}"#
            default: "{}"
            }
        return TransportResponse(
            statusCode: request.method == "POST" && !request.url.contains("/oauth2/") ? 201 : 200,
            headers: ["Content-Type": "application/json"],
            body: Data(body.utf8)
        )
    }
}
