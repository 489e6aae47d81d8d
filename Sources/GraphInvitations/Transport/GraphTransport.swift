/// What carries one request to a server and brings its answer back.
///
/// Conform to it to send requests in a way of your own, or to answer them in a test:
///
/// ```swift
/// struct Teapot: GraphTransport {
///     func send(_ request: TransportRequest) async throws -> TransportResponse {
///         TransportResponse(statusCode: 418)
///     }
/// }
/// ```
///
/// A transport follows no redirect, does not repeat a request that has a body, and returns every answer that has a
/// status, whatever the status.
public protocol GraphTransport: Sendable {
    /// Sends a request and waits for the whole answer.
    ///
    /// - Parameter request: The request, complete with its credential.
    /// - Returns: The answer, whatever its status.
    /// - Throws: ``TransportError`` where no answer came; its code and whether the request may have been sent decide
    ///   whether it is repeated. Any other error counts as "may have been sent", `CancellationError` included, and is
    ///   final.
    func send(_ request: TransportRequest) async throws -> TransportResponse
}
