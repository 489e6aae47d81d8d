#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Sends a request until its reply is final: the one place where anything is sent again.
struct Delivery {
    /// What a request is for.
    enum Purpose: Hashable, Sendable {
        /// A call of Graph, and whether it mails a person.
        case graph(mailsGuest: Bool)
        /// Several calls of Graph in one, of which each is repeated by itself.
        case batch
        /// A token.
        case signIn
    }

    /// What the deliveries of a client have in common.
    struct Settings: Sendable {
        let transport: any GraphTransport
        let policy: RetryPolicy
        let timeline: Timeline
        let now: @Sendable () -> Date
        let random: @Sendable () -> Double

        /// How long to wait before a request is sent again.
        ///
        /// - Parameters:
        ///   - reply: What came of the latest attempt.
        ///   - attempts: How many there were.
        /// - Returns: What the service asks for, or a part of what the policy allows.
        func wait(after reply: Reply, attempts: Int) -> Duration {
            if reply.fate == .unauthorized { return .zero }
            return reply.retryAfter ?? policy.backoff(after: attempts, fraction: random())
        }
    }

    private let purpose: Purpose
    private let settings: Settings
    private let queue: ThrottleQueue?
    /// As how many requests it counts there.
    private let weight: Int
    private let reporter: EventReporter?
    /// How long ago what the request carries was first let through.
    private let age: Duration
    /// When the request was first let through.
    private(set) var begin: Duration?
    /// Whether it was let through before, so that it goes before those who come now.
    private var isReturning: Bool
    /// What was sent so far.
    private(set) var attempts: [GraphError.Attempt] = []

    init(
        _ purpose: Purpose,
        _ settings: Settings,
        queue: ThrottleQueue?,
        weight: Int = 1,
        age: Duration? = nil,
        reporter: EventReporter?
    ) {
        self.age = age ?? .zero
        isReturning = age != nil
        self.weight = weight
        self.purpose = purpose
        self.settings = settings
        self.queue = queue
        self.reporter = reporter
    }

    /// Sends a request until its reply is final.
    ///
    /// - Parameters:
    ///   - prepare: Makes the request for the attempt of that number, from 1.
    ///   - renew: Gets a fresh token, after an answer that refused the one before; false where there is none.
    ///   - closing: For how long the queue must let nobody through, where the status alone does not tell.
    /// - Returns: The last reply.
    /// - Throws: What the two throw; `cancelled`; `throttled` where the queue stays closed for too long.
    mutating func run(
        prepare: (_ attempt: Int) async throws(GraphError) -> TransportRequest,
        renew: (_ refusal: TransportResponse) async throws(GraphError) -> Bool,
        closing: (_ reply: Reply) -> Duration? = { _ in nil }
    ) async throws(GraphError) -> Reply {
        var hasRenewed = false
        var reason = GraphEvent.Wait.Reason.turn
        while true {
            try await turn(patience: settings.policy.totalTime - age - elapsed(since: begin), reason)
            reason = .turn
            begin = begin ?? settings.timeline.elapsed()
            isReturning = true
            let reply = try await exchange(prepare)
            let wait = reply.fate == .final ? .zero : settings.wait(after: reply, attempts: attempts.count)
            let closesQueue = reply.attempt.isThrottled && queue != nil
            await queue?
                .end(
                    wasCounted: reply.attempt.reachedService,
                    weight: weight,
                    closingFor: closing(reply) ?? (closesQueue ? wait : nil)
                )
            guard reply.fate != .final else { return reply }
            let verdict = settings.policy.verdict(
                on: reply,
                to: purpose,
                attempts: attempts.count,
                elapsed: elapsed(since: begin),
                wait: wait
            )
            let waitReason: GraphEvent.Wait.Reason = reply.retryAfter == nil ? .backoff : .retryAfter
            switch verdict {
            case .final: return reply
            case .again(let wait) where closesQueue && wait <= ThrottleQueue.longestClosure:
                // The closed queue makes the call wait, and keeps its place before those who come later.
                reason = waitReason
            case .again(let wait): try await sleep(wait, waitReason)
            case .signInAgain:
                guard !hasRenewed, case .success(let refusal) = reply.result, try await renew(refusal) else {
                    return reply
                }
                hasRenewed = true
            }
        }
    }

    private func elapsed(since begin: Duration?) -> Duration {
        begin.map { settings.timeline.elapsed() - $0 } ?? .zero
    }

    /// Sends the request once.
    private mutating func exchange(
        _ prepare: (_ attempt: Int) async throws(GraphError) -> TransportRequest
    ) async throws(GraphError) -> Reply {
        let number = attempts.count + 1
        let request: TransportRequest
        do throws(GraphError) {
            request = try await prepare(number)
            // The last moment at which giving up is certain to send nothing.
            guard !Task.isCancelled else { throw GraphError(code: .cancelled) }
        } catch {
            await queue?.end(wasCounted: false, weight: weight)
            throw error
        }
        reporter?.report(.request(request.redacted(for: purpose)), attempt: number)
        let sentAt = settings.now()
        let result: Result<TransportResponse, any Error>
        do {
            result = .success(try await settings.transport.send(request))
        } catch {
            result = .failure(error)
        }
        let reply = Reply(result, to: purpose, sentAt: sentAt, endedAt: settings.now())
        attempts.append(reply.attempt)
        reporter?.report(reply, attempt: number)
        return reply
    }

    /// Waits until the queue lets the call through.
    private func turn(patience: Duration, _ reason: GraphEvent.Wait.Reason) async throws(GraphError) {
        guard !Task.isCancelled else { throw GraphError(code: .cancelled) }
        guard let queue else { return }
        switch await queue.enter(isReturning: isReturning, patience: patience, weight: weight) {
        case .passed: return
        case .closed(let rest): throw GraphError(throttledFor: rest)
        case .waiting(let place):
            report(wait: place.expectedWait, reason)
            var turns = place.turns.makeAsyncIterator()
            switch await turns.next() {
            case .passed: return
            case .closed(let rest): throw GraphError(throttledFor: rest)
            case nil:
                await queue.leave(place)
                throw GraphError(code: .cancelled)
            }
        }
    }

    private func sleep(_ wait: Duration, _ reason: GraphEvent.Wait.Reason) async throws(GraphError) {
        guard !Task.isCancelled else { throw GraphError(code: .cancelled) }
        report(wait: wait, reason)
        do {
            try await settings.timeline.sleep(until: settings.timeline.elapsed() + wait)
        } catch {
            throw GraphError(code: .cancelled)
        }
    }

    private func report(wait: Duration, _ reason: GraphEvent.Wait.Reason) {
        reporter?.report(.wait(GraphEvent.Wait(duration: wait, reason: reason)), attempt: attempts.count + 1)
    }
}

extension GraphError {
    /// A call that finds the way to the service closed for longer than it may take.
    fileprivate init(throttledFor rest: Duration) {
        self.init(code: Task.isCancelled ? .cancelled : .throttled)
        retryAfter = rest
    }
}
