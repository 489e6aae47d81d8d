#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A TCP socket of the loopback interface; every call blocks its thread.
struct Socket: Hashable, Sendable {
    /// The system refused a call.
    struct Failure: Error {
        let call: String
        let number: Int32
    }

    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
    #else
    private static let stream = SOCK_STREAM
    #endif

    /// A socket that listens on a free port.
    static func listening() throws -> Socket {
        let socket = try bound()
        guard listen(socket.descriptor, 256) == 0 else { throw Failure(call: "listen", number: errno) }
        return socket
    }

    /// A socket that holds a free port, on which it does not listen.
    static func bound() throws -> Socket {
        let socket = Socket(socket(AF_INET, stream, 0))
        guard socket.descriptor >= 0 else { throw Failure(call: "socket", number: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let bound = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(socket.descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard bound == 0 else { throw Failure(call: "bind", number: errno) }
        return socket
    }

    /// The port that the socket is bound to.
    var port: Int {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(descriptor, $0, &size)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// The next connection; nil once the socket has been shut down.
    func accepted() -> Socket? {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return nil }
        setOption(IPPROTO_TCP, TCP_NODELAY, on: connection)
        #if canImport(Darwin)
        setOption(SOL_SOCKET, SO_NOSIGPIPE, on: connection)
        #endif
        return Socket(connection)
    }

    /// Some bytes that came; none once the other side has closed.
    func received() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
        return Array(buffer.prefix(max(0, count)))
    }

    /// Whether all bytes could be handed over.
    func send(_ bytes: [UInt8]) -> Bool {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Self.sendCall(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, flags)
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Waits until the other side sends or closes, at most that long.
    func waitForPeer(milliseconds: Int32) {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&entry, 1, milliseconds)
    }

    /// Makes blocked calls on the socket return.
    func shutDown() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }

    /// Gives the socket back to the system.
    func closed() { _ = close(descriptor) }

    /// Closes with a reset in place of an orderly end.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(
            descriptor,
            SOL_SOCKET,
            SO_LINGER,
            &linger,
            socklen_t(MemoryLayout.size(ofValue: linger))
        )
    }

    private func setOption(_ level: some BinaryInteger, _ option: Int32, on descriptor: Int32) {
        var on: Int32 = 1
        _ = unsafe setsockopt(descriptor, Int32(level), option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func sendCall(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
        #if canImport(Darwin)
        unsafe Darwin.send(descriptor, bytes, count, flags)
        #elseif canImport(Musl)
        unsafe Musl.send(descriptor, bytes, count, flags)
        #else
        unsafe Glibc.send(descriptor, bytes, count, flags)
        #endif
    }
}
