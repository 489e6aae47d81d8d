/// Sends the items of a batch until each has its answer.
struct BatchRun {
    /// How many requests are under way at a time.
    private static let width = 4

    private let client: GraphClient
    /// The id of what is never sent, and of the waits.
    private let clientRequestID: String
    private let plan: BatchPlan
    private var entries: [BatchEntry]

    init(_ batch: GraphBatch, client: GraphClient) {
        self.client = client
        let limit = client.gate.invitations.limit ?? BatchPlan.limit
        plan = BatchPlan(items: batch.items, invitationLimit: max(1, limit))
        let id = client.configuration.makeClientRequestID()
        clientRequestID = id
        entries = batch.items.enumerated()
            .map { number, item in
                var entry = BatchEntry(number: number, item: item, call: Call(item.content, clientRequestID: id))
                do throws(GraphError) {
                    try GraphError.refuse(item.problems)
                    try client.refuse(item.content)
                    guard item.content.path(in: client.cloud) != nil else { throw GraphError.otherVersion }
                } catch {
                    entry.outcome = .failed(error)
                }
                return entry
            }
    }

    /// Sends, and sends again what has no answer yet.
    mutating func answers() async -> BatchAnswers {
        giveUpDependants()
        for round in 2... {
            let requests = plan.requests {
                entries[$0].outcome == nil
            } succeeded: {
                entries[$0].outcome?.isSuccess == true
            }
            guard !requests.isEmpty else { break }
            let receipts = await carry(requests.map { numbers in numbers.map { entries[$0] } })
            var waits: [Int: GraphEvent.Wait] = [:]
            for receipt in receipts {
                // In order, since an item may depend on one before it.
                for number in receipt.outcomes.keys.sorted() { waits[number] = note(receipt, number) }
            }
            giveUpDependants()
            let open = waits.filter { entries[$0.key].outcome == nil }.values
            guard let longest = open.max(by: { $0.duration < $1.duration }) else { continue }
            EventReporter(
                client.configuration.onEvent,
                operation: GraphOperation.batch.name,
                clientRequestID: clientRequestID
            )?
            .report(.wait(longest), attempt: round)
            do throws(GraphError) { try await client.pause(longest.duration) } catch { giveUp(error) }
        }
        let outcomes = entries.map { $0.outcome ?? .failed(GraphError(code: .failedDependency)) }
        return BatchAnswers(items: entries.map(\.item), outcomes: outcomes)
    }

    /// Has items fail that would follow one that failed.
    private mutating func giveUpDependants() {
        for number in entries.indices where entries[number].outcome == nil {
            guard let dependency = entries[number].item.dependency, let outcome = entries[dependency].outcome,
                !outcome.isSuccess
            else { continue }
            entries[number].giveUp()
        }
    }

    private mutating func giveUp(_ error: GraphError) {
        for number in entries.indices where entries[number].outcome == nil { entries[number].fail(error) }
    }

    /// Takes down what came back for an item.
    ///
    /// - Parameters:
    ///   - receipt: What came back.
    ///   - number: The item.
    /// - Returns: How long to wait before the item is sent again; nil where it is not to be.
    private mutating func note(_ receipt: BatchReceipt, _ number: Int) -> GraphEvent.Wait? {
        entries[number].call.token = receipt.token
        entries[number].call.clientRequestID = receipt.clientRequestID
        entries[number].begin = entries[number].begin ?? receipt.begin
        entries[number].isWarned = true
        switch receipt.outcomes[number] {
        case .failed(let error): entries[number].fail(error)
        case .unreadable(let response, let attempt):
            entries[number].call.attempts.append(attempt)
            entries[number].outcome = .failed(entries[number].call.unreadable(response))
        case .answered(let reply, let wait) where !isHeldBack(number, by: reply, receipt):
            return judge(reply, of: number, at: receipt.end, wait)
        case .answered, nil: break
        }
        return nil
    }

    /// Whether nothing was done about an item because the one before, in the same request, failed, which is not final:
    /// that one is sent again, or what it was to do is done.
    private func isHeldBack(_ number: Int, by reply: Reply, _ receipt: BatchReceipt) -> Bool {
        guard reply.statusCode == 424, let other = entries[number].item.dependency, receipt.outcomes[other] != nil
        else {
            return false
        }
        return entries[other].outcome?.isSuccess ?? true
    }

    private mutating func judge(
        _ reply: Reply,
        of number: Int,
        at end: Duration,
        _ wait: Duration
    ) -> GraphEvent.Wait? {
        entries[number].reply = reply
        entries[number].call.attempts.append(reply.attempt)
        let verdict = client.settings.policy.verdict(
            on: reply,
            to: entries[number].purpose,
            attempts: entries[number].call.attempts.count,
            elapsed: end - (entries[number].begin ?? end),
            wait: wait
        )
        // A token that is refused for one item was good for the request around it.
        guard case .again(let wait) = verdict else {
            entries[number].finish(reply)
            return nil
        }
        return GraphEvent.Wait(duration: wait, reason: reply.retryAfter == nil ? .backoff : .retryAfter)
    }

    /// Sends requests, a few at a time.
    private func carry(_ requests: [[BatchEntry]]) async -> [BatchReceipt] {
        await withTaskGroup(of: BatchReceipt.self) { [client] group in
            var rest = requests[...]
            var receipts: [BatchReceipt] = []
            func addNext() {
                guard let entries = rest.popFirst() else { return }
                group.addTask { await BatchCarrier(client: client, entries: entries).receipt() }
            }
            for _ in 0..<Self.width { addNext() }
            for await receipt in group {
                receipts.append(receipt)
                addNext()
            }
            return receipts
        }
    }
}

extension GraphError {
    /// A batch and all in it are of one version of Graph.
    fileprivate static let otherVersion = GraphError(problems: [
        ValidationFinding(
            field: "nextLink",
            rule: "is of another version of Graph than the batch.",
            remedy: "Send the request by itself."
        )
    ])
}
