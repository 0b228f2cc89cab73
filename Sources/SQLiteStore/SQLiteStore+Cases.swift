internal import Foundation
internal import GRDB
public import Workflow
public import WorkflowStore

extension SQLiteStore {
    /// The columns of a case, in the order in which ``storedCase(_:of:from:)`` reads them.
    static let caseColumns = "revision, head, digest, snapshot"

    /// The case with its head, or `nil`.
    public func storedCase(_ id: CaseID) async throws(StoreError) -> StoredCase? {
        try read { try SQLiteStore.storedCase(id.rawValue, on: $0) }
    }

    /// Cases in a state and period that have no task of the schedule yet, in the order of their names.
    public func casesWithoutTask(_ query: ScheduleQuery) async throws(StoreError) -> [StoredCase] {
        try read { database in
            let statement = try database.cachedStatement(sql: SQLiteStore.casesWithoutTaskSQL)
            let rows = try Row.fetchCursor(
                statement,
                arguments: [
                    query.workflow, query.period, query.state, query.after?.rawValue ?? "", query.schedule,
                    query.period, max(0, query.limit),
                ])
            var cases: [StoredCase] = []
            while let row = try rows.next() {
                cases.append(try SQLiteStore.storedCase(row, of: try Columns(row, of: "cases").text(4)))
            }
            return cases
        }
    }

    static let casesWithoutTaskSQL = """
        SELECT \(caseColumns), id FROM cases
        WHERE workflow = ? AND period = ? AND state = ? AND id > ?
            AND NOT EXISTS (SELECT 1 FROM tasks WHERE case_id = cases.id AND schedule = ? AND tasks.period = ?)
        ORDER BY id LIMIT ?
        """

    /// What became of an earlier command with this key, if there was one.
    public func receipt(for key: IdempotencyKey) async throws(StoreError) -> StoredReceipt? {
        try read { try SQLiteStore.receipt(for: key, on: $0) }
    }

    static func receipt(for key: IdempotencyKey, on database: Database) throws -> StoredReceipt? {
        let statement = try database.cachedStatement(
            sql: "SELECT command_hash, case_id, revision, state FROM command_keys WHERE actor = ? AND key = ?")
        return try Row.fetchOne(statement, arguments: [key.actor.rawValue, key.key]).map { row in
            let columns = Columns(row, of: "command keys")
            return StoredReceipt(
                commandHash: try columns.text(0),
                receipt: CommitReceipt(
                    case: CaseID(try columns.text(1)), revision: try columns.integer(2), state: try columns.text(3)))
        }
    }

    /// The bytes of a part, or `nil`.
    public func part(_ hash: String) async throws(StoreError) -> [UInt8]? {
        guard let data = HashText.data(hash) else { return nil }
        return try read { database in
            let statement = try database.cachedStatement(sql: "SELECT bytes FROM parts WHERE hash = ?")
            return try Row.fetchOne(statement, arguments: [data]).map { try Columns($0, of: "part \(hash)").bytes(0) }
        }
    }

    // MARK: Rows

    static func storedCase(_ id: String, on database: Database) throws -> StoredCase? {
        let statement = try database.cachedStatement(sql: "SELECT \(caseColumns) FROM cases WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map { try storedCase($0, of: id) }
    }

    /// Reads a case and checks it against the digest beside it.
    static func storedCase(_ row: Row, of id: String, from first: Int = 0) throws -> StoredCase {
        let columns = Columns(row, of: "case \(id)")
        let head = StreamHead(revision: try columns.integer(first), hash: try columns.hash(first + 1))
        let snapshot = try columns.bytes(first + 3)
        guard try columns.hash(first + 2) == Digest.chain(head.hash, snapshot) else {
            throw StoreError.damaged(columns.place)
        }
        let value = try Snapshot.decode(Case.self, snapshot, of: columns.place)
        guard value.revision == head.revision, ByteText(value.id.rawValue) == ByteText(id) else {
            throw StoreError.damaged(columns.place)
        }
        return StoredCase(value: value, head: head)
    }
}
