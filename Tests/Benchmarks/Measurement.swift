import Foundation

/// What one round of a benchmark cost.
struct Cost {
    /// CPU time of this process, user and system, in microseconds a call.
    let cpu: Double
    /// Calls a second.
    let rate: Double

    /// Runs a round of that many calls.
    static func measure(calls: Int, _ body: () async throws -> Void) async rethrows -> Cost {
        let (cpu, start) = (cpuSeconds, ContinuousClock.now)
        try await body()
        let elapsed = ContinuousClock.now - start
        return Cost(
            cpu: (cpuSeconds - cpu) / Double(calls) * 1_000_000,
            rate: Double(calls) / (elapsed / .seconds(1))
        )
    }

    private static var cpuSeconds: Double {
        var usage = rusage()
        #if canImport(Darwin)
        _ = unsafe getrusage(RUSAGE_SELF, &usage)
        #else
        _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #endif
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000 }
    }
}

/// A figure over several rounds.
struct Spread {
    private let sorted: [Double]

    init(_ values: [Double]) { sorted = values.sorted() }

    var median: Double { sorted[sorted.count / 2] }

    /// Median with least and most, such as `1.05 [1.02, 1.11]`.
    func formatted(_ digits: Int = 2) -> String {
        let numbers = [median, sorted[0], sorted[sorted.count - 1]]
            .map { number in
                number.formatted(.number.precision(.fractionLength(digits)).grouping(.never))
            }
        return "\(numbers[0]) [\(numbers[1]), \(numbers[2])]"
    }
}

/// Two ways of doing the same, run in turns so that whatever else the machine does hits both.
struct Duel {
    let ours: [Cost]
    let theirs: [Cost]

    init(rounds: Int, ours: () async throws -> Cost, theirs: () async throws -> Cost) async rethrows {
        _ = (try await ours(), try await theirs())
        var costs: (ours: [Cost], theirs: [Cost]) = ([], [])
        for _ in 0..<rounds {
            costs.ours.append(try await ours())
            costs.theirs.append(try await theirs())
        }
        (self.ours, self.theirs) = costs
    }

    /// Our CPU over theirs, round by round.
    var ratio: Spread { Spread(zip(ours, theirs).map { $0.cpu / $1.cpu }) }

    /// Prints both and whether the ratio is within its bar.
    func report(_ title: String, bar: Double) {
        say(
            "\(title): ours \(Spread(ours.map(\.cpu)).formatted(1)) µs, theirs \(Spread(theirs.map(\.cpu)).formatted(1)) µs"
        )
        say("\(title): ratio \(ratio.formatted()), bar \(bar): \(ratio.median <= bar ? "met" : "MISSED")")
    }
}
