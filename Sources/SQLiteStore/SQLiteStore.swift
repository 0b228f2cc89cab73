public import WorkflowStore
internal import GRDB
internal import Synchronization

/// The embedded store: one SQLite file in a data folder, shared by any number of processes on one machine.
///
/// Write-ahead log; every write is one immediate transaction, so that two processes take turns and never wait for each
/// other in a circle. A commit is answered after it is durable: see ``Durability``.
public final class SQLiteStore: WorkflowStore, Sendable {
    /// What a commit has survived when it is answered.
    public enum Durability: String, Sendable, CaseIterable {
        /// Everything, a power failure included: each commit waits for the disk (`synchronous=FULL`).
        case full
        /// The end of the process; a power failure may take the last commits with it, never damage the rest
        /// (`synchronous=NORMAL`).
        case normal
    }

    /// The name of the file in the data folder.
    public static let fileName = "shenpi.sqlite"

    /// The data folder.
    public let folder: String
    /// Whether the store was opened for reading only.
    public var isReadOnly: Bool { writer == nil }

    let reader: any DatabaseReader
    let writer: DatabasePool?
    let busyTimeout: Double
    let queue = Mutex(CommitQueue())

    init(folder: String, reader: any DatabaseReader, writer: DatabasePool?, busyTimeout: Double) {
        self.folder = folder
        self.reader = reader
        self.writer = writer
        self.busyTimeout = busyTimeout
    }

    /// Closes the file. Whatever is asked afterwards fails. Without it, the file is closed with the last reference.
    public func close() throws(StoreError) {
        do {
            // Readers first: only the writer, when it is the last to leave, empties the write-ahead log.
            writer?.invalidateReadOnlyConnections()
            try reader.close()
        } catch {
            throw storeError(error)
        }
    }

    /// Reads from one consistent snapshot.
    func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        do { return try reader.read(body) } catch { throw storeError(error) }
    }

    /// Writes in one immediate transaction and answers after it was committed.
    ///
    /// Runs on the database's own queue: that the caller is cancelled does not cancel it.
    func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(StoreError) -> T {
        guard let writer else { throw .readOnly }
        let result: Result<T, StoreError> = await withCheckedContinuation { continuation in
            writer.asyncWriteWithoutTransaction { database in
                continuation.resume(returning: self.transaction(on: database, body))
            }
        }
        return try result.get()
    }

    /// One immediate transaction; nothing is left of it where it throws.
    func transaction<T>(on database: Database, _ body: (Database) throws -> T) -> Result<T, StoreError> {
        do {
            var value: T?
            try database.inTransaction(.immediate) {
                value = try body(database)
                return .commit
            }
            guard let value else { return .failure(.failed("transaction")) }
            return .success(value)
        } catch {
            return .failure(storeError(error))
        }
    }

    /// What an error means in the words of the store.
    func storeError(_ error: any Error) -> StoreError { StoreError(error, busyTimeout: busyTimeout) }
}
