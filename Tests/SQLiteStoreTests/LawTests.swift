import Synchronization
import Testing
import Workflow
import WorkflowStore
import WorkflowStoreTesting

@testable import SQLiteStore

@Suite("The store on SQLite")
struct LawTests {
    @Test("keeps every law of a store", arguments: StoreLaw.all)
    func laws(_ law: StoreLaw) async throws {
        let folders = Mutex<[String: DataFolder]>([:])
        try await law.check(
            StoreUnderTest {
                let folder = try DataFolder.withStore()
                folders.withLock { $0[folder.path] = folder }
                return try SQLiteStore.open(folder: folder.path, durability: .normal)
            } tamper: { store, tampering in
                let path = try #require(store as? SQLiteStore).folder
                try #require(folders.withLock { $0[path] }).tamper(tampering)
            })
    }
}
