import Foundation

/// An HTTP/1.1 server on 127.0.0.1, with a thread for each connection, for as long as the value is kept.
public final class LoopbackServer: Sendable {
    /// Where the server is, without closing slash.
    public let url: String
    private let listener: Socket
    private let state = Locked(State())
    private let handler: @Sendable (LoopbackRequest) -> LoopbackReply

    private struct State: Sendable {
        var connections: Set<Socket> = []
        var accepted = 0
        var requests: [LoopbackRequest] = []
        var isStopped = false
    }

    /// A server on a free port.
    ///
    /// - Parameters:
    ///   - keepsRequests: Whether ``requests`` is kept; off for a server that is to serve many.
    ///   - handler: What to do with each request; called on the thread of its connection.
    /// - Throws: An error of the system where it gives no port.
    public init(
        keepsRequests: Bool = true,
        handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) throws {
        listener = try Socket.listening()
        url = "http://127.0.0.1:\(listener.port)"
        self.handler = handler
        let (listener, state) = (listener, state)
        Thread.detachNewThread {
            while let socket = listener.accepted() {
                let number = state.withLock { state -> Int? in
                    guard !state.isStopped else { return nil }
                    state.connections.insert(socket)
                    state.accepted += 1
                    return state.accepted
                }
                guard let number else {
                    socket.closed()
                    break
                }
                Thread.detachNewThread {
                    Self.serve(socket, number, state, keepsRequests, handler)
                }
            }
            listener.closed()
        }
    }

    deinit { stop() }

    /// The port alone.
    public var port: Int { listener.port }

    /// The requests that came so far.
    public var requests: [LoopbackRequest] { state.withLock { $0.requests } }

    /// How many connections were made so far.
    public var connectionCount: Int { state.withLock { $0.accepted } }

    /// Stops accepting and ends all connections.
    public func stop() {
        state.withLock { state in
            guard !state.isStopped else { return }
            state.isStopped = true
            listener.shutDown()
            for connection in state.connections { connection.shutDown() }
        }
    }

    private static func serve(
        _ socket: Socket,
        _ number: Int,
        _ state: Locked<State>,
        _ keepsRequests: Bool,
        _ handler: @Sendable (LoopbackRequest) -> LoopbackReply
    ) {
        var buffer: [UInt8] = []
        while let request = LoopbackRequest.read(from: socket, &buffer, connection: number) {
            if keepsRequests { state.withLock { $0.requests.append(request) } }
            guard answer(handler(request), on: socket) else { break }
        }
        // Taken out before it is closed: a closed number may be another connection's at once.
        state.withLock { _ = $0.connections.remove(socket) }
        socket.closed()
    }

    /// Whether the connection stays open.
    private static func answer(_ reply: LoopbackReply, on socket: Socket) -> Bool {
        switch reply {
        case .response(let response):
            return socket.send(response.head + response.body.utf8)
        case .delayed(let milliseconds, let response):
            socket.waitForPeer(milliseconds: milliseconds)
            return socket.send(response.head + response.body.utf8)
        case .dripped(let milliseconds, let response):
            guard socket.send(response.head) else { return false }
            return response.body.utf8.allSatisfy { byte in
                socket.waitForPeer(milliseconds: milliseconds)
                return socket.send([byte])
            }
        case .truncated(let response, let bytes):
            _ = socket.send(response.head + response.body.utf8.prefix(bytes))
            return false
        case .raw(let text):
            _ = socket.send(Array(text.utf8))
            return false
        case .reset:
            socket.reset()
            return false
        case .hang:
            while !socket.received().isEmpty {}
            return false
        }
    }
}
