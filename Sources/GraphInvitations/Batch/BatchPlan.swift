/// Which items of a batch go into which HTTP requests.
///
/// Graph takes items that do not depend on each other, or a row in which each depends on the one before, but few other
/// patterns; so these two are all that is made.
struct BatchPlan {
    /// What Graph takes in one request.
    static let limit = 20

    let items: [GraphBatch.Item]
    /// The most invitations in one request.
    let invitationLimit: Int

    /// The next requests, each a list of item numbers.
    ///
    /// - Parameters:
    ///   - isOpen: Whether an item has no outcome yet.
    ///   - succeeded: Whether an item has succeeded.
    /// - Returns: The item numbers of each request; none where nothing can be sent.
    func requests(isOpen: (Int) -> Bool, succeeded: (Int) -> Bool) -> [[Int]] {
        let open = items.indices.filter(isOpen)
        let dependants = Dictionary(grouping: open.filter { items[$0].dependency != nil }) { items[$0].dependency ?? 0 }
        let rows = open.filter { items[$0].dependency.map(succeeded) ?? true }.map { row(from: $0, dependants) }
        let longRows = rows.filter { $0.count > 1 }
        // Many short rows take fewer requests when they go abreast, one item of each at a time.
        let roundCount = longRows.map(\.count).max() ?? 0
        let goAbreast = (longRows.count + Self.limit - 1) / Self.limit * roundCount < longRows.count
        let singles = rows.filter { goAbreast || $0.count == 1 }.map { $0[0] }
        // Apart, because invitations have a queue of their own to pass.
        return (goAbreast ? [] : longRows) + chunks(of: singles.filter(isInvitation))
            + chunks(of: singles.filter { !isInvitation($0) })
    }

    func isInvitation(_ number: Int) -> Bool { items[number].content.operation.isInvitation }

    /// An item and those behind it, for as long as each has one alone behind it, of its own kind.
    private func row(from first: Int, _ dependants: [Int: [Int]]) -> [Int] {
        var row = [first]
        while let last = row.last, let next = dependants[last], next.count == 1, fits(next[0], behind: row),
            isInvitation(next[0]) == isInvitation(first)
        {
            row.append(next[0])
        }
        return row
    }

    private func chunks(of numbers: [Int]) -> [[Int]] {
        var chunks: [[Int]] = []
        for number in numbers {
            if let last = chunks.indices.last, fits(number, behind: chunks[last]) {
                chunks[last].append(number)
            } else {
                chunks.append([number])
            }
        }
        return chunks
    }

    private func fits(_ number: Int, behind others: [Int]) -> Bool {
        others.count < Self.limit && (!isInvitation(number) || others.count(where: isInvitation) < invitationLimit)
    }
}
