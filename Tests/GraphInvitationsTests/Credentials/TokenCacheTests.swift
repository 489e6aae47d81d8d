import Foundation
import Testing

@testable import GraphInvitations

@Suite struct TokenCacheTests {
    /// Hands out numbered tokens, each when it is told to.
    private actor Source {
        private(set) var fetches = 0
        private var gates: [CheckedContinuation<Void, Never>] = []
        private var isOpen: Bool
        private var outcome: Result<Double, any Error>

        init(lifetime: Double, isOpen: Bool = true) {
            outcome = .success(lifetime)
            self.isOpen = isOpen
        }

        func fetch(_ request: TokenRequest) async throws -> AccessToken {
            fetches += 1
            let number = fetches
            if !isOpen { await withCheckedContinuation { gates.append($0) } }
            return AccessToken(
                token: Secret("token-\(number)"),
                expiresOn: request.now().addingTimeInterval(try outcome.get())
            )
        }

        func open() {
            isOpen = true
            for gate in gates { gate.resume() }
            gates = []
        }

        func fail(_ error: any Error) { outcome = .failure(error) }

        /// Returns once so many fetches have begun.
        func hasBegun(_ count: Int) async {
            while fetches < count { await Task.yield() }
        }
    }

    private struct Refused: Error {}

    private func request(at seconds: Double, scope: String? = nil, claims: String? = nil) -> TokenRequest {
        var request = TokenRequest(
            cloud: .global,
            transport: FixedTransport(200),
            clientRequestID: "id",
            claims: claims,
            now: { Date(timeIntervalSince1970: seconds) }
        )
        if let scope { request.scope = scope }
        return request
    }

    private func cache(_ source: Source) -> TokenCache { TokenCache { try await source.fetch($0) } }

