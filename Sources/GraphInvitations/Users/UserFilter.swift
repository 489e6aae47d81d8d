#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Which users are meant; prints as the text of `$filter`.
///
/// ```swift
/// .guests && (.pendingAcceptance || .domain("fabrikam.com"))
/// ```
///
/// Quotes in values are escaped. A filter that only Graph's advanced queries answer makes the request one.
///
/// Mirrors [Advanced query capabilities](https://learn.microsoft.com/graph/aad-advanced-queries).
public struct UserFilter: Hashable, Sendable, CustomStringConvertible {
    /// The text of `$filter`.
    public let description: String
    /// Whether Graph answers it as an advanced query alone, from an index that learns of changes later.
    public let needsAdvancedQuery: Bool
    /// Whether `or` is what holds it together.
    private let isAlternative: Bool

    private init(_ text: String, needsAdvancedQuery: Bool = false, isAlternative: Bool = false) {
        description = text
        self.needsAdvancedQuery = needsAdvancedQuery
        self.isAlternative = isAlternative
    }

    /// A filter of your own words.
    ///
    /// - Parameters:
    ///   - text: The text of `$filter`, with quotes in values doubled already.
    ///   - needsAdvancedQuery: Whether Graph answers it as an advanced query alone.
    /// - Returns: The filter.
    public static func raw(_ text: String, needsAdvancedQuery: Bool = false) -> UserFilter {
        // Whether it holds an `or` is unknown, so that others put it into parentheses.
        UserFilter(text, needsAdvancedQuery: needsAdvancedQuery, isAlternative: true)
    }

    /// Users whom both filters mean.
    public static func && (left: UserFilter, right: UserFilter) -> UserFilter {
        UserFilter(
            "\(left.operand) and \(right.operand)",
            needsAdvancedQuery: left.needsAdvancedQuery || right.needsAdvancedQuery
        )
    }

    /// Users whom one of the filters means.
    public static func || (left: UserFilter, right: UserFilter) -> UserFilter {
        UserFilter(
            "\(left.description) or \(right.description)",
            needsAdvancedQuery: left.needsAdvancedQuery || right.needsAdvancedQuery,
            isAlternative: true
        )
    }

    /// Users whom the filter does not mean: an advanced query.
    public static prefix func ! (filter: UserFilter) -> UserFilter {
        UserFilter("not (\(filter.description))", needsAdvancedQuery: true)
    }

    private var operand: String { isAlternative ? "(\(description))" : description }
}

extension UserFilter {
    /// Users of whom a property has that value.
    public static func equals(_ property: User.Property, _ value: String) -> UserFilter {
        UserFilter(
            "\(property) eq '\(value.odataQuoted)'",
            needsAdvancedQuery: property.isForAdvancedQueriesOnly
        )
    }

    /// Users of whom a property is true or false.
    public static func equals(_ property: User.Property, _ value: Bool) -> UserFilter {
        UserFilter("\(property) eq \(value)", needsAdvancedQuery: property.isForAdvancedQueriesOnly)
    }

    /// Users of whom a property begins with that text.
    public static func startsWith(_ property: User.Property, _ text: String) -> UserFilter {
        UserFilter(
            "startsWith(\(property),'\(text.odataQuoted)')",
            needsAdvancedQuery: property.isForAdvancedQueriesOnly
        )
    }

    /// Users of whom a property ends with that text: an advanced query, of ``User/mail`` and
    /// ``User/userPrincipalName`` alone.
    public static func endsWith(_ property: User.Property, _ text: String) -> UserFilter {
        UserFilter("endsWith(\(property),'\(text.odataQuoted)')", needsAdvancedQuery: true)
    }

    /// Users of whom a list, ``User/otherMails`` or ``User/proxyAddresses``, has an element of that value.
    public static func any(_ list: User.Property, equals value: String) -> UserFilter {
        UserFilter("\(list)/any(x:x eq '\(value.odataQuoted)')")
    }

    /// Users who were made at that moment or later.
    public static func created(since date: Date) -> UserFilter {
        UserFilter("createdDateTime ge \(date.wireText)")
    }

    /// Users who were made at that moment or earlier.
    public static func created(until date: Date) -> UserFilter {
        UserFilter("createdDateTime le \(date.wireText)")
    }
}

extension UserFilter {
    /// Those who count as guests; a person who was invited as a member does not.
    public static let guests = equals(.userType, UserType.guest.rawValue)
    /// Those who count as members.
    public static let members = equals(.userType, UserType.member.rawValue)
    /// Those who came by an invitation, guests and members.
    public static let invited = equals(.creationType, "Invitation")
    /// Those who were invited and have not accepted.
    public static let pendingAcceptance = equals(.externalUserState, ExternalUserState.pendingAcceptance.rawValue)
    /// Those who were invited and have accepted.
    public static let accepted = equals(.externalUserState, ExternalUserState.accepted.rawValue)

    /// Those who have an address: as their mail, among their other mails or among their proxy addresses.
    public static func emailAddress(_ address: String) -> UserFilter {
        equals(.mail, address) || any(.otherMails, equals: address) || any(.proxyAddresses, equals: "SMTP:\(address)")
    }

    /// Those whose mail is of a domain: an advanced query.
    ///
    /// - Parameter domain: The domain, such as `fabrikam.com`.
    /// - Returns: The filter.
    public static func domain(_ domain: String) -> UserFilter {
        endsWith(.mail, domain.hasPrefix("@") ? domain : "@" + domain)
    }

    /// Those who have an address in any place: how Microsoft's page finds out who was invited before, but for
    /// `signInNames`, which Graph does not know.
    static func found(by address: String) -> UserFilter {
        equals(.userPrincipalName, address) || equals(.mail, address)
            || any(.proxyAddresses, equals: "SMTP:\(address)") || any(.otherMails, equals: address)
    }
}

extension User.Property {
    /// Whether Graph filters by it in advanced queries alone.
    fileprivate var isForAdvancedQueriesOnly: Bool { self == .companyName || self == .showInAddressList }
}
