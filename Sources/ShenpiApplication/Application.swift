public import Workflow
public import WorkflowEngine
public import WorkflowStore

/// The use cases that command line and server share, over one engine.
public struct Application: Sendable {
    /// The engine.
    public let engine: WorkflowEngine
    /// Who acts, as established by the program: role and unit are still open.
    public let actor: ActorRecord

    /// The use cases for one actor.
    public init(engine: WorkflowEngine, actor: ActorRecord) {
        self.engine = engine
        self.actor = actor
    }

    /// The case that a text means: its full name (`CODE-YEAR`), or the bare code where only one year is there.
    public func resolve(_ text: String) async throws(ApplicationError) -> CaseID {
        let wanted = CaseID(text)
        let visible = try await visibleUnits()
        if let found = try await storing({ () async throws(StoreError) in try await engine.store.storedCase(wanted) }) {
            guard visible?.contains(found.value.unit) ?? true else {
                throw .refused(code: "case.not-visible", values: ["user": actor.user.rawValue, "case": text])
            }
            return wanted
        }
        let query = CaseQuery(units: visible, subject: text, limit: 10)
        let sameSubject = try await storing { () async throws(StoreError) in try await engine.store.cases(query) }
        if sameSubject.count == 1, let only = sameSubject.first { return only.value.id }
        if sameSubject.isEmpty { throw .input(code: "case.unknown", values: ["case": text]) }
        let found = sameSubject.map(\.value.id.rawValue).joined(separator: ", ")
        throw .input(code: "case.ambiguous", values: ["case": text, "found": found])
    }

    /// The units whose cases the actor may see; `nil` for all.
    public func visibleUnits() async throws(ApplicationError) -> Set<UnitID>? {
        if actor.identity == .system { return nil }
        return try await asking { () async throws(EngineError) in try await engine.visibleUnits(for: actor.user) }
    }

    /// Cases that the actor may see.
    public func cases(_ query: CaseQuery) async throws(ApplicationError) -> [StoredCase] {
        var query = query
        if let visible = try await visibleUnits() {
            query.units = query.units.map { $0.intersection(visible) } ?? visible
        }
        let restricted = query
        if restricted.units?.isEmpty == true { return [] }
        return try await storing { () async throws(StoreError) in try await engine.store.cases(restricted) }
    }
}
