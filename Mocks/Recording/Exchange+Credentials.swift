import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Exchange {
    /// What was sent or answered as a credential: it must not stand anywhere else either, such as in an error that
    /// repeats it.
    func credentials(by redaction: Redaction) -> [Secret] {
        let isFollowed = !redaction.disabledRules.contains(.secretMember)
        let members = Set(isFollowed ? redaction.secretMembers.map { $0.lowercased() } : [])
        var values: [String] = []
        for field in request.headers where Self.isCredential(field.name) {
            values.append(field.value)
            // Behind the name of the scheme.
            values += field.value.split(separator: " ").dropFirst().map(String.init)
        }
        if let body = RequestParts(request).body { values += Self.strings(in: body, of: members) }
        if case .success(let response) = outcome, let body = JSONValue(parsing: response.body) {
            values += Self.strings(in: body, of: members)
        }
        // What is shorter is a word of every other text.
        return values.filter { $0.count >= 6 && $0 != Redactor.gone && $0 != Redactor.goneRedeemURL }.map { Secret($0) }
    }

    private static func isCredential(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["auth", "cookie", "credential", "identity", "key", "secret", "ticket", "token"]
            .contains(where: name.contains)
    }

    /// The strings of members of those names, at any depth.
    private static func strings(in value: JSONValue, of members: Set<String>, isSecret: Bool = false) -> [String] {
        switch value {
        case .string(let text): isSecret ? [text] : []
        case .array(let list): list.flatMap { strings(in: $0, of: members, isSecret: isSecret) }
        case .object(let object):
            object.flatMap { name, value in
                strings(in: value, of: members, isSecret: isSecret || members.contains(name.lowercased()))
            }
        case .null, .bool, .integer, .number: []
        }
    }
}
