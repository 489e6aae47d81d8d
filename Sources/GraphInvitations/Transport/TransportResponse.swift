#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An HTTP response, whole.
///
/// It prints without credentials and without its body, which may hold a token or a redeem URL.
public struct TransportResponse: Hashable, Sendable {
    /// The status, such as 201.
    public var statusCode: Int
    /// The header fields.
    public var headers: HTTPFields
    /// The body, empty where there was none.
    public var body: Data

    /// A response of these parts.
    public init(statusCode: Int, headers: HTTPFields = [:], body: Data = Data()) {
        self.statusCode = statusCode
        self.headers = headers
        self.body = body
    }
}

extension TransportResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Status, fields and the size of the body, credentials replaced by a placeholder.
    public var description: String { "\(statusCode) [\(headers)] \(body.count) bytes".oneLine }
    /// Status, fields and the size of the body, credentials replaced by a placeholder.
    public var debugDescription: String { description }
    /// Status, fields and the size of the body, credentials replaced by a placeholder.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: ["statusCode": statusCode, "headers": headers, "body": "\(body.count) bytes"],
            displayStyle: .struct
        )
    }
}
