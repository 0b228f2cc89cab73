import GRDB
import Synchronization
import Testing
import Workflow
import WorkflowStore
import WorkflowStoreTesting

@testable import SQLiteStore

@Suite("Query plans")
struct QueryPlanTests {
    /// Whole walks that are meant: the outbox at a glance walks an index of what waits.
    private let meant = ["SCAN outbox USING COVERING INDEX", "SCAN definitions", "SCAN organisation"]

    @Test("no statement walks a table, and none sorts")
    func plans() async throws {
        let open = try await OpenStore()
        let seen = Mutex<Set<String>>([])
        let trace: @Sendable (Database) -> Void = { database in
            database.trace { event in
                guard case .statement(let statement) = event else { return }
                let sql = statement.sql
                seen.withLock { _ = $0.insert(sql) }
            }
        }
        try await open.store.reader.read(trace)
        try await #require(open.store.writer).writeWithoutTransaction(trace)
        try await useEverything(open)
        let statements = seen.withLock { $0 }.filter { sql in
            ["SELECT", "INSERT", "UPDATE", "DELETE"].contains { sql.hasPrefix($0) } && !sql.contains("grdb_")
        }
        #expect(statements.count > 30)
        for sql in statements.sorted() {
            let plan = try await open.store.reader.read { database in
                try Row.fetchAll(
                    database, sql: "EXPLAIN QUERY PLAN " + sql,
                    arguments: StatementArguments([DatabaseValue](repeating: .null, count: sql.count { $0 == "?" }))
                ).compactMap { String.fromDatabaseValue($0["detail"] as DatabaseValue) }
            }
            for step in plan where !meant.contains(where: { step.hasPrefix($0) }) {
                #expect(!step.hasPrefix("SCAN") || step == "SCAN CONSTANT ROW", "\(sql)\n\(plan)")
                #expect(!step.contains("TEMP B-TREE"), "\(sql)\n\(plan)")
                if sql.contains("WHERE user") || sql.contains("WHERE parked") {
                    #expect(step.contains("COVERING INDEX"), "\(sql)\n\(plan)")
                }
            }
        }
    }

    private func useEverything(_ open: OpenStore) async throws {
        let (store, fixture) = (open.store, open.fixture)
        let key = StoredKey(key: IdempotencyKey(actor: "mei", key: "k"), commandHash: "h")
        try await open.commit([try fixture.creation(of: "k", key: key)])
        let changes = try fixture.grantedCase("a")
        for change in changes { try await open.commit([change]) }
        try await open.commit([try fixture.task(on: changes[4].stored)])
        for query in [
            CaseQuery(), CaseQuery(units: ["petitions"]), CaseQuery(subject: "leave"),
            CaseQuery(units: Set((0..<50).map { UnitID("u\($0)") })), CaseQuery(period: "2025", after: "a"),
        ] {
            _ = try await store.cases(query)
            _ = try await store.counts(query)
        }
        _ = try await store.inbox(
            InboxQuery(user: "lin", seats: [.init(workflow: "leave", role: "clerk", units: ["petitions"])]))
        _ = try await store.casesWithoutTask(
            ScheduleQuery(workflow: "leave", state: "granted", period: "2025", schedule: "yearly", limit: 5))
        _ = try await store.receipt(for: key.key)
        _ = try await store.part("00")
        _ = try await store.events(of: .case("a"), after: 0, limit: 5)
        _ = try await store.allEvents(after: nil, limit: 5)
        _ = try await store.head(of: .case("a"))
        _ = try await store.definition(fixture.reference)
        let notices = try await store.leaseNotices(
            owner: "x", now: StoreFixture.minute(99), until: StoreFixture.minute(100), limit: 9)
        let results: [NoticeOutcome.Result] = [
            .delivered, .retry(at: StoreFixture.minute(0), reason: ""), .parked(reason: ""),
        ]
        try await store.settle(zip(notices, results).map { NoticeOutcome(id: $0.id, result: $1) }, owner: "x")
        _ = try await store.outboxSummary()
    }
}
