extension HTTPFields: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What the name of a field that carries a credential, or leads to one, contains.
    private static let secretMarks = [
        "authorization", "cookie", "token", "secret", "password", "assertion", "ticket", "key", "identity-header",
        "location",
    ]

    /// The fields that this package and the services that it calls are known to use, none of them secret.
    private static let harmlessNames: Set = [
        "accept", "cache-control", "client-request-id", "consistencylevel", "content-encoding", "content-length",
        "content-type", "date", "prefer", "request-id", "retry-after", "retry-attempt", "server", "user-agent", "vary",
        "x-ms-ags-diagnostic", "x-ms-ests-server", "x-ms-request-id", "x-ms-resource-unit", "x-ms-retry-after-ms",
        "x-ms-throttle-information", "x-ms-throttle-limit-percentage", "x-ms-throttle-scope",
    ]

    /// The fields with the values of those that may carry credentials replaced by a placeholder.
    public var redacted: HTTPFields {
        mapValues { name, value in
            let name = name.lowercased()
            return Self.secretMarks.contains(where: name.contains) ? "<redacted>" : value
        }
    }

    /// The fields that are known not to carry a credential.
    var harmless: HTTPFields {
        mapValues { name, value in Self.harmlessNames.contains(name.lowercased()) ? value : nil }
    }

    /// One field after the other, credentials replaced by a placeholder.
    public var description: String { redacted.map { "\($0.name): \($0.value)" }.joined(separator: "; ") }
    /// One field after the other, credentials replaced by a placeholder.
    public var debugDescription: String { description }
    /// The fields, credentials replaced by a placeholder.
    public var customMirror: Mirror {
        Mirror(self, children: redacted.map { (label: $0.name, value: $0.value) }, displayStyle: .dictionary)
    }

    /// The fields with other values, without those that get none.
    private func mapValues(_ transform: (_ name: String, _ value: String) -> String?) -> HTTPFields {
        var fields = HTTPFields()
        for field in self { transform(field.name, field.value).map { fields.append($0, named: field.name) } }
        return fields
    }
}
