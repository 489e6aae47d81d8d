/// Sends the items of a batch until each has its answer.
struct BatchRun {
    /// What is known of an item.
    private struct State {
        var call: Call
        /// When it was first sent.
        var begin: Duration?
        var outcome: BatchAnswers.Outcome?
    }

    /// What came back for an item, or what kept its request from being sent.
    private struct Delivered: Sendable {
        let number: Int
        let result: Result<Reply, GraphError>
        let token: AccessToken?
    }

    /// How many requests are under way at a time.
    private static let width = 4

    private let client: GraphClient
    private let clientRequestID: String
    private let plan: BatchPlan
    private var states: [State]

    init(_ items: [GraphBatch.Item], client: GraphClient) {
        self.client = client
        let id = client.configuration.makeClientRequestID()
        clientRequestID = id
        let limit = client.gate.invitations.limit ?? BatchPlan.limit
        plan = BatchPlan(items: items, invitationLimit: max(1, limit))
        states = items.map { item in
            var state = State(call: Call(item.content, clientRequestID: id))
            do throws(GraphError) {
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
        while true {
            giveUpDependants()
            let requests = plan.requests {
                states[$0].outcome == nil
            } succeeded: {
                states[$0].outcome?.isSuccess == true
            }
            guard !requests.isEmpty else { break }
            let now = client.settings.timeline.elapsed()
            for number in requests.joined() { states[number].begin = states[number].begin ?? now }
            let wait = await deliver(requests).compactMap { note($0) }.max()
            guard let wait else { continue }
            do throws(GraphError) { try await client.pause(wait) } catch { giveUp(error) }
        }
        return BatchAnswers(outcomes: states.map { $0.outcome ?? .failed(GraphError(code: .failedDependency)) })
    }

    /// Has items fail that would follow one that failed.
    private mutating func giveUpDependants() {
        for (number, item) in plan.items.enumerated() where states[number].outcome == nil {
            guard let dependency = item.dependency, let outcome = states[dependency].outcome, !outcome.isSuccess else {
                continue
            }
            states[number].outcome = .failed(states[number].call.interrupted(by: GraphError(code: .failedDependency)))
        }
    }

    private mutating func giveUp(_ error: GraphError) {
        for number in states.indices where states[number].outcome == nil {
            states[number].outcome = .failed(states[number].call.interrupted(by: error))
        }
    }

    /// Takes down what came back for an item.
    ///
    /// - Parameter delivered: What came back.
    /// - Returns: How long to wait before the item is sent again; nil where it is not to be.
    private mutating func note(_ delivered: Delivered) -> Duration? {
        let number = delivered.number
        states[number].call.token = delivered.token
        switch delivered.result {
        case .failure(let error):
            states[number].outcome = .failed(states[number].call.interrupted(by: error))
            return nil
        case .success(let reply):
            // Nothing was done about an item behind one that is sent again: it goes with that one.
            if reply.statusCode == 424, let other = plan.items[number].dependency, states[other].outcome == nil {
                return nil
            }
            states[number].call.attempts.append(reply.attempt)
            let settings = client.settings
            let attempts = states[number].call.attempts.count
            let verdict = settings.policy.verdict(
                on: reply,
                to: purpose(of: number),
                attempts: attempts,
                elapsed: settings.timeline.elapsed() - (states[number].begin ?? .zero),
                wait: settings.wait(after: reply, attempts: attempts)
            )
            // A token that is refused for one item was good for the request around it.
            guard case .again(let wait) = verdict else {
                states[number].outcome = .answered(states[number].call, reply)
                return nil
            }
            return wait
        }
    }

    private func purpose(of number: Int) -> Delivery.Purpose {
        .graph(mailsGuest: plan.items[number].content.mailsGuest)
    }

    /// Sends requests, a few at a time.
    private func deliver(_ requests: [[Int]]) async -> [Delivered] {
        await withTaskGroup(of: [Delivered].self) { group in
            var rest = requests[...]
            for numbers in rest.prefix(Self.width) { group.addTask { await deliver(numbers) } }
            rest = rest.dropFirst(Self.width)
            var delivered: [Delivered] = []
            for await some in group {
                delivered += some
                if let numbers = rest.popFirst() { group.addTask { await deliver(numbers) } }
            }
            return delivered
        }
    }

    private func deliver(_ numbers: [Int]) async -> [Delivered] {
        let invitationCount = numbers.count(where: plan.isInvitation)
        let content = RequestContent(operation: .batch, method: "POST", path: "/$batch")
        var call = Call(content, clientRequestID: clientRequestID)
        let reporter = EventReporter(
            client.configuration.onEvent,
            operation: call.operation.name,
            clientRequestID: clientRequestID
        )
        var delivery = Delivery(
            .batch,
            client.settings,
            queue: invitationCount > 0 ? client.gate.invitations : client.gate.users,
            weight: max(1, invitationCount),
            reporter: reporter
        )
        let request = BatchEnvelope.request(of: numbers.map { ($0, plan.items[$0]) }, to: client.cloud)
        do throws(GraphError) {
            let whole = try await client.reply(to: request, by: &delivery, for: &call, reporter)
            let replies = numbers.map { ($0, BatchEnvelope.reply(to: $0, purpose(of: $0), in: whole)) }
            await closeGate(after: replies)
            return replies.map { Delivered(number: $0, result: .success($1), token: call.token) }
        } catch {
            return numbers.map { Delivered(number: $0, result: .failure(error), token: call.token) }
        }
    }

    /// Has all calls wait that are of the kind of an item that was throttled.
    private func closeGate(after replies: [(Int, Reply)]) async {
        for (number, reply) in replies where reply.attempt.isThrottled {
            let attempts = states[number].call.attempts.count + 1
            await client.gate.queue(for: plan.items[number].content.operation)
                .close(for: client.settings.wait(after: reply, attempts: attempts))
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
