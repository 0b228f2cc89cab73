internal import Workflow

/// Checks that nobody changed what was written: every hash, every link, and that cases, organisation and definitions are
/// what their events add up to. Works for every store, while others write; holds one page and one stream in memory.
public struct AuditVerifier: Sendable {
    /// So many problems are listed; more are counted.
    public static let problemLimit = 1000

    let store: any WorkflowStore
    let pageSize: Int

    /// A verifier.
    /// - Parameter pageSize: How many events or cases are read at once.
    public init(store: any WorkflowStore, pageSize: Int = 200) {
        self.store = store
        self.pageSize = max(1, pageSize)
    }

    /// Checks everything.
    /// - Parameter progress: Is told after each page what was found so far.
    /// - Throws: ``StoreError`` where the store cannot be read at all; what is damaged is a problem in the report.
    public func verify(progress: (AuditReport) -> Void = { _ in }) async throws(StoreError) -> AuditReport {
        var walk = AuditWalk(store: store, pageSize: pageSize)
        try await walk.definitions()
        var cursor: EventCursor?
        repeat {
            let page: [StoredEvent]
            do {
                page = try await store.allEvents(after: cursor, limit: pageSize)
            } catch .damaged(let place) {
                walk.note(.storeDamaged, stream: cursor?.stream ?? "", ["place": place])
                break
            }
            for event in page { try await walk.take(event) }
            cursor = page.last.map { EventCursor(stream: $0.stream.description, revision: $0.revision) }
            progress(walk.report)
        } while cursor != nil
        try await walk.endOfEvents()
        try await cases(&walk, progress)
        return walk.report
    }

    /// Goes through the cases themselves: each must be where its columns say, and have events.
    private func cases(_ walk: inout AuditWalk, _ progress: (AuditReport) -> Void) async throws(StoreError) {
        for place in try await store.counts(CaseQuery()) {
            var query = CaseQuery(
                workflow: place.workflow, period: place.period, states: [place.state], limit: pageSize)
            repeat {
                let page: [StoredCase]
                do {
                    page = try await store.cases(query)
                } catch .damaged {
                    // Each case was read by itself before: whichever it is, it has been named.
                    break
                }
                for stored in page { try await walk.check(stored.value, at: place) }
                query.after = page.last?.value.id
                progress(walk.report)
            } while query.after != nil
        }
    }
}
