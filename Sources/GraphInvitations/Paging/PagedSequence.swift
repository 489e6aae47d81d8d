/// The elements of a list of any length, read page by page as they are asked for.
///
/// Only one page is kept. Where a page fails, the error is thrown, and asking the same iterator again repeats that
/// page: nothing that was read is read anew.
public struct PagedSequence<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    let client: GraphClient
    /// The request for the first page, or why there is none.
    let first: Result<GraphRequest<Page<Element>>, GraphError>

    init(_ client: GraphClient, _ first: () throws(GraphError) -> GraphRequest<Page<Element>>) {
        self.client = client
        do { self.first = .success(try first()) } catch { self.first = .failure(error) }
    }

    /// Goes through the elements from the first page on.
    public func makeAsyncIterator() -> Iterator { Iterator(client: client, next: first) }

    /// All elements at once.
    ///
    /// - Returns: The elements of all pages.
    /// - Throws: ``GraphError``.
    func all() async throws(GraphError) -> [Element] {
        var elements: [Element] = []
        var iterator = makeAsyncIterator()
        while let element = try await iterator.next() { elements.append(element) }
        return elements
    }

    /// Goes through the elements, following the links from page to page.
    public struct Iterator: AsyncIteratorProtocol {
        let client: GraphClient
        /// The request for the page that comes next; nil behind the last one.
        private var next: Result<GraphRequest<Page<Element>>, GraphError>?
        private var page: ArraySlice<Element> = []
        private var links = LinkHistory()

        init(client: GraphClient, next: Result<GraphRequest<Page<Element>>, GraphError>) {
            self.client = client
            self.next = next
        }

        /// The next element; nil behind the last one.
        ///
        /// - Throws: ``GraphError``; with code `invalidRequest` where the query asks for nothing or a link leads away
        ///   from the client's cloud, with `malformedResponse` where the links lead in a circle.
        public mutating func next() async throws(GraphError) -> Element? {
            while page.isEmpty, let request = try next?.get() {
                let answer = try await client.send(request)
                page = answer.value[...]
                // What was read comes first, then the error.
                next = answer.nextLink.map { link in
                    links.isNew(link)
                        ? .success(request.following(link)) : .failure(GraphError(circularLink: request.operation))
                }
            }
            return page.popFirst()
        }
    }
}

extension GraphError {
    fileprivate init(circularLink operation: GraphOperation) {
        self.init(
            code: .malformedResponse,
            problems: [
                ValidationFinding(
                    field: "nextLink",
                    rule: "of the answer to \(operation) leads back to a page that was read.",
                    remedy: "What came before is all that can be read."
                )
            ]
        )
    }
}
