/// What the first word of a command line asks for.
enum Word: String, CaseIterable {
    /// An address, in place of a word.
    case invite
    case reset
    case show
    case list
    case remove
    case restore
    case sponsors
    case wait
    case contract
    case convert

    /// The word of a command line; an address means an invitation.
    init(_ positional: String?) { self = Self.allCases.first { $0.rawValue == positional && $0 != .invite } ?? .invite }

    /// What stands on the command line for it.
    var command: String { self == .invite ? "invite-guest" : "invite-guest \(rawValue)" }
}
