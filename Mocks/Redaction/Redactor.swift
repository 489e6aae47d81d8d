import GraphInvitations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Replaces what a redaction names, and remembers what stands for what.
struct Redactor {
    let redaction: Redaction
    /// What was replaced, and where.
    private(set) var finds: [(rule: Redaction.Rule, pointer: String)] = []
    private var placeholders = Placeholders()
    private let secretMembers: Set<String>
    private let personalMembers: Set<String>
    /// The placeholders of one's choice; addresses and domains among them must be reserved ones all the same.
    private let chosen: Set<String>

    /// What stands for a secret.
    static let gone = "REDACTED"
    /// What stands for a redeem URL, so that it is still one.
    static let goneRedeemURL = "https://login.microsoftonline.com/redeem?rd=REDACTED"

    init(_ redaction: Redaction) {
        self.redaction = redaction
        secretMembers = Set(redaction.secretMembers.map { $0.lowercased() })
        personalMembers = Set(redaction.personalMembers.map { $0.lowercased() })
        chosen = Set(redaction.placeholders.values)
    }

    func follows(_ rule: Redaction.Rule) -> Bool { !redaction.disabledRules.contains(rule) }

    /// Takes down that a rule replaced something.
    mutating func found(_ rule: Redaction.Rule, at pointer: String) {
        if finds.last.map({ $0 == (rule, pointer) }) != true { finds.append((rule, pointer)) }
    }

    /// The placeholder for a value, taken down as a find unless the value is it already.
    mutating func placeholder(
        for value: String,
        _ kind: Placeholders.Kind,
        _ rule: Redaction.Rule,
        at pointer: String
    ) -> String {
        if kind != .person, kind != .domain, chosen.contains(value) { return value }
        let placeholder = placeholders.placeholder(for: value, kind)
        if placeholder != value { found(rule, at: pointer) }
        return placeholder
    }

    /// Remembers that a value is taken, where it is a placeholder: as one, it must not be given out again.
    mutating func keep(_ value: String, _ kind: Placeholders.Kind) { _ = placeholders.keep(value, kind) }

    func isSecret(_ member: some StringProtocol) -> Bool {
        follows(.secretMember) && secretMembers.contains(member.lowercased())
    }

    func isPersonal(_ member: some StringProtocol) -> Bool {
        follows(.personalMember) && personalMembers.contains(member.lowercased())
    }

    /// What stands for the value of a member that holds a secret.
    mutating func withoutSecret(_ value: String, of member: some StringProtocol, at pointer: String) -> String {
        // The documentation's tickets, which this package's own fixtures have.
        if member == "ticket", value.hasPrefix("EXAMPLE") { return value }
        let placeholder = member.lowercased() == "inviteredeemurl" ? Self.goneRedeemURL : Self.gone
        if value != placeholder { found(.secretMember, at: pointer) }
        return placeholder
    }

    /// A JSON value of any shape, with all that is in it.
    mutating func redacted(_ value: JSONValue, at pointer: String) -> JSONValue {
        switch value {
        case .string(let text): return .string(redacted(text, at: pointer))
        case .array(let list):
            return .array(list.enumerated().map { redacted($1, at: "\(pointer)/\($0)") })
        case .object(let members):
            var result: [String: JSONValue] = [:]
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                let place = "\(pointer)/\(name.pointerToken)"
                // A recipient's name, which stands beside the address.
                let isPersonal =
                    isPersonal(name) || name == "name" && members["address"] != nil && isPersonal("displayName")
                let copy =
                    isSecret(name)
                    ? withoutSecrets(value, of: name, at: place)
                    : isPersonal ? impersonal(value, at: place) : redacted(value, at: place)
                result[redacted(name, at: place)] = copy
            }
            return .object(result)
        case .null, .bool, .integer, .number: return value
        }
    }

    private mutating func withoutSecrets(_ value: JSONValue, of member: String, at pointer: String) -> JSONValue {
        switch value {
        case .null: return .null
        case .string(let text): return .string(withoutSecret(text, of: member, at: pointer))
        default: return .string(withoutSecret("", of: member, at: pointer))
        }
    }

    /// The value without what it says about a person, at any depth.
    private mutating func impersonal(_ value: JSONValue, at pointer: String) -> JSONValue {
        switch value {
        case .string(let text) where !text.isEmpty:
            let placeholder = placeholder(for: withPlaceholdersOfChoice(text), .text, .personalMember, at: pointer)
            return .string(placeholder)
        case .array(let list): return .array(list.enumerated().map { impersonal($1, at: "\(pointer)/\($0)") })
        default: return redacted(value, at: pointer)
        }
    }
}
