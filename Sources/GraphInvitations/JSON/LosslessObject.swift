/// A model of a JSON object that keeps whatever the service sent.
///
/// A conforming type lists its members once, in ``code(_:)``, and forwards both halves of `Codable` to ``init(reading:)``
/// and ``write(to:)``. Reading never fails for what a member holds: a 201 with one odd member is still a 201.
protocol LosslessObject: Codable {
    init()
    var additionalProperties: [String: JSONValue] { get set }
    var residue: Residue { get set }
    mutating func code(_ members: inout MemberCoder) throws
}

extension LosslessObject {
    init(reading decoder: any Decoder) throws {
        self.init()
        var members = MemberCoder(reading: try decoder.container(keyedBy: MemberName.self))
        try code(&members)
        additionalProperties = try members.unvisitedMembers()
        residue = members.residue
    }

    func write(to encoder: any Encoder) throws {
        var members = MemberCoder(writing: encoder.container(keyedBy: MemberName.self), residue: residue)
        var copy = self
        try copy.code(&members)
        try members.write(additionalProperties)
    }
}
