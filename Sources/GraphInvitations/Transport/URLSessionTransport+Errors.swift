#if URLSession
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension TransportError {
    static func deadlinePassed(mayHaveBeenSent: Bool) -> TransportError {
        TransportError(
            .timedOut,
            mayHaveBeenSent: mayHaveBeenSent,
            message: mayHaveBeenSent ? "No whole answer came in time." : "The call's turn did not come in time."
        )
    }

    static var notHTTP: TransportError {
        TransportError(.malformedResponse, mayHaveBeenSent: true, message: "The answer is not an HTTP response.")
    }

    /// What URLSession reported, and the honest reading of whether the request was sent.
    ///
    /// On Linux many failures share the code "unknown", so all but a few codes count as "may have been sent".
    init(urlSession error: any Error) {
        let (code, mayHaveBeenSent) = Self.reading((error as? URLError)?.code)
        self.init(
            code,
            mayHaveBeenSent: mayHaveBeenSent,
            message: error.localizedDescription,
            underlyingError: error
        )
    }

    // A URL that is not supported was refused before it came here: on Linux bytes that are no HTTP have that code.
    private static func reading(_ code: URLError.Code?) -> (Code, mayHaveBeenSent: Bool) {
        switch code {
        case .cannotFindHost, .dnsLookupFailed: (.nameNotResolved, false)
        case .cannotConnectToHost, .notConnectedToInternet, .internationalRoamingOff, .dataNotAllowed, .callIsActive:
            (.connectionRefused, false)
        case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
            .clientCertificateRequired, .appTransportSecurityRequiresSecureConnection:
            (.secureConnectionFailed, false)
        case .networkConnectionLost, .badServerResponse, .zeroByteResource: (.connectionLost, true)
        case .timedOut: (.timedOut, true)
        case .cannotParseResponse, .cannotDecodeRawData, .cannotDecodeContentData: (.malformedResponse, true)
        default: (.unknown, true)
        }
    }
}
#endif
