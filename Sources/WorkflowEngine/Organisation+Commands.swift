public import Workflow
internal import WorkflowStore

extension WorkflowEngine {
    /// Changes units, people or grants: all of it or nothing. For administrators.
    ///
    /// - Parameter isFirst: Whether this sets up an empty organisation, which has no administrator yet.
    public func change(
        _ changes: [OrganisationChange], as actor: ActorRecord, isDryRun: Bool = false
    ) async throws(EngineError) -> Organisation {
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
                } catch {
                    throw .organisation(error)
                }
                result.apply(change)
                var record = actor
                record.role = Grant.administrator
                let event = LedgerEvent(
                    revision: head.revision + 1, at: now(), actor: record, command: command, organisation: change)
                guard let sealed = try? SealedEvent(event, in: .organisation, behind: head) else {
                    throw .store(.failed("encoding of an event"))
                }
                events.append(sealed)
                head = sealed.head
            }
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
}
