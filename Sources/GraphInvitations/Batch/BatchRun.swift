/// Sends the items of a batch until each has its answer.
struct BatchRun {
    /// What is known of an item.
    private struct State {
        var call: Call
        /// When it was first let through.
        var begin: Duration?
        var outcome: BatchAnswers.Outcome?
    }

    /// How many requests are under way at a time.
    private static let width = 4

    private let client: GraphClient
    /// The id of what is never sent, and of the waits.
    private let clientRequestID: String
    private let batch: GraphBatch
    private let plan: BatchPlan
    private var states: [State]

    init(_ batch: GraphBatch, client: GraphClient) {
        self.client = client
        self.batch = batch
        let limit = client.gate.invitations.limit ?? BatchPlan.limit
        plan = BatchPlan(items: batch.items, invitationLimit: max(1, limit))
        let id = client.configuration.makeClientRequestID()
        clientRequestID = id
        states = batch.items.map { item in
            var state = State(call: Call(item.content, clientRequestID: id))
            do throws(GraphError) {
                try GraphError.refuse(item.problems)
                try client.refuse(item.content)
                guard item.content.path(in: client.cloud) != nil else { throw GraphError.otherVersion }
            } catch {
                state.outcome = .failed(error)
            }
            return state
        }
    }

    /// Sends, and sends again what has no answer yet.
    mutating func answers() async -> BatchAnswers {
        for round in 1... {
            giveUpDependants()
            let requests = plan.requests {
                states[$0].outcome == nil
            } succeeded: {
                states[$0].outcome?.isSuccess == true
            }
            guard !requests.isEmpty else { break }
            var longestWait: GraphEvent.Wait?
            for carried in await carry(requests) {
                let waits = carried.numbers.compactMap { note(carried, $0) } + [longestWait].compactMap(\.self)
                longestWait = waits.max { $0.duration < $1.duration }
            }
            guard let longestWait else { continue }
            reporter(clientRequestID)?.report(.wait(longestWait), attempt: round + 1)
            do throws(GraphError) { try await client.pause(longestWait.duration) } catch { giveUp(error) }
        }
        let outcomes = states.map { $0.outcome ?? .failed(GraphError(code: .failedDependency)) }
        return BatchAnswers(batch: batch.identity, outcomes: outcomes)
    }

    /// Has items fail that would follow one that failed.
    private mutating func giveUpDependants() {
        for (number, item) in batch.items.enumerated() where states[number].outcome == nil {
            guard let dependency = item.dependency, let outcome = states[dependency].outcome, !outcome.isSuccess else {
                continue
            }
            fail(number, GraphError(code: .failedDependency))
        }
    }

    private mutating func giveUp(_ error: GraphError) {
        for number in states.indices where states[number].outcome == nil { fail(number, error) }
    }

    private mutating func fail(_ number: Int, _ error: GraphError) {
        states[number].outcome = .failed(states[number].call.interrupted(by: error))
    }

    /// Takes down what came back for an item.
    ///
    /// - Parameters:
    ///   - carried: What came back.
    ///   - number: The item.
    /// - Returns: How long to wait before the item is sent again; nil where it is not to be.
    private mutating func note(_ carried: BatchReceipt, _ number: Int) -> GraphEvent.Wait? {
        states[number].call.token = carried.token
        states[number].call.clientRequestID = carried.clientRequestID
        states[number].begin = states[number].begin ?? carried.begin
        switch carried.outcome(of: number, purpose(of: number)) {
        case .failed(let error):
            fail(number, error)
            return nil
        case .unreadable(let response, let attempt):
            states[number].call.attempts.append(attempt)
            states[number].outcome = .failed(states[number].call.unreadable(response))
            return nil
        case .answered(let reply):
            return isHeldBack(number, by: reply, carried) ? nil : judge(reply, of: number, at: carried.end)
        }
    }

    /// Whether nothing was done about an item because the one before, in the same request, failed, which is not final:
    /// that one is sent again, or what it was to do is done.
    private func isHeldBack(_ number: Int, by reply: Reply, _ carried: BatchReceipt) -> Bool {
        guard reply.statusCode == 424, let other = batch.items[number].dependency, carried.numbers.contains(other)
        else {
            return false
        }
        return states[other].outcome?.isSuccess ?? true
    }

    private mutating func judge(_ reply: Reply, of number: Int, at end: Duration) -> GraphEvent.Wait? {
        states[number].call.attempts.append(reply.attempt)
        let attempts = states[number].call.attempts.count
        let verdict = client.settings.policy.verdict(
            on: reply,
            to: purpose(of: number),
            attempts: attempts,
            elapsed: end - (states[number].begin ?? end),
            wait: client.settings.wait(after: reply, attempts: attempts)
        )
        // A token that is refused for one item was good for the request around it.
        guard case .again(let wait) = verdict else {
            states[number].outcome = .answered(states[number].call, reply)
            return nil
        }
        return GraphEvent.Wait(duration: wait, reason: reply.retryAfter == nil ? .backoff : .retryAfter)
    }

    private func purpose(of number: Int) -> Delivery.Purpose {
        .graph(mailsGuest: batch.items[number].content.mailsGuest)
    }

    private func reporter(_ clientRequestID: String) -> EventReporter? {
        EventReporter(
            client.configuration.onEvent,
            operation: GraphOperation.batch.name,
            clientRequestID: clientRequestID
        )
    }

    /// Sends requests, a few at a time.
    private func carry(_ requests: [[Int]]) async -> [BatchReceipt] {
        await withTaskGroup(of: BatchReceipt.self) { group in
            var rest = requests[...]
            var receipts: [BatchReceipt] = []
            for numbers in rest.prefix(Self.width) { group.addTask { await carrier(numbers).receipt() } }
            rest = rest.dropFirst(Self.width)
            for await receipt in group {
                receipts.append(receipt)
                if let numbers = rest.popFirst() { group.addTask { await carrier(numbers).receipt() } }
            }
            return receipts
        }
    }

    private func carrier(_ numbers: [Int]) -> BatchCarrier {
        let clientRequestID = client.configuration.makeClientRequestID()
        return BatchCarrier(
            client: client,
            clientRequestID: clientRequestID,
            items: numbers.map { ($0, batch.items[$0]) },
            invitationCount: numbers.count(where: plan.isInvitation),
            isFirst: numbers.allSatisfy { states[$0].call.attempts.isEmpty },
            reporter: reporter(clientRequestID)
        )
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
