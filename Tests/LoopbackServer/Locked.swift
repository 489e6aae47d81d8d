import Foundation

/// A value that threads take turns with.
///
/// A plain lock, because the thread sanitizer does not see `Mutex` on Linux.
public final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    /// Guards a value.
    public init(_ value: Value) { self.value = value }

    /// Gives the value to one thread at a time.
    public func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.withLock { body(&value) }
    }
}
