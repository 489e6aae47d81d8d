/// What a model expects of a JSON value; `null` fits everywhere.
package indirect enum JSONShape: Hashable, Sendable {
    case string
    /// One of several words, to which the service may add.
    case word(known: [String])
    /// A date and time as text.
    case date
    case bool
    case number
    /// A number, or the digits of one as text.
    case numeric
    case list(JSONShape)
    /// Members by name.
    case object([String: JSONShape])
    /// Whatever comes.
    case any
}

extension JSONShape {
    init<Model: LosslessObject>(of model: Model.Type) { self = .object(ShapeReader(of: Model()).members) }

    /// What ``Invitation`` reads.
    package static let invitation = JSONShape(of: Invitation.self)
    /// What ``User`` reads.
    package static let user = JSONShape(of: User.self)
    /// A page of users.
    package static let userPage = JSONShape.object(["value": .list(user)])

    /// A page of objects such as sponsors.
    package static let directoryObjectPage = JSONShape.object(["value": .list(JSONShape(of: DirectoryObject.self))])
    /// The answers to the items of a batch.
    package static let batch = JSONShape.object([
        "responses": .list(.object(["id": .string, "status": .number, "headers": .any, "body": .any]))
    ])

    /// What ``ODataError`` reads, with the object around it.
    package static let serviceError: JSONShape = {
        var inner: [String: JSONShape] = [
            "code": .string, "message": .string, "date": .string, "request-id": .string, "requestId": .string,
            "client-request-id": .string,
        ]
        inner["innerError"] = .object(inner)
        let detail: [String: JSONShape] = ["code": .string, "message": .string, "target": .string]
        let error = detail.merging(["details": .list(.object(detail)), "innerError": .object(inner)]) { $1 }
        return .object(["error": .object(error)])
    }()

    /// What is read of a token answer.
    package static let token = JSONShape.object([
        "token_type": .string, "expires_in": .numeric, "ext_expires_in": .numeric, "access_token": .string,
    ])

    /// What ``OAuthError`` reads.
    package static let oauthError = JSONShape.object([
        "error": .string, "error_description": .string, "error_codes": .list(.number), "timestamp": .string,
        "trace_id": .string, "correlation_id": .string, "error_uri": .string, "suberror": .string, "claims": .string,
    ])
}
