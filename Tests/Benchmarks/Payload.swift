import GraphInvitations

/// The documented request and answer, which every benchmark sends and reads.
enum Payload {
    static let address = "admin@fabrikam.com"
    static let redirectURL = "https://myapp.contoso.com"

    static var invitation: NewInvitation {
        NewInvitation(invitedUserEmailAddress: address, inviteRedirectURL: redirectURL)
    }

    /// The defaults, with a gate that counts requests as always and is never full.
    static var configuration: GraphClient.Configuration {
        var configuration = GraphClient.Configuration()
        configuration.throttle = .limit(requests: 1_000_000, per: .milliseconds(1))
        return configuration
    }

    static let answer = """
        {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#invitations/$entity",\
        "id":"9071bfde-35e0-47d2-a582-d244ab1b4af6",\
        "inviteRedeemUrl":"https://login.microsoftonline.com/redeem?rd=https%3a%2f%2finvitations.microsoft.com%2fredeem\
        %2f%3ftenant%3d00000000-aaaa-4bbb-8ccc-000000000001%26user%3d9071bfde-35e0-47d2-a582-d244ab1b4af6%26ver%3d2.0",\
        "invitedUserDisplayName":null,"invitedUserType":"Guest","invitedUserEmailAddress":"admin@fabrikam.com",\
        "sendInvitationMessage":false,"resetRedemption":false,"inviteRedirectUrl":"https://myapp.contoso.com",\
        "status":"PendingAcceptance","invitedUserMessageInfo":{"messageLanguage":null,"customizedMessageBody":null,\
        "ccRecipients":[{"emailAddress":{"name":null,"address":null}}]},\
        "invitedUser":{"id":"cbb896f9-8306-49d0-b56b-b8e39cd28825",\
        "userPrincipalName":"admin_fabrikam.com#EXT#@contoso.onmicrosoft.com"}}
        """

    /// A guest of a list, with the properties that are asked for by default.
    static func user(_ number: Int) -> String {
        #"{"id":"cbb896f9-8306-49d0-b56b-\#(100_000_000_000 + number)","displayName":"Guest \#(number)","#
            + #""givenName":null,"surname":null,"mail":"guest\#(number)@fabrikam.com","#
            + ##""userPrincipalName":"guest\##(number)_fabrikam.com#EXT#@contoso.onmicrosoft.com","##
            + #""otherMails":["guest\#(number)@fabrikam.com"],"proxyAddresses":["SMTP:guest\#(number)@fabrikam.com"],"#
            + #""userType":"Guest","creationType":"Invitation","createdDateTime":"2026-01-01T00:00:02Z","#
            + #""externalUserState":"PendingAcceptance","externalUserStateChangeDateTime":"2026-01-01T00:00:02Z","#
            + #""accountEnabled":true,"companyName":null}"#
    }
}
