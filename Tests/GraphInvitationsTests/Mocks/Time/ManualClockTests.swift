import Foundation
import GraphInvitationsMocks
import Testing

@Suite struct ManualClockTests {
    @Test func `stands still until it is moved, and the calendar with it`() async {
        let clock = ManualClock(start: Date(timeIntervalSince1970: 1_000))
        let start = clock.now
        #expect(clock.now == start)
        await clock.advance(by: .milliseconds(1_500))
        #expect(start.duration(to: clock.now) == .milliseconds(1_500))
        #expect(start < clock.now)
        #expect(clock.date == Date(timeIntervalSince1970: 1_001.5))
    }

    @Test func `ends the waits whose time has come, and no other`() async throws {
        let clock = ManualClock()
        let short = Task { try await clock.sleep(for: .seconds(1)) }
        await clock.waits(underWay: 1)
        let long = Task { try await clock.sleep(for: .seconds(2)) }
        await clock.waits(underWay: 2)
        await clock.advance(by: .seconds(1))
        try await short.value
        await clock.advance(by: .seconds(1))
        try await long.value
        #expect(await clock.waits == [.seconds(1), .seconds(2)])
    }

    @Test func `a wait that is over already does not wait`() async throws {
        let clock = ManualClock()
        try await clock.sleep(for: .zero)
        try await clock.sleep(for: .seconds(-1))
        #expect(await clock.waits == [.zero, .seconds(-1)])
    }

    @Test func `a cancelled wait ends at once`() async {
        let clock = ManualClock()
        let task = Task { try await clock.sleep(for: .seconds(1)) }
        await clock.waits(underWay: 1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func `a cancelled task does not begin to wait`() async {
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            try await ManualClock(skipsWaits: true).sleep(for: .seconds(1))
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func `tells when a wait was skipped`() async throws {
        let clock = ManualClock(skipsWaits: true)
        let call = Task { try await clock.sleep(for: .seconds(1)) }
        await clock.waits(underWay: 1)
        try await call.value
        await clock.waits(underWay: 1)
        #expect(await clock.waits == [.seconds(1)])
    }

    @Test func `skips waits where it is told to, never backwards and never short`() async throws {
        let clock = ManualClock(skipsWaits: true)
        try await clock.sleep(for: .seconds(3_600))
        #expect(clock.now.offset == .seconds(3_600))
        try await clock.sleep(until: ManualClock().now, tolerance: nil)
        #expect(clock.now.offset == .seconds(3_600))
        try await clock.sleep(for: Duration(secondsComponent: 0, attosecondsComponent: 1))
        #expect(clock.now.offset == .seconds(3_600) + .nanoseconds(1))
    }
}
