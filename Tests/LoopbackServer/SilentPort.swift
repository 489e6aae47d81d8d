/// A port of 127.0.0.1 that refuses connections, and that nobody else gets for as long as the value is kept.
public final class SilentPort: Sendable {
    /// Where a server would be, without closing slash.
    public let url: String
    private let socket: Socket

    /// A free port.
    ///
    /// - Throws: An error of the system where it gives no port.
    public init() throws {
        socket = try Socket.bound()
        url = "http://127.0.0.1:\(socket.port)"
    }

    deinit { socket.closed() }
}
