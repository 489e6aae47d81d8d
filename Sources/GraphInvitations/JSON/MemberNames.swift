/// The names of the members that a model has properties for.
struct MemberNames: Sendable {
    let all: [String]

    /// The names that a model visits.
    init(of model: some LosslessObject) { all = Array(ShapeReader(of: model).members.keys) }

    func contains(_ name: String) -> Bool {
        let count = name.utf8.count
        // Lengths first: comparing long strings costs ten times as much.
        return all.contains { $0.utf8.count == count && $0 == name }
    }
}
