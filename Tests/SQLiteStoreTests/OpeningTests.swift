import Foundation
import GRDB
import Testing
import Workflow
import WorkflowStore
import WorkflowStoreTesting

@testable import SQLiteStore

@Suite("Opening a data folder")
struct OpeningTests {
    @Test("what was committed is there after the store was closed and opened again")
    func persistence() async throws {
        let open = try await OpenStore(durability: .full)
        let changes = try open.fixture.grantedCase("a")
        try await open.commit(changes)
        try open.store.close()
        let again = try SQLiteStore.open(folder: open.folder.path)
        #expect(try await again.storedCase("a") == changes[4].stored)
        #expect(try await again.organisation().value == open.fixture.organisation)
        #expect(try await AuditVerifier(store: again).verify().problems == [])
    }

    @Test("only the owner may read the folder and the files in it")
    func modes() async throws {
        let open = try await OpenStore()
        #expect(try open.folder.permissions(open.folder.path) == 0o700)
        for suffix in ["", "-wal", "-shm"] {
            #expect(try open.folder.permissions(open.folder.file + suffix) == 0o600)
        }
    }

    @Test("a folder that has a store keeps it")
    func twice() async throws {
        let open = try await OpenStore()
        #expect(throws: StoreError.exists(open.folder.path)) { try SQLiteStore.create(in: open.folder.path) }
        #expect(try await open.store.definitions() == [open.fixture.reference])
        try open.store.close()
        let left = try FileManager.default.contentsOfDirectory(atPath: open.folder.path)
        #expect(left == [SQLiteStore.fileName])
    }

    @Test("a commit waits for the disk, unless the folder is set to normal", arguments: SQLiteStore.Durability.allCases)
    func settings(_ durability: SQLiteStore.Durability) async throws {
        let open = try await OpenStore(durability: durability)
        let writer = try #require(open.store.writer)
        let values = try await writer.writeWithoutTransaction { database in
            try ["synchronous", "foreign_keys", "busy_timeout"].map {
                try Int.fetchOne(database, sql: "PRAGMA \($0)")
            }
        }
        #expect(values == [durability == .full ? 2 : 1, 1, 5000])
        #expect(try await writer.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        #expect(try await writer.read { try Int.fetchOne($0, sql: "PRAGMA busy_timeout") } == 5000)
    }

    @Test("what is no store of ours is refused and left as it was")
    func foreignFiles() throws {
        let folder = DataFolder()
        #expect(throws: StoreError.notAStore("missing")) { try SQLiteStore.open(folder: folder.path) }
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        #expect(throws: StoreError.notAStore("missing")) { try SQLiteStore.open(folder: folder.path) }
        let other = folder.path + "/other"
        try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE cases (id TEXT)") }
        for content in [
            Data(), Data("hello".utf8), Data(repeating: 7, count: 100_000), try Data(contentsOf: URL(filePath: other)),
        ] {
            try content.write(to: URL(filePath: folder.file))
            for readOnly in [false, true] {
                let error = #expect(throws: StoreError.self) {
                    try SQLiteStore.open(folder: folder.path, readOnly: readOnly)
                }
                #expect(error?.code == "store.not-a-store")
            }
            #expect(try Data(contentsOf: URL(filePath: folder.file)) == content)
            #expect(
                try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == [
                    "other", SQLiteStore.fileName,
                ])
        }
        try FileManager.default.removeItem(atPath: folder.file)
        try FileManager.default.createDirectory(atPath: folder.file, withIntermediateDirectories: false)
        #expect(throws: StoreError.self) { try SQLiteStore.open(folder: folder.path) }
    }

    @Test("a store of a newer shenpi is refused and left as it was", arguments: [false, true])
    func newer(readOnly: Bool) throws {
        let folder = try DataFolder.withStore()
        let raw = try folder.raw()
        try raw.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')") }
        try raw.close()
        let before = try Data(contentsOf: URL(filePath: folder.file))
        #expect(throws: StoreError.newer(found: "999 from the future")) {
            try SQLiteStore.open(folder: folder.path, readOnly: readOnly)
        }
        #expect(try Data(contentsOf: URL(filePath: folder.file)) == before)
    }

    @Test("migrations are only ever added at the end")
    func migrations() {
        #expect(Migrations.migrator.migrations == ["001 cases and events"])
    }

    @Test("a store that is opened for reading reads and writes nothing")
    func readOnly() async throws {
        let open = try await OpenStore()
        let changes = try open.fixture.grantedCase("a")
        try await open.commit(changes)
        for isClosed in [false, true] {
            if isClosed { try open.store.close() }
            let reading = try SQLiteStore.open(folder: open.folder.path, readOnly: true)
            #expect(reading.isReadOnly)
            #expect(try await reading.storedCase("a") == changes[4].stored)
            #expect(try await AuditVerifier(store: reading).verify().problems == [])
            #expect(await reading.commit([changes[0]]) == [.failure(.readOnly)])
            await #expect(throws: StoreError.readOnly) {
                try await reading.settle([NoticeOutcome(id: "a:2:0", result: .delivered)], owner: "x")
            }
        }
    }

    @Test(
        "a folder on a medium that cannot be written is read, and refused for writing",
        .enabled(if: Unwritable.isPossible))
    func readOnlyMedium() async throws {
        let open = try await OpenStore()
        let changes = try open.fixture.grantedCase("a")
        try await open.commit(changes)
        try open.store.close()
        try await Unwritable.whileUnwritable(open.folder) {
            #expect(throws: StoreError.readOnly) { try SQLiteStore.open(folder: open.folder.path) }
            let reading = try SQLiteStore.open(folder: open.folder.path, readOnly: true)
            #expect(try await reading.storedCase("a") == changes[4].stored)
            #expect(try await reading.health().problems == [])
            #expect(throws: StoreError.self) { try SQLiteStore.create(in: open.folder.path + "/new") }
        }
    }
}

/// Takes the right to write away from everybody, the superuser included.
enum Unwritable {
    static let isPossible: Bool = {
        let folder = DataFolder()
        try? FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        defer { try? protect(folder.path, false) }
        return (try? protect(folder.path, true)) != nil && access(folder.path, W_OK) != 0
    }()

    static func whileUnwritable(_ folder: DataFolder, _ body: () async throws -> Void) async throws {
        try protect(folder.file, true)
        try protect(folder.path, true)
        defer {
            try? protect(folder.path, false)
            try? protect(folder.file, false)
        }
        try await body()
    }

    private static func protect(_ path: String, _ isOn: Bool) throws {
        guard geteuid() == 0 else {
            let mode = isOn ? 0o500 : 0o700
            return try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/chattr")
        process.arguments = [isOn ? "+i" : "-i", path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }
}
