/// An error as Microsoft Graph describes it.
///
/// Its words are kept as they came; members of another shape than documented are left out, never fatal.
///
/// Mirrors [Graph error responses](https://learn.microsoft.com/graph/errors).
public struct ODataError: Hashable, Sendable {
    /// The code, such as `BadRequest` or `Request_ResourceNotFound`; may be empty.
    public var code: String
    /// The explanation.
    ///
    /// Its text may change: show it, do not compare it.
    public var message: String
    /// What the error is about.
    public var target: String?
    /// Finer errors.
    public var details: [Detail]
    /// What the service that was called said in turn.
    public var innerError: InnerError?

    /// An error of that code and message.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
        details = []
    }

    /// One of the finer errors of an error.
    public struct Detail: Hashable, Sendable {
        /// The code, such as `InvalidValue`.
        public var code: String?
        /// The explanation.
        public var message: String?
        /// The property that it is about.
        public var target: String?

        /// A finer error of these parts.
        public init(code: String? = nil, message: String? = nil, target: String? = nil) {
            self.code = code
            self.message = message
            self.target = target
        }
    }
}

extension ODataError {
    /// Reads `{"error": {…}}`; nil where there is no such object.
    init?(_ body: JSONValue) {
        guard let error = body.member("error"), case .object = error else { return nil }
        self.init(code: error.text("code") ?? "", message: error.text("message") ?? "")
        target = error.text("target")
        innerError = error.member("innerError").flatMap(InnerError.init)
        if case .array(let list) = error.member("details") {
            details = list.compactMap { detail in
                guard case .object = detail else { return nil }
                return Detail(code: detail.text("code"), message: detail.text("message"), target: detail.text("target"))
            }
        }
    }
}

extension JSONValue {
    /// The member of that name without regard to case: Graph's pages and its answers differ in it.
    func member(_ name: String) -> JSONValue? {
        if let exact = self[name] { return exact }
        guard case .object(let members) = self else { return nil }
        return members.sorted { $0.key < $1.key }.first { $0.key.equalsIgnoringCase(name) }?.value
    }

    /// The member of that name as text, whether it came as a string or as a number.
    func text(_ name: String) -> String? {
        switch member(name) {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        default: nil
        }
    }
}
