#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Keeps tokens until shortly before they expire, and fetches each with one request however many calls wait for it.
actor TokenCache {
    typealias Fetch = @Sendable (TokenRequest) async throws -> AccessToken
    private typealias Outcome = Result<AccessToken, any Error>

    /// What tokens are for.
    private struct Audience: Hashable {
        let loginAuthority: String
        let scope: String
    }

    /// What one fetch can serve.
    private struct Order: Hashable {
        let audience: Audience
        let claims: String?
    }

    private struct Entry {
        let token: AccessToken
        let claims: String?
        var renewOn: Date
    }

    private var fetch: Fetch
    private var entries: [Audience: Entry] = [:]
    private var flights: [Order: Int] = [:]
    private var waiters: [Int: [AsyncStream<Outcome>.Continuation]] = [:]
    private var lastFlight = 0

    init(fetch: @escaping Fetch) { self.fetch = fetch }

    func token(for request: TokenRequest) async throws -> AccessToken {
        let audience = Audience(loginAuthority: request.cloud.loginAuthority, scope: request.scope)
        let order = Order(audience: audience, claims: request.claims)
        let now = request.now()
        guard let entry = entries[audience], now < entry.token.expiresOn,
            // A token that was got for claims serves all; one that was not does not answer a challenge.
            request.claims == nil || request.claims == entry.claims
        else { return try await fetched(order, request) }
        // Ahead of expiry the old token is as good as a new one, which is fetched meanwhile.
        if now >= entry.renewOn, flights[order] == nil { _ = start(order, request) }
        return entry.token
    }

    /// Forgets a token, unless another has taken its place already.
    func invalidate(_ token: AccessToken) {
        entries = entries.filter { $0.value.token != token }
    }

    /// Forgets all tokens and fetches further ones in another way.
    ///
    /// Calls that wait already get what they wait for.
    func reset(fetch: @escaping Fetch) {
        self.fetch = fetch
        entries = [:]
        flights = [:]
    }

    private func fetched(_ order: Order, _ request: TokenRequest) async throws -> AccessToken {
        let flight = flights[order] ?? start(order, request)
        let (outcomes, waiter) = AsyncStream.makeStream(of: Outcome.self, bufferingPolicy: .bufferingOldest(1))
        waiters[flight, default: []].append(waiter)
        for await outcome in outcomes { return try outcome.get() }
        // The stream ends without an outcome for a cancelled caller alone; the flight goes on for the others.
        throw CancellationError()
    }

    private func start(_ order: Order, _ request: TokenRequest) -> Int {
        lastFlight += 1
        let flight = lastFlight
        flights[order] = flight
        let fetch = fetch
        Task {
            do {
                land(flight, order, .success(try await fetch(request)), at: request.now())
            } catch {
                land(flight, order, .failure(error), at: request.now())
            }
        }
        return flight
    }

    private func land(_ flight: Int, _ order: Order, _ outcome: Outcome, at now: Date) {
        if flights[order] == flight {
            flights[order] = nil
            switch outcome {
            case .success(let token):
                let lifetime = token.expiresOn.timeIntervalSince(now)
                let renewOn = token.expiresOn.addingTimeInterval(-min(300, lifetime / 2))
                entries[order.audience] = Entry(token: token, claims: order.claims, renewOn: renewOn)
            case .failure:
                entries[order.audience]?.renewOn = now.addingTimeInterval(30)
            }
        }
        for waiter in waiters.removeValue(forKey: flight) ?? [] {
            waiter.yield(outcome)
            waiter.finish()
        }
    }
}
