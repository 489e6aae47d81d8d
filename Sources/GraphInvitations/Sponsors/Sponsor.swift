/// Who is to answer for a guest, by object id.
public enum Sponsor: Hashable, Sendable, Codable {
    /// A user.
    case user(String)
    /// A group, of which every member answers for the guest.
    case group(String)

    /// The object id.
    public var id: String {
        switch self {
        case .user(let id), .group(let id): id
        }
    }

    /// Where Graph has it.
    func path() throws(GraphError) -> GraphPath {
        try GraphError.refuse(ValidationFinding.objectID(id, in: "sponsor"))
        return switch self {
        case .user(let id): try .user(id)
        case .group(let id): try GraphPath("/groups").item(id)
        }
    }

    /// The most that a guest can have.
    static let limit = 5
}
