#if URLSession
import Dispatch
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Sends requests over URLSession, for plain single exchanges: no redirects, cookies, cache or stored credentials.
///
/// Copies share one pool of connections. On Linux a cancelled or overdue call returns at once, while its connection stays
/// busy until the server answers or the timeout passes: URLSession cannot safely be told to cancel there.
public struct URLSessionTransport: GraphTransport {
    private let session: Session
    private let timeout: Duration

    /// A transport with a pool of its own.
    ///
    /// - Parameters:
    ///   - maximumConnectionsPerHost: How many HTTP/1.1 connections may be open to one host; further calls wait.
    ///   - timeout: How long a call may take in all, waiting for a connection included.
    public init(maximumConnectionsPerHost: Int = 32, timeout: Duration = .seconds(100)) {
        session = Session(maximumConnectionsPerHost: maximumConnectionsPerHost)
        self.timeout = timeout
    }

    /// Sends a request and waits for the whole answer.
    ///
    /// - Parameter request: The request: https, or http on the loopback interface.
    /// - Returns: The answer, whatever its status; a redirect as it came.
    /// - Throws: ``TransportError``, or `CancellationError` where the task was cancelled.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try request.validate()
        try Task.checkCancellation()
        let (replies, exchange) = Exchange.start()
        let task = session.urlSession.dataTask(with: try URLRequest(request, timeout: timeout)) { data, response, error in
            exchange.finish(data: data, response: response, error: error)
        }
        // The session's delegate finds the exchange here, which spares a table and a lock.
        task.delegate = exchange
        exchange.onCancel { task.abandon() }
        let deadline = DispatchSource.makeTimerSource()
        deadline.schedule(deadline: .now() + timeout.dispatchInterval)
        deadline.setEventHandler {
            exchange.finish(.failure(TransportError.deadlinePassed))
            task.abandon()
        }
        deadline.activate()
        defer { deadline.cancel() }
        task.resume()
        for await reply in replies { return try reply.get() }
        // The replies end without one for a cancelled task alone.
        throw CancellationError()
    }
}

extension URLSessionTask {
    /// Gives the task up.
    ///
    /// Cancelling on Linux can deadlock or crash the process (swift-corelibs-foundation, until the 6.4 releases), so there
    /// the task is left to its timeout.
    fileprivate func abandon() {
        #if !canImport(FoundationNetworking)
        cancel()
        #endif
    }
}

extension URLRequest {
    fileprivate init(_ request: TransportRequest, timeout: Duration) throws(TransportError) {
        // Foundation may rewrite an address it half likes; a request must go where its text says.
        guard let url = URL(string: request.url), url.absoluteString == request.url else {
            throw TransportError(.invalidRequest, mayHaveBeenSent: false, message: "URLSession does not take the URL.")
        }
        self.init(url: url)
        httpMethod = request.method
        httpBody = request.body
        // Whole seconds on Linux, and only for silence: the transport's own deadline does the rest, this one ends what
        // was abandoned.
        timeoutInterval = Double(timeout.components.seconds) + 1
        for field in request.headers { addValue(field.value, forHTTPHeaderField: field.name) }
    }
}

extension Duration {
    fileprivate var dispatchInterval: DispatchTimeInterval {
        let (seconds, attoseconds) = components
        // Bounded, because the sum is in nanoseconds of 64 bits.
        return .nanoseconds(Int(min(max(seconds, 0), 1_000_000_000)) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
    }
}
#endif
