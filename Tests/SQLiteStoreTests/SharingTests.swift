import Foundation
import GRDB
import Synchronization
import Testing
import Workflow
import WorkflowStore
import WorkflowStoreTesting

@testable import SQLiteStore

@Suite("Sharing the file")
struct SharingTests {
    @Test("of two stores on one file exactly one wins each of a hundred conflicts")
    func conflicts() async throws {
        let open = try await OpenStore()
        let other = try SQLiteStore.open(folder: open.folder.path, durability: .normal)
        var stored = try open.fixture.creation(of: "a").stored
        try await open.commit([try open.fixture.creation(of: "a")])
        for round in 0..<100 {
            let mine = try open.fixture.writing("mine \(round)", on: stored)
            let others = try open.fixture.writing("others \(round)", on: stored)
            async let first = open.store.commit([mine])[0]
            async let second = other.commit([others])[0]
            let (one, two) = await (first, second)
            let wins = [(one, mine), (two, others)].filter { (try? $0.0.get()) != nil }
            #expect(wins.count == 1)
            #expect([one, two].contains(.failure(.conflict("a"))))
            stored = try #require(wins.first).1.stored
            #expect(try await open.store.storedCase("a") == stored)
            #expect(try await other.storedCase("a") == stored)
        }
        #expect(try await AuditVerifier(store: other).verify().problems == [])
    }

    @Test("two stores that write different cases both get through")
    func neighbours() async throws {
        let open = try await OpenStore()
        let other = try SQLiteStore.open(folder: open.folder.path, durability: .normal)
        try await withThrowingTaskGroup { group in
            for (name, store) in [("a", open.store), ("b", other)] {
                for index in 0..<50 {
                    let change = try open.fixture.creation(of: CaseID("\(name)\(index)"))
                    group.addTask { _ = try await store.commit([change])[0].get() }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await open.store.counts(CaseQuery()).map(\.count) == [100])
    }

    @Test("waiting for another writer is bounded, and nothing was written")
    func busy() async throws {
        let open = try await OpenStore()
        let waiting = try SQLiteStore.open(folder: open.folder.path, busyTimeout: 0.2, durability: .normal)
        let change = try open.fixture.creation(of: "a")
        let raw = try open.folder.raw()
        try await raw.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let start = ContinuousClock.now
        #expect(await waiting.commit([change]) == [.failure(.busy(seconds: 0.2))])
        #expect((.milliseconds(150)...(.seconds(3))).contains(ContinuousClock.now - start))
        await #expect(throws: StoreError.busy(seconds: 0.2)) {
            try await waiting.record(
                ScheduleRun(
                    workflow: "w", schedule: "s", period: "p", endedAt: StoreFixture.minute(0), made: 0, failed: 0))
        }
        #expect(try await waiting.storedCase("a") == nil)
        try await raw.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        _ = try await waiting.commit([change])[0].get()
    }

    @Test("opening waits for another writer no longer than it was told")
    func busyOpening() async throws {
        let folder = try DataFolder.withStore()
        let raw = try folder.raw()
        try await raw.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        #expect(throws: StoreError.busy(seconds: 0.1)) {
            try SQLiteStore.open(folder: folder.path, busyTimeout: 0.1)
        }
    }

    @Test("commits that wait at the same time share transactions")
    func groups() async throws {
        let open = try await OpenStore()
        let writer = try #require(open.store.writer)
        let commits = CommitCounter()
        writer.add(transactionObserver: commits)
        let hold = DispatchSemaphore(value: 0)
        writer.asyncWriteWithoutTransaction { _ in hold.wait() }
        let changes = try (0..<50).map { try open.fixture.creation(of: CaseID("c\($0)")) }
        async let all = withTaskGroup { group in
            for change in changes { group.addTask { await open.store.commit([change])[0] } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        while open.store.queue.withLock({ $0.waitingCount }) < 50 { try await Task.sleep(for: .milliseconds(2)) }
        hold.signal()
        #expect(await all.allSatisfy { (try? $0.get()) != nil })
        #expect(commits.count == 1)
        #expect(try await open.store.counts(CaseQuery()).map(\.count) == [50])
    }
}

/// Counts the transactions that were committed.
private final class CommitCounter: TransactionObserver, @unchecked Sendable {
    private(set) var count = 0

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ db: Database) { count += 1 }
    func databaseDidRollback(_ db: Database) {}
}
