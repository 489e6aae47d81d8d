import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One invitation over URLSession, as one writes it without a client.
func createByHand(_ session: URLSession, _ root: String, _ address: String, _ redirectURL: String) async throws -> Bool
{
    guard let url = URL(string: root + "/v1.0/invitations") else { return false }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.setValue("Bearer token", forHTTPHeaderField: "Authorization")
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.httpBody = try JSONEncoder()
        .encode(
            HandWrittenRequest(invitedUserEmailAddress: address, inviteRedirectUrl: redirectURL)
        )
    let (data, response) = try await session.data(for: request)
    let invitation = try JSONDecoder().decode(HandWrittenInvitation.self, from: data)
    return (response as? HTTPURLResponse)?.statusCode == 201 && invitation.status == "PendingAcceptance"
}
