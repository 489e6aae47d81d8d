import Foundation
import GraphInvitations
import GraphInvitationsMocks

/// A directory of one guest, which learns of changes late.
actor DirectoryStub: GraphTransport {
    static let id = "264e6d50-eaec-461e-b187-873b1bcf855f"
    /// What was asked of it, in short.
    private(set) var log: [String] = []
    /// The guest as the directory has it.
    private(set) var guest: [String: JSONValue]
    private(set) var sponsors: [String] = []
    private(set) var invitations: [JSONValue] = []
    /// How many requests about the guest come too early.
    private var invisibleFor: Int
    /// How many resets come too early after the guest's addresses have changed.
    private let addressLag: Int
    private var resetsTooEarly = 0

    init(otherMails: [String] = ["AdeleV@fabrikam.com"], invisibleFor: Int = 0, addressLag: Int = 0) {
        guest = [
            "id": .string(Self.id), "mail": "AdeleV@fabrikam.com",
            "otherMails": .array(otherMails.map(JSONValue.string)),
            "externalUserState": "Accepted", "externalUserStateChangeDateTime": "2026-01-01T00:00:02Z",
        ]
        self.invisibleFor = invisibleFor
        self.addressLag = addressLag
    }

    /// The addresses that Graph would accept for a reset.
    var addresses: [String] {
        (guest["otherMails"]?.elements ?? []).compactMap(\.stringValue) + [guest["mail"]?.stringValue ?? ""]
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let path = String(request.url.dropFirst("https://graph.microsoft.com/v1.0".count).prefix { $0 != "?" })
        let body = request.body.flatMap { try? JSONDecoder().decode(JSONValue.self, from: $0) } ?? .null
        log.append("\(request.method) \(path.replacing(Self.id, with: "ID"))")
        switch (request.method, path) {
        case ("POST", "/invitations"): return invite(body)
        case ("GET", "/users"): return answer(200, ["value": .array(invitations.isEmpty ? [] : [.object(guest)])])
        case _ where invisibleFor > 0:
            invisibleFor -= 1
            return refusal(404, "Request_ResourceNotFound", "Resource '\(Self.id)' does not exist.")
        case ("GET", _): return answer(200, .object(guest))
        case ("PATCH", _):
            if case .object(let members) = body { guest.merge(members) { $1 } }
            if body["otherMails"] != nil || body["mail"] != nil { resetsTooEarly = addressLag }
            return TransportResponse(statusCode: 204)
        case ("POST", _): return sponsor(body["@odata.id"]?.stringValue ?? "")
        default: return refusal(405, "Request_BadRequest", "")
        }
    }

    private func invite(_ body: JSONValue) -> TransportResponse {
        let address = body["invitedUserEmailAddress"]?.stringValue ?? ""
        if body["resetRedemption"] == true {
            guard addresses.contains(where: { $0.lowercased() == address.lowercased() }), resetsTooEarly == 0 else {
                resetsTooEarly = max(0, resetsTooEarly - 1)
                return refusal(
                    400,
                    "BadRequest",
                    "The email you\u{2019}re using to invite this user doesn\u{2019}t match any emails on the user object."
                )
            }
            guest["externalUserState"] = "PendingAcceptance"
        }
        invitations.append(body)
        return answer(201, ["id": "i", "status": "PendingAcceptance", "invitedUser": ["id": .string(Self.id)]])
    }

    private func sponsor(_ address: String) -> TransportResponse {
        let id = String(address.split(separator: "/").last ?? "")
        guard id != "nobody" else {
            return refusal(404, "Request_ResourceNotFound", "Resource 'nobody' does not exist.")
        }
        guard !sponsors.contains(id) else {
            return refusal(400, "Request_BadRequest", "One or more added object references already exist.")
        }
        sponsors.append(id)
        return TransportResponse(statusCode: 204)
    }

    private func refusal(_ status: Int, _ code: String, _ message: String) -> TransportResponse {
        answer(status, ["error": ["code": .string(code), "message": .string(message)]])
    }

    private func answer(_ status: Int, _ body: JSONValue) -> TransportResponse {
        TransportResponse(statusCode: status, body: (try? JSONEncoder().encode(body)) ?? Data())
    }
}
