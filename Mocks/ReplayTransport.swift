public import GraphInvitations
public import GraphInvitationsFixtures

/// Answers requests from fixtures: a transport with no way to the network.
///
/// Each recorded exchange answers one request. Requests may come in any order; those that match the same exchanges get
/// them in the order of the file. A request that nothing matches throws and is remembered, so that ``verify()`` reports
/// it even where the code under test caught the error.
///
/// ```swift
/// let replay = ReplayTransport(.createInvitation)
/// let graph = GraphClient(credential: StaticTokenCredential("token"), transport: replay)
/// // … call the code under test …
/// try await replay.verify()
/// ```
///
/// It imports no test framework and shares nothing: give each test its own.
public actor ReplayTransport: GraphTransport {
    private let clock: any Clock<Duration>
    private var exchanges: [RecordedExchange] = []
    private var uses: [Int] = []
    private var misuse: FixtureFormatError?
    private var unanswered: [ReplayError.Issue] = []

    /// The requests that came, answered or not, in order.
    public private(set) var requests: [TransportRequest] = []

    /// A transport that plays these fixtures, one after the other where their requests are alike.
    ///
    /// - Parameters:
    ///   - fixtures: The scenarios to play.
    ///   - clock: What recorded delays wait on.
    public init(_ fixtures: Fixture..., clock: any Clock<Duration> = ContinuousClock()) {
        self.init(fixtures, clock: clock)
    }

    /// A transport that plays these fixtures, one after the other where their requests are alike.
    ///
    /// - Parameters:
    ///   - fixtures: The scenarios to play.
    ///   - clock: What recorded delays wait on.
    public init(_ fixtures: [Fixture], clock: any Clock<Duration> = ContinuousClock()) {
        self.clock = clock
        do {
            for fixture in fixtures { exchanges += try Scenario(fixture).exchanges }
            uses = Array(repeating: 0, count: exchanges.count)
        } catch {
            misuse = error
        }
    }

    /// Answers a request with the first matching exchange that is left.
    ///
    /// - Parameter request: The request.
    /// - Returns: The recorded answer.
    /// - Throws: `TransportError`: with code `malformedFixture` for a fixture that cannot be played, `noRecordedAnswer`
    ///   where no exchange matches, `invalidRequest` for a request that must not be sent, or that of a recorded fault.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        requests.append(request)
        if let misuse {
            throw TransportError(
                .malformedFixture,
                mayHaveBeenSent: false,
                message: misuse.description,
                underlyingError: misuse
            )
        }
        // As a transport of the network would.
        try request.validate()
        let candidates = exchanges.map { Candidate($0, request) }
        let matching = candidates.indices.filter { candidates[$0].differences.isEmpty }
        guard let index = matching.first(where: { uses[$0] == 0 || exchanges[$0].isRepeated }) else {
            let issue = issue(request, candidates, used: matching)
            unanswered.append(issue)
            throw TransportError(
                .noRecordedAnswer,
                mayHaveBeenSent: false,
                message: issue.description,
                underlyingError: ReplayError(issues: [issue])
            )
        }
        uses[index] += 1
        let answer = exchanges[index].answer
        if let delay = answer.delay { try await clock.sleep(for: delay) }
        return try answer.outcome.get()
    }

    /// Checks that every request was answered and every exchange was used.
    ///
    /// - Throws: ``ReplayError``, which lists all that is wrong and prints well; ``FixtureFormatError`` for a malformed
    ///   fixture.
    public func verify() throws {
        if let misuse { throw misuse }
        let unused = exchanges.indices.filter { uses[$0] == 0 }
            .map { ReplayError.Issue.unused(exchange: exchanges[$0].title) }
        guard unanswered.isEmpty, unused.isEmpty else { throw ReplayError(issues: unanswered + unused) }
    }

    private func issue(
        _ request: TransportRequest,
        _ candidates: [Candidate],
        used: [Int]
    ) -> ReplayError.Issue {
        let title = RequestParts(request).title
        if let index = used.first { return .exhausted(request: title, exchange: exchanges[index].title) }
        guard let nearest = candidates.min(by: { $0.distance < $1.distance }) else {
            return .unmatched(request: title, nearest: nil)
        }
        return .unmatched(
            request: title,
            nearest: ReplayError.Nearest(
                exchange: nearest.exchange.title,
                differences: nearest.differences.map(\.description)
            )
        )
    }

    /// One exchange held against one request.
    private struct Candidate {
        let exchange: RecordedExchange
        let differences: [RequestDifference]

        init(_ exchange: RecordedExchange, _ request: TransportRequest) {
            self.exchange = exchange
            differences = exchange.differences(from: RequestParts(request))
        }

        var distance: Int { differences.map(\.weight).reduce(0, +) }
    }
}

extension TransportError.Code {
    /// No recorded exchange answers the request.
    public static let noRecordedAnswer = Self(rawValue: "noRecordedAnswer")
    /// A fixture cannot be played.
    public static let malformedFixture = Self(rawValue: "malformedFixture")
}
