import Foundation
import GraphInvitations
import Testing

@Suite struct InvitationTests {
    @Test(arguments: [
        #"{}"#,
        #"{"id":null}"#,
        #"{"status":"PENDINGACCEPTANCE","invitedUserType":"guest"}"#,
        #"{"status":"Pending Acceptance"}"#,
        #"{"status":"","invitedUserType":"","inviteRedeemUrl":""}"#,
        #"{"status":7,"sendInvitationMessage":"no","invitedUser":"nobody","invitedUserMessageInfo":[]}"#,
        #"{"invitedUser":null,"invitedUserMessageInfo":null,"invitedUserSponsors":null}"#,
        #"{"invitedUser":{}}"#,
        #"{"invitedUser":{"id":"1","onPremisesSyncEnabled":null,"skills":["a"],"mail":5}}"#,
        #"{"invitedUserMessageInfo":{"ccRecipients":null}}"#,
        #"{"invitedUserMessageInfo":{"ccRecipients":[]}}"#,
        #"{"invitedUserMessageInfo":{"ccRecipients":[null]}}"#,
        #"{"invitedUserMessageInfo":{"ccRecipients":[{"emailAddress":{}},{"emailAddress":null},{}]}}"#,
        #"{"invitedUserMessageInfo":{"ccRecipients":[{"emailAddress":{"name":null,"address":null},"kind":"x"}]}}"#,
        ##"{"invitedUserSponsors":[{"@odata.type":"#microsoft.graph.group","id":"1","mail":"g@contoso.com"}]}"##,
        #"{"@odata.context":"c","@odata.etag":null,"x":{"y":[1,2.5,{"z":false}]}}"#,
        #"{"invitedUser":{"signInActivity":{"lastSignInDateTime":"","x":1},"identities":[{"issuer":null,"y":2}]}}"#,
    ])
    func `encodes to the JSON that it was read from`(_ text: String) throws {
        let invitation = try decoded(Invitation.self, text)
        #expect(try json(encoding: invitation) == json(text))
    }

    @Test func `keeps what it does not know where one can reach it`() throws {
        let invitation = try decoded(
            Invitation.self,
            #"{"id":"1","approval":{"stage":2},"invitedUser":{"id":"2","hat":"red"}}"#
        )
        #expect(invitation.additionalProperties == ["approval": ["stage": 2]])
        #expect(invitation.invitedUser?.additionalProperties == ["hat": "red"])
    }

    @Test func `a member of another type than documented is nil, and the rest is there`() throws {
        let invitation = try decoded(Invitation.self, #"{"id":"1","status":{"a":1},"invitedUser":{"id":"2"}}"#)
        #expect(invitation.status == nil)
        #expect(invitation.id == "1")
        #expect(invitation.invitedUser?.id == "2")
        #expect(invitation.additionalProperties.isEmpty)
    }

    @Test func `a member that nothing can hold does not cost the rest`() throws {
        let invitation = try decoded(Invitation.self, #"{"id":"1","x":1e400,"status":1e400,"y":2}"#)
        #expect(invitation.id == "1")
        #expect(invitation.additionalProperties == ["y": 2])
    }

    @Test func `what was read equals the same made by hand, nulls and spellings aside`() throws {
        let read = try decoded(Invitation.self, #"{"id":"1","status":"COMPLETED","inviteRedirectUrl":null}"#)
        var made = Invitation()
        made.id = "1"
        made.status = .completed
        #expect(read == made)
        #expect(Set([read, made]).count == 1)
        made.id = "2"
        #expect(read != made)
    }

    @Test func `a property that was set replaces what came`() throws {
        var invitation = try decoded(Invitation.self, #"{"id":null,"status":"PENDINGACCEPTANCE","extra":1}"#)
        invitation.id = "9"
        invitation.status = .completed
        invitation.additionalProperties["extra"] = nil
        #expect(try json(encoding: invitation) == ["id": "9", "status": "Completed"])
    }

    @Test func `an additional property cannot take the place of a real one`() throws {
        var invitation = Invitation()
        invitation.id = "1"
        invitation.additionalProperties["id"] = "2"
        #expect(try json(encoding: invitation) == ["id": "1"])
    }

    @Test(arguments: ["null", "[]", #""text""#, "7", "", "<html></html>", #"{"id":"#])
    func `anything but an object is no invitation`(_ text: String) {
        #expect(throws: DecodingError.self) { try decoded(Invitation.self, text) }
    }

    @Test(arguments: [
        "https://login.microsoftonline.com/redeem?rd=https%3a%2f%2finvitations.microsoft.com%2fredeem%...d%26ver%3d2.0",
        "https://invitations.microsoft.com/redeem/?ticket=EXAMPLE%2b%2fTICKET%3d&lc=1033",
        "not a URL at all", "https://a.example/ü b",
    ])
    func `the redeem URL is byte for byte what came`(_ address: String) throws {
        let text = String(decoding: try JSONEncoder().encode(["inviteRedeemUrl": address]), as: UTF8.self)
        let invitation = try decoded(Invitation.self, text)
        #expect(invitation.inviteRedeemURL?.reveal() == address)
        #expect(try json(encoding: invitation) == json(text))
    }

    @Test func `the empty recipient of an ordinary answer is no copy`() throws {
        let filler = #"{"ccRecipients":[{"emailAddress":{"name":null,"address":null}}]}"#
        #expect(try decoded(InvitedUserMessageInfo.self, filler).ccAddress == nil)
        let real = #"{"ccRecipients":[{"emailAddress":{"address":"boss@contoso.com"}}]}"#
        #expect(try decoded(InvitedUserMessageInfo.self, real).ccAddress == "boss@contoso.com")
    }

    @Test func `does not print the redeem URL, whatever came in its place`() throws {
        for text in [
            #"{"inviteRedeemUrl":"PLANTED"}"#, #"{"inviteRedeemUrl":{"rd":"PLANTED"}}"#,
            #"{"inviteRedeemUrl":["PLANTED"]}"#,
        ] {
            let invitation = try decoded(Invitation.self, text)
            var dumped = ""
            dump(invitation, to: &dumped)
            let printed = ["\(invitation)", String(reflecting: invitation), dumped]
            #expect(printed.allSatisfy { !$0.contains("PLANTED") })
        }
    }
}
