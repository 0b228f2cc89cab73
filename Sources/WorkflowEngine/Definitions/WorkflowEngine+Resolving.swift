internal import JSONDocument
internal import Workflow
internal import WorkflowPlugin

/// The plugins of a definition, made.
struct ResolvedPlugins: Sendable {
    var documentType: Resolved<any DocumentType>
    var plugins: [String: ActionPlugins]
}

extension WorkflowEngine {
    /// Makes the plugins that a definition names, and holds the parts that it names to its document type: a misspelt part
    /// would be a guard that never holds, or something that nobody can write.
    func resolve(_ definition: WorkflowDefinition) -> (resolved: ResolvedPlugins?, problems: [DefinitionProblem]) {
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
        guard !type.name.isEmpty,
            let documentType = make(type, { use throws(RegistryError) in try registry.documentType(use.name) })
        else { return (nil, problems) }
        problems += unknownParts(of: definition, among: documentType.plugin.parts.map(\.name))
        return (ResolvedPlugins(documentType: documentType, plugins: plugins), problems)
    }

    private func unknownParts(of definition: WorkflowDefinition, among known: [String]) -> [DefinitionProblem] {
        var problems: [DefinitionProblem] = []
        func check(_ part: String, _ pointer: JSONPointer) {
            guard !known.contains(part) else { return }
            problems.append(
                DefinitionProblem(
                    rule: "part.unknown", pointer: pointer, position: nil,
                    values: [
                        "part": part, "known": known.joined(separator: ", "),
                        "near": NearMiss.nearest(to: part, in: known) ?? "",
                    ]))
        }
        for state in definition.states {
            let place = JSONPointer(tokens: ["states", state.name, "editable"])
            for part in state.editable.keys.sorted() { check(part, place.appending(part)) }
        }
        for (path, place) in definition.guardPlaces.sorted(by: { $0.key < $1.key }) {
            check(String(path.split(separator: ".", maxSplits: 2)[1]), place)
        }
        return problems
    }
}

extension RegistryError {
    fileprivate func problem(at pointer: String) -> DefinitionProblem {
        let place = JSONPointer(parsing: pointer) ?? .root
        switch self {
        case .unknown(let name, let capability, let near):
            return DefinitionProblem(
                rule: capability == .documentType ? "document-type.unknown" : "plugin.unknown",
                pointer: capability == .documentType ? place : place.appending("use"), position: nil,
                values: ["name": name, "kind": capability.rawValue, "near": near ?? ""])
        case .configuration(let name, let setting, let reason):
            let inner = setting == "with" ? [] : setting.split(separator: ".").map(String.init)
            return DefinitionProblem(
                rule: "plugin.configuration", pointer: JSONPointer(tokens: place.tokens + ["with"] + inner),
                position: nil,
                values: ["name": name, "setting": setting, "reason": reason.english, "reason.zh": reason.chinese])
        case .duplicate(let name, let capability):
            return DefinitionProblem(
                rule: "plugin.unknown", pointer: place, position: nil,
                values: ["name": name, "kind": capability.rawValue, "near": ""])
        }
    }
}