    @Test func `a thousand calls at once fetch one token`() async throws {
        let source = Source(lifetime: 3599, isOpen: false)
        let cache = cache(source)
        try await withThrowingTaskGroup { group in
            for _ in 0..<1_000 { group.addTask { try await cache.token(for: request(at: 0)).token } }
            await source.hasBegun(1)
            await source.open()
            for try await token in group { #expect(token == "token-1") }
        }
        #expect(await source.fetches == 1)
    }

    @Test func `a token serves until five minutes before it expires`() async throws {
        let source = Source(lifetime: 3600)
        let cache = cache(source)
        for second in [0.0, 1, 3299] { #expect(try await cache.token(for: request(at: second)).token == "token-1") }
        #expect(try await renewed(cache, at: 3300).token == "token-2")
    }

    @Test func `a short-lived token serves for half its life`() async throws {
        let source = Source(lifetime: 60)
        let cache = cache(source)
        for second in [0.0, 29] { #expect(try await cache.token(for: request(at: second)).token == "token-1") }
        #expect(try await renewed(cache, at: 30).token == "token-2")
    }

    @Test func `while it is renewed ahead of expiry, every call goes on with the old token`() async throws {
        let gate = Source(lifetime: 3600, isOpen: false)
        let cache = TokenCache { request in
            request.now() < Date(timeIntervalSince1970: 3000)
                ? AccessToken(token: "old", expiresOn: Date(timeIntervalSince1970: 3600))
                : try await gate.fetch(request)
        }
        for second in [0.0, 3400, 3400, 3599] {
            #expect(try await cache.token(for: request(at: second)).token == "old")
        }
        await gate.hasBegun(1)
        await gate.open()
        #expect(try await renewed(cache, from: "old", at: 3400).token == "token-1")
        #expect(await gate.fetches == 1)
    }

    @Test func `a failed renewal leaves the old token in use until it expires, and is not tried again at once`()
        async throws
    {
        let source = Source(lifetime: 3600)
        let cache = cache(source)
        _ = try await cache.token(for: request(at: 0))
        await source.fail(Refused())
        #expect(try await cache.token(for: request(at: 3400)).token == "token-1")
        await source.hasBegun(2)
        for second in [3401.0, 3429] {
            #expect(try await cache.token(for: request(at: second)).token == "token-1")
        }
        #expect(await source.fetches == 2)
        while await source.fetches < 3 {
            #expect(try await cache.token(for: request(at: 3430)).token == "token-1")
        }
        await #expect(throws: Refused.self) { try await cache.token(for: request(at: 3600)) }
    }

    /// The token once it is another one.
    private func renewed(_ cache: TokenCache, from old: Secret = "token-1", at second: Double) async throws
        -> AccessToken
    {
        var token = try await cache.token(for: request(at: second))
        while token.token == old {
            await Task.yield()
            token = try await cache.token(for: request(at: second))
        }
        return token
    }

    @Test func `a failure is told to all who wait, and the next call tries anew`() async throws {
        let source = Source(lifetime: 3600, isOpen: false)
        let cache = cache(source)
        await source.fail(Refused())
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<10 {
                group.addTask {
                    do { return try await cache.token(for: request(at: 0)).token.reveal().isEmpty } catch {
                        return error is Refused
                    }
                }
            }
            await source.hasBegun(1)
            await source.open()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes == Array(repeating: true, count: 10))
        await #expect(throws: Refused.self) { try await cache.token(for: request(at: 0)) }
        #expect(await source.fetches >= 2)
    }

    @Test func `a cancelled call stops waiting, and the others get their token`() async throws {
        let source = Source(lifetime: 3600, isOpen: false)
        let cache = cache(source)
        let cancelled = Task { try await cache.token(for: request(at: 0)) }
        await source.hasBegun(1)
        async let other = cache.token(for: request(at: 0))
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        await source.open()
        #expect(try await other.token == "token-1")
        #expect(await source.fetches == 1)
    }

    @Test func `tokens of different scopes are kept apart`() async throws {
        let source = Source(lifetime: 3600)
        let cache = cache(source)
        #expect(try await cache.token(for: request(at: 0, scope: "a")).token == "token-1")
        #expect(try await cache.token(for: request(at: 0, scope: "b")).token == "token-2")
        #expect(try await cache.token(for: request(at: 0, scope: "a")).token == "token-1")
    }

    @Test func `a token that was got for claims serves every call, and no other answers a challenge`() async throws {
        let source = Source(lifetime: 3600)
        let cache = cache(source)
        #expect(try await cache.token(for: request(at: 0)).token == "token-1")
        #expect(try await cache.token(for: request(at: 0, claims: "x")).token == "token-2")
        #expect(try await cache.token(for: request(at: 0)).token == "token-2")
        #expect(try await cache.token(for: request(at: 0, claims: "x")).token == "token-2")
        // Challenges of one moment may differ in a second; the token that met this one was forgotten, or is older.
        let token = try await cache.token(for: request(at: 0, claims: "y"))
        #expect(token.token == "token-2")
        await cache.invalidate(token)
        #expect(try await cache.token(for: request(at: 0, claims: "y")).token == "token-3")
    }

    @Test func `calls join a fetch that answers a challenge, and a challenge joins no other`() async throws {
        let source = Source(lifetime: 3600, isOpen: false)
        let cache = cache(source)
        async let plain = cache.token(for: request(at: 0))
        await source.hasBegun(1)
        async let challenged = cache.token(for: request(at: 0, claims: "x"))
        await source.hasBegun(2)
        async let later = cache.token(for: request(at: 0))
        async let also = cache.token(for: request(at: 0, claims: "x"))
        await source.open()
        #expect(try await plain.token == "token-1")
        for token in try await [challenged, later, also] { #expect(token.token == "token-2") }
        #expect(try await cache.token(for: request(at: 0)).token == "token-2")
        #expect(await source.fetches == 2)
    }

    @Test func `a token is forgotten on demand, unless another has taken its place`() async throws {
        let source = Source(lifetime: 3600)
        let cache = cache(source)
        let first = try await cache.token(for: request(at: 0))
        await cache.invalidate(first)
        #expect(try await cache.token(for: request(at: 0)).token == "token-2")
        await cache.invalidate(first)
        #expect(try await cache.token(for: request(at: 0)).token == "token-2")
    }

    @Test func `a token that was on its way when the secret changed is not kept`() async throws {
        let old = Source(lifetime: 3600, isOpen: false)
        let cache = cache(old)
        async let early = cache.token(for: request(at: 0))
        await old.hasBegun(1)
        await cache.reset { _ in AccessToken(token: "new") }
        await old.open()
        #expect(try await early.token == "token-1")
        #expect(try await cache.token(for: request(at: 0)).token == "new")
    }
}
