#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Keeps tokens until shortly before they expire, and fetches each with one request however many calls wait for it.
actor TokenCache {
    typealias Fetch = @Sendable (TokenRequest) async throws -> AccessToken
    private typealias Outcome = Result<AccessToken, any Error>

    private struct Key: Hashable {
        let loginAuthority: String
        let scope: String
        let claims: String?
    }

    private struct Entry {
        let token: AccessToken
        var renewOn: Date
    }

    private var fetch: Fetch
    private var entries: [Key: Entry] = [:]
    private var flights: [Key: Int] = [:]
    private var waiters: [Int: [AsyncStream<Outcome>.Continuation]] = [:]
    private var lastFlight = 0

    init(fetch: @escaping Fetch) { self.fetch = fetch }

    func token(for request: TokenRequest) async throws -> AccessToken {
        let key = Key(loginAuthority: request.cloud.loginAuthority, scope: request.scope, claims: request.claims)
        let now = request.now()
        guard let entry = entries[key], now < entry.token.expiresOn else { return try await fetched(key, request) }
        // Ahead of expiry the old token is as good as a new one, which is fetched meanwhile.
        if now >= entry.renewOn, flights[key] == nil { _ = start(key, request) }
        return entry.token
    }

    /// Forgets all tokens and fetches further ones in another way.
    ///
    /// Calls that wait already get what they wait for.
    func reset(fetch: @escaping Fetch) {
        self.fetch = fetch
        entries = [:]
        flights = [:]
    }

    private func fetched(_ key: Key, _ request: TokenRequest) async throws -> AccessToken {
        let flight = flights[key] ?? start(key, request)
        let (outcomes, waiter) = AsyncStream.makeStream(of: Outcome.self, bufferingPolicy: .bufferingOldest(1))
        waiters[flight, default: []].append(waiter)
        for await outcome in outcomes { return try outcome.get() }
        // The stream ends without an outcome for a cancelled caller alone; the flight goes on for the others.
        throw CancellationError()
    }

    private func start(_ key: Key, _ request: TokenRequest) -> Int {
        lastFlight += 1
        let flight = lastFlight
        flights[key] = flight
        let fetch = fetch
        Task {
            do {
                land(flight, key, .success(try await fetch(request)), at: request.now())
            } catch {
                land(flight, key, .failure(error), at: request.now())
            }
        }
        return flight
    }

    private func land(_ flight: Int, _ key: Key, _ outcome: Outcome, at now: Date) {
        if flights[key] == flight {
            flights[key] = nil
            switch outcome {
            case .success(let token):
                let lifetime = token.expiresOn.timeIntervalSince(now)
                entries[key] = Entry(token: token, renewOn: token.expiresOn.addingTimeInterval(-min(300, lifetime / 2)))
            case .failure:
                entries[key]?.renewOn = now.addingTimeInterval(30)
            }
        }
        for waiter in waiters.removeValue(forKey: flight) ?? [] {
            waiter.yield(outcome)
            waiter.finish()
        }
    }
}
