/// Somebody who gets a copy of the invitation mail.
///
/// Where none was asked for, Graph answers with one recipient whose members are all null.
///
/// Mirrors [recipient](https://learn.microsoft.com/graph/api/resources/recipient).
public struct Recipient: Hashable, Sendable {
    /// Where the copy goes.
    public var emailAddress: EmailAddress?
    /// Members that this package has no property for.
    public var additionalProperties: [String: JSONValue] = [:]
    var residue = Residue()

    /// A recipient.
    public init(emailAddress: EmailAddress?) { self.emailAddress = emailAddress }
}

extension Recipient: LosslessObject {
    static let memberNames = MemberNames(of: Recipient())

    init() { self.init(emailAddress: nil) }

    mutating func code(_ members: inout some MemberVisitor) throws {
        try members.member("emailAddress", &emailAddress)
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
