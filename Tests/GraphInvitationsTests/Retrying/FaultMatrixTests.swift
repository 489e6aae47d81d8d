import Foundation
import GraphInvitationsMocks
import Testing

@testable import GraphInvitations

/// Every fault, in every kind of request, at every attempt, on a clock that no one waits for.
@Suite struct FaultMatrixTests {
    /// What a fault leaves behind.
    enum Fate: Sendable {
        /// The service had nothing.
        case unsent(GraphError.Code)
        /// Nobody knows what the service had.
        case inDoubt(GraphError.Code)
        /// The service did not look at it, and names a time or none.
        case refused(Duration?, GraphError.Code)
        case unauthorized
        /// Nobody knows what the service had, and the error is none that passes.
        case lost(GraphError.Code)
        /// Nothing that repeating would cure; the second code is for a sign-in.
        case final(GraphError.Code, GraphError.Code)
    }

    enum Kind: CaseIterable, Sendable {
        case create, mailedCreate, reset, mailedReset, get, patch, delete, token

        var isInvitation: Bool {
            switch self {
            case .create, .mailedCreate, .reset, .mailedReset: true
            case .get, .patch, .delete, .token: false
            }
        }
    }

    struct Cell: Sendable, CustomTestStringConvertible {
        let fault: FaultTransport.Fault
        let fate: Fate
        let kind: Kind
        /// How many attempts failed to connect before it, of three.
        let lead: Int

        var testDescription: String { "\(fault), \(kind), attempt \(lead + 1)" }
    }

