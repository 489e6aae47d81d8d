#if URLSession
extension GraphClient {
    /// A client over URLSession.
    ///
    /// - Parameters:
    ///   - credential: Where tokens come from.
    ///   - cloud: The cloud to talk to.
    ///   - configuration: The settings.
    public init(
        credential: some TokenCredential,
        cloud: GraphCloud = .global,
        configuration: Configuration = Configuration()
    ) {
        self.init(credential: credential, cloud: cloud, transport: URLSessionTransport(), configuration: configuration)
    }
}
#endif
