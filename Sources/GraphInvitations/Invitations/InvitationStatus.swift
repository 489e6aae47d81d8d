/// How far an invitation had come when Graph answered the request that made it.
///
/// It is a snapshot: an invitation cannot be read again, and ``pendingAcceptance`` is the normal answer. Whether the
/// guest has accepted is told later by ``User/externalUserState``. Words are read without regard to case or blanks; a
/// word that this package does not know is kept in ``unknown(_:)`` and written back as it came.
///
/// Mirrors `status` of [invitation](https://learn.microsoft.com/graph/api/resources/invitation).
public enum InvitationStatus: Hashable, Sendable, Codable {
    /// The guest has not accepted yet.
    case pendingAcceptance
    /// The invitation has been completed.
    case completed
    /// Graph is still at work on it.
    case inProgress
    /// The invitation failed, although the request was answered with success.
    case error
    /// A word that this package does not know.
    case unknown(String)
}

extension InvitationStatus: RawRepresentable, WireText {
    static let known: [Self] = [.pendingAcceptance, .completed, .inProgress, .error]

    /// The value that a word stands for; never nil.
    public init(rawValue: String) {
        self = Self.known.first { $0.rawValue.isSameWord(as: rawValue) } ?? .unknown(rawValue)
    }

    /// The word, as Graph spells it.
    public var rawValue: String {
        switch self {
        case .pendingAcceptance: "PendingAcceptance"
        case .completed: "Completed"
        case .inProgress: "InProgress"
        case .error: "Error"
        case .unknown(let word): word
        }
    }
}
