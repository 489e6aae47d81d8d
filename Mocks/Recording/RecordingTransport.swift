public import GraphInvitations

/// Takes down what goes through another transport, to be kept as a fixture.
///
/// ```swift
/// let recorder = RecordingTransport(URLSessionTransport())
/// let graph = GraphClient(credential: credential, transport: recorder)
/// // … call the code under test …
/// let recording = try await recorder.recording(named: "invite-a-guest", description: "A guest is invited.")
/// try recording.write(to: file)
/// ```
///
/// It writes nothing by itself. Failures and repetitions are recorded as the exchanges they were, in the order in which
/// the requests were sent; a request that was cancelled, or that the transport refused, is not. Calls that run one after
/// the other give the same file each time; those that run at once are in the order in which they happened to be sent.
public actor RecordingTransport: GraphTransport {
    private let base: any GraphTransport
    /// In the order of the requests; nil for one that is under way or is not recorded.
    private var entries: [Exchange?] = []

    /// A transport that takes down what goes through another one.
    ///
    /// - Parameter base: The transport that sends.
    public init(_ base: some GraphTransport) { self.base = base }

    /// The exchanges that came to an end, as they were, credentials included.
    public var exchanges: [Exchange] { entries.compactMap(\.self) }

    /// Sends a request on, and takes it down with what comes of it.
    ///
    /// - Parameter request: The request.
    /// - Returns: The answer of the other transport.
    /// - Throws: What the other transport throws.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let index = entries.endIndex
        entries.append(nil)
        do {
            let response = try await base.send(request)
            entries[index] = Exchange(request: request, outcome: .success(response))
            return response
        } catch {
            if let fault = RecordedFault(error) {
                entries[index] = Exchange(request: request, outcome: .failure(fault.error))
            }
            throw error
        }
    }

    /// What was recorded so far, redacted.
    ///
    /// - Parameters:
    ///   - name: What messages call the recording.
    ///   - description: What it shows.
    ///   - reference: Where it comes from, such as the application that was recorded.
    ///   - redaction: What is replaced.
    /// - Returns: The recording.
    /// - Throws: ``RecordingError`` where there is none, something cannot be searched, or is left that must not be.
    public func recording(
        named name: String,
        description: String,
        reference: String = "recorded traffic",
        redaction: Redaction = Redaction()
    ) throws(RecordingError) -> Recording {
        try Recording(
            of: exchanges,
            name: name,
            description: description,
            reference: reference,
            redaction: redaction
        )
    }
}
