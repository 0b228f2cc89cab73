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
                throw .refused(
                    code: "case.not-visible",
                    values: [
                        "user": actor.user.rawValue, "case": text, "unit": found.value.unit.rawValue,
                    ])
            }
            return wanted
        }
        let query = CaseQuery(units: visible, subject: text, limit: 10)
        let sameSubject = try await storing { () async throws(StoreError) in try await engine.store.cases(query) }
        if sameSubject.count == 1, let only = sameSubject.first { return only.value.id }
        if sameSubject.isEmpty {
            throw .input(code: "case.unknown", values: ["case": text, "near": try await near(text, visible) ?? ""])
        }
        let found = sameSubject.map(\.value.id.rawValue).joined(separator: ", ")
        throw .input(code: "case.ambiguous", values: ["case": text, "found": found])
    }

    /// The case that was probably meant: one that has the text in its name, or nearly that name.
    private func near(_ text: String, _ visible: Set<UnitID>?) async throws(ApplicationError) -> String? {
        let query = CaseQuery(units: visible, limit: 10_000)
        let known = try await storing { () async throws(StoreError) in try await engine.store.cases(query) }
            .map(\.value)
        if text.count >= 3, let part = known.first(where: { $0.id.rawValue.contains(text) }) { return part.id.rawValue }
        if let found = NearMiss.nearest(to: text, in: known.map(\.id.rawValue)) { return found }
        let subject = NearMiss.nearest(to: text, in: known.map(\.subject))
        return known.first { $0.subject == subject }?.id.rawValue
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
