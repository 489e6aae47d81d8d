import Foundation
import GraphInvitations
import Testing

@Suite struct UserPatchTests {
    /// A patch with that set.
    private func patch(_ change: (inout UserPatch) -> Void) -> UserPatch {
        var patch = UserPatch()
        change(&patch)
        return patch
    }

    @Test func `sends what was set, null where something is cleared, and nothing else`() throws {
        let patch = patch {
            $0.displayName = "Fabrikam Admin"
            $0.givenName = "Fabrikam"
            $0.surname = .set("Admin")
            $0.mail = "admin@fabrikam.com"
            $0.otherMails = []
            $0.userType = .member
            $0.accountEnabled = false
            $0.companyName = .clear
            $0.department = "IT"
            $0.jobTitle = .clear
            $0.mobilePhone = "+1 555 0100"
            $0.businessPhones = ["+1 555 0101"]
            $0.officeLocation = .clear
            $0.preferredLanguage = "de-DE"
            $0.usageLocation = "DE"
            $0.showInAddressList = true
            $0[User.Property(rawValue: "extension_a_b")] = .integer(7)
        }
        #expect(
            try json(encoding: patch) == [
                "displayName": "Fabrikam Admin", "givenName": "Fabrikam", "surname": "Admin",
                "mail": "admin@fabrikam.com", "otherMails": [], "userType": "Member", "accountEnabled": false,
                "companyName": nil, "department": "IT", "jobTitle": nil, "mobilePhone": "+1 555 0100",
                "businessPhones": ["+1 555 0101"], "officeLocation": nil, "preferredLanguage": "de-DE",
                "usageLocation": "DE", "showInAddressList": true, "extension_a_b": 7,
            ]
        )
        #expect(patch.problems == [])
        #expect([patch.givenName, patch.companyName] == ["Fabrikam", .clear])
        #expect(patch.userType == .member && patch.accountEnabled == false && patch.otherMails == [])
    }

    @Test func `what is set to nil is taken out again`() {
        var patch = patch {
            $0.jobTitle = .clear
            $0.accountEnabled = true
        }
        patch.jobTitle = nil
        patch.accountEnabled = nil
        #expect(patch.isEmpty)
    }

    @Test func `can be kept and read back`() throws {
        let patch = patch {
            $0.jobTitle = .clear
            $0.displayName = "A"
        }
        #expect(try JSONDecoder().decode(UserPatch.self, from: try JSONEncoder().encode(patch)) == patch)
    }

    @Test func `names each rule that is broken`() {
        let patch = patch {
            $0.displayName = String(repeating: "a", count: 257)
            $0.givenName = .set(String(repeating: "b", count: 65))
            $0.jobTitle = .set(String(repeating: "c", count: 129))
            $0.mail = "nobody"
            $0.otherMails = [String(repeating: "d", count: 251)] + Array(repeating: "a@b.com", count: 250)
            $0.businessPhones = ["1", "2"]
            $0.usageLocation = "12"
        }
        #expect(
            patch.problems.map(\.field) == [
                "displayName", "givenName", "jobTitle", "usageLocation", "mail", "otherMails[0]", "otherMails",
                "businessPhones",
            ]
        )
    }

    @Test(arguments: [
        (User.Property.displayName, JSONValue.null, "cannot be cleared."), (.mail, .null, "cannot be cleared."),
        (.displayName, "", "is empty, which Graph refuses."), (.givenName, "", "is empty, which Graph refuses."),
        (.usageLocation, "", "is empty, which Graph refuses."),
    ])
    func `what Graph lets nobody clear, and what is empty, is refused`(
        _ property: User.Property,
        _ value: JSONValue,
        _ rule: String
    ) {
        let patch = patch { $0[property] = value }
        #expect(patch.problems.map(\.field) == [property.rawValue])
        #expect(patch.problems.map(\.rule) == [rule])
    }

    @Test func `the limits themselves are allowed`() {
        let patch = patch {
            $0.displayName = String(repeating: "\u{FC}", count: 256)
            $0.surname = .set(String(repeating: "b", count: 64))
            $0.otherMails = Array(repeating: String(repeating: "d", count: 250), count: 250)
            $0.businessPhones = []
        }
        #expect(patch.problems == [])
    }

    @Test(arguments: [
        (["jobTitle"], "User.ReadUpdate.All"), (["otherMails"], "User-Mail.ReadWrite.All"),
        (["mobilePhone", "businessPhones"], "User-Phone.ReadWrite.All"),
        (["accountEnabled"], "User.EnableDisableAccount.All and User.Read.All"),
        (["identities"], "User.ManageIdentities.All"), (["passwordProfile"], "User-PasswordProfile.ReadWrite.All"),
        (["identities", "jobTitle"], "User.ManageIdentities.All and User.ReadUpdate.All"),
        (["otherMails", "jobTitle"], "User.ReadWrite.All"),
        ([], "User.ReadUpdate.All"),
    ])
    func `knows the least permission for what is set`(_ names: [String], _ permission: String) throws {
        let patch = patch { for name in names { $0[User.Property(rawValue: name)] = .null } }
        #expect(patch.leastPrivilegedPermission == permission)
        let request = try GraphRequest.updateUser("u", patch, validation: .off)
        #expect(request.operation == .updateUser)
        #expect(request.operation.leastPrivilegedPermission == permission)
    }

    @Test func `a refused change names the permission that it needs`() async {
        let graph = Samples.client(FixedTransport(403, #"{"error":{"code":"Authorization_RequestDenied"}}"#))
        let patch = patch { $0.otherMails = [] }
        let error = await #expect(throws: GraphError.self) { try await graph.users["u"].update(patch) }
        #expect(error?.requiredPermission == "User-Mail.ReadWrite.All")
    }

    private static let enough = "The token holds enough: a policy of the tenant, or a missing role, stands against it."

    @Test(arguments: [
        (["identities"], ["User.ReadWrite.All"], "Grant the app User.ManageIdentities.All, with admin consent."),
        (["identities"], ["User.ManageIdentities.All"], enough),
        (["identities", "jobTitle"], ["User.ManageIdentities.All", "User.ReadWrite.All"], enough),
        (
            ["accountEnabled"], ["User.EnableDisableAccount.All"],
            "Grant the app User.EnableDisableAccount.All and User.Read.All, with admin consent."
        ),
        (["accountEnabled"], ["User.EnableDisableAccount.All", "User.Read.All"], enough),
        (["accountEnabled", "jobTitle"], ["Directory.ReadWrite.All"], enough),
        (["jobTitle", "otherMails"], ["User.ReadUpdate.All", "User-Mail.ReadWrite.All"], enough),
        (
            ["jobTitle", "otherMails"], ["User-Mail.ReadWrite.All"],
            "Grant the app User.ReadWrite.All, with admin consent."
        ),
        (["jobTitle"], ["User.Read.All"], "Grant the app User.ReadUpdate.All, with admin consent."),
    ])
    func `a refusal tells a permission that is missing from one that does not help`(
        _ names: [String],
        _ held: [String],
        _ remedy: String
    ) async throws {
        let token = Samples.token(#"{"roles":\#(String(decoding: try JSONEncoder().encode(held), as: UTF8.self))}"#)
        let graph = Samples.client(FixedTransport(403, "{}"), credential: StaticTokenCredential(token))
        let error = await #expect(throws: GraphError.self) {
            try await graph.users["u"].update(patch { for name in names { $0[User.Property(rawValue: name)] = true } })
        }
        #expect(error?.remedy == remedy)
    }

    @Test func `a wrong patch is not sent, unless validation is off`() async throws {
        let transport = FixedTransport(204)
        let patch = patch { $0.usageLocation = "Germany" }
        let error = await #expect(throws: GraphError.self) {
            try await Samples.client(transport).users["u"].update(patch)
        }
        #expect(error?.problems.map(\.field) == ["usageLocation"])
        #expect(await transport.requests.isEmpty)
        var configuration = Samples.configuration
        configuration.validation = .off
        let lax = GraphClient(
            credential: StaticTokenCredential("t"),
            transport: transport,
            configuration: configuration
        )
        try await lax.users["u"].update(patch)
        #expect(await transport.requests.count == 1)
    }
}
