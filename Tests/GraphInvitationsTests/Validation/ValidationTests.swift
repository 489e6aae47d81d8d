import GraphInvitations
import Testing

@Suite struct ValidationTests {
    @Test(arguments: [
        "admin@fabrikam.com", "a@b.co", "o'neil@fabrikam.com", "_a_b_@fabrikam.com", "a.b-c@sub.fabrikam-x.com",
        "é@fabrikam.com", "a@münchen.example", "A..B@FABRIKAM.COM", "1@2.example",
    ])
    func `accepts an address that Graph may take`(_ address: String) {
        var invitation = Samples.invitation
        invitation.invitedUserEmailAddress = address
        #expect(invitation.problems == [])
    }

    @Test(arguments: Array("~!#$%^&*()+=[]{}\\/|;:\"<>?,"))
    func `refuses each character that the documentation forbids before the @`(_ character: Character) {
        var invitation = Samples.invitation
        invitation.invitedUserEmailAddress = "ad\(character)min@fabrikam.com"
        #expect(
            invitation.problems == [
                ValidationFinding(
                    field: "invitedUserEmailAddress",
                    rule: "contains \(character) before the @, which Graph does not accept in an invited address.",
                    remedy: "Invite an address of the person without it; plus addressing does not work."
                )
            ]
        )
    }

    @Test(arguments: [
        ("", "is empty."),
        ("admin", "is not an address with one @."),
        ("a@b@fabrikam.com", "is not an address with one @."),
        ("@fabrikam.com", "has nothing before the @."),
        (".admin@fabrikam.com", "begins or ends its user name with a dot or hyphen."),
        ("admin-@fabrikam.com", "begins or ends its user name with a dot or hyphen."),
        ("admin@", "has no valid domain after the @."),
        ("admin@fabrikam", "has no valid domain after the @."),
        ("admin@.com", "has no valid domain after the @."),
        ("admin@fabrikam..com", "has no valid domain after the @."),
        ("admin@-fabrikam.com", "has no valid domain after the @."),
        ("admin@fabrikam-.com", "has no valid domain after the @."),
        ("admin@fabrikam.com.", "has no valid domain after the @."),
        ("admin@fabri+kam.com", "has no valid domain after the @."),
        (" admin@fabrikam.com", "contains a blank, a line break or a control character."),
        ("admin@fabrikam.com\n", "contains a blank, a line break or a control character."),
        ("admin@fabrikam.com\r\nBcc: x@y.example", "contains a blank, a line break or a control character."),
        ("ad\u{0}min@fabrikam.com", "contains a blank, a line break or a control character."),
        ("ad\u{2028}min@fabrikam.com", "contains a blank, a line break or a control character."),
        ("ad\u{A0}min@fabrikam.com", "contains a blank, a line break or a control character."),
        ("Admin <admin@fabrikam.com>", "contains a blank, a line break or a control character."),
    ])
    func `refuses what is no address, and says why`(_ address: String, _ rule: String) {
        var invitation = Samples.invitation
        invitation.invitedUserEmailAddress = address
        #expect(invitation.problems.map(\.field) == ["invitedUserEmailAddress"])
        #expect(invitation.problems.map(\.rule) == [rule])
        #expect(invitation.problems.allSatisfy { !$0.remedy.isEmpty })
    }

    @Test(arguments: [
        "https://myapp.contoso.com", "HTTPS://MYAPP.CONTOSO.COM/a?b=c#d", "http://localhost:8080/x",
        "https://myapps.microsoft.com/?tenantid=contoso.onmicrosoft.com", "https://[::1]:8443/", "https://a.example:1",
    ])
    func `accepts a redirect URL`(_ address: String) {
        var invitation = Samples.invitation
        invitation.inviteRedirectURL = address
        #expect(invitation.problems == [])
    }

    @Test(arguments: [
        "", "myapp.contoso.com", "/home", "ftp://myapp.contoso.com", "https://", "https:///x",
        "https:myapp.contoso.com",
        "javascript:alert(1)", "https://my app.contoso.com", "https://myapp.contoso.com\n", "https://user@contoso.com",
        "https://contoso.com:port", "https://contoso.com:99999", "https://a:b:c",
    ])
    func `refuses a redirect URL that is none`(_ address: String) {
        var invitation = Samples.invitation
        invitation.inviteRedirectURL = address
        #expect(invitation.problems.map(\.field) == ["inviteRedirectURL"])
        var reset = Samples.reset
        reset.inviteRedirectURL = address
        #expect(reset.problems == invitation.problems)
    }

    @Test func `refuses a second copy, a copy to nobody and a line break in its name`() {
        var invitation = Samples.mailedInvitation
        invitation.invitedUserMessageInfo = InvitedUserMessageInfo(ccRecipients: [
            Recipient(emailAddress: EmailAddress(address: "boss+cc@contoso.com", name: "The\nBoss")),
            Recipient(emailAddress: nil),
        ])
        #expect(
            invitation.problems.map(\.field) == [
                "invitedUserMessageInfo.ccRecipients",
                "invitedUserMessageInfo.ccRecipients[0].emailAddress.name",
                "invitedUserMessageInfo.ccRecipients[1].emailAddress.address",
            ]
        )
    }

    @Test func `refuses control characters in names, languages and texts, and lets a text have lines`() {
        var invitation = Samples.mailedInvitation
        invitation.invitedUserDisplayName = "Fabrikam\r\nBcc: x"
        invitation.invitedUserMessageInfo = InvitedUserMessageInfo(
            customizedMessageBody: "Line\nline\ttab\u{0}",
            messageLanguage: "de\n"
        )
        #expect(
            invitation.problems.map(\.field) == [
                "invitedUserMessageInfo.customizedMessageBody", "invitedUserMessageInfo.messageLanguage",
                "invitedUserDisplayName",
            ]
        )
        invitation.invitedUserDisplayName = "Fabrikam Ädmin"
        invitation.invitedUserMessageInfo = .custom("Line\r\nline\ttab")
        #expect(invitation.problems == [])
    }

    @Test func `takes five sponsors and refuses a sixth and what is no id`() {
        var invitation = Samples.invitation
        invitation.invitedUserSponsors = (1...5).map { DirectoryObject(id: "sponsor-\($0)") }
        #expect(invitation.problems == [])
        invitation.invitedUserSponsors.append(DirectoryObject(id: "boss@contoso.com"))
        invitation.invitedUserSponsors.append(DirectoryObject(id: nil))
        #expect(
            invitation.problems.map(\.field) == [
                "invitedUserSponsors", "invitedUserSponsors[5].id", "invitedUserSponsors[6].id",
            ]
        )
    }

    @Test(arguments: ["", "admin@fabrikam.com", "a_b#EXT#@contoso.onmicrosoft.com", "a b", "../x"])
    func `refuses a reset of what is no object id`(_ id: String) {
        var reset = Samples.reset
        reset.userID = id
        #expect(reset.problems.map(\.field) == ["userID"])
    }

    @Test func `finds everything at once, and throws it together`() {
        var invitation = NewInvitation(invitedUserEmailAddress: "a+b@c", inviteRedirectURL: "x")
        invitation.invitedUserSponsors = [DirectoryObject(id: "")]
        let error = #expect(throws: GraphError.self) { try invitation.validate() }
        #expect(error?.code == .invalidRequest)
        #expect(error?.problems == invitation.problems)
        #expect(
            invitation.problems.map(\.field) == [
                "invitedUserEmailAddress", "invitedUserEmailAddress", "inviteRedirectURL", "invitedUserSponsors[0].id",
            ]
        )
    }

    @Test func `warns of what Graph would leave undone`() {
        var invitation = Samples.invitation
        #expect(invitation.warnings == [])
        invitation.inviteRedirectURL = "http://myapp.contoso.com"
        invitation.invitedUserMessageInfo = InvitedUserMessageInfo(
            customizedMessageBody: "Hello",
            messageLanguage: "German, please"
        )
        #expect(
            invitation.warnings.map(\.field) == [
                "inviteRedirectURL", "invitedUserMessageInfo", "invitedUserMessageInfo.messageLanguage",
                "invitedUserMessageInfo.messageLanguage",
            ]
        )
        invitation = Samples.mailedInvitation
        invitation.invitedUserMessageInfo = .custom("Hello")
        #expect(invitation.warnings == [])
        #expect(
            invitation.warnings(isAppOnly: true).map(\.field) == ["invitedUserMessageInfo.customizedMessageBody"]
        )
        #expect(invitation.problems == [])
    }

    @Test func `warns of a reset in the same way`() {
        var reset = Samples.reset
        reset.invitedUserMessageInfo = .standard(language: "de")
        #expect(reset.warnings.map(\.field) == ["invitedUserMessageInfo"])
    }
}
