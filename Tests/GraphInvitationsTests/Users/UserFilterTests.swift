import Foundation
import GraphInvitations
import Testing

@Suite struct UserFilterTests {
    @Test(arguments: [
        (UserFilter.members, "userType eq 'Member'", false), (.accepted, "externalUserState eq 'Accepted'", false),
        (.equals(.accountEnabled, false), "accountEnabled eq false", false),
        (.equals(.companyName, "Fabrikam"), "companyName eq 'Fabrikam'", true),
        (.equals(.showInAddressList, true), "showInAddressList eq true", true),
        (.startsWith(.surname, "O'B"), "startsWith(surname,'O''B')", false),
        (.startsWith(.companyName, "F"), "startsWith(companyName,'F')", true),
        (.endsWith(.userPrincipalName, "@contoso.com"), "endsWith(userPrincipalName,'@contoso.com')", true),
        (.domain("@fabrikam.com"), "endsWith(mail,'@fabrikam.com')", true),
        (.any(.otherMails, equals: "a@b.com"), "otherMails/any(x:x eq 'a@b.com')", false),
        (.created(since: Date(timeIntervalSince1970: 1_767_225_600)), "createdDateTime ge 2026-01-01T00:00:00Z", false),
        (.created(until: Date(timeIntervalSince1970: 1_767_225_600)), "createdDateTime le 2026-01-01T00:00:00Z", false),
        (!.guests, "not (userType eq 'Guest')", true),
        (.guests && !.accepted, "userType eq 'Guest' and not (externalUserState eq 'Accepted')", true),
        (
            .guests && (.pendingAcceptance || .equals(.department, "IT")),
            "userType eq 'Guest' and (externalUserState eq 'PendingAcceptance' or department eq 'IT')", false
        ),
        (
            .guests && .invited || .members,
            "userType eq 'Guest' and creationType eq 'Invitation' or userType eq 'Member'", false
        ),
        (
            (.guests || .members) && .invited,
            "(userType eq 'Guest' or userType eq 'Member') and creationType eq 'Invitation'", false
        ),
        (.guests && .raw("city eq 'Oslo'"), "userType eq 'Guest' and (city eq 'Oslo')", false),
        (.raw("x", needsAdvancedQuery: true) || .guests, "x or userType eq 'Guest'", true),
    ])
    func `says in OData what it means, and whether that is an advanced query`(
        _ filter: UserFilter,
        _ text: String,
        _ isAdvanced: Bool
    ) {
        #expect(filter.description == text)
        #expect(filter.needsAdvancedQuery == isAdvanced)
    }
}
