#if URLSession
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLSessionTransport {
    /// A URLSession of its own, with everything switched off that an API call does not need.
    final class Session: Sendable {
        private let urlSession: URLSession

        init(maximumConnectionsPerHost: Int) {
            let configuration = URLSessionConfiguration.ephemeral
            configuration.httpMaximumConnectionsPerHost = maximumConnectionsPerHost
            configuration.urlCache = nil
            configuration.urlCredentialStorage = nil
            configuration.httpCookieStorage = nil
            configuration.httpShouldSetCookies = false
            configuration.httpCookieAcceptPolicy = .never
            urlSession = URLSession(configuration: configuration, delegate: Delegate(), delegateQueue: nil)
        }

        deinit {
            // A session with a delegate is never freed on Apple platforms unless told to. On Linux it is, and one that
            // was told so ends the process when it is used.
            #if !canImport(FoundationNetworking)
            urlSession.finishTasksAndInvalidate()
            #endif
        }

        /// Sends a request and waits for what comes of it.
        ///
        /// The async method, because on Linux a completion handler costs a tenth of the request more. It must not run
        /// in a task that anybody cancels there.
        func reply(to request: URLRequest) async -> Reply {
            do {
                let (body, response) = try await urlSession.data(for: request)
                guard let response = response as? HTTPURLResponse else { return .failure(.notHTTP) }
                return .success(TransportResponse(response, body: body))
            } catch {
                return Self.refusedChallenge(error) ?? .failure(TransportError(urlSession: error))
            }
        }

        /// On Linux nothing but the delegate's answer to a challenge cancels: what came was a 401.
        private static func refusedChallenge(_ error: any Error) -> Reply? {
            #if canImport(FoundationNetworking)
            (error as? URLError)?.code == .cancelled ? .success(TransportResponse(statusCode: 401)) : nil
            #else
            nil
            #endif
        }
    }

    /// Answers what the session asks: on Linux only a session's delegate is asked, not a task's.
    private final class Delegate: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession,
            task: URLSessionTask,
            willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest,
            completionHandler: @escaping (URLRequest?) -> Void
        ) {
            // Followed, a redirect would carry the token to any host.
            completionHandler(nil)
        }

        #if canImport(FoundationNetworking)
        func urlSession(
            _ session: URLSession,
            task: URLSessionTask,
            didReceive challenge: URLAuthenticationChallenge,
            completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
        ) {
            // Left to itself a 401 that asks for a password never returns on Linux.
            completionHandler(.cancelAuthenticationChallenge, nil)
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
