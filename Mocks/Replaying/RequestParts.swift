#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import GraphInvitations

/// The parts of a request, as they are compared.
struct RequestParts: Hashable, Sendable {
    let method: String
    let address: RequestAddress
    let headers: HTTPFields
    /// JSON as JSON, a form as an object of its fields, anything else as text.
    let body: JSONValue?
    /// The body as it came.
    let bodyText: String

    var title: String { "\(method) \(address)" }

    init(_ request: TransportRequest) {
        method = request.method
        address = RequestAddress(request.url) ?? RequestAddress(unreadable: request.url)
        headers = request.headers
        let body = request.body ?? Data()
        bodyText = String(decoding: body, as: UTF8.self)
        if body.isEmpty {
            self.body = nil
        } else if FormFields.areAnnounced(by: request.headers) {
            self.body = .object(FormBody.fields(of: body))
        } else {
            self.body = JSONValue(parsing: body) ?? .string(bodyText)
        }
    }
}
