import Foundation
import GRDB
import Testing
import Workflow
import WorkflowStore
import WorkflowStoreTesting

@testable import SQLiteStore

/// A data folder of its own, which is gone when nobody refers to it any more.
final class DataFolder: Sendable {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "shenpi-store-\(UUID().uuidString)"
    }

    /// A folder with an empty store.
    static func withStore() throws -> DataFolder {
        let folder = DataFolder()
        try SQLiteStore.create(in: folder.path)
        return folder
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var file: String { path + "/" + SQLiteStore.fileName }

    /// The file as any other program sees it.
    func raw() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: file, configuration: configuration)
    }

    func permissions(_ path: String) throws -> Int? {
        (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }

    /// Changes what is stored behind the store's back.
    func tamper(_ tampering: Tampering) throws {
        try raw().write { database in
            switch tampering {
            case .changeByte(let stream, let revision):
                let bytes = try #require(
                    try Data.fetchOne(
                        database, sql: "SELECT bytes FROM events WHERE stream = ? AND revision = ?",
                        arguments: [stream.description, revision]))
                var changed = bytes
                changed[bytes.count / 2] ^= 1
                try database.execute(
                    sql: "UPDATE events SET bytes = ? WHERE stream = ? AND revision = ?",
                    arguments: [changed, stream.description, revision])
            case .remove(let stream, let revision):
                try database.execute(
                    sql: "DELETE FROM events WHERE stream = ? AND revision = ?",
                    arguments: [stream.description, revision])
            case .replace(let event):
                try database.execute(
                    sql: "DELETE FROM events WHERE stream = ? AND revision = ?",
                    arguments: [event.stream.description, event.revision])
                try SQLiteStore.append(event, on: database)
            }
            #expect(database.changesCount == 1)
        }
    }
}

/// A store together with its folder, so that both live equally long.
struct OpenStore {
    let folder: DataFolder
    let store: SQLiteStore
    let fixture: StoreFixture

    /// A store with organisation and definition.
    init(durability: SQLiteStore.Durability = .normal) async throws {
        folder = try DataFolder.withStore()
        store = try SQLiteStore.open(folder: folder.path, durability: durability)
        fixture = try StoreFixture()
        try await fixture.prepare(store)
    }

    func commit(_ changes: [Change]) async throws {
        for answer in await store.commit(changes) { _ = try answer.get() }
    }
}
