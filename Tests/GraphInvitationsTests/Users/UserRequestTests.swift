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
        /// Method and address, with blanks and number signs as they are.
        let line: String
        let isAdvanced: Bool
        let body: String?

        init(
            _ request: GraphRequest<some Decodable & Sendable>,
            _ line: String,
            isAdvanced: Bool = false,
            body: String? = nil
        ) {
            self.request = request.transportRequest(for: .global)
            self.line = line
            self.isAdvanced = isAdvanced
            self.body = body
        }

        var testDescription: String { line }
    }

    static var patch: UserPatch {
        var patch = UserPatch()
        patch.jobTitle = "Consultant"
        patch.department = .clear
        return patch
    }

    static func documented() throws -> [Documented] {
        let guest = [User.Property].guest.map(\.rawValue).joined(separator: ",")
        let pending: [User.Property] = [
            .id, .displayName, .mail, .externalUserState, .externalUserStateChangeDateTime, .createdDateTime,
        ]
        func list(_ query: UserQuery, _ line: String, isAdvanced: Bool = false) throws -> Documented {
            Documented(try .listUsers(query), line, isAdvanced: isAdvanced)
        }
        return [
            Documented(
                try .getUser("AdeleVance_adatum.com#EXT#@contoso.com", select: [.id]),
                "GET /users/AdeleVance_adatum.com#EXT#@contoso.com?$select=id"
            ),
            Documented(
                try .getUser("$AdeleVance@contoso.com", select: [.id]),
                "GET /users('$AdeleVance@contoso.com')?$select=id"
            ),
            Documented(
                try .getUser(id, select: [.id], expandsSponsors: true),
                "GET /users/\(id)?$select=id&$expand=sponsors($select=id,displayName)"
            ),
            try list(UserQuery(filter: .guests), "GET /users?$filter=userType eq 'Guest'&$select=\(guest)"),
            try list(
                UserQuery(filter: .guests && .pendingAcceptance, select: pending),
                "GET /users?$filter=userType eq 'Guest' and externalUserState eq 'PendingAcceptance'"
                    + "&$select=id,displayName,mail,externalUserState,externalUserStateChangeDateTime,createdDateTime"
            ),
            try list(
                UserQuery(filter: .invited, select: [.id]),
                "GET /users?$filter=creationType eq 'Invitation'&$select=id"
            ),
            try list(
                UserQuery(filter: .emailAddress("a@b.com"), select: [.id]),
                "GET /users?$filter=mail eq 'a@b.com' or otherMails/any(x:x eq 'a@b.com')"
                    + " or proxyAddresses/any(x:x eq 'SMTP:a@b.com')&$select=id"
            ),
            try list(
                UserQuery(filter: .guests && .domain("fabrikam.com"), select: [.id]),
                "GET /users?$filter=userType eq 'Guest' and endsWith(mail,'@fabrikam.com')&$select=id&$count=true",
                isAdvanced: true
            ),
            try list(
                UserQuery(filter: .guests, select: [.id], orderBy: [.descending(.createdDateTime)]),
                "GET /users?$filter=userType eq 'Guest'&$select=id&$orderby=createdDateTime desc&$count=true",
                isAdvanced: true
            ),
            try list(
                UserQuery(select: [.id], orderBy: [.ascending(.displayName), .descending(.id)], top: 500),
                "GET /users?$select=id&$orderby=displayName,id desc&$top=500"
            ),
            try list(
                UserQuery(select: [.id], search: "displayName:wa"),
                #"GET /users?$search="displayName:wa"&$select=id&$count=true"#,
                isAdvanced: true
            ),
            Documented(
                .countUsers(.guests),
                "GET /users/$count?$filter=userType eq 'Guest'",
                isAdvanced: true
            ),
            Documented(.countUsers(), "GET /users/$count", isAdvanced: true),
            Documented(
                try .updateUser(id, patch),
                "PATCH /users/\(id)",
                body: #"{"department":null,"jobTitle":"Consultant"}"#
            ),
            Documented(try .deleteUser(id), "DELETE /users/\(id)"),
            Documented(
                try .listDeletedUsers(UserQuery(select: [.id])),
                "GET /directory/deletedItems/microsoft.graph.user?$select=id"
            ),
            Documented(
                try .listDeletedUsers(UserQuery(select: [.id], orderBy: [.descending(.deletedDateTime)])),
                "GET /directory/deletedItems/microsoft.graph.user?$select=id&$orderby=deletedDateTime desc&$count=true",
                isAdvanced: true
            ),
            Documented(try .getDeletedUser(id, select: [.id]), "GET /directory/deletedItems/\(id)?$select=id"),
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
        let url =
            Self.root + address.replacing("#", with: "%23").replacing(" ", with: "%20").replacing("\"", with: "%22")
        var headers: HTTPFields = ["Accept": "application/json"]
        if documented.body != nil { headers["Content-Type"] = "application/json" }
        if documented.isAdvanced { headers["ConsistencyLevel"] = "eventual" }
        headers["User-Agent"] = "graph-invitations/0.1.0"
        let expected = TransportRequest(
            method: String(method),
            url: url,
            headers: headers,
            body: documented.body.map { Data($0.utf8) }
        )
        #expect(documented.request == expected)
        #expect(documented.request.url == expected.url)
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
    }

    @Test func `a quote in a name that begins with a dollar is doubled`() throws {
        let request = try GraphRequest.getUser("$o'brien", select: [.id]).transportRequest(for: .global)
        #expect(request.url == Self.root + "/users('$o''brien')?$select=id")
        let sponsors = try GraphRequest.listSponsors(of: "$a/b").transportRequest(for: .global)
        #expect(sponsors.url == Self.root + "/users('$a%2Fb')/sponsors")
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
