public import GraphInvitations
public import GraphInvitationsFixtures

/// Answers requests from fixtures: a transport with no way to the network.
///
/// Each recorded exchange answers one request. Requests may come in any order, unless you ask for the recorded one;
/// those that match the same exchanges get them in the order of the file. A request that nothing matches throws and is
/// remembered, so that ``verify()`` reports it even where the code under test caught the error.
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
    /// In which order requests must come.
    public enum Order: Hashable, Sendable {
        /// Any; those that match the same exchanges get them in the order of the file.
        case any
        /// That of the exchanges.
        case recorded
    }

    private let clock: any Clock<Duration>
    private var script = ReplayScript(exchanges: [], order: .any)
    private var redactor: Redactor?
    private var misuse: FixtureFormatError?
    private var unanswered: [ReplayError.Issue] = []

    /// The requests that came, answered or not, in order.
    public private(set) var requests: [TransportRequest] = []

    /// A transport that plays these fixtures, one after the other where their requests are alike.
    ///
    /// - Parameters:
    ///   - fixtures: The scenarios to play.
    ///   - order: In which order requests must come.
    ///   - redaction: What was done to the recording, to be done to each request that does not fit as it is: so that code
    ///     can go on using the values that it was recorded with, made in the same order. Nil compares requests as they are.
    ///   - clock: What recorded delays wait on.
    public init(
        _ fixtures: Fixture...,
        order: Order = .any,
        redaction: Redaction? = nil,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.init(fixtures, order: order, redaction: redaction, clock: clock)
    }

    /// A transport that plays these fixtures, one after the other where their requests are alike.
    ///
    /// - Parameters:
    ///   - fixtures: The scenarios to play.
    ///   - order: In which order requests must come.
    ///   - redaction: What was done to the recording, to be done to each request that does not fit as it is: so that code
    ///     can go on using the values that it was recorded with, made in the same order. Nil compares requests as they are.
    ///   - clock: What recorded delays wait on.
    public init(
        _ fixtures: [Fixture],
        order: Order = .any,
        redaction: Redaction? = nil,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.clock = clock
        redactor = redaction.map { Redactor($0) }
        do throws(FixtureFormatError) {
            var exchanges: [RecordedExchange] = []
            for fixture in fixtures { exchanges += try Scenario(fixture).exchanges }
            script = ReplayScript(exchanges: exchanges, order: order)
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
    ///   A client's error has a code of the same name.
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
        let exchange: RecordedExchange
        do throws(ReplayError) {
            let redacted = redactor?.redacted(request)
            exchange = try script.next(for: RequestParts(request), redacted: redacted.map { RequestParts($0) })
        } catch {
            unanswered += error.issues
            throw TransportError(
                .noRecordedAnswer,
                mayHaveBeenSent: false,
                message: error.description,
                underlyingError: error
            )
        }
        let answer = exchange.answer
        // What it holds is as it will be; the redactor is to know the placeholders that are taken.
        if case .success(let response) = answer.response { _ = redactor?.redacted(response) }
        if let delay = answer.delay { try await clock.sleep(for: delay) }
        let response = try answer.response.mapError(\.error).get()
        return response.linking(from: exchange.request.origin, to: RequestAddress(request.url)?.origin)
    }

    /// Checks that every request was answered and every exchange was used.
    ///
    /// - Throws: ``ReplayError``, which lists all that is wrong and prints well; ``FixtureFormatError`` for a malformed
    ///   fixture.
    public func verify() throws {
        if let misuse { throw misuse }
        let issues = unanswered + script.unused
        guard issues.isEmpty else { throw ReplayError(issues: issues) }
    }
}

extension TransportError.Code {
    /// No recorded exchange answers the request.
    public static let noRecordedAnswer = Self(rawValue: "noRecordedAnswer")
    /// A fixture cannot be played.
    public static let malformedFixture = Self(rawValue: "malformedFixture")
}

extension GraphError.Code {
    /// No recorded exchange answers the request: the cause says which comes nearest.
    public static let noRecordedAnswer = Self(rawValue: TransportError.Code.noRecordedAnswer.rawValue)
    /// A fixture cannot be played: the cause says where it is malformed.
    public static let malformedFixture = Self(rawValue: TransportError.Code.malformedFixture.rawValue)
}
