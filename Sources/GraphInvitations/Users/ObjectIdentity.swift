/// One way in which a user can sign in.
///
/// The issuer's spelling differs between the portal and the API: read it as free text.
///
/// Mirrors [objectIdentity](https://learn.microsoft.com/graph/api/resources/objectidentity).
public struct ObjectIdentity: Hashable, Sendable {
    /// How the user signs in, such as `userPrincipalName` or `federated`.
    public var signInType: String?
    /// Who vouches for the identity, such as `ExternalAzureAD`, `mail` or the domain of the tenant.
    public var issuer: String?
    /// The identifier that the issuer gave.
    public var issuerAssignedID: String?
    /// Members that this package has no property for.
    public var additionalProperties: [String: JSONValue] = [:]
    var residue = Residue()

    /// An identity with no member set.
    public init() {}
}

extension ObjectIdentity: LosslessObject {
    static let memberNames = MemberNames(of: ObjectIdentity())

    mutating func code(_ members: inout some MemberVisitor) throws {
        try members.member("signInType", &signInType)
        try members.member("issuer", &issuer)
        try members.member("issuerAssignedId", &issuerAssignedID)
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
