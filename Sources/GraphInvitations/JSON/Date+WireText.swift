#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Graph's dates: any number of fraction digits, with a zone, `Z` or neither (then UTC), `T` or a blank between.
///
/// Foundation's own formats differ by system here: some refuse fractions, all refuse a missing zone, and the year 1
/// (.NET's "no date") comes out two days off.
extension Date: WireText {
    package init?(wireText: String) {
        var reader = DigitReader(wireText)
        guard
            let year = reader.number(digits: 4), reader.skip("-"),
            let month = reader.number(digits: 2), (1...12).contains(month), reader.skip("-"),
            let day = reader.number(digits: 2), (1...31).contains(day), reader.skip("T", "t", " "),
            let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
            let minute = reader.number(digits: 2), minute < 60, reader.skip(":"),
            let second = reader.number(digits: 2), second <= 60,
            let fraction = reader.fraction(),
            let offset = reader.zoneOffset(),
            reader.isAtEnd
        else { return nil }
        let days = GregorianDay(year: year, month: month, day: day).daysSince1970
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
        self.init(timeIntervalSince1970: Double(seconds) + fraction)
    }

    package var wireText: String {
        // Microseconds: a Date of today holds no finer step. Years outside 1...9999 have no spelling here.
        let interval = Swift.min(Swift.max(timeIntervalSince1970, -62_135_596_800), 253_402_300_799)
        let microseconds = interval.isNaN ? 0 : Int((interval * 1_000_000).rounded())
        let (fraction, second) = (floorMod(microseconds, 1_000_000), floorDiv(microseconds, 1_000_000))
        let (rest, day) = (floorMod(second, 86_400), GregorianDay(daysSince1970: floorDiv(second, 86_400)))
        let date = "\(day.year.padded(to: 4))-\(day.month.padded(to: 2))-\(day.day.padded(to: 2))"
        let time = "\((rest / 3_600).padded(to: 2)):\((rest / 60 % 60).padded(to: 2)):\((rest % 60).padded(to: 2))"
        guard fraction > 0 else { return "\(date)T\(time)Z" }
        var digits = Substring(fraction.padded(to: 6))
        while digits.last == "0" { digits.removeLast() }
        return "\(date)T\(time).\(digits)Z"
    }

    private func floorDiv(_ number: Int, _ divisor: Int) -> Int {
        (number - floorMod(number, divisor)) / divisor
    }

    private func floorMod(_ number: Int, _ divisor: Int) -> Int {
        let remainder = number % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
