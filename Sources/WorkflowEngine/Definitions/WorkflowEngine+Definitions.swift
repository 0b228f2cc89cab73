public import Workflow
public import WorkflowPlugin
internal import WorkflowStore
internal import JSONDocument

extension WorkflowEngine {
    /// Reads a workflow file and checks it against the plugins that this program has: all problems at once.
    public func check(_ bytes: [UInt8]) -> DefinitionReading {
        let reading = DefinitionLoader.load(bytes)
        guard let draft = reading.draft else { return reading }
        let problems = resolve(draft).problems.map { problem -> DefinitionProblem in
            var placed = problem
            placed.position = reading.root?.nearestPosition(to: problem.pointer)
            return placed
        }
        let all = (reading.problems + problems).sorted {
            ($0.position?.offset ?? 0, $0.rule) < ($1.position?.offset ?? 0, $1.rule)
        }
        return DefinitionReading(
            definition: problems.isEmpty ? reading.definition : nil, problems: all, root: reading.root)
    }

    /// Publishes a definition: from now on new cases begin with it. Publishing the same bytes again changes nothing.
    ///
    /// - Returns: The definition's identity, and whether it is new.
    public func publish(
        _ bytes: [UInt8], as actor: ActorRecord
    ) async throws(EngineError) -> (reference: DefinitionReference, isNew: Bool) {
        guard try await organisation().value.isAdministrator(actor.user) || actor.identity == .system else {
            throw .administratorNeeded(actor.user)
        }
        let reading = check(bytes)
        guard let definition = reading.definition else { throw .invalidDefinition(reading.errors) }
        let reference = DefinitionReference(
            id: definition.id, version: definition.version, hash: Digest.sha256(definition.canonicalBytes))
        do {
            if try await store.definitions().contains(reference) { return (reference, false) }
            let head = try await store.head(of: .definitions) ?? .empty
            let event = LedgerEvent(
                revision: head.revision + 1, at: now(), actor: actor, command: newID(), published: reference)
            let sealed = try SealedEvent(event, in: .definitions, behind: head)
            try await store.publish(
                PublishedDefinition(reference: reference, bytes: definition.canonicalBytes), event: sealed)
            return (reference, true)
        } catch let error as StoreError {
            throw .store(error)
        } catch {
            throw .store(.failed("encoding"))
        }
    }

    /// The newest version of a workflow: the one that was published last.
    public func newest(_ workflow: String) async throws(EngineError) -> DefinitionReference {
        let known = try await reading { () async throws(StoreError) in try await store.definitions() }
        if let found = known.last(where: { $0.id == workflow }) { return found }
        throw .unknownWorkflow(workflow, known: Set(known.map(\.id)).sorted())
    }

    /// The definition to which cases are pinned, as people and programs look at it.
    public func definition(_ reference: DefinitionReference) async throws(EngineError) -> WorkflowDefinition {
        try await loaded(reference).definition
    }

    /// The document type of a definition.
    public func documentType(of reference: DefinitionReference) async throws(EngineError) -> any DocumentType {
        try await loaded(reference).documentType.plugin
    }

    func loaded(_ reference: DefinitionReference) async throws(EngineError) -> LoadedDefinition {
        if let known = definitions[reference.hash] { return known }
        let bytes = try await reading { () async throws(StoreError) in try await store.definition(reference) }
        guard let bytes else { throw .store(.damaged("definition \(reference.id) \(reference.version)")) }
        let reading = DefinitionLoader.load(bytes)
        guard let definition = reading.definition else { throw .definition(reference, reading.errors) }
        let (resolved, problems) = resolve(definition)
        guard let resolved, problems.isEmpty else { throw .definition(reference, problems) }
        let loaded = LoadedDefinition(
            definition: definition, reference: reference, documentType: resolved.documentType,
            plugins: resolved.plugins)
        definitions.keep(loaded)
        return loaded
    }
}
