import GraphInvitations
public import GraphInvitationsFixtures

extension Fixture {
    /// The mocks of Microsoft's Dev Proxy as a fixture.
    ///
    /// As there, a mock answers for ever, one with `nth` the nth request alone, an asterisk in the URL stands for anything,
    /// and of the body a fragment is compared.
    ///
    /// - Parameters:
    ///   - contents: A mocks file.
    ///   - name: What messages call it.
    ///   - files: The texts that it refers to by `"@name"`.
    /// - Throws: ``FixtureFormatError`` for anything but a mocks file, or one that repeats parts of the request in the
    ///   answer (`@request.body`), which is not played.
    public init(
        devProxyMocks contents: String,
        name: String,
        files: [String: String] = [:]
    ) throws(FixtureFormatError) {
        let root = try FixtureNode(Fixture(name: name, contents: contents))
        var mocks: [JSONValue] = []
        for mock in try root.member("mocks").elements() {
            let request = try mock.member("request")
            let response = try mock.member("response")
            try response.refuseMirrors()
            var members: [String: JSONValue] = [
                "request": request.keeping("url", "method", "nth", "bodyFragment"),
                "response": response.keeping("statusCode", "headers", "body"),
            ]
            if request.optional("bodyFragment") == nil { members["match"] = "ignoreBody" }
            if request.optional("nth") == nil { members["repeat"] = true }
            mocks.append(.object(members))
        }
        let document: JSONValue = [
            "description": "Mocks of Dev Proxy", "mocks": .array(mocks),
            "source": ["kind": "recorded", "reference": .string(name)],
        ]
        self.init(name: name, contents: document.document, files: files)
    }

    /// The fixture as a mocks file of Microsoft's Dev Proxy, for those who call Graph from another language.
    ///
    /// Dev Proxy compares no bodies, and counts the requests of a URL: of the exchanges with one URL, the first answers the
    /// first request, and so on. Delays are left out.
    ///
    /// - Returns: The mocks file, with the files that the fixture refers to written into it.
    /// - Throws: ``FixtureFormatError`` for a malformed fixture, or one with a fault or a text that begins with `@`, which
    ///   Dev Proxy has none of.
    public func devProxyMocks() throws(FixtureFormatError) -> String {
        _ = try Scenario(self)
        var counts: [String: Int] = [:]
        var mocks: [JSONValue] = []
        for exchange in try FixtureNode(try inlined()).member("mocks").elements() {
            let request = try exchange.member("request")
            let response = try exchange.member("response")
            if let fault = response.optional("fault") { throw fault.error("absent: Dev Proxy answers every request") }
            if let body = response.optional("body"), body.value.stringValue?.hasPrefix("@") == true {
                throw body.error("a text that does not begin with @: Dev Proxy takes it for the name of a file")
            }
            var members = request.keeping("url", "method", "nth", "bodyFragment").members
            // It counts the requests of a URL, whatever their method.
            let key = members["url"]?.stringValue ?? ""
            counts[key, default: 0] += 1
            let isRepeated = exchange.optional("repeat")?.value == true
            if members["nth"] == nil, !isRepeated { members["nth"] = counts[key].map { .integer(Int64($0)) } }
            mocks.append([
                "request": .object(members), "response": response.keeping("statusCode", "headers", "body"),
            ])
        }
        let document: JSONValue = ["$schema": .string(Self.devProxySchema), "mocks": .array(mocks)]
        return document.document
    }

    private static let devProxySchema =
        "https://raw.githubusercontent.com/dotnet/dev-proxy/main/schemas/v1.0.0/mockresponseplugin.mocksfile.schema.json"
}

extension FixtureNode {
    /// The members of these names that are there and not null.
    fileprivate func keeping(_ names: String...) -> JSONValue {
        .object(value.members.filter { names.contains($0.key) && $0.value != .null })
    }

    fileprivate func refuseMirrors() throws(FixtureFormatError) {
        switch value {
        case .string(let text) where text.hasPrefix("@request."):
            throw error("a value of its own: what is asked for is not repeated in the answer")
        case .object(let members):
            for name in members.keys.sorted() { try optional(name)?.refuseMirrors() }
        case .array: for element in try elements() { try element.refuseMirrors() }
        default: break
        }
    }
}

extension JSONValue {
    /// The members of an object; none of anything else.
    fileprivate var members: [String: JSONValue] {
        guard case .object(let members) = self else { return [:] }
        return members
    }
}
