import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Redactor {
    /// The fields of a request that an answer depends on.
    private static let requestFields = ["ConsistencyLevel", "Content-Type", "Prefer"]
    /// The fields of an answer that a client depends on, and those that support asks for.
    private static let responseFields = [
        "client-request-id", "Content-Type", "Location", "Preference-Applied", "request-id", "Retry-After",
        "WWW-Authenticate", "x-ms-retry-after-ms", "x-ms-throttle-information", "x-ms-throttle-limit-percentage",
        "x-ms-throttle-scope",
    ]

    /// A request with nothing left that must not be recorded.
    mutating func redacted(_ request: TransportRequest) -> TransportRequest {
        TransportRequest(
            method: request.method,
            url: redactedURL(request.url, at: "/url"),
            headers: redacted(request.headers, Self.requestFields),
            body: request.body.map { redacted($0, request.headers, at: "") }
        )
    }

    /// An answer with nothing left that must not be recorded.
    mutating func redacted(_ response: TransportResponse) -> TransportResponse {
        var headers = response.headers
        // A date is another one in each recording, and long past when it is played: the seconds until it are not.
        if let answered = headers["Date"].flatMap(HTTPDate.init)?.date,
            let until = headers["Retry-After"].flatMap(HTTPDate.init)?.date
        {
            headers["Retry-After"] = String(Int(max(0, until.timeIntervalSince(answered))))
        }
        return TransportResponse(
            statusCode: response.statusCode,
            headers: redacted(headers, Self.responseFields),
            body: redacted(response.body, response.headers, at: "")
        )
    }

    /// Takes down a field whose value may be a credential.
    mutating func check(fieldName name: String, at pointer: String) {
        guard follows(.headerField) else { return }
        if !Self.isKnown(name), !HTTPFields.isHarmless(name) { found(.headerField, at: pointer) }
    }

    /// The fields that are written as members of an object, but for those that nobody depends on.
    mutating func knownFields(_ fields: JSONValue, at pointer: String) -> JSONValue {
        guard follows(.headerField), case .object(let members) = fields else { return fields }
        for name in members.keys.sorted() { check(fieldName: name, at: "\(pointer)/\(name.pointerToken)") }
        return .object(members.filter { Self.isKnown($0.key) })
    }

    private static func isKnown(_ name: String) -> Bool {
        (requestFields + responseFields).contains { $0.lowercased() == name.lowercased() }
    }

    /// The fields of those names, in the order of the names.
    private mutating func redacted(_ headers: HTTPFields, _ names: [String]) -> HTTPFields {
        var fields = HTTPFields()
        for name in names {
            for value in headers.values(of: name) {
                fields.append(redacted(value, at: "/headers/" + name), named: name)
            }
        }
        return fields
    }

    private mutating func redacted(_ body: Data, _ headers: HTTPFields, at pointer: String) -> Data {
        guard !body.isEmpty else { return body }
        if FormFields.areAnnounced(by: headers) {
            var form = FormBody.fields(of: body)
            // Of a sign-in by a person.
            if follows(.secretMember), form["code"] != nil { form["code"] = .string(Self.gone) }
            guard case .object(let fields) = redacted(.object(form), at: pointer) else { return Data() }
            return FormBody.data(of: fields)
        }
        guard let value = JSONValue(structured: body) else {
            return Data(redacted(String(decoding: body, as: UTF8.self), at: pointer).utf8)
        }
        // What was read as JSON can be written as JSON.
        return (try? JSONEncoder.stable.encode(redacted(value, at: pointer))) ?? Data()
    }
}
