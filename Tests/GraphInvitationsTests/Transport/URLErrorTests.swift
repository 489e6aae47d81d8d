#if URLSession
import Foundation
import Testing

@testable import GraphInvitations

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite struct URLErrorTests {
    @Test(arguments: [
        (URLError.Code.cannotFindHost, TransportError.Code.nameNotResolved, false),
        (.dnsLookupFailed, .nameNotResolved, false),
        (.cannotConnectToHost, .connectionRefused, false),
        (.notConnectedToInternet, .connectionRefused, false),
        (.secureConnectionFailed, .secureConnectionFailed, false),
        (.serverCertificateUntrusted, .secureConnectionFailed, false),
        (.unsupportedURL, .unknown, true),
        (.networkConnectionLost, .connectionLost, true),
        (.badServerResponse, .connectionLost, true),
        (.timedOut, .timedOut, true),
        (.cannotParseResponse, .malformedResponse, true),
        (.unknown, .unknown, true),
        (.cancelled, .unknown, true),
    ])
    func `says what happened, and that nothing was sent only where that is certain`(
        _ code: URLError.Code,
        _ expected: TransportError.Code,
        _ mayHaveBeenSent: Bool
    ) {
        let error = TransportError(urlSession: URLError(code))
        #expect(error.code == expected)
        #expect(error.mayHaveBeenSent == mayHaveBeenSent)
        #expect(error.underlyingError is URLError)
    }
}
#endif
