import GraphInvitations

/// The app that a live run signs in as.
struct App {
    let tenantID: String
    let clientID: String
    let clientSecret: Secret

    /// The app that the environment names.
    init(_ environment: [String: String]) throws(UsageError) {
        let names = ["AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"]
        let values = names.map { environment[$0] ?? "" }
        let missing = zip(names, values).filter(\.1.isEmpty).map(\.0)
        guard missing.isEmpty else {
            throw UsageError("--live needs, in the environment, \(missing.joined(separator: ", ")).")
        }
        (tenantID, clientID, clientSecret) = (values[0], values[1], Secret(values[2]))
    }
}
