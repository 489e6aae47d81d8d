#if URLSession
import Dispatch
import Foundation
import GraphInvitations

/// A minute of calls, each cancelled at a random moment: no deadlock, no crash, no lost or mistaken answer.
struct CancellationStorm {
    private let workers = 48
    private let duration = Duration.seconds(60)
    /// A reset is rare, because on Linux one on a warm connection holds that connection until the timeout.
    private let paths =
        Array(repeating: "/ok", count: 60) + Array(repeating: "/slow", count: 30)
        + Array(repeating: "/truncated", count: 9) + ["/reset"]

    private struct Tally: Sendable {
        var answered = 0
        var cancelled = 0
        var failed = 0
        var mistaken = 0
    }

    func run() async throws {
        let server = try EchoServer()
        defer { server.stop() }
        let transport = URLSessionTransport(maximumConnectionsPerHost: 64, timeout: .seconds(5))
        // A thread, because the deadlock to be watched for takes the threads that tasks run on.
        let finished = DispatchSemaphore(value: 0)
        defer { finished.signal() }
        Thread.detachNewThread {
            guard finished.wait(timeout: .now() + (duration / .seconds(1) + 60)) == .timedOut else { return }
            say("cancellation storm: DEADLOCK, the workers did not end: MISSED")
            exit(1)
        }
        let end = ContinuousClock.now + duration
        let tally = await withTaskGroup(of: Tally.self) { group in
            for worker in 0..<workers {
                group.addTask { await work(worker, transport, server.url, until: end) }
            }
            return await group.reduce(into: Tally()) { sum, tally in
                sum.answered += tally.answered
                sum.cancelled += tally.cancelled
                sum.failed += tally.failed
                sum.mistaken += tally.mistaken
            }
        }
        let last = try? await transport.send(request("/ok", id: "last", server.url))
        let isAlive = last?.statusCode == 201
        say(
            """
            cancellation storm: \(workers) workers, \(duration): \(tally.answered) answered, \
            \(tally.cancelled) cancelled, \(tally.failed) failed as told to, \(tally.mistaken) mistaken, \
            \(isAlive ? "still alive" : "DEAD"): \(tally.mistaken == 0 && isAlive ? "met" : "MISSED")
            """
        )
    }

    /// Sends requests until the time is over, and cancels each at a random moment.
    private func work(
        _ worker: Int,
        _ transport: URLSessionTransport,
        _ root: String,
        until end: ContinuousClock.Instant
    ) async -> Tally {
        var tally = Tally()
        var number = 0
        while ContinuousClock.now < end {
            number += 1
            let id = "\(worker)-\(number)"
            let path = paths.randomElement() ?? "/ok"
            let request = request(path, id: id, root)
            let call = Task { try await transport.send(request) }
            try? await Task.sleep(for: .microseconds(Int.random(in: 0...50_000)))
            call.cancel()
            switch await call.result {
            case .success(let response):
                let isRight = response.headers["client-request-id"] == id && response.statusCode == 201
                if isRight { tally.answered += 1 } else { tally.mistaken += 1 }
            case .failure(let error as TransportError) where error.code == .cancelled: tally.cancelled += 1
            case .failure:
                if path == "/reset" || path == "/truncated" { tally.failed += 1 } else { tally.mistaken += 1 }
            }
        }
        return tally
    }

    private func request(_ path: String, id: String, _ root: String) -> TransportRequest {
        TransportRequest(
            method: "POST",
            url: root + path,
            headers: ["Content-Type": "application/json", "client-request-id": id],
            body: Data("{}".utf8)
        )
    }
}
#endif
