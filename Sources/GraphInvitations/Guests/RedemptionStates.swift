/// The states of a guest's redemption, one for each change; never ends by itself.
public struct RedemptionStates: AsyncSequence, Sendable {
    let user: UserRequestBuilder
    let interval: Duration

    /// Begins with the state that is found first.
    public func makeAsyncIterator() -> Iterator { Iterator(user: user, interval: interval) }

    /// Looks again and again.
    public struct Iterator: AsyncIteratorProtocol {
        let user: UserRequestBuilder
        let interval: Duration
        private var last: RedemptionState?

        init(user: UserRequestBuilder, interval: Duration) {
            self.user = user
            self.interval = interval
        }

        /// The next state that differs from the last; never nil.
        ///
        /// - Throws: ``GraphError``; with code `cancelled`. Asking again after an error looks again.
        public mutating func next() async throws(GraphError) -> RedemptionState? {
            while true {
                let state = try await look()
                guard state != last else { continue }
                last = state
                return state
            }
        }

        private func look() async throws(GraphError) -> RedemptionState {
            let client = user.client
            if last != nil { try await client.pause(interval) }
            return try await client.replicated(.getUser, until: client.replicationDeadline(), while: \.isFromBehind) {
                () async throws(GraphError) in try await user.redemptionState()
            }
        }
    }
}
