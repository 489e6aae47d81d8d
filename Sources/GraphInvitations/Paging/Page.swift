/// A page of a list, and where the next one is.
///
/// Mirrors [Paging](https://learn.microsoft.com/graph/paging).
public struct Page<Element: Decodable & Sendable>: Decodable, Sendable {
    /// The elements; a page may be empty although there are more.
    public let value: [Element]
    /// The address of the next page; nil on the last one.
    ///
    /// ``GraphRequest/following(_:)`` makes the request for it.
    public let nextLink: String?
    /// How many there are in all: on the first page of an advanced query.
    public let count: Int?

    private enum CodingKeys: String, CodingKey {
        case value
        case nextLink = "@odata.nextLink"
        case count = "@odata.count"
    }
}
