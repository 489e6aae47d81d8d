/// What the server does with a request.
public enum LoopbackReply: Sendable {
    /// Answers.
    case response(Response)
    /// Answers after a while, unless the other side closes first.
    case delayed(milliseconds: Int32, Response)
    /// Sends the body one byte at a time, with a pause before each.
    case dripped(milliseconds: Int32, Response)
    /// Announces the whole body, sends part of it and closes.
    case truncated(Response, bytes: Int)
    /// Sends these bytes, whatever they are, and closes.
    case raw(String)
    /// Closes with a reset, without an answer.
    case reset
    /// Never answers.
    case hang

    /// A response.
    public struct Response: Sendable {
        /// The status.
        public var statusCode: Int
        /// The fields, without `Content-Length`.
        public var headers: KeyValuePairs<String, String>
        /// The body.
        public var body: String

        /// A response of these parts.
        public init(_ statusCode: Int, headers: KeyValuePairs<String, String> = [:], body: String = "") {
            self.statusCode = statusCode
            self.headers = headers
            self.body = body
        }

        var head: [UInt8] {
            var text = "HTTP/1.1 \(statusCode) Status\r\nContent-Length: \(body.utf8.count)\r\n"
            for field in headers { text += "\(field.key): \(field.value)\r\n" }
            return Array((text + "\r\n").utf8)
        }
    }

    /// Answers with JSON.
    public static func json(_ statusCode: Int, _ body: String) -> Self {
        .response(Response(statusCode, headers: ["Content-Type": "application/json"], body: body))
    }
}
