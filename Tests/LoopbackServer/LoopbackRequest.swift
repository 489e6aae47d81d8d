/// A request as it came over the wire.
public struct LoopbackRequest: Hashable, Sendable {
    /// The method.
    public let method: String
    /// The path and query.
    public let target: String
    /// The fields by name in lower case; of several with one name, the last.
    public let headers: [String: String]
    /// The body.
    public let body: [UInt8]
    /// The number of the connection that it came on, from 1.
    public let connection: Int

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }
}

extension LoopbackRequest {
    /// Reads one request from a connection; nil where the other side closed first.
    static func read(from socket: Socket, _ buffer: inout [UInt8], connection: Int) -> LoopbackRequest? {
        var end = headEnd(buffer)
        while end == nil {
            let bytes = socket.received()
            guard !bytes.isEmpty else { return nil }
            buffer += bytes
            end = headEnd(buffer)
        }
        guard let end else { return nil }
        let lines = String(decoding: buffer[..<end], as: UTF8.self).split(separator: "\r\n")
        let start = (lines.first ?? "").split(separator: " ").map(String.init)
        guard start.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let name = line.prefix { $0 != ":" }
            headers[name.lowercased()] = String(line.dropFirst(name.count + 1).drop { $0 == " " })
        }
        buffer.removeFirst(end + 4)
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        while buffer.count < length {
            let bytes = socket.received()
            guard !bytes.isEmpty else { return nil }
            buffer += bytes
        }
        let body = Array(buffer.prefix(length))
        buffer.removeFirst(length)
        return LoopbackRequest(
            method: start[0],
            target: start[1],
            headers: headers,
            body: body,
            connection: connection
        )
    }

    private static func headEnd(_ buffer: [UInt8]) -> Int? {
        guard buffer.count >= 4 else { return nil }
        return (0...(buffer.count - 4))
            .first { index in
                buffer[index] == 13 && buffer[index + 1] == 10 && buffer[index + 2] == 13 && buffer[index + 3] == 10
            }
    }
}
