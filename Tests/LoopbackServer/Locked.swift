import Foundation

/// A value that threads take turns with.
///
/// A plain lock, because the thread sanitizer does not see `Mutex` on Linux.
final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) { self.value = value }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.withLock { body(&value) }
    }
}
