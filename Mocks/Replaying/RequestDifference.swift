/// One part in which a request differs from a recorded one.
struct RequestDifference: Hashable, CustomStringConvertible {
    /// The part, such as `method` or `body/inviteRedirectUrl`.
    let part: String
    let expected: String?
    let actual: String?

    /// How far apart it puts the two: another address is another request, another member the same one gone wrong.
    var weight: Int { part == "method" || part == "path" ? 100 : 1 }

    var description: String {
        switch (expected, actual) {
        case (let expected?, let actual?): "\(part): expected \(expected), got \(actual)"
        case (let expected?, nil): "\(part): expected \(expected), got nothing"
        case (nil, let actual?): "\(part): expected nothing, got \(actual)"
        case (nil, nil): part
        }
    }
}
