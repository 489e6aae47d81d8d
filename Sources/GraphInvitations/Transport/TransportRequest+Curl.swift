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
        if let body { parts.append("--data-binary \(printable(body).shellQuoted)") }
        return parts.joined(separator: " \\\n  ")
    }

    private func printable(_ body: Data) -> String {
        let text = String(decoding: body, as: UTF8.self)
        guard headers["Content-Type"]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
            return text
        }
        return text.split(separator: "&")
            .map { FormFields.isPublic($0.prefix { $0 != "=" }) ? $0 : $0.prefix { $0 != "=" } + "=<redacted>" }
            .joined(separator: "&")
    }
}

extension String {
    fileprivate var shellQuoted: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
