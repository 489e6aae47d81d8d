/// A page of a list of users, and where the next one is.
struct UserPage: Decodable, Sendable {
    let value: [User]
    let nextLink: String?

    private enum CodingKeys: String, CodingKey {
        case value
        case nextLink = "@odata.nextLink"
    }
}
