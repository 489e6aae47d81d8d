#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An HTTP request, complete and ready to be sent.
///
/// It prints without credentials and without its body.
public struct TransportRequest: Hashable, Sendable {
    /// The method, such as `POST`.
    public var method: String
    /// The absolute address, sent as it stands here.
    public var url: String
    /// The header fields.
    public var headers: HTTPFields
    /// The body, if there is one.
    public var body: Data?

    /// A request of these parts.
    public init(method: String, url: String, headers: HTTPFields = [:], body: Data? = nil) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

extension TransportRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Method, address without its query, fields and the size of the body, credentials replaced by a placeholder.
    public var description: String { "\(method) \(shownURL) [\(headers)] \(body?.count ?? 0) bytes".oneLine }
    /// Method, address without its query, fields and the size of the body, credentials replaced by a placeholder.
    public var debugDescription: String { description }
    /// Method, address without its query, fields and the size of the body, credentials replaced by a placeholder.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: ["method": method, "url": shownURL, "headers": headers, "body": "\(body?.count ?? 0) bytes"],
            displayStyle: .struct
        )
    }

    /// The address as far as it cannot hold a secret, or the address of a guest.
    var shownURL: String {
        let path = url.prefix { $0 != "?" }
        return path.count < url.count ? path + "?…" : url
    }
}
