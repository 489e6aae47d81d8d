import Foundation
import GraphInvitations
import GraphInvitationsFixtures
import GraphInvitationsMocks

/// The documented guest and app that tests are about.
enum Samples {
    static let tenantID = "contoso.onmicrosoft.com"
    static let clientID = "00001111-aaaa-2222-bbbb-3333cccc4444"

    static var invitation: NewInvitation {
        NewInvitation(invitedUserEmailAddress: "admin@fabrikam.com", inviteRedirectURL: "https://myapp.contoso.com")
    }

    static var mailedInvitation: NewInvitation {
        var invitation = invitation
        invitation.sendInvitationMessage = true
        return invitation
    }

    static var reset: RedemptionReset {
        RedemptionReset(
            userID: "264e6d50-eaec-461e-b187-873b1bcf855f",
            invitedUserEmailAddress: "AdeleV@fabrikam.com",
            inviteRedirectURL: "https://myapp.contoso.com"
        )
    }

    /// A client that sends everything once and at once, unless it is given more patience and a clock for it.
    static func client(
        _ transport: some GraphTransport,
        cloud: GraphCloud = .global,
        credential: some TokenCredential = StaticTokenCredential("token"),
        retry: RetryPolicy = .none,
        clock: ManualClock? = nil
    ) -> GraphClient {
        var configuration = configuration
        configuration.retry = retry
        if let clock { configuration.clock = clock }
        return GraphClient(
            credential: credential,
            cloud: cloud,
            transport: transport,
            configuration: configuration
        )
    }

    /// A token that says that of itself.
    static func token(_ claims: String) -> String {
        "e30." + Data(claims.utf8).base64EncodedString().replacing("=", with: "") + ".c2ln"
    }

    /// Settings under which everything is sent once and at once.
    static var configuration: GraphClient.Configuration {
        var configuration = GraphClient.Configuration()
        configuration.retry = .none
        configuration.throttle = .unlimited
        return configuration
    }
}

/// Answers every request with one thing, and keeps the requests.
actor FixedTransport: GraphTransport {
    private let outcome: Result<TransportResponse, any Error>
    private(set) var requests: [TransportRequest] = []

    init(_ statusCode: Int, _ body: String = "", headers: HTTPFields = ["Content-Type": "application/json"]) {
        outcome = .success(TransportResponse(statusCode: statusCode, headers: headers, body: Data(body.utf8)))
    }

    init(throwing error: any Error) { outcome = .failure(error) }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        requests.append(request)
        return try outcome.get()
    }
}

/// The JSON of a text, for comparing regardless of spelling.
func json(_ text: String) throws -> JSONValue { try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) }

/// The JSON that a value encodes to.
func json(encoding value: some Encodable) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: try JSONEncoder().encode(value))
}

/// A value of a JSON text.
func decoded<Value: Decodable>(_ type: Value.Type = Value.self, _ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
}

extension InvitationInDoubt {
    /// An invitation at the begin of 2026 that nobody knows the outcome of.
    static let sample = InvitationInDoubt(
        invitedUserEmailAddress: "admin@fabrikam.com",
        sentAt: Date(timeIntervalSince1970: 1_767_225_600),
        endedAt: Date(timeIntervalSince1970: 1_767_225_700),
        clientRequestID: "the-call"
    )
}
