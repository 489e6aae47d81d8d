extension UserRequestBuilder {
    /// Reads the user after it was deleted.
    ///
    /// Needs the permission `User.Read.All`.
    ///
    /// Mirrors [Get deleted item](https://learn.microsoft.com/graph/api/directory-deleteditems-get).
    ///
    /// - Parameter select: The properties to ask for.
    /// - Returns: The user.
    /// - Throws: ``GraphError``; with code `invalidRequest` for a user principal name, which deleted users have no more.
    public func getDeleted(
        select: [User.Property] = .guest + [.deletedDateTime]
    ) async throws(GraphError) -> User {
        try await client.send(.getDeletedUser(id, select: select))
    }

    /// Brings the user back after it was deleted, within 30 days.
    ///
    /// Needs the permission `User.ReadWrite.All`.
    ///
    /// Mirrors [Restore deleted item](https://learn.microsoft.com/graph/api/directory-deleteditems-restore).
    ///
    /// - Parameters:
    ///   - newUserPrincipalName: The user principal name to have in place of the one before.
    ///   - autoReconcileProxyConflict: Whether Graph takes away addresses that somebody else has by now.
    /// - Returns: The user as Graph answers it: id and name, perhaps more.
    /// - Throws: ``GraphError``; with code `invalidRequest` for a user principal name.
    @discardableResult
    public func restore(
        newUserPrincipalName: String? = nil,
        autoReconcileProxyConflict: Bool? = nil
    ) async throws(GraphError) -> User {
        do throws(GraphError) {
            return try await client.send(
                .restoreUser(
                    id,
                    newUserPrincipalName: newUserPrincipalName,
                    autoReconcileProxyConflict: autoReconcileProxyConflict
                )
            )
        } catch {
            // What is back is no more among the deleted: an attempt before this one may have done it.
            guard error.code == .notFound, error.attempts.leftOpenBeforeLast,
                let user = try? await get()
            else { throw error }
            return user
        }
    }

    /// Deletes the user for good after it was deleted: there is no way back.
    ///
    /// Needs the permission `User.ReadWrite.All`, and of a signed-in user the role Global Administrator or User
    /// Administrator. The pages that are known say that an app on its own behalf may not do it.
    ///
    /// Mirrors [Permanently delete item](https://learn.microsoft.com/graph/api/directory-deleteditems-delete).
    ///
    /// - Throws: ``GraphError``; with code `invalidRequest` for a user principal name.
    public func purge() async throws(GraphError) {
        do throws(GraphError) {
            _ = try await client.send(.purgeUser(id))
        } catch {
            // Not being among the deleted is what was asked for, unless it is for being in use.
            guard error.code == .notFound, error.attempts.leftOpenBeforeLast,
                await isGone
            else { throw error }
        }
    }

    private var isGone: Bool {
        get async {
            do throws(GraphError) {
                _ = try await get(select: [.id])
                return false
            } catch {
                return error.code == .notFound
            }
        }
    }
}
