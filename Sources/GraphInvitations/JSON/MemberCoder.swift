/// Reads or writes the members of one JSON object, keeping what typed properties cannot.
struct MemberCoder {
    private enum Direction {
        case reading(KeyedDecodingContainer<MemberName>)
        case writing(KeyedEncodingContainer<MemberName>)
    }

    private var direction: Direction
    private var visited: [String] = []
    private(set) var residue: Residue

    init(reading container: KeyedDecodingContainer<MemberName>) {
        direction = .reading(container)
        residue = Residue()
    }

    init(writing container: KeyedEncodingContainer<MemberName>, residue: Residue) {
        direction = .writing(container)
        self.residue = residue
    }

    mutating func member<Value: Codable>(_ name: String, _ value: inout Value?) throws {
        visited.append(name)
        switch direction {
        case .reading(let container):
            value = try read(Value.self, name, from: container)
        case .writing(let container):
            try write(name, to: container, value, orElse: residue[name])
        }
    }

    mutating func member<Text: WireText>(_ name: String, _ value: inout Text?) throws {
        visited.append(name)
        switch direction {
        case .reading(let container):
            guard let text = try read(String.self, name, from: container) else { return }
            value = Text(wireText: text)
            if value?.wireText != text { residue[name] = .string(text) }
        case .writing(let container):
            let kept = residue[name]
            let keptValue = kept?.stringValue.flatMap(Text.init(wireText:))
            if let value, value != keptValue {
                try write(name, to: container, value.wireText, orElse: nil)
            } else if value == keptValue {
                try write(name, to: container, String?.none, orElse: kept)
            }
        }
    }

    /// The members that no property was named for.
    func unvisitedMembers() throws -> [String: JSONValue] {
        guard case .reading(let container) = direction else { return [:] }
        var members: [String: JSONValue] = [:]
        for key in container.allKeys where !visited.contains(key.stringValue) {
            members[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
        }
        return members
    }

    /// Writes members that no property was named for.
    func write(_ additionalProperties: [String: JSONValue]) throws {
        guard case .writing(var container) = direction else { return }
        for (name, value) in additionalProperties where !visited.contains(name) {
            try container.encode(value, forKey: MemberName(name))
        }
    }

    private mutating func read<Value: Decodable>(
        _ type: Value.Type,
        _ name: String,
        from container: KeyedDecodingContainer<MemberName>
    ) throws -> Value? {
        let key = MemberName(name)
        do {
            if let value = try container.decodeIfPresent(type, forKey: key) { return value }
            if container.contains(key) { residue[name] = .null }
        } catch {
            residue[name] = try container.decode(JSONValue.self, forKey: key)
        }
        return nil
    }

    private func write<Value: Encodable>(
        _ name: String,
        to container: KeyedEncodingContainer<MemberName>,
        _ value: Value?,
        orElse kept: JSONValue?
    ) throws {
        var container = container
        if let value {
            try container.encode(value, forKey: MemberName(name))
        } else if let kept {
            try container.encode(kept, forKey: MemberName(name))
        }
    }
}
