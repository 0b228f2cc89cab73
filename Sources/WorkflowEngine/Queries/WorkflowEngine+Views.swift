public import Workflow
public import WorkflowPlugin
public import WorkflowStore
public import JSONDocument

/// One action of a case's state and whether somebody may do it now.
public struct ActionView: Sendable {
    /// The action.
    public var action: ActionDefinition
    /// Why not; `nil` where nothing stands against it.
    public var refusal: Refusal?
}

extension WorkflowEngine {
    /// The definitions of all workflows that have been published, the newest of each.
    public func workflows() async throws(EngineError) -> [DefinitionReference] {
        let known = try await reading { () async throws(StoreError) in try await store.definitions() }
        var newest: [String: DefinitionReference] = [:]
        for reference in known { newest[reference.id] = reference }
        return newest.values.sorted { $0.id < $1.id }
    }

    /// The roles of all published workflows, by workflow.
    public func roles() async throws(EngineError) -> [String: [RoleDefinition]] {
        var result: [String: [RoleDefinition]] = [:]
        for reference in try await workflows() { result[reference.id] = try await definition(reference).roles }
        return result
    }

    /// The units whose cases somebody may see; `nil` for all.
    public func visibleUnits(for user: UserID) async throws(EngineError) -> Set<UnitID>? {
        let organisation = try await organisation().value
        var visible: Set<UnitID> = []
        for roles in try await roles().values {
            guard let units = organisation.visibleUnits(for: user, roles: roles) else { return nil }
            visible.formUnion(units)
        }
        return visible
    }

    /// What waits for somebody, by due date. Signatures on his or her own cases are left out: nobody can give them.
    public func inbox(
        of user: UserID, after position: InboxEntry.Position? = nil, limit: Int = 100
    ) async throws(EngineError) -> [InboxEntry] {
        let organisation = try await organisation().value
        var seats: [InboxQuery.Seat] = []
        for (workflow, roles) in try await roles().sorted(by: { $0.key < $1.key }) {
            for role in roles where organisation.grants.contains(where: { $0.user == user && $0.role == role.name }) {
                let units = organisation.seatUnits(of: user, role: role)
                seats.append(InboxQuery.Seat(workflow: workflow, role: role.name, units: units))
            }
        }
        var entries: [InboxEntry] = []
        var after = position
        while entries.count < limit {
            let query = InboxQuery(user: user, seats: seats, after: after, limit: limit)
            let page = try await reading { () async throws(StoreError) in try await store.inbox(query) }
            entries += page.filter { $0.assignment.kind != .approval || !$0.case.submitters.contains(user) }
            guard page.count == limit, let last = page.last else { break }
            after = last.position
        }
        return Array(entries.prefix(limit))
    }

    /// Every action of the case's state, and whether the actor may do it now. Guards are not looked at: they depend on facts.
    public func actions(on id: CaseID, as actor: ActorRecord) async throws(EngineError) -> [ActionView] {
        let stored = try await storedCase(id)
        let loaded = try await loaded(stored.value.definition)
        let context = context(loaded, try await organisation().value, actor, command: "")
        guard let state = loaded.definition.states.firstIndex(where: { $0.name == stored.value.state }) else {
            return []
        }
        return loaded.definition.actions(from: state).map { action in
            do throws(Refusal) {
                _ = try loaded.definition.authorise(action, on: stored.value, in: context)
                return ActionView(action: action, refusal: nil)
            } catch {
                return ActionView(action: action, refusal: error)
            }
        }
    }

    /// What the plugins of an action would say of a case whose parts were these, without deciding anything.
    ///
    /// Errors among the findings are returned, not thrown.
    public func assess(
        _ action: String, on id: CaseID, parts: [String: JSONValue]
    ) async throws(EngineError) -> (facts: JSONObject, findings: [Finding]) {
        let stored = try await storedCase(id)
        let loaded = try await loaded(stored.value.definition)
        let organisation = try await organisation().value
        let actor = ActorRecord(user: Person.system, identity: .system, client: "")
        let context = context(loaded, organisation, actor, command: "")
        let document = try await document(of: stored.value, loaded)
        do throws(EngineError) {
            let writing = try await write(parts, into: document, loaded, id)
            let verdict = try await ask(
                loaded.plugins[action] ?? ActionPlugins(), about: writing.document, summary(stored.value, organisation),
                action: action, context)
            return (verdict.results.facts, verdict.findings)
        } catch {
            if case .findings(let findings, _) = error { return (JSONObject(), findings) }
            throw error
        }
    }

    /// The events of a case, oldest first.
    public func history(of id: CaseID) async throws(EngineError) -> [CaseEvent] {
        _ = try await storedCase(id)
        var events: [CaseEvent] = []
        var after = 0
        while true {
            let page = try await reading { () async throws(StoreError) in
                try await store.events(of: .case(id), after: after, limit: 500)
            }
            for stored in page {
                guard let value = try? JSONReader.value(stored.bytes),
                    let event = try? JSONValueDecoder().decode(CaseEvent.self, from: value)
                else { throw .store(.damaged("event \(stored.revision) of \(stored.stream)")) }
                events.append(event)
            }
            guard page.count == 500, let last = page.last else { return events }
            after = last.revision
        }
    }

    /// The pre-filled parts of a task as they would be made now, for whoever begins before the schedule does.
    public func prefill(task: String, of id: CaseID) async throws(EngineError) -> [String: JSONValue] {
        let stored = try await storedCase(id)
        let loaded = try await loaded(stored.value.definition)
        let organisation = try await organisation().value
        let document = try await document(of: stored.value, loaded)
        do {
            return try loaded.documentType.plugin.prefill(
                task: task, document: document, subject: summary(stored.value, organisation))
        } catch {
            throw .undecided(plugin: loaded.documentType.descriptor.name, reason: "\(type(of: error))", case: id)
        }
    }
}
