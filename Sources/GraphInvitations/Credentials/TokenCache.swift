#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Keeps tokens until shortly before they expire, and fetches each with one request however many calls wait for it.
actor TokenCache {
    // Beside the cache, so that a slow listener or credential does not keep others from their tokens.
    typealias Fetch = @concurrent @Sendable (TokenRequest) async throws -> AccessToken
    private typealias Outcome = Result<AccessToken, any Error>

    /// What tokens are for.
    private struct Audience: Hashable {
        let loginAuthority: String
        let scope: String
    }

    private struct Entry {
        let token: AccessToken
        let claims: String?
        var renewOn: Date
    }

    private struct Flight {
        let number: Int
        let claims: String?
    }

    private var fetch: Fetch
    private var entries: [Audience: Entry] = [:]
    private var flights: [Audience: Flight] = [:]
    private var waiters: [Int: [AsyncStream<Outcome>.Continuation]] = [:]
    private var lastFlight = 0

    init(fetch: @escaping Fetch) { self.fetch = fetch }

    func token(for request: TokenRequest) async throws -> AccessToken {
        let audience = Audience(loginAuthority: request.cloud.loginAuthority, scope: request.scope)
        let now = request.now()
        guard let entry = entries[audience], now < entry.token.expiresOn, request.accepts(entry.claims) else {
            return try await fetched(audience, request)
        }
        // Ahead of expiry the old token is as good as a new one, which is fetched meanwhile.
        if now >= entry.renewOn, flights[audience] == nil { _ = start(audience, request) }
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

    private func fetched(_ audience: Audience, _ request: TokenRequest) async throws -> AccessToken {
        let underWay = flights[audience].flatMap { request.accepts($0.claims) ? $0.number : nil }
        let flight = underWay ?? start(audience, request)
        let (outcomes, waiter) = AsyncStream.makeStream(of: Outcome.self, bufferingPolicy: .bufferingOldest(1))
        waiters[flight, default: []].append(waiter)
        for await outcome in outcomes { return try outcome.get() }
        // The stream ends without an outcome for a cancelled caller alone; the flight goes on for the others.
        throw CancellationError()
    }

    private func start(_ audience: Audience, _ request: TokenRequest) -> Int {
        lastFlight += 1
        let flight = Flight(number: lastFlight, claims: request.claims)
        flights[audience] = flight
        let fetch = fetch
        Task {
            do {
                land(flight, audience, .success(try await fetch(request)), at: request.now())
            } catch {
                land(flight, audience, .failure(error), at: request.now())
            }
        }
        return flight.number
    }

    private func land(_ flight: Flight, _ audience: Audience, _ outcome: Outcome, at now: Date) {
        // One that another has taken the place of serves those who wait for it, and nobody else.
        if flights[audience]?.number == flight.number {
            flights[audience] = nil
            switch outcome {
            case .success(let token):
                let lifetime = token.expiresOn.timeIntervalSince(now)
                let renewOn = token.expiresOn.addingTimeInterval(-min(300, lifetime / 2))
                entries[audience] = Entry(token: token, claims: flight.claims, renewOn: renewOn)
            case .failure:
                entries[audience]?.renewOn = now.addingTimeInterval(30)
            }
        }
        for waiter in waiters.removeValue(forKey: flight.number) ?? [] {
            waiter.yield(outcome)
            waiter.finish()
        }
    }
}

extension TokenRequest {
    /// Whether a token that was asked for with these claims will do.
    ///
    /// One that was got for claims serves every call: challenges of one moment differ in a second, and the token that
    /// met this one has been forgotten. One that was not does not answer a challenge.
    fileprivate func accepts(_ claims: String?) -> Bool { self.claims == nil || claims != nil }
}
