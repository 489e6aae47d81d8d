#if URLSession
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Sends requests over URLSession, for plain single exchanges: no redirects, cookies, cache or stored credentials.
///
/// Copies share one pool of connections. <doc:URLSessionOnLinux> says what to expect there.
public struct URLSessionTransport: GraphTransport {
    typealias Reply = Result<TransportResponse, TransportError>

    private let transfers: Transfers
    private let timeout: Duration

    /// A transport with a pool of its own.
    ///
    /// - Parameters:
    ///   - maximumConnectionsPerHost: How many requests may be under way at a time, each on a connection of its own
    ///     over HTTP/1.1; at least 1. Further calls wait for their turn.
    ///   - timeout: How long a call may take in all, waiting for its turn included; at most a day.
    public init(maximumConnectionsPerHost: Int = 32, timeout: Duration = .seconds(100)) {
        let limit = min(max(maximumConnectionsPerHost, 1), 10_000)
        // A longer one overflows in URLSession on Linux.
        self.timeout = min(timeout, .seconds(86_400))
        // Room for those that were given up and run on.
        let session = Session(maximumConnectionsPerHost: limit * 4)
        transfers = Transfers(session: session, limit: limit, timeout: self.timeout)
    }

    /// Sends a request and waits for the whole answer.
    ///
    /// - Parameter request: The request: https, or http on the loopback interface.
    /// - Returns: The answer, whatever its status; a redirect as it came.
    /// - Throws: ``TransportError``; with code `cancelled` where the task was cancelled.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try request.validate()
        guard !Task.isCancelled else {
            throw TransportError(.cancelled, mayHaveBeenSent: false, message: "The task was cancelled.")
        }
        let urlRequest = try URLRequest(request, silence: timeout)
        // A stream takes the first reply and drops the rest, from any thread, and it ends at once when this task is
        // cancelled: with no lock held, and nothing resumed twice.
        let (replies, continuation) = AsyncStream.makeStream(of: Reply.self, bufferingPolicy: .bufferingOldest(1))
        let call = await transfers.start(urlRequest, continuation)
        var iterator = replies.makeAsyncIterator()
        let reply = await iterator.next()
        guard let reply else {
            // The replies end without one for a cancelled task alone.
            let wasUnderWay = await transfers.leave(call)
            throw TransportError(.cancelled, mayHaveBeenSent: wasUnderWay, message: "The task was cancelled.")
        }
        return try reply.get()
    }
}

extension URLRequest {
    fileprivate init(_ request: TransportRequest, silence: Duration) throws(TransportError) {
        // Foundation may rewrite an address it half likes; a request must go where its text says.
        guard let url = URL(string: request.url), url.absoluteString == request.url else {
            throw TransportError(.invalidRequest, mayHaveBeenSent: false, message: "URLSession does not take the URL.")
        }
        self.init(url: url)
        httpMethod = request.method
        httpBody = request.body
        // Whole seconds on Linux, and of silence only: this ends what was abandoned, the deadline all else.
        timeoutInterval = Double(silence.components.seconds) + 1
        for field in request.headers { addValue(field.value, forHTTPHeaderField: field.name) }
    }
}
#endif
