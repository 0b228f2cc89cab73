public import Workflow
public import WorkflowPlugin
internal import WorkflowStore
internal import JSONDocument

extension WorkflowEngine {
    /// Reads a workflow file and checks it against the plugins that this program has: all problems at once.
    public func check(_ bytes: [UInt8]) -> DefinitionReading {
        let reading = DefinitionLoader.load(bytes)
        guard let definition = reading.definition else { return reading }
        let (_, problems) = resolve(definition)
        let placed = problems.map { problem -> DefinitionProblem in
            var placed = problem
            placed.position = reading.root?.nearestPosition(to: problem.pointer)
            return placed
        }
        let all = (reading.problems + placed).sorted { ($0.position?.offset ?? 0) < ($1.position?.offset ?? 0) }
        return DefinitionReading(definition: placed.isEmpty ? definition : nil, problems: all, root: reading.root)
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

    /// The newest version of a workflow.
    public func newest(_ workflow: String) async throws(EngineError) -> DefinitionReference {
        do throws(StoreError) {
            let known = try await store.definitions()
            if let found = known.last(where: { $0.id == workflow }) { return found }
            throw .notAStore("")
        } catch {
            if case .notAStore("") = error {
                let known = (try? await store.definitions().map(\.id)) ?? []
                throw .unknownWorkflow(workflow, known: Set(known).sorted())
            }
            throw .store(error)
        }
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
        let bytes: [UInt8]?
        do throws(StoreError) {
            bytes = try await store.definition(reference)
        } catch {
            throw .store(error)
        }
        guard let bytes else { throw .store(.damaged("definition \(reference.id) \(reference.version)")) }
        let reading = DefinitionLoader.load(bytes)
        guard let definition = reading.definition else { throw .definition(reference, reading.errors) }
        let (resolved, problems) = resolve(definition)
        guard let resolved else { throw .definition(reference, problems) }
        let loaded = LoadedDefinition(
            definition: definition, reference: reference, documentType: resolved.documentType,
            plugins: resolved.plugins)
        definitions.keep(loaded)
        return loaded
    }

    private struct ResolvedPlugins {
        var documentType: Resolved<any DocumentType>
        var plugins: [String: ActionPlugins]
    }

    private func resolve(_ definition: WorkflowDefinition) -> (ResolvedPlugins?, [DefinitionProblem]) {
        var problems: [DefinitionProblem] = []
        func make<Plugin>(_ use: PluginUse, _ make: (PluginUse) throws(RegistryError) -> Plugin) -> Plugin? {
            do throws(RegistryError) {
                return try make(use)
            } catch {
                problems.append(error.problem(at: use.pointer))
                return nil
            }
        }
        var plugins: [String: ActionPlugins] = [:]
        for action in definition.actions {
            plugins[action.name] = ActionPlugins(
                validators: action.validate.compactMap { make($0, registry.validator) },
                scorers: action.score.compactMap { make($0, registry.scorer) })
            for use in action.notify { _ = make(use, registry.notifier) }
        }
        let type = PluginUse(
            name: definition.documentType, configuration: .object(JSONObject()), pointer: "/document")
        let documentType = make(type) { use throws(RegistryError) in try registry.documentType(use.name) }
        guard problems.isEmpty, let documentType else { return (nil, problems) }
        return (ResolvedPlugins(documentType: documentType, plugins: plugins), [])
    }
}

extension RegistryError {
    fileprivate func problem(at pointer: String) -> DefinitionProblem {
        let place = JSONPointer(parsing: pointer) ?? .root
        switch self {
        case .unknown(let name, let capability, let near):
            return DefinitionProblem(
                rule: capability == .documentType ? "document-type.unknown" : "plugin.unknown", pointer: place,
                position: nil, values: ["name": name, "kind": capability.rawValue, "near": near ?? ""])
        case .configuration(let name, let setting, let reason):
            return DefinitionProblem(
                rule: "plugin.configuration", pointer: place.appending("with"), position: nil,
                values: ["name": name, "setting": setting, "reason": reason.english, "reason.zh": reason.chinese])
        case .duplicate(let name, let capability):
            return DefinitionProblem(
                rule: "plugin.unknown", pointer: place, position: nil,
                values: ["name": name, "kind": capability.rawValue, "near": ""])
        }
    }
}
