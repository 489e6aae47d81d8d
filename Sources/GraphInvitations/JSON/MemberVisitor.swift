/// Goes through the members of a model, which names each once: to read them or to write them.
protocol MemberVisitor {
    mutating func member<Value: Codable>(_ name: String, _ value: inout Value?) throws
    mutating func member<Text: WireText>(_ name: String, _ value: inout Text?) throws
    // These have ways of their own because they are most of every answer, and the general one costs twice as much.
    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout Object?) throws
    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout [Object]?) throws
    mutating func member(_ name: String, _ value: inout String?) throws
    mutating func member(_ name: String, _ value: inout Bool?) throws
}

// For visitors that do the same with members of every kind.
extension MemberVisitor {
    mutating func member<Text: WireText>(_ name: String, _ value: inout Text?) throws { try general(name, &value) }
    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout Object?) throws {
        try general(name, &value)
    }
    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout [Object]?) throws {
        try general(name, &value)
    }
    mutating func member(_ name: String, _ value: inout String?) throws { try general(name, &value) }
    mutating func member(_ name: String, _ value: inout Bool?) throws { try general(name, &value) }

    private mutating func general<Value: Codable>(_ name: String, _ value: inout Value?) throws {
        try member(name, &value)
    }
}
