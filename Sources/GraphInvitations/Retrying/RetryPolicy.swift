/// How often a call is tried, and for how long.
///
/// What is repeated, and when, follows from what the failed attempt leaves behind:
///
/// | answer | reading, changing, sign-in, invitation without mail | invitation or reset with mail |
/// | --- | --- | --- |
/// | 429, 503 with `Retry-After` | wait as told, repeat | wait as told, repeat |
/// | 502, 503 without, 504, no answer although the request may have been sent | back off, repeat | ``mayMailTwice`` |
/// | nothing was sent: no connection, no address, no encryption | back off, repeat | back off, repeat |
/// | 401 | once, with a fresh token | once, with a fresh token |
/// | anything else | not repeated | not repeated |
///
/// A wait that the service asks for is never cut short: where it does not fit into ``totalTime``, the call fails at
/// once, with the time in ``GraphError/retryAfter``.
public struct RetryPolicy: Hashable, Sendable {
    /// How often a request is sent at most, the first time included; less than 1 counts as 1.
    public var maximumAttempts: Int
    /// How long after its first attempt a call may still be repeated, waits included.
    ///
    /// Also the longest closure of the ``ThrottleGate`` that a call waits for before its first attempt. Waiting for
    /// those who came before is no part of it.
    public var totalTime: Duration
    /// The longest wait before the first repetition, where the service names none.
    ///
    /// It doubles with each repetition. The wait is drawn between zero and that, so that many callers do not come back
    /// at one moment.
    public var firstBackoff: Duration
    /// The longest wait before any repetition, where the service names none.
    public var maximumBackoff: Duration
    /// Whether an invitation or reset with mail is repeated although Graph may have mailed the guest already.
    ///
    /// False unless set: such a call ends with the code `outcomeUnknown`, and
    /// ``InvitationsRequestBuilder/reconcile(_:settlingTime:)`` finds out.
    public var mayMailTwice: Bool

    /// A policy of these figures.
    public init(
        maximumAttempts: Int = 4,
        totalTime: Duration = .seconds(120),
        firstBackoff: Duration = .seconds(1),
        maximumBackoff: Duration = .seconds(30),
        mayMailTwice: Bool = false
    ) {
        self.maximumAttempts = maximumAttempts
        self.totalTime = totalTime
        self.firstBackoff = firstBackoff
        self.maximumBackoff = maximumBackoff
        self.mayMailTwice = mayMailTwice
    }

    /// Four attempts within two minutes.
    public static let `default` = RetryPolicy()
    /// One attempt.
    public static let none = RetryPolicy(maximumAttempts: 1)
}
