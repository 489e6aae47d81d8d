/// The names of the members that a model has properties for.
struct MemberNames: Sendable {
    private var names: [String] = []

    /// Collects the names that a model visits.
    init(of model: some LosslessObject) {
        var (model, collector) = (model, self)
        // Collecting does not throw; a visitor that reads or writes does.
        try? model.code(&collector)
        self = collector
    }

    func contains(_ name: String) -> Bool {
        let count = name.utf8.count
        // Lengths first: comparing long strings costs ten times as much.
        return names.contains { $0.utf8.count == count && $0 == name }
    }
}

extension MemberNames: MemberVisitor {
    mutating func member<Value: Codable>(_ name: String, _ value: inout Value?) { names.append(name) }
    mutating func member<Text: WireText>(_ name: String, _ value: inout Text?) { names.append(name) }
    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout Object?) { names.append(name) }
    mutating func member<Object: LosslessObject>(_ name: String, _ value: inout [Object]?) { names.append(name) }
    mutating func member(_ name: String, _ value: inout String?) { names.append(name) }
    mutating func member(_ name: String, _ value: inout Bool?) { names.append(name) }
}
