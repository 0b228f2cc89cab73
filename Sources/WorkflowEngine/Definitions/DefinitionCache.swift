internal import Synchronization
internal import Workflow
internal import WorkflowPlugin

/// A definition that this program can run: its plugins are made.
final class LoadedDefinition: Sendable {
    let definition: WorkflowDefinition
    let reference: DefinitionReference
    let documentType: Resolved<any DocumentType>
    let plugins: [String: ActionPlugins]
    /// The paths that are stored with each case: what guards read and what lists show.
    let storedPaths: [String]

    init(
        definition: WorkflowDefinition, reference: DefinitionReference, documentType: Resolved<any DocumentType>,
        plugins: [String: ActionPlugins]
    ) {
        self.definition = definition
        self.reference = reference
        self.documentType = documentType
        self.plugins = plugins
        storedPaths = Set(definition.guardPaths + documentType.plugin.listedFields.map(\.path)).sorted()
    }
}

/// The plugins of one action.
struct ActionPlugins: Sendable {
    var validators: [Resolved<any Validator>] = []
    var scorers: [Resolved<any Scorer>] = []
}

/// Definitions by their hash: loaded once, shared by all commands.
final class DefinitionCache: Sendable {
    private let known = Mutex<[String: LoadedDefinition]>([:])

    subscript(hash: String) -> LoadedDefinition? { known.withLock { $0[hash] } }

    func keep(_ loaded: LoadedDefinition) { known.withLock { $0[loaded.reference.hash] = loaded } }
}
