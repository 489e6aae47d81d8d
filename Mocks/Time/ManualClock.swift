import Synchronization

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A clock on which time passes only when a test says so.
///
/// ```swift
/// let clock = ManualClock()
/// configuration.clock = clock
/// configuration.now = { clock.date }
/// // … start a call that has to wait …
/// await clock.waits(underWay: 1)
/// await clock.advance(by: .seconds(2))
/// ```
///
/// One that skips waits needs no such hand: each wait moves it to its end at once.
@available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, macCatalyst 18, *)
public final class ManualClock: Clock {
    /// A moment on a manual clock.
    public struct Instant: InstantProtocol {
        /// The time since the clock was made.
        public let offset: Duration

        /// The moment that is so much later.
        public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        /// The time from this moment to another.
        public func duration(to other: Instant) -> Duration { other.offset - offset }
        /// Whether one comes before the other.
        public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let start: Date
    private let sleepers: Sleepers
    // A clock is read without waiting, so this cannot be the actor's.
    private let nanoseconds = Atomic<Int64>(0)

    /// A clock that stands still.
    ///
    /// - Parameters:
    ///   - start: What the calendar shows at the begin; 2026 unless you choose.
    ///   - skipsWaits: Whether a wait moves the clock to its end at once, in place of waiting.
    public init(start: Date = Date(timeIntervalSince1970: 1_767_225_600), skipsWaits: Bool = false) {
        self.start = start
        sleepers = Sleepers(skipsWaits: skipsWaits)
    }

    /// The moment that the clock shows.
    public var now: Instant { Instant(offset: .nanoseconds(nanoseconds.load(ordering: .sequentiallyConsistent))) }
    /// A nanosecond.
    public var minimumResolution: Duration { .nanoseconds(1) }
    /// What the calendar shows.
    public var date: Date { start.addingTimeInterval(now.offset / .seconds(1)) }
    /// The lengths of the waits so far, in the order in which they began; cancelled ones in full.
    public var waits: [Duration] { get async { await sleepers.waits } }

    /// Waits until the clock was moved so far.
    ///
    /// - Throws: `CancellationError` where the task is cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        if sleepers.skipsWaits {
            await sleepers.skip(deadline.offset - now.offset)
            // Never backwards, whoever comes first.
            nanoseconds.max(deadline.offset.roundedNanoseconds, ordering: .sequentiallyConsistent)
        } else {
            await sleepers.sleep(until: deadline.offset) { [self] in now.offset }
            try Task.checkCancellation()
        }
    }

    /// Moves the clock, and ends the waits whose time has come.
    public func advance(by duration: Duration) async {
        nanoseconds.wrappingAdd(duration.roundedNanoseconds, ordering: .sequentiallyConsistent)
        await sleepers.wake(at: now.offset)
    }

    /// Returns once so many waits are under way, or on a clock that skips waits once there were so many.
    public func waits(underWay count: Int) async { await sleepers.reach(count) }
}

extension Duration {
    /// The next whole nanosecond, so that no wait ends early; at most a century.
    fileprivate var roundedNanoseconds: Int64 {
        let (seconds, attoseconds) = min(self, .seconds(3_155_760_000)).components
        return seconds * 1_000_000_000 + (attoseconds + 999_999_999) / 1_000_000_000
    }
}
