/// Keeps the requests of one client, or of several that are given it, within what Graph takes.
///
/// Requests to `/invitations` pass through in the order in which their calls were made, no more than a limit within a
/// period. When Graph answers 429, the gate stays closed for everyone until the time that it names, an hour at most;
/// calls on users have a limit of their own at Graph, so theirs close the gate for calls on users alone.
///
/// Graph counts all apps of a tenant together, so give clients of one tenant one gate:
///
/// ```swift
/// configuration.throttle = .gate(ThrottleGate())
/// ```
///
/// A gate waits on a clock of its own: in a test, give it that of the test.
///
/// Mirrors [Throttling limits](https://learn.microsoft.com/graph/throttling-limits).
public struct ThrottleGate: Sendable {
    let invitations: ThrottleQueue
    let users: ThrottleQueue

    /// A gate with the limit that Graph documents for invitations, unless you give another.
    ///
    /// - Parameters:
    ///   - requests: How many requests to `/invitations` pass in a period, at least 1; nil for no limit.
    ///   - period: How long a request counts after its end.
    ///   - clock: What the gate waits on.
    public init(
        requests: Int? = 150,
        per period: Duration = .seconds(5),
        clock: some Clock<Duration> = ContinuousClock()
    ) {
        self.init(limit: requests, per: period, timeline: Timeline(clock))
    }

    init(limit: Int?, per period: Duration, timeline: Timeline) {
        invitations = ThrottleQueue(limit: limit, period: period, timeline: timeline)
        users = ThrottleQueue(limit: nil, period: .zero, timeline: timeline)
    }

    func queue(for operation: GraphOperation) -> ThrottleQueue { operation.isInvitation ? invitations : users }
}
