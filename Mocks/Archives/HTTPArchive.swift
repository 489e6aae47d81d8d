import GraphInvitations
import GraphInvitationsFixtures

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Traffic as browsers and proxies save it: an HTTP Archive (HAR) of version 1.2.
///
/// ```swift
/// let archive = try HTTPArchive(contents: file, name: "capture.har")
/// let recording = try Recording(of: archive.exchanges, name: "guest", description: "A guest is invited.")
/// ```
public struct HTTPArchive: Sendable {
    /// The exchanges with Graph and its sign-in services, in the order in which they began, credentials included.
    public let exchanges: [Exchange]

    /// Reads an archive.
    ///
    /// - Parameters:
    ///   - contents: The archive.
    ///   - name: What messages call it.
    ///   - hosts: The hosts whose exchanges are read; nil for those of the clouds that have a name.
    /// - Throws: ``FixtureFormatError`` for anything but an archive, one that was saved without contents, or one without
    ///   exchanges with those hosts.
    public init(contents: String, name: String, hosts: Set<String>? = nil) throws(FixtureFormatError) {
        let hosts = hosts ?? Self.knownHosts
        // Some tools begin with a byte order mark, which the specification allows.
        let text = contents.hasPrefix("\u{FEFF}") ? String(contents.dropFirst()) : contents
        let list = try FixtureNode(Fixture(name: name, contents: text)).member("log").member("entries")
        var entries: [(start: Date?, exchange: Exchange)] = []
        for entry in try list.elements() {
            let request = try entry.member("request")
            let url = try request.member("url").string()
            let method = try request.member("method").string()
            // What browsers ask on their own account is no part of the client's traffic.
            guard let host = URLParts(url)?.authority.lowercased(), hosts.contains(host), method != "OPTIONS" else {
                continue
            }
            let start = entry.optional("startedDateTime")?.value.stringValue.flatMap(Date.init(wireText:))
            entries.append((start, try Exchange(archived: entry)))
        }
        guard !entries.isEmpty else {
            throw list.error("a list with an exchange with one of \(hosts.sorted().joined(separator: ", "))")
        }
        exchanges = entries.enumerated()
            .sorted { left, right in
                (left.element.start ?? .distantPast, left.offset) < (right.element.start ?? .distantPast, right.offset)
            }
            .map(\.element.exchange)
    }

    private static let knownHosts = Set(
        GraphCloud.named.flatMap { [$0.graphRoot, $0.loginAuthority] }
            .compactMap { URLParts($0)?.authority.lowercased() }
    )
}

extension Exchange {
    fileprivate init(archived entry: FixtureNode) throws(FixtureFormatError) {
        let request = try entry.member("request")
        var headers = try request.optional("headers")?.archivedFields() ?? [:]
        var body: Data?
        if let post = request.optional("postData"), post.value != .null {
            if headers["Content-Type"] == nil { headers["Content-Type"] = post.optional("mimeType")?.value.stringValue }
            body = try post.archivedPost()
        }
        let sent = TransportRequest(
            method: try request.member("method").string(),
            url: try request.member("url").string(),
            headers: headers,
            body: body
        )
        let response = try entry.member("response")
        guard case .integer(let status) = try response.member("status").value else {
            throw try response.member("status").error("a whole number")
        }
        // No answer: browsers write no status, and the reason in words of their own.
        guard status != 0 else {
            let kind =
                RecordedFault.Kind(rawValue: response.optional("_error")?.value.stringValue ?? "") ?? .connectionLost
            let mayHaveBeenSent = try response.optional("_mayHaveBeenSent")?.bool() ?? kind.mayHaveBeenSent
            let error = TransportError(kind.code, mayHaveBeenSent: mayHaveBeenSent, message: "")
            self.init(request: sent, outcome: .failure(error))
            return
        }
        let answer = TransportResponse(
            statusCode: Int(status),
            headers: try response.optional("headers")?.archivedFields() ?? [:],
            body: try response.optional("content")?.archivedContent() ?? Data()
        )
        self.init(request: sent, outcome: .success(answer))
    }
}

extension FixtureNode {
    /// The fields of a list that may have comments; those of HTTP/2 that begin with a colon are none.
    fileprivate func archivedFields() throws(FixtureFormatError) -> HTTPFields {
        var fields = HTTPFields()
        for element in try elements() {
            let name = try element.member("name").string()
            if !name.hasPrefix(":") { fields.append(try element.member("value").string(), named: name) }
        }
        return fields
    }

    /// What was posted: a text, or the fields of a form.
    fileprivate func archivedPost() throws(FixtureFormatError) -> Data {
        if let text = optional("text")?.value.stringValue, !text.isEmpty { return Data(text.utf8) }
        var fields: [(String, String)] = []
        for field in try optional("params")?.elements() ?? [] {
            fields.append((try field.member("name").string(), field.optional("value")?.value.stringValue ?? ""))
        }
        return FormFields.encode(fields)
    }

    fileprivate func archivedContent() throws(FixtureFormatError) -> Data {
        guard let text = optional("text")?.value.stringValue else {
            guard case .integer(1...)? = optional("size")?.value else { return Data() }
            throw FixtureFormatError(
                fixture: fixture.name,
                pointer: pointer + "/text",
                expected: "present: save the archive with its contents"
            )
        }
        guard optional("encoding")?.value == "base64" else { return Data(text.utf8) }
        guard let data = Data(base64Encoded: text) else { throw try member("text").error("base64") }
        return data
    }
}
