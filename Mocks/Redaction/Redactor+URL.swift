import GraphInvitations

extension Redactor {
    /// A URL whose parts were searched without their encoding; what nothing was found in keeps its spelling.
    mutating func redactedURL(_ url: String, at pointer: String) -> String {
        // Its parts are decoded each for itself; what was named may be all of it.
        marked(withoutMarkedSecrets(url, at: pointer, isDecoded: false)) { $0.searchedURL($1, at: pointer) }
    }

    private mutating func searchedURL(_ url: String, at pointer: String) -> String {
        guard var parts = URLParts(url) else { return redactedProse(url, at: pointer) }
        parts.authority = redactedAuthority(parts.authority, at: pointer)
        let segments = parts.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        parts.path = segments.enumerated()
            .map { index, segment in
                let isTenant = segments.dropFirst(index + 1).first == "oauth2"
                return isTenant ? tenant(segment, at: pointer) : reencoded(segment, at: pointer)
            }
            .joined(separator: "/")
        parts.query = parts.query.map { query in
            query.split(separator: "&", omittingEmptySubsequences: false)
                .map { redactedItem(String($0), at: pointer) }.joined(separator: "&")
        }
        parts.fragment = parts.fragment.map { reencoded($0, at: pointer) }
        return parts.text
    }

    /// The tenant of a sign-in: a domain, whatever it ends in, an id, or a word for all of them.
    private mutating func tenant(_ segment: String, at pointer: String) -> String {
        guard follows(.domain), segment.contains(".") else { return reencoded(segment, at: pointer) }
        return domain(segment.percentDecoded, .domain, at: pointer)
    }

    private mutating func redactedAuthority(_ authority: String, at pointer: String) -> String {
        // A name and a password before the host are no part of any address here.
        let place = authority.split(separator: "@").last.map(String.init) ?? authority
        if place != authority { found(.secretMember, at: pointer) }
        let isIPv6 = place.hasPrefix("[")
        let host = String(isIPv6 ? place.prefix { $0 != "]" } + "]" : place.prefix { $0 != ":" })
        if host == "localhost" || host.hasPrefix("127.") || host == "[::1]" {
            guard follows(.ipAddress), place != host else { return place }
            // Another one in each run.
            found(.ipAddress, at: pointer)
            return host
        }
        // An app's own scheme: its id stands where others have a host.
        guard host.wholeMatch(of: Self.guid) == nil else { return withoutIDs(place, at: pointer) }
        let isNumeric = isIPv6 || host.allSatisfy { $0.isNumber || $0 == "." }
        guard follows(.domain), !isNumeric, !DomainNames.isOfService(host) else {
            return isNumeric ? withoutHosts(place, at: pointer) : place
        }
        return domain(host, .domain, at: pointer) + place.dropFirst(host.count)
    }

    private mutating func redactedItem(_ item: String, at pointer: String) -> String {
        let name = item.prefix { $0 != "=" }
        let value = String(item.dropFirst(name.count + 1))
        guard name.count < item.count else { return reencoded(item, at: pointer) }
        // Of a sign-in; the codes of errors are numbers.
        let isCode = name == "code" && !value.allSatisfy(\.isNumber)
        guard isSecret(name) || isCode && follows(.secretMember), !value.isEmpty else {
            return "\(reencoded(String(name), at: pointer))=\(reencoded(value, at: pointer))"
        }
        return "\(name)=\(withoutSecret(value, of: name, at: pointer))"
    }

    /// A part of an address, searched without its encoding; as it was where nothing is found.
    mutating func reencoded(_ part: String, at pointer: String) -> String {
        let decoded = part.percentDecoded
        let redacted = redacted(decoded, at: pointer)
        return redacted == decoded ? part : redacted.percentEncoded
    }
}
