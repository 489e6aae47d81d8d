/// A model of a JSON object that keeps whatever the service sent.
///
/// A conforming type lists its members once, in ``code(_:)``, and forwards both halves of `Codable` to
/// ``init(reading:)`` and ``write(to:)``. Reading never fails for what a member holds: a 201 with one odd member is
/// still a 201.
protocol LosslessObject: Codable {
    /// `MemberNames(of:)` of an empty model, kept.
    static var memberNames: MemberNames { get }
    /// Whether nearly all members are absent from nearly all answers.
    static var isSparse: Bool { get }
    init()
    var additionalProperties: [String: JSONValue] { get set }
    var residue: Residue { get set }
    mutating func code(_ members: inout some MemberVisitor) throws
}

extension LosslessObject {
    static var isSparse: Bool { false }

    init(reading decoder: any Decoder) throws {
        try self.init(reading: try decoder.container(keyedBy: MemberName.self))
    }

    init(reading container: KeyedDecodingContainer<MemberName<Self>>) throws {
        self.init()
        var members = MemberReader(container)
        try code(&members)
        additionalProperties = members.additionalProperties()
        residue = members.residue
    }

    func write(to encoder: any Encoder) throws {
        var members = MemberWriter(encoder.container(keyedBy: MemberName<Self>.self), residue: residue)
        var copy = self
        try copy.code(&members)
        try members.write(additionalProperties)
    }
}
