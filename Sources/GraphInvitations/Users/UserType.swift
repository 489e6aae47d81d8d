/// Whether a user counts as a guest or as a member of the tenant.
///
/// A word that this package does not know is kept and written back as it came.
///
/// Mirrors `userType` of [user](https://learn.microsoft.com/graph/api/resources/user).
public enum UserType: Hashable, Sendable, Codable {
    /// A guest: what an invitation makes unless it says otherwise.
    case guest
    /// A member: only an administrator may invite one.
    case member
    /// A word that this package does not know.
    case unknown(String)
}

extension UserType: RawRepresentable, WireText {
    static let known: [Self] = [.guest, .member]

    /// The value that a word stands for; never nil.
    public init(rawValue: String) {
        self = Self.known.first { $0.rawValue.isSameWord(as: rawValue) } ?? .unknown(rawValue)
    }

    /// The word, as Graph spells it.
    public var rawValue: String {
        switch self {
        case .guest: "Guest"
        case .member: "Member"
        case .unknown(let word): word
        }
    }
}
