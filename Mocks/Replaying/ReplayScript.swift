/// The exchanges of a replay, and which of them have been used.
struct ReplayScript {
    private let exchanges: [RecordedExchange]
    private let order: ReplayTransport.Order
    /// How many requests each has answered.
    private var uses: [Int]
    /// How many requests each has matched, for those that mean the nth.
    private var matchCounts: [Int]
    /// Where an ordered replay has come to.
    private var position = 0
    private var unanswered: [RequestParts] = []
    /// The exchanges that were shown beside a request that has no answer.
    private var shown: Set<Int> = []

    init(exchanges: [RecordedExchange], order: ReplayTransport.Order) {
        self.exchanges = exchanges
        self.order = order
        uses = Array(repeating: 0, count: exchanges.count)
        matchCounts = uses
    }

    /// The exchange that answers a request as it came, or as it is without what a recording replaces; throws why there is
    /// none.
    mutating func next(for request: RequestParts, redacted: RequestParts? = nil) throws(ReplayError) -> RecordedExchange
    {
        let readings = [request, redacted].compactMap(\.self)
        for index in exchanges.indices where exchanges[index].request.ordinal != nil && matches(index, readings) {
            matchCounts[index] += 1
        }
        guard let index = order == .any ? free(for: readings) : due(for: readings) else {
            unanswered.append(redacted ?? request)
            let issue = issue(redacted ?? request)
            let isNew = { index in exchanges[index].title == issue.nearest?.title && !shown.contains(index) }
            if let index = exchanges.indices.first(where: isNew) { shown.insert(index) }
            throw ReplayError(issues: [issue])
        }
        uses[index] += 1
        return exchanges[index]
    }

    /// What no request asked for, each with the unanswered request that comes nearest, unless that was said before.
    var unused: [ReplayError.Issue] {
        exchanges.indices.filter { uses[$0] == 0 }
            .map { index in
                guard !shown.contains(index) else {
                    return .unused(exchange: exchanges[index].title, nearest: nil)
                }
                let candidates = unanswered.map { ($0.title, exchanges[index].request.differences(from: $0)) }
                return .unused(exchange: exchanges[index].title, nearest: ReplayError.Nearest(of: candidates))
            }
    }

    private func matches(_ index: Int, _ readings: [RequestParts]) -> Bool {
        readings.contains { exchanges[index].request.differences(from: $0).isEmpty }
    }

    private func free(for readings: [RequestParts]) -> Int? {
        exchanges.indices.first { isFree($0) && matches($0, readings) }
    }

    private func isFree(_ index: Int) -> Bool {
        if let ordinal = exchanges[index].request.ordinal, ordinal != matchCounts[index] { return false }
        return uses[index] == 0 || exchanges[index].isRepeated
    }

    /// The exchange whose turn it is; a repeated one has its turn until a request comes for the one behind it.
    private mutating func due(for readings: [RequestParts]) -> Int? {
        for index in exchanges.indices.dropFirst(position) {
            if isFree(index), matches(index, readings) {
                position = exchanges[index].isRepeated ? index : index + 1
                return index
            }
            guard exchanges[index].isRepeated, uses[index] > 0 else { return nil }
        }
        return nil
    }

    private func issue(_ request: RequestParts) -> ReplayError.Issue {
        let differences = exchanges.map { $0.request.differences(from: request) }
        let candidates = exchanges.indices.map { (exchanges[$0].title, differences[$0]) }
        let due = exchanges.indices.dropFirst(position).first { !exchanges[$0].isRepeated || uses[$0] == 0 }
        if order == .recorded, let due, differences[position...].contains(where: \.isEmpty) {
            let nearest = ReplayError.Nearest(exchanges[due].title, differences[due])
            return .outOfOrder(request: request.title, due: nearest)
        }
        let matching = exchanges.indices.filter { differences[$0].isEmpty }
        guard let used = matching.first(where: { uses[$0] > 0 }) else {
            guard let index = matching.first, let ordinal = exchanges[index].request.ordinal else {
                return .unmatched(request: request.title, nearest: ReplayError.Nearest(of: candidates))
            }
            let title = exchanges[index].title
            return .otherOrdinal(request: request.title, exchange: title, expected: ordinal, got: matchCounts[index])
        }
        let left = exchanges.indices.filter { uses[$0] == 0 && !differences[$0].isEmpty }.map { candidates[$0] }
        return .exhausted(
            request: request.title,
            exchange: exchanges[used].title,
            nearest: ReplayError.Nearest(of: left)
        )
    }
}
