extension HTTPFields: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The fields that this package and the services that it calls are known to use, and that hold no credential.
    private static let harmlessNames: Set = [
        "accept", "allow", "cache-control", "client-request-id", "connection", "consistencylevel", "content-encoding",
        "content-length", "content-type", "date", "expires", "host", "odata-version", "pragma", "prefer",
        "preference-applied", "request-id", "retry-after", "retry-attempt", "server", "strict-transport-security",
        "transfer-encoding", "user-agent", "vary", "via", "www-authenticate", "x-ms-ags-diagnostic",
        "x-ms-ests-server", "x-ms-request-id", "x-ms-resource-unit", "x-ms-retry-after-ms",
        "x-ms-throttle-information", "x-ms-throttle-limit-percentage", "x-ms-throttle-priority",
        "x-ms-throttle-scope",
    ]

    /// Whether a field is known to hold no credential.
    package static func isHarmless(_ name: String) -> Bool { harmlessNames.contains(name.lowercased()) }

    /// The fields with all values replaced by a placeholder but those of fields that are known to hold no credential.
    public var redacted: HTTPFields {
        var fields = HTTPFields()
        for field in self {
            fields.append(Self.isHarmless(field.name) ? field.value : "<redacted>", named: field.name)
        }
        return fields
    }

    /// One field after the other, what may be a credential replaced by a placeholder.
    public var description: String { redacted.map { "\($0.name): \($0.value)" }.joined(separator: "; ") }
    /// One field after the other, what may be a credential replaced by a placeholder.
    public var debugDescription: String { description }
    /// The fields, what may be a credential replaced by a placeholder.
    public var customMirror: Mirror {
        Mirror(self, children: redacted.map { (label: $0.name, value: $0.value) }, displayStyle: .dictionary)
    }
}
