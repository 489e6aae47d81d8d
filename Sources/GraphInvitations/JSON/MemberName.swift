/// The name of a member of a model's JSON object.
///
/// Foundation's decoders make one from a string of the JSON for `allKeys` alone. Made that way it fails for the members
/// that the model has a property for. So a container's `allKeys`, which is slow, lists the others alone: none or one or
/// two. For a sparse model, few of whose members are there, it is looking up all that are not that would be slow; there
/// it lists all.
struct MemberName<Model: LosslessObject>: CodingKey {
    let stringValue: String

    init(_ name: String) { stringValue = name }

    init?(stringValue: String) {
        guard Model.isSparse || !Model.memberNames.contains(stringValue) else { return nil }
        self.stringValue = stringValue
    }

    var intValue: Int? { nil }
    init?(intValue: Int) { nil }
}
