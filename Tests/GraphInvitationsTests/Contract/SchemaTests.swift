import Foundation
import GraphInvitations
import Testing

/// Holds the models against ``SchemaFacts``, through what they read and write alone.
@Suite struct SchemaTests {
    /// A model, by the name of its type: reads a JSON object, and gives it back with what it kept of it.
    private static let models: [String: @Sendable (Data) throws -> Model] = [
        "invitation": { try Model(JSONDecoder().decode(Invitation.self, from: $0), \.additionalProperties) },
        "user": { try Model(JSONDecoder().decode(User.self, from: $0), \.additionalProperties) },
        "directoryObject": { try Model(JSONDecoder().decode(DirectoryObject.self, from: $0), \.additionalProperties) },
        "invitedUserMessageInfo": {
            try Model(JSONDecoder().decode(InvitedUserMessageInfo.self, from: $0), \.additionalProperties)
        },
        "recipient": { try Model(JSONDecoder().decode(Recipient.self, from: $0), \.additionalProperties) },
        "emailAddress": { try Model(JSONDecoder().decode(EmailAddress.self, from: $0), \.additionalProperties) },
        "objectIdentity": { try Model(JSONDecoder().decode(ObjectIdentity.self, from: $0), \.additionalProperties) },
        "signInActivity": { try Model(JSONDecoder().decode(SignInActivity.self, from: $0), \.additionalProperties) },
    ]

    private struct Model {
        /// What it writes.
        let written: JSONValue
        /// How many properties it has.
        let propertyCount: Int
        let unknown: [String: JSONValue]
        /// The values of the properties that have one, by their Swift names.
        let properties: [String: Any]

        init<Value: Encodable>(_ value: Value, _ unknown: KeyPath<Value, [String: JSONValue]>) throws {
            written = try json(encoding: value)
            self.unknown = value[keyPath: unknown]
            let children = Mirror(reflecting: value).children
            propertyCount = children.count { Mirror(reflecting: $0.value).displayStyle == .optional }
            properties = Dictionary(
                uniqueKeysWithValues: children.compactMap { child in
                    guard let label = child.label, label != "additionalProperties", label != "residue" else {
                        return nil
                    }
                    let optional = Mirror(reflecting: child.value)
                    guard optional.displayStyle == .optional else { return nil }
                    return optional.children.first.map { (label, $0.value) }
                }
            )
        }
    }

    static let properties = SchemaFacts.types.sorted { $0.key < $1.key }
        .flatMap { type, properties in properties.map { (type, $0.name) } }

