extension TransportRequest {
    /// What keeps the request from being sent as it stands: every transport of this package refuses it then.
    ///
    /// A method, name or value with a line break could smuggle in a second request; some HTTP stacks send such a
    /// method, and drop such a value without a word.
    public var problems: [ValidationFinding] {
        var findings: [ValidationFinding] = []
        if !method.isHTTPToken {
            findings.append(
                ValidationFinding(field: "method", rule: "is not an HTTP method.", remedy: "Use a word such as POST.")
            )
        }
        let address = WebAddress(url)
        if !url.isPrintableASCII || url.utf8.contains(0x20) || address == nil {
            findings.append(
                ValidationFinding(
                    field: "url",
                    rule: "is not an absolute http or https URL in ASCII.",
                    remedy: "Percent-encode what is not allowed in a URL."
                )
            )
        } else if address?.maySeeSecrets == false {
            findings.append(
                ValidationFinding(field: "url", rule: "is not encrypted.", remedy: "Use https; http is for loopback.")
            )
        }
        for field in headers {
            if !field.name.isHTTPToken {
                findings.append(
                    ValidationFinding(
                        field: "headers",
                        rule: "has a name that is not allowed in HTTP.",
                        remedy: "Use letters, digits and hyphens."
                    )
                )
            } else if !field.value.isPrintableASCII, !field.value.filter({ $0 != "\t" }).isPrintableASCII {
                findings.append(
                    ValidationFinding(
                        field: "headers.\(field.name)",
                        rule: "contains a line break, a control character or a character outside ASCII.",
                        remedy: "Remove it; a token read from a file often ends in a line break."
                    )
                )
            }
        }
        return findings
    }

    /// Refuses a request that cannot be sent as it stands.
    ///
    /// - Throws: ``TransportError`` with code `invalidRequest`.
    public func validate() throws(TransportError) {
        let problems = problems
        guard !problems.isEmpty else { return }
        throw TransportError(
            .invalidRequest,
            mayHaveBeenSent: false,
            message: problems.map(\.description).joined(separator: " ")
        )
    }
}

extension String {
    /// Whether it can be a method or a field name: RFC 9110's `token`.
    fileprivate var isHTTPToken: Bool {
        !isEmpty && utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") || $0.isTokenMark }
    }
}

extension UInt8 {
    fileprivate var isTokenMark: Bool { "!#$%&'*+.^_`|~".utf8.contains(self) }
}
