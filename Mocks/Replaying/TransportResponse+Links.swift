import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension TransportResponse {
    /// The answer with its link to a further page going where the request went, so that one fixture serves every cloud.
    func linking(from recorded: String, to actual: String?) -> TransportResponse {
        guard let actual, recorded != actual, case .object(var members)? = JSONValue(structured: body),
            let link = members["@odata.nextLink"]?.stringValue, link.hasPrefix(recorded + "/")
        else { return self }
        members["@odata.nextLink"] = .string(actual + link.dropFirst(recorded.count))
        var copy = self
        copy.body = (try? JSONEncoder.stable.encode(members)) ?? body
        return copy
    }
}
