public import GraphInvitations

@available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, macCatalyst 18, *)
extension GraphClient.Configuration {
    /// The default settings, with waits and dates from a manual clock.
    public init(clock: ManualClock) {
        self.init()
        self.clock = clock
        now = { clock.date }
    }
}
