#if URLSession
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLSessionTransport {
    /// One request and its one answer, whoever has it first: the session, a challenge, or the deadline.
    ///
    /// The answer travels through a stream: it takes the first and drops the rest, from any thread, and it ends at once
    /// when the waiting task is cancelled, with no lock held and nothing resumed twice.
    final class Exchange: NSObject, URLSessionTaskDelegate, Sendable {
        typealias Reply = Result<TransportResponse, TransportError>

        private let reply: AsyncStream<Reply>.Continuation

        static func start() -> (replies: AsyncStream<Reply>, exchange: Exchange) {
            let (replies, reply) = AsyncStream.makeStream(of: Reply.self, bufferingPolicy: .bufferingOldest(1))
            return (replies, Exchange(reply))
        }

        private init(_ reply: AsyncStream<Reply>.Continuation) { self.reply = reply }

        func onCancel(_ action: @escaping @Sendable () -> Void) {
            reply.onTermination = { if case .cancelled = $0 { action() } }
        }

        func finish(data: Data?, response: URLResponse?, error: (any Error)?) {
            guard let response = response as? HTTPURLResponse, error == nil else {
                finish(.failure(TransportError(urlSession: error)))
                return
            }
            finish(.success(TransportResponse(response, body: data ?? Data())))
        }

        func finish(_ outcome: Reply) {
            reply.yield(outcome)
            reply.finish()
        }

        #if !canImport(FoundationNetworking)
        func urlSession(
            _ session: URLSession,
            task: URLSessionTask,
            willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest,
            completionHandler: @escaping (URLRequest?) -> Void
        ) {
            completionHandler(nil)
        }
        #endif
    }
}

extension TransportResponse {
    fileprivate init(_ response: HTTPURLResponse, body: Data) {
        let fields = response.allHeaderFields
            .compactMap { name, value -> (name: String, value: String)? in
                guard let name = name as? String, let value = value as? String else { return nil }
                return (name, value)
            }
            .sorted { $0.name < $1.name }
        var headers = HTTPFields()
        for field in fields { headers.append(field.value, named: field.name) }
        self.init(statusCode: response.statusCode, headers: headers, body: body)
    }
}
#endif
