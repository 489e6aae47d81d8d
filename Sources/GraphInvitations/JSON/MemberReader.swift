/// Reads the members of one JSON object, keeping what typed properties cannot hold.
struct MemberReader<Model: LosslessObject> {
    private let container: KeyedDecodingContainer<MemberName<Model>>
    /// The members that the model has no property for; of a sparse model all that were not read yet.
    private var others: [MemberName<Model>]
    private(set) var residue = Residue()

    init(_ container: KeyedDecodingContainer<MemberName<Model>>) {
        self.container = container
        others = container.allKeys
    }

    /// The members that the model has no property for, once it has visited all that it has.
    func additionalProperties() -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for name in others {
            // Nearly all are strings, and the general way takes three times as long.
            let text = try? container.decode(String.self, forKey: name)
            // A number that nothing can hold is left out: better than losing all the rest.
            members[name.stringValue] =
                text.map(JSONValue.string) ?? (try? container.decode(JSONValue.self, forKey: name))
        }
        return members
    }

    /// The key of a member that may be there.
    private mutating func key(_ name: String) -> MemberName<Model>? {
        guard Model.isSparse else { return MemberName(name) }
        guard let index = others.firstIndex(where: { $0.stringValue == name }) else { return nil }
        return others.remove(at: index)
    }

    private mutating func read<Value>(
        _ name: String,
        _ decode: (KeyedDecodingContainer<MemberName<Model>>, MemberName<Model>) throws -> Value?
    ) throws -> Value? {
        guard let key = key(name) else { return nil }
        do {
            if let value = try decode(container, key) { return value }
            if container.contains(key) { residue.keep(.null, named: name) }
        } catch {
            if let odd = try? container.decode(JSONValue.self, forKey: key) { residue.keep(odd, named: name) }
        }
        return nil
    }
}

extension MemberReader: MemberVisitor {
    mutating func member<Value: Codable>(_ name: String, _ value: inout Value?) throws {
        value = try read(name) { try $0.decodeIfPresent(Value.self, forKey: $1) }
    }

    mutating func member<Text: WireText>(_ name: String, _ value: inout Text?) throws {
        guard let text = try read(name, { try $0.decodeIfPresent(String.self, forKey: $1) }) else { return }
        value = Text(wireText: text)
        if value?.wireText != text { residue.keep(.string(text), named: name) }
    }

    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout Object?) throws {
        value = try read(name) { container, key in
            guard container.contains(key), try !container.decodeNil(forKey: key) else { return nil }
            return try Object(reading: try container.nestedContainer(keyedBy: MemberName.self, forKey: key))
        }
    }

    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout [Object]?) throws {
        value = try read(name) { container, key in
            guard container.contains(key), try !container.decodeNil(forKey: key) else { return nil }
            var list = try container.nestedUnkeyedContainer(forKey: key)
            var objects: [Object] = []
            while !list.isAtEnd {
                objects.append(try Object(reading: try list.nestedContainer(keyedBy: MemberName.self)))
            }
            return objects
        }
    }

    mutating func member(_ name: String, _ value: inout String?) throws {
        value = try read(name) { try $0.decodeIfPresent(String.self, forKey: $1) }
    }

    mutating func member(_ name: String, _ value: inout Bool?) throws {
        value = try read(name) { try $0.decodeIfPresent(Bool.self, forKey: $1) }
    }
}
