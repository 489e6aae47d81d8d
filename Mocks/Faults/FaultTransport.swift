public import GraphInvitations

/// Puts faults between a client and another transport, to see what becomes of calls when the network, a proxy or the
/// service fails.
///
/// ```swift
/// let faults = FaultTransport(ReplayTransport(.createInvitation), script: [.connectionRefused, nil])
/// let graph = GraphClient(credential: credential, transport: faults, configuration: configuration)
/// ```
///
/// Give the client a ``ManualClock`` that skips waits, and nothing takes any time.
public actor FaultTransport: GraphTransport {
    private let base: any GraphTransport
    private var script: ArraySlice<Fault?>
    private let probabilities: [(fault: Fault, probability: Double)]
    private var generator: SeededGenerator

    /// The requests that came, in order.
    public private(set) var requests: [TransportRequest] = []
    /// What befell each of them; nil for nothing.
    public private(set) var faults: [Fault?] = []
    /// The requests that reached the transport behind.
    public private(set) var delivered: [TransportRequest] = []

    /// Faults by a script: the first request meets the first, and so on.
    ///
    /// - Parameters:
    ///   - base: The transport behind.
    ///   - script: The faults; nil, and all after the last, pass without one.
    public init(_ base: some GraphTransport, script: [Fault?]) {
        self.base = base
        self.script = script[...]
        probabilities = []
        generator = SeededGenerator(seed: 0)
    }

    /// Faults by chance, the same ones for the same seed and order of requests.
    ///
    /// - Parameters:
    ///   - base: The transport behind.
    ///   - probabilities: How likely each fault is, from 0 to 1; at most 1 in all.
    ///   - seed: Where the chance begins.
    public init(_ base: some GraphTransport, probabilities: [(fault: Fault, probability: Double)], seed: UInt64) {
        self.base = base
        script = []
        self.probabilities = probabilities
        generator = SeededGenerator(seed: seed)
    }

    /// Sends a request on, or lets a fault befall it.
    ///
    /// - Parameter request: The request.
    /// - Returns: The answer of the transport behind, or that of the fault.
    /// - Throws: What the transport behind throws, or the error of the fault.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        // As a transport of the network would.
        try request.validate()
        requests.append(request)
        let fault = nextFault()
        faults.append(fault)
        guard let fault else { return try await deliver(request) }
        let answer = fault.isAfterDelivery ? try await deliver(request) : nil
        return try await fault.outcome(answer)
    }

    private func deliver(_ request: TransportRequest) async throws -> TransportResponse {
        delivered.append(request)
        return try await base.send(request)
    }

    private func nextFault() -> Fault? {
        if let scripted = script.popFirst() { return scripted }
        guard !probabilities.isEmpty else { return nil }
        var chance = Double.random(in: 0..<1, using: &generator)
        for (fault, probability) in probabilities {
            if chance < probability { return fault }
            chance -= probability
        }
        return nil
    }
}
