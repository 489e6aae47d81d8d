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
    private static let words: [OpenWord<Self>] = [OpenWord("Guest", .guest), OpenWord("Member", .member)]

    /// The type that a word stands for; never nil.
    public init(rawValue: String) {
        self = OpenWord.value(of: rawValue, in: Self.words) ?? .unknown(rawValue)
    }

    /// The word, as Graph spells it.
    public var rawValue: String {
        if case .unknown(let word) = self { return word }
        return OpenWord.word(for: self, in: Self.words)
    }
}
