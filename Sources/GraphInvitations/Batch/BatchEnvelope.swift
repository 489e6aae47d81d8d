#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What carries several requests over the wire, and their answers back.
enum BatchEnvelope {
    /// The request that carries items.
    ///
    /// - Parameters:
    ///   - items: The items by their numbers; one may depend on another of them.
    ///   - cloud: Where they go.
    /// - Returns: The request, without what signing in adds.
    static func request(of items: [(number: Int, item: GraphBatch.Item)], to cloud: GraphCloud) -> TransportRequest {
        let numbers = Set(items.map(\.number))
        let requests = items.map { number, item in
            var members: [String: JSONValue] = [
                "id": .string(String(number + 1)), "method": .string(item.content.method),
                "url": .string(item.content.path(in: cloud) ?? item.content.path),
            ]
            let body = item.content.bodyData(in: cloud)
            members["body"] = body.flatMap(JSONValue.init(parsing:))
            var headers = HTTPFields()
            item.content.addFields(to: &headers, for: body)
            let fields = headers.map { ($0.name, JSONValue.string($0.value)) }
            if !fields.isEmpty { members["headers"] = .object(Dictionary(fields) { first, _ in first }) }
            if let dependency = item.dependency, numbers.contains(dependency) {
                members["dependsOn"] = [.string(String(dependency + 1))]
            }
            return JSONValue.object(members)
        }
        return TransportRequest(
            method: "POST",
            url: cloud.versionRoot + "/$batch",
            headers: [
                "Accept": "application/json", "Content-Type": "application/json", "User-Agent": GraphClient.userAgent,
            ],
            body: try? JSONEncoder.stable.encode(["requests": requests])
        )
    }

    /// What came for an item.
    ///
    /// - Parameters:
    ///   - number: The number of the item.
    ///   - purpose: What the item is for.
    ///   - whole: What came for the request that carried it; its status says nothing about the items.
    /// - Returns: The answer to the item; where there are no answers to items, what came in their place.
    static func reply(to number: Int, _ purpose: Delivery.Purpose, in whole: Reply) -> Reply {
        var result = whole.result
        if case .success(let response) = whole.result {
            if case .array(let answers)? = response.json?.member("responses") {
                let id = String(number + 1)
                result = answers.first { $0.text("id") == id }.flatMap(answer).map(Result.success) ?? .missing
            } else if whole.isSuccess {
                result = .missing
            }
        }
        return Reply(result, to: purpose, sentAt: whole.attempt.sentAt, endedAt: whole.attempt.endedAt)
    }

    private static func answer(_ answer: JSONValue) -> TransportResponse? {
        answer.text("status").flatMap(Int.init)
            .map { TransportResponse(statusCode: $0, headers: fields(of: answer), body: body(of: answer)) }
    }

    private static func fields(of answer: JSONValue) -> HTTPFields {
        guard case .object(let members)? = answer.member("headers") else { return [:] }
        var fields = HTTPFields()
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            if let text = value.stringValue { fields.append(text, named: name) }
        }
        return fields
    }

    private static func body(of answer: JSONValue) -> Data {
        switch answer.member("body") {
        case nil, .null: Data()
        case .string(let text): Data(text.utf8)
        case let value?: (try? JSONEncoder.stable.encode(value)) ?? Data()
        }
    }
}

extension Result<TransportResponse, any Error> {
    /// The service has had the item, and does not say what became of it.
    fileprivate static var missing: Self {
        .failure(
            TransportError(
                .malformedResponse,
                mayHaveBeenSent: true,
                message: "The answer to a batch has none for this request."
            )
        )
    }
}
