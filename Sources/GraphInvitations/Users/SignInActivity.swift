#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// When a user last signed in.
///
/// Graph allows ten reads of it a minute, far fewer than of anything else.
///
/// Mirrors [signInActivity](https://learn.microsoft.com/graph/api/resources/signinactivity).
public struct SignInActivity: Hashable, Sendable {
    /// The last interactive sign-in, successful or not.
    public var lastSignInDateTime: Date?
    /// The request id of that sign-in.
    public var lastSignInRequestID: String?
    /// The last sign-in by a client on the user's behalf.
    public var lastNonInteractiveSignInDateTime: Date?
    /// The request id of that sign-in.
    public var lastNonInteractiveSignInRequestID: String?
    /// The last sign-in that succeeded.
    public var lastSuccessfulSignInDateTime: Date?
    /// The request id of that sign-in.
    public var lastSuccessfulSignInRequestID: String?
    /// Members that this package has no property for.
    public var additionalProperties: [String: JSONValue] = [:]
    var residue = Residue()

    /// An activity with no member set.
    public init() {}
}

extension SignInActivity: LosslessObject {
    static let memberNames = MemberNames(of: SignInActivity())

    mutating func code(_ members: inout some MemberVisitor) throws {
        try members.member("lastSignInDateTime", &lastSignInDateTime)
        try members.member("lastSignInRequestId", &lastSignInRequestID)
        try members.member("lastNonInteractiveSignInDateTime", &lastNonInteractiveSignInDateTime)
        try members.member("lastNonInteractiveSignInRequestId", &lastNonInteractiveSignInRequestID)
        try members.member("lastSuccessfulSignInDateTime", &lastSuccessfulSignInDateTime)
        try members.member("lastSuccessfulSignInRequestId", &lastSuccessfulSignInRequestID)
    }

    /// Reads the JSON object, keeping members that it does not know.
    ///
    /// - Throws: `DecodingError` for anything but an object.
    public init(from decoder: any Decoder) throws { try self.init(reading: decoder) }

    /// Writes the JSON object, members that were only kept included.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws { try write(to: encoder) }
}
