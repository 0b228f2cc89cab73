import Synchronization
import Testing
import Workflow
import WorkflowStore
import WorkflowStoreTesting

@Suite("Verification")
struct AuditVerifierTests {
    @Test("what is written between two reads is no problem", arguments: [1, 3, 200])
    func writtenMeanwhile(pageSize: Int) async throws {
        let fixture = try StoreFixture()
        let store = MeanwhileStore()
        try await fixture.prepare(store.store)
        let changes = try fixture.grantedCase("a")
        _ = await store.store.commit([changes[0]])
        store.later.withLock { $0 = Array(changes.dropFirst()) }
        let report = try await AuditVerifier(store: store, pageSize: pageSize).verify()
        #expect(report.problems == [])
        #expect(report.cases == 1)
        #expect(try await store.storedCase("a")?.head.revision ?? 0 > 1)
    }

    @Test("of very many problems the first are listed and the others counted")
    func manyProblems() async throws {
        let fixture = try StoreFixture()
        let store = InMemoryStore()
        try await fixture.prepare(store)
        let count = AuditVerifier.problemLimit + 5
        for index in 0..<count {
            let name = CaseID("c\(index)")
            _ = await store.commit([try fixture.creation(of: name)])
            store.tamper(with: .case(name), revision: 1) { event in
                var event = event
                event.columns.kind = "never"
                return event
            }
        }
        let report = try await AuditVerifier(store: store).verify()
        #expect(report.problems.count == AuditVerifier.problemLimit)
        #expect(report.omitted == 5)
        #expect(!report.isIntact)
    }

    @Test("progress is told after each page")
    func progress() async throws {
        let fixture = try StoreFixture()
        let store = InMemoryStore()
        try await fixture.prepare(store)
        var events: [Int] = []
        _ = try await AuditVerifier(store: store, pageSize: 5).verify { events.append($0.events) }
        #expect(events == [5, 10, 15, 15])
    }
}

/// A store to which somebody else writes after each page of events that is read.
private final class MeanwhileStore: WorkflowStore {
    let store = InMemoryStore()
    let later = Mutex<[Change]>([])

    func allEvents(after cursor: EventCursor?, limit: Int) async throws(StoreError) -> [StoredEvent] {
        let page = try await store.allEvents(after: cursor, limit: limit)
        if let next = later.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { _ = await store.commit([next]) }
        return page
    }

    func storedCase(_ id: CaseID) async throws(StoreError) -> StoredCase? { try await store.storedCase(id) }
    func cases(_ query: CaseQuery) async throws(StoreError) -> [StoredCase] { try await store.cases(query) }
    func counts(_ query: CaseQuery) async throws(StoreError) -> [CaseCount] { try await store.counts(query) }
    func inbox(_ query: InboxQuery) async throws(StoreError) -> [InboxEntry] { try await store.inbox(query) }
    func casesWithoutTask(_ query: ScheduleQuery) async throws(StoreError) -> [StoredCase] {
        try await store.casesWithoutTask(query)
    }
    func commit(_ changes: [Change]) async -> [Result<CommitReceipt, StoreError>] { await store.commit(changes) }
    func receipt(for key: IdempotencyKey) async throws(StoreError) -> StoredReceipt? {
        try await store.receipt(for: key)
    }
    func part(_ hash: String) async throws(StoreError) -> [UInt8]? { try await store.part(hash) }
    func organisation() async throws(StoreError) -> StoredOrganisation { try await store.organisation() }
    func commit(
        organisation events: [SealedEvent], result: Organisation, expectedRevision: Int
    ) async throws(StoreError) {
        try await store.commit(organisation: events, result: result, expectedRevision: expectedRevision)
    }
    func publish(_ definition: PublishedDefinition, event: SealedEvent) async throws(StoreError) {
        try await store.publish(definition, event: event)
    }
    func definitions() async throws(StoreError) -> [DefinitionReference] { try await store.definitions() }
    func definition(_ reference: DefinitionReference) async throws(StoreError) -> [UInt8]? {
        try await store.definition(reference)
    }
    func events(of stream: StreamName, after revision: Int, limit: Int) async throws(StoreError) -> [StoredEvent] {
        try await store.events(of: stream, after: revision, limit: limit)
    }
    func head(of stream: StreamName) async throws(StoreError) -> StreamHead? { try await store.head(of: stream) }
    func leaseNotices(
        owner: String, now: Timestamp, until: Timestamp, limit: Int
    ) async throws(StoreError) -> [LeasedNotice] {
        try await store.leaseNotices(owner: owner, now: now, until: until, limit: limit)
    }
    func settle(_ outcomes: [NoticeOutcome], owner: String) async throws(StoreError) {
        try await store.settle(outcomes, owner: owner)
    }
    func outboxSummary() async throws(StoreError) -> OutboxSummary { try await store.outboxSummary() }
    func scheduleRuns() async throws(StoreError) -> [ScheduleRun] { try await store.scheduleRuns() }
    func record(_ run: ScheduleRun) async throws(StoreError) { try await store.record(run) }
    func health() async throws(StoreError) -> StoreHealth { try await store.health() }
}
