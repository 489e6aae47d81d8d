#if URLSession
import Foundation
import GraphInvitations
import GraphInvitationsMocks
import LoopbackServer

/// A tenant on loopback whose every answer holds something that must not be in a recording; other ids in each run.
struct RecordedTenant {
    let server: LoopbackServer

    /// A tenant on a free port.
    ///
    /// - Parameter run: What all ids, tokens and moments of the run differ by.
    /// - Throws: An error of the system where it gives no port.
    init(run: Int) throws {
        let creates = Locked(0)
        server = try LoopbackServer { request in
            let answers = Answers(run: run, request: request)
            guard request.method == "POST", !request.target.contains("/oauth2/") else { return answers.readOrSignIn }
            guard !request.text.contains("resetRedemption") else { return answers.refusal }
            let number = creates.withLock { count in
                count += 1
                return count
            }
            return switch number {
            case 1: answers.throttled
            case 3: answers.gatewayPage
            default: answers.invitation
            }
        }
    }

    /// Everything that a recording must not hold: as it was sent, or as it came.
    static let planted = [
        "PLANTED", "planted", "tailspin", "Jane", "Doe", "bob", "eyJ", "11111111-", "22222222-", "33333333-",
        "44444444-",
        "55555555-", "66666666-", "wCFIFW", "127.0.0.1:",
    ]

    /// Signs in and looks after two guests; says what came of each step.
    static func use(
        _ transport: some GraphTransport,
        root: String,
        tenantID: String = "11111111-aaaa-2222-bbbb-3333cccc4444",
        clientID: String = "22222222-aaaa-2222-bbbb-3333cccc4444",
        guest: String = "jane.doe@tailspin.com",
        other: String = "bob@tailspin.com"
    ) async throws -> [String] {
        let graph = GraphClient(
            credential: ClientSecretCredential(
                tenantID: tenantID,
                clientID: clientID,
                clientSecret: "PLANTED/secret+1 &x"
            ),
            cloud: .custom(graphRoot: root, loginAuthority: root),
            transport: transport,
            configuration: GraphClient.Configuration(clock: ManualClock(skipsWaits: true))
        )
        var new = NewInvitation(invitedUserEmailAddress: guest, inviteRedirectURL: "https://portal.tailspin.com/start")
        new.sendInvitationMessage = true
        new.invitedUserMessageInfo = .custom("Dear Jane", cc: "boss@tailspin.com")
        let invitation = try await graph.invitations.create(new)
        let id = invitation.invitedUser?.id ?? ""
        var said = ["\(invitation.status?.rawValue ?? ""), mailed: \(invitation.sendInvitationMessage == true)"]
        let reset = RedemptionReset(
            userID: id,
            invitedUserEmailAddress: guest,
            inviteRedirectURL: "https://portal.tailspin.com/start"
        )
        do {
            _ = try await graph.invitations.resetRedemption(reset)
        } catch {
            said.append("\(error.code), \(error.invitationFailure?.rawValue ?? ""), \(error.attempts.count)")
        }
        var doubt = InvitationInDoubt.sample
        doubt.resetUserID = id
        if case .unknown(let users) = try await graph.invitations.reconcile(doubt) {
            said.append("\(users.map { $0.id == id }), \(users.first?.externalUserState?.rawValue ?? "")")
        }
        new = NewInvitation(invitedUserEmailAddress: other, inviteRedirectURL: "https://portal.tailspin.com/start")
        _ = try await graph.invitations.create(new)
        doubt.resetUserID = nil
        doubt.invitedUserEmailAddress = other
        said.append("\(try await graph.invitations.reconcile(doubt))".prefix { $0 != "(" }.description)
        return said
    }
}

/// What the tenant answers.
private struct Answers {
    let run: Int
    let request: LoopbackRequest

    private var root: String { "http://\(request.headers["host"] ?? "")" }

    private func id(_ digit: Int) -> String {
        "\(String(repeating: String(digit), count: 8))-aaaa-4bbb-8ccc-00000000000\(run)"
    }

    private var fields: KeyValuePairs<String, String> {
        [
            "Content-Type": "application/json", "Set-Cookie": "esctx=PLANTED; domain=tailspin.com",
            "request-id": id(6), "x-ms-ags-diagnostic": "PLANTED-\(run)",
            "Date": "Sat, 21 Nov 2026 10:00:0\(run) GMT",
        ]
    }

    private func json(_ status: Int, _ body: String) -> LoopbackReply {
        .response(LoopbackReply.Response(status, headers: fields, body: body))
    }

    var throttled: LoopbackReply {
        .response(LoopbackReply.Response(429, headers: ["Retry-After": "2.128", "X-Key": "PLANTED"], body: ""))
    }

    var gatewayPage: LoopbackReply {
        let page = "<html><p>jane.doe@tailspin.com at https://portal.tailspin.com: \(id(6))</p></html>"
        return .response(LoopbackReply.Response(502, headers: ["Content-Type": "text/html"], body: page))
    }

    var refusal: LoopbackReply {
        json(
            400,
            #"""
            {"error":{"code":"BadRequest","message":"The email you’re using to invite this user doesn’t match any emails \#
            on the user object \#(id(3)) of tailspin.onmicrosoft.com.","innerError":{"date":"2026-11-21T10:00:0\#(run)",\#
            "request-id":"\#(id(6))","client-request-id":"\#(id(6))"}}}
            """#
        )
    }

    var invitation: LoopbackReply {
        json(
            201,
            #"""
            {"@odata.context":"\#(root)/v1.0/$metadata#invitations/$entity","id":"\#(id(4))","inviteRedeemUrl":\#
            "https://login.microsoftonline.com/redeem?rd=https%3a%2f%2finvitations.microsoft.com%2fredeem%2f%3ftenant%3d\#
            \#(id(5))%26user%3d\#(id(4))%26ticket%3dwCFIFW\#(run)%25252fPLANTED%26ver%3d2.0",\#
            "invitedUserDisplayName":"Jane Doe","invitedUserEmailAddress":"jane.doe@tailspin.com",\#
            "status":"PendingAcceptance","sendInvitationMessage":true,"invitedUser":{"id":"\#(id(3))",\#
            "userPrincipalName":"jane.doe_tailspin.com#EXT#@tailspin.onmicrosoft.com"}}
            """#
        )
    }

    var readOrSignIn: LoopbackReply {
        let user = #"""
            {"id":"\#(id(3))","displayName":"Jane Doe","mail":"jane.doe@tailspin.com","externalUserState":"Accepted",\#
            "createdDateTime":"2026-11-21T10:00:01Z","deletedDateTime":"2026-11-21T10:00:0\#(run)Z","proxyAddresses":["SMTP:jane.doe@tailspin.com"]}
            """#
        if request.target.contains("/oauth2/") {
            let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJvaWQiOiJQTEFOVEVEIn0.PLANTED\(run)"
            return json(200, #"{"token_type":"Bearer","expires_in":3599,"access_token":"\#(token)"}"#)
        }
        guard !request.target.contains("/users/") else { return json(200, user) }
        guard !request.target.contains("$skiptoken") else { return json(200, #"{"value":[\#(user)]}"#) }
        let link = "\(root)/v1.0/users?$skiptoken=RFNwdAIAAQAAAB\(run)PLANTED0000"
        return json(200, #"{"value":[],"@odata.nextLink":"\#(link)"}"#)
    }
}
#endif
