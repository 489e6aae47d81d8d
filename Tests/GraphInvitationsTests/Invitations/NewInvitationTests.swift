import Foundation
import GraphInvitations
import Testing

@Suite struct NewInvitationTests {
    private func body(_ request: GraphRequest<Invitation>) -> String {
        String(decoding: request.transportRequest(for: .global).body ?? Data(), as: UTF8.self)
    }

    @Test func `sends the documented body, sorted and with plain slashes`() throws {
        let expected =
            #"{"inviteRedirectUrl":"https://myapp.contoso.com","invitedUserEmailAddress":"admin@fabrikam.com"}"#
        #expect(body(try .createInvitation(Samples.invitation)) == expected)
    }

    @Test func `sends every member that was set`() throws {
        var invitation = Samples.invitation
        invitation.invitedUserDisplayName = "Fabrikam Admin"
        invitation.invitedUserType = .member
        invitation.sendInvitationMessage = true
        invitation.invitedUserMessageInfo = .custom("Welcome\n\"you\"", cc: "boss@contoso.com")
        invitation.invitedUserSponsors = [DirectoryObject(id: "s1"), DirectoryObject(id: "s2")]
        #expect(
            body(try .createInvitation(invitation)) == """
                {"inviteRedirectUrl":"https://myapp.contoso.com","invitedUserDisplayName":"Fabrikam Admin",\
                "invitedUserEmailAddress":"admin@fabrikam.com","invitedUserMessageInfo":{"ccRecipients":\
                [{"emailAddress":{"address":"boss@contoso.com"}}],"customizedMessageBody":"Welcome\\n\\"you\\""},\
                "invitedUserSponsors":[{"id":"s1"},{"id":"s2"}],"invitedUserType":"Member","sendInvitationMessage":true}
                """
        )
    }

    @Test func `sends of a sponsor that was read its id alone`() throws {
        var invitation = Samples.invitation
        let text = ##"[{"@odata.type":"#microsoft.graph.user","id":"s1","displayName":"S"}]"##
        invitation.invitedUserSponsors = try decoded([DirectoryObject].self, text)
        #expect(try json(encoding: invitation)["invitedUserSponsors"] == [["id": "s1"]])
    }

    @Test func `sends the documented body of a reset`() throws {
        #expect(
            body(try .resetRedemption(Samples.reset)) == """
                {"inviteRedirectUrl":"https://myapp.contoso.com","invitedUser":{"id":"264e6d50-eaec-461e-b187-873b1bcf855f"},\
                "invitedUserEmailAddress":"AdeleV@fabrikam.com","resetRedemption":true}
                """
        )
    }

    @Test func `sends every member of a reset that was set`() throws {
        var reset = Samples.reset
        reset.sendInvitationMessage = true
        reset.invitedUserMessageInfo = .standard(language: "en-US", cc: "boss@contoso.com")
        #expect(
            body(try .resetRedemption(reset)) == """
                {"inviteRedirectUrl":"https://myapp.contoso.com","invitedUser":{"id":"264e6d50-eaec-461e-b187-873b1bcf855f"},\
                "invitedUserEmailAddress":"AdeleV@fabrikam.com","invitedUserMessageInfo":{"ccRecipients":\
                [{"emailAddress":{"address":"boss@contoso.com"}}],"messageLanguage":"en-US"},"resetRedemption":true,\
                "sendInvitationMessage":true}
                """
        )
    }

    @Test func `comes back from its own JSON`() throws {
        var invitation = Samples.mailedInvitation
        invitation.invitedUserType = .unknown("Partner")
        invitation.invitedUserMessageInfo = .standard(language: "de")
        invitation.invitedUserSponsors = [DirectoryObject(id: "s1")]
        #expect(try JSONDecoder().decode(NewInvitation.self, from: JSONEncoder().encode(invitation)) == invitation)
        var reset = Samples.reset
        reset.sendInvitationMessage = true
        reset.invitedUserMessageInfo = .custom("Hello")
        #expect(try JSONDecoder().decode(RedemptionReset.self, from: JSONEncoder().encode(reset)) == reset)
    }
}
