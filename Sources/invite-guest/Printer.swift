import Foundation
import GraphInvitations

/// Prints requests and answers, the redeem URL only where it was asked for.
struct Printer {
    let printsJSON: Bool
    let showsRedeemURL: Bool
    let output: (String) -> Void

    /// The request as JSON and as a curl command, with a placeholder for the token that sending adds.
    func printDryRun(_ request: TransportRequest) {
        var request = request
        request.headers["Authorization"] = "Bearer token"
        let headers = request.headers.redacted.map { ($0.name, JSONValue.string($0.value)) }
        let body = request.body.flatMap { try? JSONDecoder().decode(JSONValue.self, from: $0) }
        output(
            json([
                "method": .string(request.method),
                "url": .string(request.url),
                "headers": .object(Dictionary(headers) { first, _ in first }),
                "body": body ?? .null,
            ])
        )
        if !printsJSON { output("\n" + request.curlCommand) }
    }

    /// The request as it goes over the wire, but for the token and the id that sending adds.
    func printRequest(_ request: TransportRequest) {
        guard !printsJSON else { return }
        output("\(request.method) \(request.url)")
        for field in request.headers.redacted { output("\(field.name): \(field.value)") }
        output("\n" + String(decoding: request.body ?? Data(), as: UTF8.self) + "\n")
    }

    /// The invitation as it was answered, and what one needs of it.
    func printAnswer(_ invitation: Invitation) {
        output(json(shown(invitation)))
        guard !printsJSON else { return }
        output("\nstatus:     \(invitation.status?.rawValue ?? "not given")")
        output("guest id:   \(invitation.invitedUser?.id ?? "not given")")
        guard let redeemURL = invitation.inviteRedeemURL else { return output("redeem URL: not given") }
        let hint = "\(redeemURL) (a secret: --show-redeem-url prints it)"
        output("redeem URL: \(showsRedeemURL ? redeemURL.reveal() : hint)")
    }

    /// The members to show, the redeem URL replaced by name, because whatever came in its place may be one.
    private func shown(_ invitation: Invitation) -> JSONValue {
        let data = (try? JSONEncoder().encode(invitation)) ?? Data()
        guard case .object(var members) = try? JSONDecoder().decode(JSONValue.self, from: data) else { return .null }
        if !showsRedeemURL, members["inviteRedeemUrl"] != nil {
            members["inviteRedeemUrl"] = .string(RedeemURL("").description)
        }
        return .object(members)
    }

    func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
