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
                "id": .string(id(of: number)), "method": .string(item.content.method),
                "url": .string(item.content.path(in: cloud) ?? item.content.path),
            ]
            let body = item.content.bodyData(in: cloud)
            members["body"] = body.flatMap(JSONValue.init(parsing:))
            var headers = HTTPFields()
            item.content.addFields(to: &headers, for: body)
            let fields = headers.map { ($0.name, JSONValue.string($0.value)) }
            if !fields.isEmpty { members["headers"] = .object(Dictionary(fields) { first, _ in first }) }
            if let dependency = item.dependency, numbers.contains(dependency) {
                members["dependsOn"] = [.string(id(of: dependency))]
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

    /// The answers by the ids of their items; nil where what came carries none.
    static func answers(in response: TransportResponse) -> [String: TransportResponse]? {
        guard case .array(let list)? = response.json?.member("responses") else { return nil }
        let answers = list.compactMap { answer in
            answer.text("id").flatMap { id in self.answer(answer).map { (id, $0) } }
        }
        return Dictionary(answers) { first, _ in first }
    }

    static func id(of number: Int) -> String { String(number + 1) }

    private static func answer(_ answer: JSONValue) -> TransportResponse? {
        answer.text("status").flatMap(Int.init)
            .map { TransportResponse(statusCode: $0, headers: fields(of: answer), body: body(of: answer)) }
    }

    private static func fields(of answer: JSONValue) -> HTTPFields {
        guard let headers = answer.member("headers"), case .object(let members) = headers else { return [:] }
        var fields = HTTPFields()
        for name in members.keys.sorted() {
            if let text = headers.text(name) { fields.append(text, named: name) }
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
