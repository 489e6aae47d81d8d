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
        var rows: [[Int]] = []
        var singles: [Int] = []
        for first in open where items[first].dependency.map(succeeded) ?? true {
            var row = [first]
            while let last = row.last, let next = dependants[last], next.count == 1, fits(next[0], behind: row) {
                row.append(next[0])
            }
            if row.count > 1 { rows.append(row) } else { singles.append(first) }
        }
        return rows + chunks(of: singles)
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

    func isInvitation(_ number: Int) -> Bool { items[number].content.operation.isInvitation }
}
