import Foundation
import GRDB
import Testing
import Workflow
import WorkflowStore
import WorkflowStoreTesting

@testable import SQLiteStore

@Suite("When the disk fails")
struct DiskTests {
    @Test("on a full disk all members of a commit fail alike, nothing is half done, and work goes on afterwards")
    func full() async throws {
        let open = try await OpenStore()
        let writer = try #require(open.store.writer)
        try await open.commit(try open.fixture.grantedCase("a"))
        let before = try await open.store.allEvents(after: nil, limit: 1000)
        func limit(_ pages: Int) async throws {
            try await writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
        }
        try await limit(1)
        let large = String(repeating: "x", count: 200_000)
        let changes = [
            try open.fixture.creation(of: "b", form: large), try open.fixture.creation(of: "c", form: large),
        ]
        #expect(await open.store.commit(changes) == [.failure(.full), .failure(.full)])
        #expect(await open.store.commit([changes[0]]) == [.failure(.full)])
        #expect(try await open.store.allEvents(after: nil, limit: 1000) == before)
        #expect(try await open.store.cases(CaseQuery()).map(\.value.id) == ["a"])
        try await limit(1_000_000)
        try await open.commit(changes)
        #expect(try await AuditVerifier(store: open.store).verify().problems == [])
    }

    @Test("a case whose row was changed is not acted on, and verification names it")
    func changedSnapshot() async throws {
        for column in ["snapshot", "head", "digest"] {
            let open = try await OpenStore()
            for name in ["a", "b"] { try await open.commit([try open.fixture.creation(of: CaseID(name))]) }
            try await open.folder.raw().write { database in
                let bytes = try #require(try Data.fetchOne(database, sql: "SELECT \(column) FROM cases WHERE id = 'b'"))
                var changed = bytes
                changed[bytes.count / 2] ^= 1
                try database.execute(sql: "UPDATE cases SET \(column) = ? WHERE id = 'b'", arguments: [changed])
            }
            await #expect(throws: StoreError.damaged("case b")) { try await open.store.storedCase("b") }
            await #expect(throws: StoreError.damaged("case b")) { try await open.store.cases(CaseQuery()) }
            let problems = try await AuditVerifier(store: open.store).verify().problems
            #expect(problems == [AuditProblem(stream: "case/b", revision: nil, code: .caseDamaged)])
        }
    }

    @Test("what else was changed is named too")
    func otherChanges() async throws {
        let changes: [(sql: String, stream: String, revision: Int?, code: AuditProblem.Code)] = [
            ("DELETE FROM cases WHERE id = 'b'", "case/b", 1, .caseMissing),
            ("UPDATE cases SET state = 'granted' WHERE id = 'b'", "case/b", nil, .caseColumns),
            ("DELETE FROM parts WHERE bytes LIKE '%form of b%'", "case/b", 1, .partMissing),
            ("UPDATE parts SET bytes = x'00' WHERE bytes LIKE '%form of b%'", "case/b", 1, .partHash),
            ("DELETE FROM organisation", "organisation", 14, .organisationHead),
            ("UPDATE organisation SET snapshot = x'00'", "organisation", nil, .organisationDamaged),
            ("DELETE FROM events WHERE stream = 'organisation'", "organisation", 1, .organisationHead),
            ("UPDATE definitions SET bytes = x'00'", "definitions", 1, .definitionHash),
            ("DELETE FROM definitions", "case/b", nil, .definitionMissing),
            ("DELETE FROM events WHERE stream = 'definitions'", "definitions", nil, .definitionWithoutEvent),
            ("UPDATE events SET hash = x'00' WHERE stream = 'case/b'", "case/b", 1, .eventHash),
            ("UPDATE events SET previous = hash WHERE stream = 'case/b'", "case/b", 1, .eventLink),
            ("UPDATE events SET at = at + 1 WHERE stream = 'case/b'", "case/b", 1, .eventColumns),
            ("UPDATE events SET stream = 'elsewhere' WHERE stream = 'case/b'", "", nil, .storeDamaged),
        ]
        for change in changes {
            let open = try await OpenStore()
            try await open.commit([try open.fixture.creation(of: "b")])
            try await open.folder.raw().write { database in
                // LIKE does not look into blobs.
                let sql = change.sql.replacing("bytes LIKE", with: "CAST(bytes AS TEXT) LIKE")
                try database.execute(sql: sql)
                #expect(database.changesCount > 0)
            }
            let first = try #require(
                try await AuditVerifier(store: open.store).verify().problems.first, "\(change.sql)")
            #expect(first.stream == change.stream, "\(change.sql)")
            #expect(first.revision == change.revision, "\(change.sql)")
            #expect(first.code == change.code, "\(change.sql)")
        }
    }

    @Test("bytes changed at random in the file never crash a reader", arguments: 0..<40)
    func randomBytes(seed: UInt64) async throws {
        let open = try await OpenStore()
        for name in ["a", "b", "c"] { try await open.commit(try open.fixture.grantedCase(CaseID(name))) }
        try open.store.close()
        var random = SplitMix(state: seed)
        var data = try Data(contentsOf: URL(filePath: open.folder.file))
        for _ in 0..<(1 + Int(seed) * 4) {
            data[Int.random(in: 100..<data.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        try data.write(to: URL(filePath: open.folder.file))
        guard let store = try? SQLiteStore.open(folder: open.folder.path, durability: .normal) else { return }
        _ = try? await AuditVerifier(store: store, pageSize: 3).verify()
        for name in ["a", "b", "c"] {
            if let stored = try? await store.storedCase(CaseID(name)) {
                #expect(stored.value.id == CaseID(name))
                if let task = try? open.fixture.task(on: stored) { _ = await store.commit([task]) }
            }
        }
        _ = try? await store.cases(CaseQuery())
        _ = try? await store.inbox(
            InboxQuery(user: "lin", seats: [.init(workflow: "leave", role: "clerk", units: ["petitions"])]))
        _ = try? await store.leaseNotices(
            owner: "x", now: StoreFixture.minute(99), until: StoreFixture.minute(100), limit: 99)
        _ = try? await store.health()
    }
}

/// Numbers that are the same for the same seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
