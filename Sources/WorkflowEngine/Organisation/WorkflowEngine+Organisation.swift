public import Workflow
internal import WorkflowStore

extension WorkflowEngine {
    /// Changes units, people or grants: all of it or nothing. For administrators; an empty organisation, which has none
    /// yet, may be set up by anybody, who must name one.
    public func change(
        _ changes: [OrganisationChange], as actor: ActorRecord, isDryRun: Bool = false
    ) async throws(EngineError) -> Organisation {
        let roles = try await publishedRoles()
        for _ in 1...Self.attempts {
            let current = try await organisation()
            if current.head.revision > 0, !current.value.isAdministrator(actor.user) {
                throw .administratorNeeded(actor.user)
            }
            var result = current.value
            var head = current.head
            var events: [SealedEvent] = []
            let command = newID()
            for change in changes {
                do throws(OrganisationRefusal) {
                    try result.check(change)
                    if case .granted(let grant) = change { try check(grant, roles) }
                } catch {
                    throw .organisation(error)
                }
                result.apply(change)
                let sealed = try seal(change, behind: head, as: actor, command: command)
                events.append(sealed)
                head = sealed.head
            }
            let hasAdministrator = result.grants.contains { $0.role == Grant.administrator }
            if !events.isEmpty, !hasAdministrator { throw .organisation(.lastAdministrator) }
            if isDryRun || events.isEmpty { return result }
            do throws(StoreError) {
                try await store.commit(
                    organisation: events, result: result, expectedRevision: current.head.revision)
                return result
            } catch {
                if case .streamConflict = error { continue }
                throw .store(error)
            }
        }
        throw .store(.streamConflict(.organisation))
    }

    private func seal(
        _ change: OrganisationChange, behind head: StreamHead, as actor: ActorRecord, command: String
    ) throws(EngineError) -> SealedEvent {
        var record = actor
        record.role = Grant.administrator
        let event = LedgerEvent(
            revision: head.revision + 1, at: now(), actor: record, command: command, organisation: change)
        do {
            return try SealedEvent(event, in: .organisation, behind: head)
        } catch {
            throw .store(.failed("encoding of an event"))
        }
    }

    /// A misspelt role would be a grant that never counts. Before any workflow is published, none can be known.
    private func check(_ grant: Grant, _ roles: [String]) throws(OrganisationRefusal) {
        if roles.isEmpty || grant.role == Grant.administrator || roles.contains(grant.role) { return }
        throw .unknownRole(grant.role, known: roles)
    }

    /// The roles of all definitions that were ever published: cases may be pinned to any of them.
    private func publishedRoles() async throws(EngineError) -> [String] {
        var roles: Set<String> = []
        for reference in try await reading({ () async throws(StoreError) in try await store.definitions() }) {
            let bytes = try await reading { () async throws(StoreError) in try await store.definition(reference) }
            let definition =
                definitions[reference.hash]?.definition ?? bytes.flatMap { DefinitionLoader.load($0).definition }
            roles.formUnion(definition?.roles.map(\.name) ?? [])
        }
        return roles.sorted()
    }
}
