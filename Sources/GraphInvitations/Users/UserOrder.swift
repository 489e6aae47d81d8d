/// How users are sorted; prints as a part of `$orderby`.
public struct UserOrder: Hashable, Sendable, CustomStringConvertible {
    /// What they are sorted by.
    public let property: User.Property
    /// Whether the last comes first.
    public let isDescending: Bool

    /// By a property, the first first.
    public static func ascending(_ property: User.Property) -> UserOrder {
        UserOrder(property: property, isDescending: false)
    }

    /// By a property, the last first.
    public static func descending(_ property: User.Property) -> UserOrder {
        UserOrder(property: property, isDescending: true)
    }

    /// The part of `$orderby`.
    public var description: String { isDescending ? "\(property) desc" : property.rawValue }
}
