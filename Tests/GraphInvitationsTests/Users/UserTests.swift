import Foundation
import GraphInvitations
import Testing

@Suite struct UserTests {
    static let guest = ##"""
        {
          "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users/$entity",
          "id": "11111111-aaaa-4bbb-8ccc-000000000001", "userPrincipalName": "a_fabrikam.com#EXT#@contoso.onmicrosoft.com",
          "displayName": "A", "givenName": "A", "surname": "B", "mail": "a@fabrikam.com", "otherMails": ["a@fabrikam.com"],
          "proxyAddresses": ["SMTP:a@fabrikam.com"], "userType": "Guest", "externalUserState": "Accepted",
          "externalUserStateChangeDateTime": "2021-05-18T19:03:10Z", "creationType": "Invitation",
          "accountEnabled": true, "createdDateTime": "2021-05-18T19:03:10Z", "deletedDateTime": null,
          "identities": [{"signInType": "federated", "issuer": "ExternalAzureAD", "issuerAssignedId": null}],
          "mailNickname": "a_fabrikam.com#EXT#", "companyName": "Fabrikam", "department": "IT", "jobTitle": "Admin",
          "mobilePhone": "+1 555 0100", "businessPhones": [], "officeLocation": null, "preferredLanguage": "de-DE",
          "usageLocation": null, "showInAddressList": false,
          "signInActivity": {"lastSignInDateTime": "2021-05-18T19:03:10Z", "lastSignInRequestId": "r"},
          "sponsors": [{"@odata.type": "#microsoft.graph.user", "id": "s", "displayName": "S", "mail": "s@contoso.com"}]
        }
        """##

    @Test func `reads every property of a guest`() throws {
        let user = try decoded(User.self, Self.guest)
        #expect(user.id == "11111111-aaaa-4bbb-8ccc-000000000001")
        #expect(user.userPrincipalName == "a_fabrikam.com#EXT#@contoso.onmicrosoft.com")
        #expect([user.displayName, user.givenName, user.surname, user.mail] == ["A", "A", "B", "a@fabrikam.com"])
        #expect(user.otherMails == ["a@fabrikam.com"])
        #expect(user.proxyAddresses == ["SMTP:a@fabrikam.com"])
        #expect(user.userType == .guest)
        #expect(user.externalUserState == .accepted)
        #expect(user.externalUserStateChangeDateTime == Date(timeIntervalSince1970: 1_621_364_590))
        #expect(user.creationType == "Invitation")
        #expect(user.accountEnabled == true)
        #expect(user.createdDateTime == Date(timeIntervalSince1970: 1_621_364_590))
        #expect(user.deletedDateTime == nil)
        #expect(user.identities?.map(\.issuer) == ["ExternalAzureAD"])
        #expect([user.mailNickname, user.companyName, user.department] == ["a_fabrikam.com#EXT#", "Fabrikam", "IT"])
        #expect([user.jobTitle, user.mobilePhone, user.preferredLanguage] == ["Admin", "+1 555 0100", "de-DE"])
        #expect(user.businessPhones == [])
        #expect(user.officeLocation == nil)
        #expect(user.usageLocation == nil)
        #expect(user.showInAddressList == false)
        #expect(user.signInActivity?.lastSignInRequestID == "r")
        #expect(user.sponsors?.first?.odataType == "#microsoft.graph.user")
        #expect(user.sponsors?.first?.additionalProperties == ["mail": "s@contoso.com"])
        #expect(user.additionalProperties.keys.sorted() == ["@odata.context"])
    }

    @Test func `encodes to the JSON that it was read from`() throws {
        #expect(try json(encoding: try decoded(User.self, Self.guest)) == json(Self.guest))
    }
}
