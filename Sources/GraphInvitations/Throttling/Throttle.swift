extension GraphClient.Configuration {
    /// How fast a client sends requests to `/invitations`.
    public struct Throttle: Sendable {
        enum Kind: Sendable {
            case limit(Int?, Duration)
            case gate(ThrottleGate)
        }

        let kind: Kind

        /// What Graph documents for a tenant, all its apps together: 150 requests in 5 seconds.
        public static let graphInvitations = limit(requests: 150, per: .seconds(5))
        /// As fast as calls are made; a 429 still stops all calls of the client until its time.
        public static let unlimited = Throttle(kind: .limit(nil, .zero))

        /// So many requests in a period; at least 1.
        public static func limit(requests: Int, per period: Duration) -> Throttle {
            Throttle(kind: .limit(requests, period))
        }

        /// Through a gate that several clients share, on the gate's own clock.
        public static func gate(_ gate: ThrottleGate) -> Throttle { Throttle(kind: .gate(gate)) }

        /// The gate for one client.
        func gate(_ timeline: Timeline) -> ThrottleGate {
            switch kind {
            case .limit(let requests, let period): ThrottleGate(limit: requests, per: period, timeline: timeline)
            case .gate(let gate): gate
            }
        }
    }
}
