#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension TransportRequest {
    /// The request as a curl command for a POSIX shell, credentials replaced by placeholders.
    ///
    /// The body is shown, so the addresses in it are.
    public var curlCommand: String {
        var parts = ["curl -X \(method.shellQuoted) \(url.shellQuoted)"]
        parts += headers.redacted.map { "-H \("\($0.name): \($0.value)".shellQuoted)" }
        if let body {
            let text = String(decoding: isForm ? FormFields.redacted(body) : body, as: UTF8.self)
            parts.append("--data-binary \(text.shellQuoted)")
        }
        return parts.joined(separator: " \\\n  ")
    }

    /// The request without what must not be logged; of a sign-in, only what is known to be harmless.
    func redacted(for purpose: Delivery.Purpose) -> TransportRequest {
        var copy = self
        copy.headers = headers.redacted
        guard purpose == .signIn else { return copy }
        copy.url = String(url.prefix { $0 != "?" })
        copy.body = isForm ? body.map(FormFields.redacted) : nil
        return copy
    }

    private var isForm: Bool { FormFields.areAnnounced(by: headers) }
}

extension String {
    fileprivate var shellQuoted: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
