internal import SQLiteStore
internal import Synchronization

/// The stores that a command has opened, closed at its end.
///
/// A store that is only let go of may outlive the process's last line, because the database's own queue still holds it: then
/// SQLite's log stays beside the file, and who copies the file alone copies less than there is.
final class OpenStores: Sendable {
    /// Those of the command under way.
    @TaskLocal static var current: OpenStores?

    private let stores = Mutex<[SQLiteStore]>([])

    /// Notes a store that is to be closed.
    func add(_ store: SQLiteStore) { stores.withLock { $0.append(store) } }

    /// Closes what is open. Everything that was answered is in the store already, so a failure changes nothing.
    func close() {
        let open = stores.withLock { stores in
            defer { stores = [] }
            return stores
        }
        for store in open { try? store.close() }
    }
}