    /// A value of a kind, and one that is not of it.
    private func sample(_ kind: SchemaFacts.Kind) throws -> (right: JSONValue, wrong: JSONValue) {
        switch kind {
        case .string: ("text", 7)
        case .boolean: (true, "true")
        case .dateTime: ("2026-01-01T00:00:01Z", "soon")
        case .words(let words): (.string(try #require(words.first)), 7)
        case .complex: ([:], "text")
        case .collection(let kind): (.array([try sample(kind).right]), .array([try sample(kind).wrong]))
        }
    }

    private func read(_ type: String, _ member: String, _ value: JSONValue) throws -> Model {
        let model = try #require(Self.models[type])
        return try model(try JSONEncoder().encode([member: value]))
    }

    private func fact(_ type: String, _ name: String) throws -> SchemaFacts.Property {
        try #require(SchemaFacts.types[type]?.first { $0.name == name })
    }

    @Test(arguments: properties) func `every property of the schema is a property here, of the same type`(
        _ type: String,
        _ name: String
    ) throws {
        let fact = try fact(type, name)
        let (right, wrong) = try sample(fact.kind)
        let model = try read(type, name, right)
        #expect(model.unknown == [:], "\(type).\(name) has no property")
        let property = try #require(model.properties.first)
        #expect(model.properties.count == 1)
        #expect(model.written == [name: right])
        try check(property.value, is: fact.kind)

        // Another type is kept, and is no value of the property.
        let odd = try read(type, name, wrong)
        #expect(odd.properties.isEmpty, "\(type).\(name) takes \(wrong)")
        #expect(odd.written == [name: wrong])
    }

    private func check(_ value: Any, is kind: SchemaFacts.Kind) throws {
        switch kind {
        case .string: #expect(value is String || value is RedeemURL)
        case .boolean: #expect(value is Bool)
        case .dateTime: #expect(value is Date)
        case .words: #expect((value as? any RawRepresentable)?.rawValue is String)
        case .complex(let type):
            let name = "\(Swift.type(of: value))"
            #expect(name.lowercased() == type.lowercased())
        case .collection(let kind):
            let list = try #require(value as? [Any])
            try check(try #require(list.first), is: kind)
        }
    }

    @Test(arguments: properties) func `null and nothing are both taken, and told apart when written`(
        _ type: String,
        _ name: String
    ) throws {
        let null = try read(type, name, .null)
        #expect(null.properties.isEmpty)
        #expect(null.written == [name: .null])
        #expect(try read(type, "other", 1).written == ["other": 1])
    }

    @Test(arguments: properties) func `every documented word is known, and another one is kept`(
        _ type: String,
        _ name: String
    ) throws {
        guard case .words(let words) = try fact(type, name).kind else { return }
        for word in words {
            let value = try #require(try read(type, name, .string(word)).properties.first?.value)
            #expect(!"\(value)".hasPrefix("unknown"), "\(type).\(name): \(word)")
        }
        let other = try #require(try read(type, name, "Other").properties.first?.value)
        #expect("\(other)" == #"unknown("Other")"#)
    }

    @Test(arguments: SchemaFacts.types.keys.sorted()) func `no model has a property that the schema has not`(
        _ type: String
    ) throws {
        let facts = try #require(SchemaFacts.types[type])
        let model = try #require(Self.models[type])
        #expect(try model(Data("{}".utf8)).propertyCount == facts.count)
    }

    @Test(arguments: ["invitedUserEmailAddress", "inviteRedirectUrl"])
    func `what may not be null in a request is required of one`(_ name: String) throws {
        #expect(try !fact("invitation", name).isNullable)
        var body: [String: JSONValue] = [
            "invitedUserEmailAddress": "admin@fabrikam.com", "inviteRedirectUrl": "https://myapp.contoso.com",
            "invitedUser": ["id": "u"], "resetRedemption": true,
        ]
        #expect(try json(encoding: try decoded(NewInvitation.self, text(body)))[name] == body[name])
        body[name] = JSONValue.null
        #expect(throws: DecodingError.self) { try decoded(NewInvitation.self, text(body)) }
        #expect(throws: DecodingError.self) { try decoded(RedemptionReset.self, text(body)) }
    }

    private func text(_ members: [String: JSONValue]) throws -> String {
        String(decoding: try JSONEncoder().encode(members), as: UTF8.self)
    }

    @Test func `all that may be set can be sent, and nothing that is only answered`() throws {
        var invitation = Samples.mailedInvitation
        invitation.invitedUserDisplayName = "Fabrikam Admin"
        invitation.invitedUserType = .guest
        invitation.invitedUserMessageInfo = .standard(language: "de-DE", cc: "boss@contoso.com")
        invitation.invitedUserSponsors = [DirectoryObject(id: "s")]
        guard case .object(let sent) = try json(encoding: invitation),
            case .object(let reset) = try json(encoding: Samples.reset)
        else { return }
        let readOnly: Set = ["id", "inviteRedeemUrl", "status"]
        let all = Set(try #require(SchemaFacts.types["invitation"]).map(\.name))
        #expect(Set(sent.keys).union(reset.keys) == all.subtracting(readOnly))
    }

    @Test func `what can be selected is what Graph has, and nothing else`() {
        let selectable: [User.Property] = [
            .id, .userPrincipalName, .displayName, .givenName, .surname, .mail, .otherMails, .proxyAddresses, .userType,
            .externalUserState, .externalUserStateChangeDateTime, .creationType, .accountEnabled, .createdDateTime,
            .deletedDateTime, .identities, .mailNickname, .companyName, .department, .jobTitle, .mobilePhone,
            .businessPhones, .officeLocation, .preferredLanguage, .usageLocation, .showInAddressList, .signInActivity,
        ]
        // Sponsors are expanded, not selected.
        let known = Set((SchemaFacts.types["user"] ?? []).map(\.name)).subtracting(["sponsors"])
        #expect(Set(selectable.map(\.rawValue)) == known)
        #expect(Set([User.Property].guest).isSubset(of: selectable))
    }
}
