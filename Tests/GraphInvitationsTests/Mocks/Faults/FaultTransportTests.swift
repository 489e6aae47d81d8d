import Foundation
import GraphInvitations
import GraphInvitationsMocks
import Testing

@Suite struct FaultTransportTests {
    private let request = TransportRequest(method: "GET", url: "https://graph.microsoft.com/v1.0/users")

    @Test func `follows its script, then passes everything`() async throws {
        let stub = GraphStub()
        let faults = FaultTransport(stub, script: [nil, .connectionRefused, .status(503, retryAfter: "1")])
        #expect(try await faults.send(request).statusCode == 200)
        await #expect(throws: TransportError.self) { try await faults.send(request) }
        let busy = try await faults.send(request)
        #expect(busy.statusCode == 503)
        #expect(busy.headers["Retry-After"] == "1")
        #expect(try await faults.send(request).statusCode == 200)
        #expect(await faults.requests.count == 4)
        #expect(await faults.faults.map { $0?.description } == [nil, "connectionRefused", "status 503", nil])
        #expect(await faults.delivered.count == 2)
        #expect(await stub.requests.count == 2)
    }

    @Test(arguments: [
        (FaultTransport.Fault.connectionLost(afterDelivery: true), 1), (.connectionLost(afterDelivery: false), 0),
        (.timedOut(afterDelivery: true), 1), (.status(504, afterDelivery: true), 1), (.status(504), 0),
        (.malformedResponse(afterDelivery: true), 1), (.secureConnectionFailed, 0), (.nameNotResolved, 0),
        (.halfBody, 1), (.captivePortal, 0), (.throttled(retryAfter: nil), 0), (.unauthorized(), 0),
    ])
    func `a fault after delivery reaches the service, others do not`(
        _ fault: FaultTransport.Fault,
        _ deliveries: Int
    ) async {
        let stub = GraphStub()
        _ = try? await FaultTransport(stub, script: [fault]).send(request)
        #expect(await stub.requests.count == deliveries)
        #expect(fault.isAfterDelivery == (deliveries == 1))
        #expect(fault.description.hasSuffix(" after delivery") == (deliveries == 1))
    }

    @Test func `the same seed brings the same faults, in about the proportion that was asked for`() async {
        func faults(seed: UInt64) async -> [String?] {
            let transport = FaultTransport(
                GraphStub(),
                probabilities: [(.connectionRefused, 0.25), (.status(503), 0.25)],
                seed: seed
            )
            for _ in 0..<1_000 { _ = try? await transport.send(request) }
            return await transport.faults.map { $0?.description }
        }
        let first = await faults(seed: 1)
        #expect(await faults(seed: 1) == first)
        #expect(await faults(seed: 2) != first)
        for name in ["connectionRefused", "status 503"] {
            #expect((200...300).contains(first.count { $0 == name }))
        }
    }

    @Test func `half a body is half`() async throws {
        let whole = try await GraphStub().send(request).body
        let half = try await FaultTransport(GraphStub(), script: [.halfBody]).send(request)
        #expect(half.statusCode == 200)
        #expect(half.body == whole.prefix(whole.count / 2))
    }

    @Test func `a challenge asks for the claims`() async throws {
        let faults = FaultTransport(GraphStub(), script: [.unauthorized(claims: #"{"a":1}"#)])
        let answer = try await faults.send(request)
        #expect(answer.statusCode == 401)
        #expect(
            answer.headers["WWW-Authenticate"]
                == #"Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ==""#
        )
    }

    @Test func `a request that must not be sent is refused, as by a transport of the network`() async {
        let faults = FaultTransport(GraphStub(), script: [])
        let bad = TransportRequest(method: "GET", url: "http://graph.microsoft.com/")
        let error = await #expect(throws: TransportError.self) { try await faults.send(bad) }
        #expect(error?.code == .invalidRequest)
    }
}
