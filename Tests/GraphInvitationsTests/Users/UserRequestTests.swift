import Foundation
import GraphInvitations
import Testing

/// Requests as Graph's documentation has them.
@Suite struct UserRequestTests {
    static let root = "https://graph.microsoft.com/v1.0"
    static let id = "264e6d50-eaec-461e-b187-873b1bcf855f"
    static let sponsorID = "263a1289-8282-4bf7-91f7-550d9bba8c02"
    static let groupID = "08143e93-989e-4771-ac78-803bcdac52d2"

    /// A request, and how the documentation writes it.
    struct Documented: Sendable, CustomTestStringConvertible {
        let request: TransportRequest
        /// Method and address, with blanks, quotes and number signs as they are.
        let line: String
        let isAdvanced: Bool
        let isNumber: Bool
        let body: String?

        init<Response>(
            _ request: GraphRequest<Response>,
            _ line: String,
            isAdvanced: Bool = false,
            body: String? = nil
        ) {
            self.request = request.transportRequest(for: .global)
            self.line = line
            self.isAdvanced = isAdvanced
            isNumber = Response.self == Int.self
            self.body = body
        }

        var testDescription: String { line }

        /// The address, but for what is selected where the documentation leaves that out: this package never does.
        var address: String {
            guard !line.contains("&$select=") else { return request.url }
            return request.url.replacing(/\$select=[^&]*&?/, with: "", maxReplacements: 1).replacing(/[?&]$/, with: "")
        }
    }

    static var patch: UserPatch {
        var patch = UserPatch()
        patch.jobTitle = "Consultant"
        patch.department = .clear
        return patch
    }

    static func documented() throws -> [Documented] {
        let pending: [User.Property] = [
            .id, .displayName, .mail, .externalUserState, .externalUserStateChangeDateTime, .createdDateTime,
        ]
        func list(
            _ filter: UserFilter?,
            _ line: String,
            orderBy: [UserOrder] = [],
            search: String? = nil,
            isAdvanced: Bool = false
        ) throws -> Documented {
            let query = UserQuery(filter: filter, orderBy: orderBy, search: search)
            return Documented(try .listUsers(query), line, isAdvanced: isAdvanced)
        }
        return [
            Documented(
                try .getUser("AdeleVance_adatum.com#EXT#@contoso.com"),
                "GET /users/AdeleVance_adatum.com#EXT#@contoso.com"
            ),
            Documented(try .getUser("$AdeleVance@contoso.com"), "GET /users('$AdeleVance@contoso.com')"),
            Documented(
                try .getUser(id, expandsSponsors: true),
                "GET /users/\(id)?$expand=sponsors($select=id,displayName)"
            ),
            try list(.guests, "GET /users?$filter=userType eq 'Guest'"),
            Documented(
                try .listUsers(UserQuery(filter: .guests && .pendingAcceptance, select: pending)),
                "GET /users?$filter=userType eq 'Guest' and externalUserState eq 'PendingAcceptance'"
                    + "&$select=id,displayName,mail,externalUserState,externalUserStateChangeDateTime,createdDateTime"
            ),
            try list(.invited, "GET /users?$filter=creationType eq 'Invitation'"),
            try list(
                .emailAddress("a@b.com"),
                "GET /users?$filter=mail eq 'a@b.com' or otherMails/any(x:x eq 'a@b.com')"
                    + " or proxyAddresses/any(x:x eq 'SMTP:a@b.com')"
            ),
            try list(
                .guests && .domain("fabrikam.com"),
                "GET /users?$filter=userType eq 'Guest' and endsWith(mail,'@fabrikam.com')&$count=true",
                isAdvanced: true
            ),
            try list(
                .guests,
                "GET /users?$filter=userType eq 'Guest'&$orderby=createdDateTime desc&$count=true",
                orderBy: [.descending(.createdDateTime)],
                isAdvanced: true
            ),
            try list(
                nil,
                #"GET /users?$search="displayName:wa"&$count=true"#,
                search: "displayName:wa",
                isAdvanced: true
            ),
            Documented(try .countUsers(.guests), "GET /users/$count?$filter=userType eq 'Guest'", isAdvanced: true),
            Documented(
                try .updateUser(id, patch),
                "PATCH /users/\(id)",
                body: #"{"department":null,"jobTitle":"Consultant"}"#
            ),
            Documented(try .deleteUser(id), "DELETE /users/\(id)"),
            Documented(try .listDeletedUsers(), "GET /directory/deletedItems/microsoft.graph.user"),
            Documented(try .getDeletedUser(id), "GET /directory/deletedItems/\(id)"),
            Documented(try .restoreUser(id), "POST /directory/deletedItems/\(id)/restore"),
            Documented(
                try .restoreUser(id, newUserPrincipalName: "a@contoso.com", autoReconcileProxyConflict: true),
                "POST /directory/deletedItems/\(id)/restore",
                body: #"{"autoReconcileProxyConflict":true,"newUserPrincipalName":"a@contoso.com"}"#
            ),
            Documented(try .purgeUser(id), "DELETE /directory/deletedItems/\(id)"),
            Documented(try .listSponsors(of: id), "GET /users/\(id)/sponsors"),
            Documented(
                try .addSponsor(.user(sponsorID), to: id),
                "POST /users/\(id)/sponsors/$ref",
                body: #"{"@odata.id":"https://graph.microsoft.com/v1.0/users/\#(sponsorID)"}"#
            ),
            Documented(
                try .addSponsor(.group(groupID), to: id),
                "POST /users/\(id)/sponsors/$ref",
                body: #"{"@odata.id":"https://graph.microsoft.com/v1.0/groups/\#(groupID)"}"#
            ),
            Documented(
                try .removeSponsor(sponsorID, from: id),
                "DELETE /users/\(id)/sponsors/\(sponsorID)/$ref"
            ),
        ]
    }

