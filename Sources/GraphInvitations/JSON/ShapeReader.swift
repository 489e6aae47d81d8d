/// Collects what a model expects of its members.
struct ShapeReader: MemberVisitor {
    private(set) var members: [String: JSONShape] = [:]

    init(of model: some LosslessObject) {
        var model = model
        // Collecting does not throw; a visitor that reads or writes does.
        try? model.code(&self)
    }

    mutating func member<Value: Codable>(_ name: String, _ value: inout Value?) {
        members[name] = Value.self == [String].self ? .list(.string) : Value.self == RedeemURL.self ? .string : .any
    }
    mutating func member<Text: WireText>(_ name: String, _ value: inout Text?) {
        members[name] = Text.known.isEmpty ? .date : .word(known: Text.known.map(\.wireText))
    }
    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout Object?) {
        members[name] = JSONShape(of: Object.self)
    }
    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout [Object]?) {
        members[name] = .list(JSONShape(of: Object.self))
    }
    mutating func member(_ name: String, _ value: inout String?) { members[name] = .string }
    mutating func member(_ name: String, _ value: inout Bool?) { members[name] = .bool }
}
