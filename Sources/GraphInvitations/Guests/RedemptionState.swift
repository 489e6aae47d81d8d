#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Whether a guest has accepted, and since when.
public struct RedemptionState: Hashable, Sendable, CustomStringConvertible {
    /// Whether the guest has accepted; nil for a user who was not invited.
    public let externalUserState: ExternalUserState?
    /// Since when.
    public let externalUserStateChangeDateTime: Date?

    /// What a user says.
    ///
    /// - Throws: ``GraphError`` where the answer has no state, which is no null.
    init(_ user: User) throws(GraphError) {
        externalUserState = try user.selected.externalUserState
        externalUserStateChangeDateTime = try user.selected.externalUserStateChangeDateTime
    }

    /// State and date in one line.
    public var description: String {
        let state = externalUserState?.rawValue ?? "not invited"
        return externalUserStateChangeDateTime.map { "\(state) since \($0.wireText)" } ?? state
    }
}
