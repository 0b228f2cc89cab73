public import Logging
public import Workflow
public import WorkflowPlugin
public import WorkflowStore
internal import JSONDocument

/// Runs commands: loads, asks plugins, decides, commits. Knows nothing of budgets; what it needs is handed in.
///
/// One way through, described at ``perform(_:)``. Everything apart from it (notices, schedules) reads what was committed.
public final class WorkflowEngine: Sendable {
    /// Where everything is kept.
    public let store: any WorkflowStore
    /// The plugins that workflow files can use.
    public let registry: PluginRegistry
    /// Public holidays.
    public let calendar: WorkingCalendar
    /// What time it is.
    public let now: @Sendable () -> Timestamp
    /// How long one plugin may think.
    public let pluginLimit: Duration
    let logger: Logger
    let definitions: DefinitionCache
    let organisations: OrganisationCache
    let abandoned = AbandonedWork()
    let newID: @Sendable () -> String

    /// An engine over a store.
    ///
    /// - Parameters:
    ///   - now: The clock; a parameter so that tests are repeatable.
    ///   - newID: Makes the names of commands and lease owners; unique.
    public init(
        store: any WorkflowStore, registry: PluginRegistry, calendar: WorkingCalendar, logger: Logger,
        pluginLimit: Duration = .seconds(10), now: @escaping @Sendable () -> Timestamp,
        newID: @escaping @Sendable () -> String
    ) {
        self.store = store
        self.registry = registry
        self.calendar = calendar
        self.logger = logger
        self.pluginLimit = pluginLimit
        self.now = now
        self.newID = newID
        definitions = DefinitionCache()
        organisations = OrganisationCache()
    }

    /// Units, people and grants as they are now.
    public func organisation() async throws(EngineError) -> StoredOrganisation {
        do throws(StoreError) {
            return try await organisations.current(store)
        } catch {
            throw .store(error)
        }
    }

    /// The case with its head.
    public func storedCase(_ id: CaseID) async throws(EngineError) -> StoredCase {
        do throws(StoreError) {
            if let found = try await store.storedCase(id) { return found }
        } catch {
            throw .store(error)
        }
        throw .unknownCase(id)
    }

    func context(
        _ loaded: LoadedDefinition, _ organisation: Organisation, _ actor: ActorRecord, command: String
    ) -> TransitionContext {
        TransitionContext(
            definition: loaded.definition, reference: loaded.reference, organisation: organisation, calendar: calendar,
            now: now(), actor: actor, command: command, decimalPaths: loaded.documentType.plugin.decimalPaths)
    }

    func summary(_ subject: Case, _ organisation: Organisation) -> CaseSummary {
        let path = organisation.path(from: subject.unit)
        return CaseSummary(
            id: subject.id, subject: subject.subject, period: subject.period, unit: subject.unit,
            unitName: path.first?.name ?? subject.unit.rawValue,
            ancestors: Dictionary(path.map { ($0.kind, $0.name) }, uniquingKeysWith: { nearest, _ in nearest }),
            state: subject.state)
    }
}
