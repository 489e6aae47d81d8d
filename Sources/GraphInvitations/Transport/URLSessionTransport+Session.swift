#if URLSession
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLSessionTransport {
    /// A URLSession of its own, with everything switched off that an API call does not need.
    final class Session: Sendable {
        let urlSession: URLSession

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
            // A session with a delegate is never freed on Apple platforms unless told to. On Linux it is, and using one that
            // was told so ends the process.
            #if !canImport(FoundationNetworking)
            urlSession.finishTasksAndInvalidate()
            #endif
        }
    }

    /// Passes the session's questions on to the exchange of the task: on Linux only the session's delegate is asked.
    final class Delegate: NSObject, URLSessionTaskDelegate {
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
            (task.delegate as? Exchange)?.finish(data: nil, response: challenge.failureResponse, error: challenge.error)
            completionHandler(.cancelAuthenticationChallenge, nil)
        }
        #endif
    }
}
#endif
