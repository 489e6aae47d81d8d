import Foundation
import GraphInvitations
import Testing

@Suite struct RetryAfterTests {
    static let cases: [(HTTPFields, Duration?)] = [
        (["Retry-After": "30"], .seconds(30)),
        (["retry-after": "2.128"], .milliseconds(2128)),
        (["Retry-After": " 7 "], .seconds(7)),
        (["Retry-After": "0"], .zero),
        (["x-ms-retry-after-ms": "1500"], .milliseconds(1500)),
        (["x-ms-retry-after-ms": "1500", "Retry-After": "1"], .milliseconds(1500)),
        (["x-ms-retry-after-ms": "1500", "Retry-After": "3"], .seconds(3)),
        (["Retry-After": "Thu, 01 Jan 1970 00:01:40 GMT"], .seconds(90)),
        (["Retry-After": "Thu, 01 Jan 1970 00:00:01 GMT"], .zero),
        (["Retry-After": "99999999999999999999"], .seconds(1e12)),
        (["Retry-After": "-1"], nil), (["Retry-After": "soon"], nil), (["Retry-After": "1e3"], nil),
        (["Retry-After": "nan"], nil), (["Retry-After": ""], nil),
        (["Retry-After": "5", "retry-after": "10"], .seconds(10)), (["Retry-After": "5, 10"], .seconds(10)),
        (["Retry-After": "1 2"], nil), (["Retry-After": "soon, 3"], .seconds(3)),
        (["Retry-After": "Thu, 41 Jan 1970 00:01:40 GMT"], nil),
        (["Retry-After": "Thu, 01 Foo 1970 00:01:40 GMT"], nil), ([:], nil),
    ]

    @Test(arguments: cases)
    func `reads every form of the wait`(_ headers: HTTPFields, _ wait: Duration?) async {
        var configuration = Samples.configuration
        configuration.now = { Date(timeIntervalSince1970: 10) }
        let graph = GraphClient(
            credential: StaticTokenCredential("token"),
            transport: FixedTransport(429, headers: headers),
            configuration: configuration
        )
        let error = await #expect(throws: GraphError.self) { try await graph.invitations.create(Samples.invitation) }
        #expect(error?.retryAfter == wait)
    }
}
