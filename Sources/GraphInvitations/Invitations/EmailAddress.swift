/// An e-mail address with the name to show for it.
///
/// Mirrors [emailAddress](https://learn.microsoft.com/graph/api/resources/emailaddress).
public struct EmailAddress: Hashable, Sendable {
    /// The name to show.
    public var name: String?
    /// The address.
    public var address: String?
    /// Members that this package has no property for.
    public var additionalProperties: [String: JSONValue] = [:]
    var residue = Residue()

    /// An address, with a name to show for it.
    public init(address: String?, name: String? = nil) {
        self.address = address
        self.name = name
    }
}

extension EmailAddress: LosslessObject {
    static let memberNames = MemberNames(of: EmailAddress())

    init() { self.init(address: nil) }

    mutating func code(_ members: inout some MemberVisitor) throws {
        try members.member("name", &name)
        try members.member("address", &address)
    }

    /// Reads the JSON object, keeping members that it does not know.
    ///
    /// - Throws: `DecodingError` for anything but an object.
    public init(from decoder: any Decoder) throws { try self.init(reading: decoder) }

    /// Writes the JSON object, members that were only kept included.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws { try write(to: encoder) }
}
