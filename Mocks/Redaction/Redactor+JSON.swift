import GraphInvitations

extension Redactor {
    /// A JSON value of any shape, with all that is in it.
    mutating func redacted(_ value: JSONValue, at pointer: String) -> JSONValue {
        switch value {
        case .string(let text): return .string(redacted(text, at: pointer))
        case .array(let list):
            return .array(list.enumerated().map { redacted($1, at: "\(pointer)/\($0)") })
        case .object(let members):
            var result: [String: JSONValue] = [:]
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                let place = "\(pointer)/\(name.pointerToken)"
                // A recipient's name, which stands beside the address.
                let isPersonal =
                    isPersonal(name) || name == "name" && members["address"] != nil && isPersonal("displayName")
                // The fields of an item of a batch are what fields of a request or an answer are elsewhere.
                let isItem = name == "headers" && members["id"] != nil
                let copy =
                    isSecret(name)
                    ? withoutSecrets(value, of: name, at: place)
                    : isPersonal
                        ? impersonal(value, at: place)
                        : redacted(isItem ? knownFields(value, at: place) : value, at: place)
                result[redactedName(name, at: place)] = moment(name, copy, at: place) ?? copy
            }
            return .object(result)
        case .null, .bool, .integer, .number: return value
        }
    }

    /// The name of a member, which may be a value; what OData adds to one is none.
    private mutating func redactedName(_ name: String, at pointer: String) -> String {
        guard let annotation = name.firstRange(of: "@odata.") else { return redacted(name, at: pointer) }
        return redacted(String(name[..<annotation.lowerBound]), at: pointer) + name[annotation.lowerBound...]
    }

    private mutating func withoutSecrets(_ value: JSONValue, of member: String, at pointer: String) -> JSONValue {
        switch value {
        case .null: return .null
        case .string(let text): return .string(withoutSecret(text, of: member, at: pointer))
        default: return .string(withoutSecret("", of: member, at: pointer))
        }
    }

    /// The value without what it says about a person, at any depth.
    private mutating func impersonal(_ value: JSONValue, at pointer: String) -> JSONValue {
        switch value {
        case .string(let text) where !text.isEmpty:
            // An address, whose placeholder is that of everywhere else.
            let address = /[\p{L}\p{N}._+~!^#-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/
            guard text.wholeMatch(of: address) == nil else { return .string(redacted(text, at: pointer)) }
            let chosen = unmarking(marking(text))
            guard chosen == text else { return .string(chosen) }
            learn(text)
            return .string(placeholder(for: text, .text, .personalMember, at: pointer))
        case .integer(let number):
            if number != 0 { found(.personalMember, at: pointer) }
            return .integer(0)
        case .array(let list): return .array(list.enumerated().map { impersonal($1, at: "\(pointer)/\($0)") })
        case .object(let members):
            return .object(
                members.sorted { $0.key < $1.key }
                    .reduce(into: [:]) { $0[$1.key] = impersonal($1.value, at: "\(pointer)/\($1.key.pointerToken)") }
            )
        default: return redacted(value, at: pointer)
        }
    }

    /// What a token answer or a claim says about times, which differ in each recording; nil for all else.
    private mutating func moment(_ name: String, _ value: JSONValue, at pointer: String) -> JSONValue? {
        guard follows(.timestamp) else { return nil }
        let moment: JSONValue
        switch (name, value) {
        case ("expires_in", .integer), ("ext_expires_in", .integer), ("refresh_in", .integer): moment = 3599
        case ("exp", .integer), ("iat", .integer), ("nbf", .integer): moment = 1_767_225_601
        case ("exp", .object(var claim)), ("iat", .object(var claim)), ("nbf", .object(var claim)):
            guard claim["value"]?.stringValue != nil else { return nil }
            claim["value"] = "1767225601"
            moment = .object(claim)
        default: return nil
        }
        if moment != value { found(.timestamp, at: pointer) }
        return moment
    }
}
