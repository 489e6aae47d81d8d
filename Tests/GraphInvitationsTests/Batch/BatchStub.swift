import Foundation
import GraphInvitations
import GraphInvitationsMocks

/// A service that takes batches as Graph's documentation says, and refuses what it forbids.
actor BatchStub: GraphTransport {
    /// What an item is answered with.
    typealias Answer = (status: Int, headers: [String: JSONValue], body: JSONValue?)

    /// Answers an item at its nth time, from 1.
    private let answer: @Sendable (_ url: String, _ time: Int) -> Answer
    /// The HTTP requests.
    private(set) var requests: [TransportRequest] = []
    /// The items of each request, by method and address.
    private(set) var batches: [[String]] = []
    /// What was said to each item, by its address.
    private(set) var statuses: [String: [Int]] = [:]

    /// When each item came, by its address.
    private(set) var times: [String: [Duration]] = [:]
    private let clock: ManualClock

    init(
        clock: ManualClock = ManualClock(),
        answer: @escaping @Sendable (_ url: String, _ time: Int) -> Answer = { _, _ in (200, [:], ["id": "u"]) }
    ) {
        self.clock = clock
        self.answer = answer
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        requests.append(request)
        let body = try JSONDecoder().decode(JSONValue.self, from: request.body ?? Data())
        let items = body["requests"]?.elements ?? []
        let ids = items.compactMap { $0["id"]?.stringValue?.lowercased() }
        guard request.url == "https://graph.microsoft.com/v1.0/$batch", request.method == "POST",
            (1...20).contains(items.count), Set(ids).count == items.count, isPatternAllowed(items),
            items.allSatisfy({ $0["body"] == nil || $0["headers"]?["Content-Type"] != nil })
        else { return TransportResponse(statusCode: 400, body: Data(#"{"error":{"code":"BadRequest"}}"#.utf8)) }
        batches.append(items.map { "\($0["method"]?.stringValue ?? "") \($0["url"]?.stringValue ?? "")" })
        var failed: Set<String> = []
        var answers: [JSONValue] = []
        for item in items {
            let (id, url) = (item["id"]?.stringValue ?? "", item["url"]?.stringValue ?? "")
            let dependency = item["dependsOn"]?.elements.first?.stringValue
            let isBlocked = dependency.map(failed.contains) ?? false
            let answer: Answer = isBlocked ? (424, [:], nil) : self.answer(url, 1 + (statuses[url]?.count ?? 0))
            if !isBlocked {
                statuses[url, default: []].append(answer.status)
                times[url, default: []].append(clock.now.offset)
            }
            if answer.status >= 400 { failed.insert(id) }
            var members: [String: JSONValue] = [
                "id": .string(id), "status": .integer(Int64(answer.status)),
                "headers": .object(answer.headers),
            ]
            members["body"] = answer.body
            answers.append(.object(members))
        }
        let all: JSONValue = ["responses": .array(answers.reversed())]
        return TransportResponse(statusCode: 200, body: try JSONEncoder().encode(all))
    }

    /// Whether no item depends on another, or each on the one before.
    private func isPatternAllowed(_ items: [JSONValue]) -> Bool {
        let dependencies = items.map { $0["dependsOn"]?.elements }
        guard dependencies.contains(where: { $0 != nil }) else { return true }
        return dependencies[0] == nil
            && zip(items, dependencies.dropFirst()).allSatisfy { $1 == [$0["id"] ?? .null] }
    }
}
