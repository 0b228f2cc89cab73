public import Workflow
internal import WorkflowEngine
internal import WorkflowStore

extension Application {
    /// Sets up an empty store: the actor becomes its administrator, and the workflow is published.
    public func initialise(name: String, workflow: [UInt8]) async throws(ApplicationError) -> DefinitionReference {
        let reading = engine.check(workflow)
        if reading.definition == nil { throw .engine(.invalidDefinition(reading.errors)) }
        let changes: [OrganisationChange] = [
            .personAdded(Person(id: actor.user, name: name)),
            .granted(Grant(user: actor.user, role: Grant.administrator, unit: nil)),
        ]
        _ = try await asking { () async throws(EngineError) in try await engine.change(changes, as: actor) }
        return try await asking { () async throws(EngineError) in try await engine.publish(workflow, as: actor) }
            .reference
    }

    /// Adds, grants or revokes; one change; the engine checks it.
    public func change(_ change: OrganisationChange, isDryRun: Bool) async throws(ApplicationError) {
        _ = try await asking { () async throws(EngineError) in
            try await engine.change([change], as: actor, isDryRun: isDryRun)
        }
    }
}
