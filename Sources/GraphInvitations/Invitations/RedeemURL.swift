/// The address at which a guest accepts an invitation: a secret, and kept byte for byte.
///
/// It carries a redemption ticket, so printing shows a placeholder. Graph returns it once, in the answer to the request
/// that made the invitation; it cannot be read again, only replaced by a new invitation of the same address.
///
/// Encoding it, also as part of an ``Invitation``, writes the real address.
public struct RedeemURL: Hashable, Sendable {
    private let address: String

    /// Wraps an address as Graph sent it.
    public init(_ address: String) { self.address = address }

    /// The address, unchanged: hand it to the guest, keep it out of logs.
    public func reveal() -> String { address }
}

extension RedeemURL: Codable {
    /// Reads the address from a JSON string.
    ///
    /// - Throws: `DecodingError` for anything but a string.
    public init(from decoder: any Decoder) throws {
        address = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the real address as a JSON string.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(address)
    }
}

extension RedeemURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A placeholder.
    public var description: String { "<redeem URL>" }
    /// A placeholder.
    public var debugDescription: String { description }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
