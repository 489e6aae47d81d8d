import GraphInvitations

extension Exchange {
    /// What was sent or answered as a credential: it must not stand anywhere else either, such as in an error that
    /// repeats it.
    func credentials(by redaction: Redaction) -> [Secret] {
        var values: [String] = []
        for field in request.headers where Self.isCredential(field.name) {
            values.append(field.value)
            // Behind the name of the scheme.
            values += field.value.split(separator: " ").dropFirst().map(String.init)
        }
        if !redaction.disabledRules.contains(.secretMember) { values += strings(of: redaction.secretMembers) }
        // What is shorter is a word of every other text.
        return values.filter { $0.count >= 10 && $0 != Redactor.gone && $0 != Redactor.goneRedeemURL }
            .map { Secret($0) }
    }

    private static func isCredential(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["auth", "cookie", "credential", "identity", "key", "secret", "ticket", "token"]
            .contains(where: name.contains)
    }

    /// The strings of both bodies in members of those names.
    private func strings(of members: Set<String>) -> [String] {
        let members = Set(members.map { $0.lowercased() })
        let answer = (try? outcome.get()).flatMap { JSONValue(parsing: $0.body) }
        return [RequestParts(request).body, answer].compactMap(\.self).flatMap { Self.strings(in: $0, of: members) }
    }

    /// The strings of members of those names, at any depth.
    private static func strings(in value: JSONValue, of members: Set<String>, isMember: Bool = false) -> [String] {
        switch value {
        case .string(let text): isMember ? [text] : []
        case .array(let list): list.flatMap { strings(in: $0, of: members, isMember: isMember) }
        case .object(let object):
            object.flatMap { name, value in
                strings(in: value, of: members, isMember: isMember || members.contains(name.lowercased()))
            }
        case .null, .bool, .integer, .number: []
        }
    }
}
