/// Writes the members of one JSON object, and in place of properties without a value what was kept for them.
struct MemberWriter<Model: LosslessObject> {
    private var container: KeyedEncodingContainer<MemberName<Model>>
    private let residue: Residue

    init(_ container: KeyedEncodingContainer<MemberName<Model>>, residue: Residue) {
        self.container = container
        self.residue = residue
    }

    /// Writes members that no property was named for.
    mutating func write(_ additionalProperties: [String: JSONValue]) throws {
        for (name, value) in additionalProperties where !Model.memberNames.contains(name) {
            try container.encode(value, forKey: MemberName(name))
        }
    }

    private mutating func write(_ name: String, _ value: (some Encodable)?, orElse kept: JSONValue?) throws {
        if let value {
            try container.encode(value, forKey: MemberName(name))
        } else if let kept {
            try container.encode(kept, forKey: MemberName(name))
        }
    }
}

extension MemberWriter: MemberVisitor {
    mutating func member<Value: Codable>(_ name: String, _ value: inout Value?) throws {
        try write(name, value, orElse: residue[name])
    }

    mutating func member<Text: WireText>(_ name: String, _ value: inout Text?) throws {
        let kept = residue[name]
        let keptValue = kept?.stringValue.flatMap(Text.init(wireText:))
        // A value that was not changed keeps its spelling; one that was cleared leaves nothing behind.
        try write(name, value == keptValue ? nil : value?.wireText, orElse: value == keptValue ? kept : nil)
    }

    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout Object?) throws {
        try write(name, value, orElse: residue[name])
    }

    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout [Object]?) throws {
        try write(name, value, orElse: residue[name])
    }

    mutating func member(_ name: String, _ value: inout String?) throws {
        try write(name, value, orElse: residue[name])
    }

    mutating func member(_ name: String, _ value: inout Bool?) throws {
        try write(name, value, orElse: residue[name])
    }
}