    @Test(arguments: try documented()) func `is as the documentation has it, to the character`(
        _ documented: Documented
    ) {
        let (method, address) = (documented.line.prefix { $0 != " " }, documented.line.drop { $0 != " " }.dropFirst())
        let encoded = address.replacing("#", with: "%23").replacing(" ", with: "%20").replacing("\"", with: "%22")
        #expect(documented.address == Self.root + encoded)
        var headers: HTTPFields = [
            "Accept": documented.isNumber ? "text/plain, application/json" : "application/json"
        ]
        if documented.body != nil { headers["Content-Type"] = "application/json" }
        if documented.isAdvanced { headers["ConsistencyLevel"] = "eventual" }
        headers["User-Agent"] = "graph-invitations/0.1.0"
        #expect(documented.request.method == method)
        #expect(documented.request.headers == headers)
        #expect(documented.request.body == documented.body.map { Data($0.utf8) })
    }

    @Test func `a guest's properties are asked for unless others are, and options come in one order`() throws {
        let query = UserQuery(
            filter: .guests,
            orderBy: [.ascending(.displayName), .descending(.id)],
            search: "displayName:wa",
            top: 500
        )
        let url = try GraphRequest.listUsers(query).transportRequest(for: .global).url
        #expect(
            url == Self.root + "/users?$filter=userType%20eq%20'Guest'&$search=%22displayName:wa%22"
                + "&$select=id,displayName,givenName,surname,userPrincipalName,mail,otherMails,proxyAddresses,userType,"
                + "creationType,createdDateTime,externalUserState,externalUserStateChangeDateTime,accountEnabled,"
                + "companyName&$orderby=displayName,id%20desc&$top=500&$count=true"
        )
        let deleted = UserQuery(select: [.id], orderBy: [.descending(.deletedDateTime)])
        let request = try GraphRequest.listDeletedUsers(deleted).transportRequest(for: .global)
        #expect(request.url.hasSuffix("?$select=id&$orderby=deletedDateTime%20desc&$count=true"))
        #expect(request.headers["ConsistencyLevel"] == "eventual")
        let plain = UserQuery(select: [.id], orderBy: [.ascending(.displayName)])
        #expect(try GraphRequest.listUsers(plain).transportRequest(for: .global).headers["ConsistencyLevel"] == nil)
    }

    @Test(arguments: GraphCloud.named) func `a sponsor is named by the address of the client's cloud`(
        _ cloud: GraphCloud
    ) throws {
        let request = try GraphRequest.addSponsor(.user(Self.sponsorID), to: Self.id).transportRequest(for: cloud)
        let body = try json(String(decoding: request.body ?? Data(), as: UTF8.self))
        #expect(body == ["@odata.id": .string(cloud.graphRoot + "/v1.0/users/" + Self.sponsorID)])
    }

    @Test(arguments: [
        ("J\u{FC}rgen+a&b=c#d", "J%C3%BCrgen%2Ba%26b=c%23d"), ("O'Brien", "O''Brien"),
        (#"100% "sure""#, "100%25%20%22sure%22"),
        ("a;b?c\\d", "a%3Bb%3Fc%5Cd"),
    ])
    func `a value in a filter ends neither the literal nor the option`(_ value: String, _ encoded: String) throws {
        let query = UserQuery(filter: .equals(.displayName, value), select: [.id])
        let url = try GraphRequest.listUsers(query).transportRequest(for: .global).url
        #expect(url == Self.root + "/users?$filter=displayName%20eq%20'\(encoded)'&$select=id")
    }

    @Test func `quotes in a search are escaped`() throws {
        let query = UserQuery(select: [.id], search: #"displayName:"a\b""#)
        let url = try GraphRequest.listUsers(query).transportRequest(for: .global).url
        let search = URLComponents(string: url)?.queryItems?.first { $0.name == "$search" }?.value
        #expect(search == #""displayName:\"a\\b\"""#)
        let several = UserQuery(select: [.id], search: #""displayName:a" OR "mail:b""#)
        let whole = try GraphRequest.listUsers(several).transportRequest(for: .global).url
        #expect(whole.contains("$search=%22displayName:a%22%20OR%20%22mail:b%22&"))
    }

    @Test func `a quote in a name that begins with a dollar is doubled`() throws {
        let request = try GraphRequest.getUser("$o'brien", select: [.id]).transportRequest(for: .global)
        #expect(request.url == Self.root + "/users('$o''brien')?$select=id")
        let sponsors = try GraphRequest.listSponsors(of: "$a#b").transportRequest(for: .global)
        #expect(sponsors.url == Self.root + "/users('$a%23b')/sponsors")
    }

    /// Makes a request that must be refused.
    private func problems(_ make: () throws -> Void) -> [String] {
        let error = #expect(throws: GraphError.self) { try make() }
        #expect(error?.code == .invalidRequest)
        return error?.problems.map(\.field) ?? []
    }

    @Test func `what cannot be meant is refused before anything is sent`() {
        #expect(problems { _ = try GraphRequest.getUser("") } == ["id"])
        #expect(problems { _ = try GraphRequest.getUser("a", select: []) } == ["select"])
        #expect(
            problems { _ = try GraphRequest.listUsers(UserQuery(select: [], search: "", top: 0)) }
                == ["select", "top", "search"]
        )
        #expect(problems { _ = try GraphRequest.listUsers(UserQuery(filter: .raw(""))) } == ["filter"])
        #expect(problems { _ = try GraphRequest.countUsers(.raw("")) } == ["filter"])
        #expect(problems { _ = try GraphRequest.restoreUser("a@contoso.com") } == ["id"])
        #expect(problems { _ = try GraphRequest.purgeUser("../users") } == ["id"])
        #expect(problems { _ = try GraphRequest.getDeletedUser("a#b") } == ["id"])
        #expect(problems { _ = try GraphRequest.addSponsor(.user("s@contoso.com"), to: "u") } == ["sponsor"])
        #expect(problems { _ = try GraphRequest.removeSponsor("s/$ref", from: "u") } == ["sponsor"])
        #expect(problems { _ = try GraphRequest.updateUser("u", UserPatch()) } == ["patch"])
    }

    @Test(arguments: [
        (GraphOperation.getUser, "User.Read.All"), (.listUsers, "User.Read.All"), (.countUsers, "User.Read.All"),
        (.getDeletedUser, "User.Read.All"), (.listDeletedUsers, "User.Read.All"), (.listSponsors, "User.Read.All"),
        (.updateUser, "User.ReadUpdate.All"), (.deleteUser, "User.ReadWrite.All"),
        (.restoreUser, "User.ReadWrite.All"), (.purgeUser, "User.ReadWrite.All"),
        (.addSponsor, "User.ReadWrite.All"), (.removeSponsor, "User.ReadWrite.All"),
    ])
    func `each operation names its permission`(_ operation: GraphOperation, _ permission: String) {
        #expect(operation.leastPrivilegedPermission == permission)
        #expect(operation.higherPrivilegedPermissions.contains("Directory.ReadWrite.All"))
    }
}
