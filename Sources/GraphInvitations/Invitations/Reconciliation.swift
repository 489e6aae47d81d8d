/// What the directory says about an invitation in doubt.
public enum Reconciliation: Hashable, Sendable {
    /// The guest was made, or asked to accept anew, after the request was sent, or less than a minute before: so far
    /// may the clocks of Graph and of this machine differ.
    case invited(User)
    /// Nobody has the address, and it is long enough ago that the guest would be visible.
    case notInvited
    /// The directory cannot tell, or not yet.
    ///
    /// With the users who have the address: the guest was there before the request was sent, or several share the
    /// address. Without any: it is too early.
    case unknown([User])
}
