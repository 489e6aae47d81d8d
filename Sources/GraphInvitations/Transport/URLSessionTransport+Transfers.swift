#if URLSession
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLSessionTransport {
    /// The calls of a transport: waiting for their turn, under way, or given up with their transfer still running.
    ///
    /// So many transfers run at a time; further calls wait here, where leaving costs nothing and sends nothing. Handed
    /// to URLSession at once, calls that are given up faster than it works would pile up there without end. A transfer
    /// that was given up makes room for another while it runs on, up to three for each that may run.
    actor Transfers {
        typealias Replies = AsyncStream<Reply>.Continuation

        private struct Call {
            let request: URLRequest
            let replies: Replies
            let deadline: ContinuousClock.Instant
            var isUnderWay = false
        }

        private let session: Session
        private let limit: Int
        private let timeout: Duration
        private let clock = ContinuousClock()
        private var calls: [Int: Call] = [:]
        private var queue: ArraySlice<Int> = []
        private var running = 0
        private var abandoned = 0
        private var last = 0
        private var isWatching = false

        init(session: Session, limit: Int, timeout: Duration) {
            self.session = session
            self.limit = limit
            self.timeout = timeout
        }

        /// Takes a call on; the reply goes to its stream.
        func start(_ request: URLRequest, _ replies: Replies) -> Int {
            last += 1
            let deadline = clock.now + timeout
            calls[last] = Call(request: request, replies: replies, deadline: deadline)
            queue.append(last)
            startWaitingCalls()
            if !isWatching { watch(until: deadline) }
            return last
        }

        /// Forgets a call that no longer waits for its reply; tells whether it was under way.
        func leave(_ number: Int) -> Bool {
            defer { startWaitingCalls() }
            // One that is gone already has ended, so it was under way.
            return calls.removeValue(forKey: number).map(giveUp) ?? true
        }

        /// Makes room for another call, while the transfer of this one runs on.
        private func giveUp(_ call: Call) -> Bool {
            guard call.isUnderWay else { return false }
            running -= 1
            abandoned += 1
            return true
        }

        private func startWaitingCalls() {
            while running < limit, running + abandoned < limit * 4, let number = queue.popFirst() {
                guard let call = calls[number] else { continue }
                calls[number]?.isUnderWay = true
                running += 1
                transfer(call, number)
            }
        }

        // Not of the actor, so that its task runs beside it.
        private nonisolated func transfer(_ call: Call, _ number: Int) {
            let transfer = Task {
                let reply = await session.reply(to: call.request)
                // First, so that the caller's next call does not meet this one here.
                await transferEnded(number)
                call.replies.yield(reply)
                call.replies.finish()
            }
            call.replies.onTermination = { _ in transfer.abandon() }
        }

        private func transferEnded(_ number: Int) {
            if calls.removeValue(forKey: number) == nil { abandoned -= 1 } else { running -= 1 }
            startWaitingCalls()
        }

        /// Sleeps until no call can be overdue before: all have the same timeout, so later ones are due later.
        ///
        /// One task for all, because a timer for each call costs a sixth of the whole request on Linux.
        private func watch(until deadline: ContinuousClock.Instant) {
            isWatching = true
            Task { [weak self, clock] in
                try? await clock.sleep(until: deadline)
                await self?.endOverdueCalls()
            }
        }

        private func endOverdueCalls() {
            let now = clock.now
            for (number, call) in calls where call.deadline <= now {
                calls[number] = nil
                call.replies.yield(.failure(.deadlinePassed(mayHaveBeenSent: giveUp(call))))
                call.replies.finish()
            }
            startWaitingCalls()
            isWatching = false
            if let next = calls.values.map(\.deadline).min() { watch(until: next) }
        }
    }
}

extension Task {
    /// Gives a transfer up.
    ///
    /// Cancelling on Linux can deadlock or crash the process (swift-corelibs-foundation, until the 6.4 releases), so
    /// there the transfer is left to end by itself.
    fileprivate func abandon() {
        #if !canImport(FoundationNetworking)
        cancel()
        #endif
    }
}
#endif
