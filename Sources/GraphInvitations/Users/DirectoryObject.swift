#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An object of the directory of which little more than its id is known, such as a sponsor: a user or a group.
///
/// Mirrors [directoryObject](https://learn.microsoft.com/graph/api/resources/directoryobject).
public struct DirectoryObject: Hashable, Sendable, Identifiable {
    /// The object id.
    public var id: String?
    /// The kind of object, such as `#microsoft.graph.user` or `#microsoft.graph.group`.
    public var odataType: String?
    /// The name to show.
    public var displayName: String?
    /// When it was deleted; nil for an object in use.
    public var deletedDateTime: Date?
    /// Members that this package has no property for.
    public var additionalProperties: [String: JSONValue] = [:]
    var residue = Residue()

    /// An object of that id.
    public init(id: String?) { self.id = id }
}

extension DirectoryObject: LosslessObject {
    static let memberNames = MemberNames(of: DirectoryObject())

    init() { self.init(id: nil) }

    mutating func code(_ members: inout some MemberVisitor) throws {
        try members.member("id", &id)
        try members.member("@odata.type", &odataType)
        try members.member("displayName", &displayName)
        try members.member("deletedDateTime", &deletedDateTime)
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