    static let faults: [(FaultTransport.Fault, Fate)] = [
        (.nameNotResolved, .unsent(.transport)), (.connectionRefused, .unsent(.transport)),
        (.secureConnectionFailed, .unsent(.transport)),
        (
            .error(TransportError(.timedOut, mayHaveBeenSent: false, message: "Its turn did not come.")),
            .unsent(.timedOut)
        ),
        (.connectionLost(afterDelivery: false), .inDoubt(.transport)),
        (.connectionLost(afterDelivery: true), .inDoubt(.transport)),
        (.timedOut(afterDelivery: false), .inDoubt(.timedOut)), (.timedOut(afterDelivery: true), .inDoubt(.timedOut)),
        (.malformedResponse(afterDelivery: true), .inDoubt(.transport)),
        (.status(502, afterDelivery: true), .inDoubt(.serviceUnavailable)),
        (.status(503, afterDelivery: true), .inDoubt(.serviceUnavailable)),
        (.status(503, retryAfter: "soon", afterDelivery: true), .inDoubt(.serviceUnavailable)),
        (.status(504), .inDoubt(.serviceUnavailable)),
        (.throttled(retryAfter: "2.128"), .refused(.milliseconds(2_128), .throttled)),
        (.throttled(retryAfter: nil), .refused(nil, .throttled)),
        (.status(503, retryAfter: "7"), .refused(.seconds(7), .serviceUnavailable)),
        (.unauthorized(), .unauthorized), (.unauthorized(claims: #"{"access_token":{}}"#), .unauthorized),
        (
            .error(TransportError(.init(rawValue: "odd"), mayHaveBeenSent: true, message: "m"), afterDelivery: true),
            .lost(.init(rawValue: "odd"))
        ),
        (.status(500, afterDelivery: true), .final(.rejected, .serviceUnavailable)),
        (.status(408, afterDelivery: true), .final(.rejected, .authentication)),
        (.status(400), .final(.rejected, .authentication)), (.status(403), .final(.forbidden, .authentication)),
        (.status(404), .final(.notFound, .authentication)), (.status(409), .final(.conflict, .authentication)),
        (.status(307), .final(.rejected, .authentication)),
        (.halfBody, .final(.malformedResponse, .malformedResponse)),
        (.captivePortal, .final(.malformedResponse, .malformedResponse)),
    ]

    static let cells = faults.flatMap { fault, fate in
        Kind.allCases.flatMap { kind in
            (0...2).map { Cell(fault: fault, fate: fate, kind: kind, lead: $0) }
        }
    }

    @Test(arguments: cells)
    func `the fault ends the call as the table says`(_ cell: Cell) async throws {
        let stub = GraphStub()
        let script = Array(repeating: FaultTransport.Fault.connectionRefused, count: cell.lead) + [cell.fault]
        let transport = FaultTransport(stub, script: script)
        let clock = ManualClock(skipsWaits: true)
        var configuration = GraphClient.Configuration(clock: clock)
        configuration.retry.maximumAttempts = 3
        configuration.random = { 1 }
        let result = await Self.result(of: cell.kind, transport, configuration)

        let expected = Self.expectation(cell)
        #expect(result.map(\.code) == expected.code)
        let isRelevant = { (request: TransportRequest) in (cell.kind == .token) == request.url.contains("/oauth2/") }
        #expect(await transport.requests.count(where: isRelevant) == expected.sends)
        #expect(await clock.waits == expected.waits)

        // Whatever the table says: nothing that may have mailed somebody is sent again, and a guest who was made is
        // handed over, or the doubt is.
        let had = await stub.requests.count
        if cell.kind == .mailedCreate || cell.kind == .mailedReset {
            #expect(had <= 1)
            switch cell.fate {
            case .inDoubt, .lost: #expect(await transport.requests.count == cell.lead + 1)
            default: break
            }
        }
        if cell.kind.isInvitation, had > 0 { #expect(result == nil || result?.invitationInDoubt != nil) }
        if result?.code == .malformedResponse { #expect(result?.response?.body.isEmpty == false) }
        if cell.kind != .token { #expect(result.map(\.attempts.count) ?? expected.sends == expected.sends) }
    }

    /// What the table of the design says, in waits of the longest possible back-off.
    private static func expectation(_ cell: Cell) -> (code: GraphError.Code?, sends: Int, waits: [Duration]) {
        let backoffs = [Duration.seconds(1), .seconds(2)]
        let before = Array(backoffs.prefix(cell.lead))
        let failed = { (code: GraphError.Code) in (Optional(code), cell.lead + 1, before) }
        let repeated = { (wait: [Duration]) in (GraphError.Code?.none, cell.lead + 2, before + wait) }
        let isLast = cell.lead == 2
        switch cell.fate {
        case .final(let code, let signInCode): return failed(cell.kind == .token ? signInCode : code)
        case .unauthorized:
            if cell.kind == .token { return failed(.authentication) }
            return isLast ? failed(.unauthorized) : repeated([])
        case .inDoubt where cell.kind == .mailedCreate || cell.kind == .mailedReset: return failed(.outcomeUnknown)
        case .lost(let code):
            return failed(cell.kind == .mailedCreate || cell.kind == .mailedReset ? .outcomeUnknown : code)
        case .unsent(let code), .inDoubt(let code): return isLast ? failed(code) : repeated([backoffs[cell.lead]])
        case .refused(let wait, let code): return isLast ? failed(code) : repeated([wait ?? backoffs[cell.lead]])
        }
    }

    /// Makes one call; nil for a success.
    private static func result(
        of kind: Kind,
        _ transport: FaultTransport,
        _ configuration: GraphClient.Configuration
    ) async -> GraphError? {
        let credential = ClientSecretCredential(tenantID: "contoso.com", clientID: "c", clientSecret: "s")
        let graph =
            kind == .token
            ? GraphClient(credential: credential, transport: transport, configuration: configuration)
            : GraphClient(credential: RotatingCredential(), transport: transport, configuration: configuration)
        var patch = UserPatch()
        patch.jobTitle = "Consultant"
        do throws(GraphError) {
            switch kind {
            case .create, .token: _ = try await graph.invitations.create(Samples.invitation)
            case .mailedCreate: _ = try await graph.invitations.create(Samples.mailedInvitation)
            case .reset: _ = try await graph.invitations.resetRedemption(Samples.reset)
            case .mailedReset:
                var reset = Samples.reset
                reset.sendInvitationMessage = true
                _ = try await graph.invitations.resetRedemption(reset)
            case .get: _ = try await graph.users["u"].get()
            case .patch: try await graph.users["u"].update(patch)
            case .delete: try await graph.users["u"].delete()
            }
            return nil
        } catch {
            return error
        }
    }
}
