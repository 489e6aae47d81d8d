/// A known meaning of the invitation service's refusals; prints as its bare name.
///
/// The service tells its cases apart by their message alone, so this is a best effort: ``GraphError/serviceError`` has
/// what it really said.
public struct InvitationFailure: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name.
    public let rawValue: String

    /// A meaning of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name.
    public var description: String { rawValue }

    /// The tenant does not allow guest invitations, or not to this inviter.
    public static let invitationsNotAllowed = Self(rawValue: "invitationsNotAllowed")
    /// The address of a reset is not on the user.
    public static let emailNotOnUser = Self(rawValue: "emailNotOnUser")
    /// The address cannot be that of a guest.
    public static let invalidEmailAddress = Self(rawValue: "invalidEmailAddress")
    /// The address belongs to the inviting tenant.
    public static let inviteeInInviterTenant = Self(rawValue: "inviteeInInviterTenant")
    /// The person is in the directory already, and may not sign in.
    public static let accountBlocked = Self(rawValue: "accountBlocked")
    /// The cross-tenant access settings of either side forbid it.
    public static let blockedByCrossTenantAccess = Self(rawValue: "blockedByCrossTenantAccess")
    /// The other cloud's tenant has switched off what invitations across clouds need.
    public static let crossCloudWorkerDisabled = Self(rawValue: "crossCloudWorkerDisabled")
    /// The app or the user lacks a permission or a role.
    public static let insufficientPrivileges = Self(rawValue: "insufficientPrivileges")
    /// The service cannot find the address to send to.
    public static let targetAddressNotFound = Self(rawValue: "targetAddressNotFound")

    /// What to do about it, in one sentence; nil for a meaning that this package does not know.
    public var remedy: String? {
        switch self {
        case .invitationsNotAllowed:
            "The tenant's external collaboration settings decide this; no Graph permission changes it."
        case .emailNotOnUser:
            "Add the address to the user's mail or otherMails first, then repeat after it has replicated."
        case .invalidEmailAddress:
            "Invite another address of the person; plus addressing and some special characters are not accepted."
        case .inviteeInInviterTenant:
            "The address belongs to this tenant: add the person as a member, not as a guest."
        case .accountBlocked:
            "Unblock the sign-in of the existing account; the person need not be invited again."
        case .blockedByCrossTenantAccess:
            "Administrators of both tenants must allow it in their cross-tenant access settings."
        case .crossCloudWorkerDisabled:
            "The guest's administrator must re-enable the Microsoft B2B Cross Cloud Worker application."
        case .insufficientPrivileges:
            "Grant the permission with admin consent; a signed-in user also needs the role for it."
        case .targetAddressNotFound:
            "Check the address; the service answers this for good, so repeating does not help."
        default: nil
        }
    }
}
