internal import Foundation
internal import GRDB
internal import JSONDocument
internal import Workflow
internal import WorkflowStore

/// A change that was checked against what is stored, and how it is written.
struct ChangeWriting {
    /// What a check has come to.
    enum Verdict {
        /// The same command was carried out before.
        case known(CommitReceipt)
        /// It can be written.
        case new(ChangeWriting)
    }

    let change: Change
    /// The stored workflow and state; `nil` for a new case.
    let stored: (row: Int, workflow: String, state: String)?

    /// Checks key, head and parts, in this order. Nothing is written.
    static func check(_ change: Change, on database: Database) throws -> Verdict {
        try change.checkConsistency()
        if let key = change.key, let earlier = try SQLiteStore.receipt(for: key.key, on: database) {
            guard ByteText(earlier.commandHash) == ByteText(key.commandHash) else {
                throw StoreError.keyReused(key.key.key)
            }
            return .known(earlier.receipt)
        }
        let id = change.result.id
        let statement = try database.cachedStatement(
            sql: "SELECT revision, head, rowid, workflow, state FROM cases WHERE id = ?")
        let row = try Row.fetchOne(statement, arguments: [id.rawValue]).map { Columns($0, of: "case \(id)") }
        let head = try row.map { StreamHead(revision: try $0.integer(0), hash: try $0.hash(1)) } ?? .empty
        guard head.revision == change.expectedRevision, head.hash == change.event.previous else {
            throw StoreError.conflict(id)
        }
        for part in change.result.parts.values where change.parts[part.hash] == nil {
            guard let hash = HashText.data(part.hash), try isKept(part: hash, on: database) else {
                throw StoreError.failed("change.part-missing")
            }
        }
        let stored = try row.map { (row: try $0.integer(2), workflow: try $0.text(3), state: try $0.text(4)) }
        return .new(ChangeWriting(change: change, stored: stored))
    }

    private static func isKept(part hash: Data, on database: Database) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM parts WHERE hash = ?")
        return try Row.fetchOne(statement, arguments: [hash]) != nil
    }

    /// Writes parts, event, case, assignments, tasks, notices and key.
    func write(on database: Database) throws -> CommitReceipt {
        for (hash, bytes) in change.parts {
            try database.cachedStatement(sql: "INSERT OR IGNORE INTO parts (hash, bytes) VALUES (?, ?)")
                .execute(arguments: [try HashText.required(hash), Data(bytes)])
        }
        try SQLiteStore.append(change.event, on: database)
        try writeCase(on: database)
        try writeAssignments(on: database)
        try writeTasks(on: database)
        try writeNotices(on: database)
        let result = change.result
        let receipt = CommitReceipt(case: result.id, revision: result.revision, state: result.state)
        if let key = change.key {
            try database.cachedStatement(
                sql: """
                    INSERT INTO command_keys (actor, key, command_hash, case_id, revision, state, at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                key.key.actor.rawValue, key.key.key, key.commandHash, receipt.case.rawValue, receipt.revision,
                receipt.state, change.event.columns.at.milliseconds,
            ])
        }
        return receipt
    }

    private func writeCase(on database: Database) throws {
        let result = change.result
        let snapshot = try Snapshot.encode(result)
        let head = try HashText.required(change.event.hash)
        let digest = try Snapshot.digest(change.event.head, snapshot)
        guard let stored else {
            try database.cachedStatement(
                sql: """
                    INSERT INTO cases (id, workflow, period, state, unit, subject, revision, head, digest, snapshot)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                result.id.rawValue, result.definition.id, result.period, result.state, result.unit.rawValue,
                result.subject, result.revision, head, digest, Data(snapshot),
            ])
            return
        }
        // Columns of an index are set only where they change: SQLite writes an index for every column that is set.
        if stored.workflow == result.definition.id, stored.state == result.state {
            try database.cachedStatement(
                sql: "UPDATE cases SET revision = ?, head = ?, digest = ?, snapshot = ? WHERE rowid = ?"
            ).execute(arguments: [result.revision, head, digest, Data(snapshot), stored.row])
        } else {
            try database.cachedStatement(
                sql: """
                    UPDATE cases SET workflow = ?, state = ?, revision = ?, head = ?, digest = ?, snapshot = ?
                    WHERE rowid = ?
                    """
            ).execute(arguments: [
                result.definition.id, result.state, result.revision, head, digest, Data(snapshot), stored.row,
            ])
        }
    }

    private func writeAssignments(on database: Database) throws {
        if stored != nil {
            try database.cachedStatement(sql: "DELETE FROM assignments WHERE case_id = ?")
                .execute(arguments: [change.result.id.rawValue])
        }
        for assignment in change.assignments {
            try database.cachedStatement(
                sql: """
                    INSERT INTO assignments (case_id, id, workflow, role, unit, user, due, kind, label, reaches_down,
                        since, due_day, due_calendar, due_provisional)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                change.result.id.rawValue, assignment.id, change.result.definition.id, assignment.role,
                assignment.unit?.rawValue ?? "", assignment.user?.rawValue, assignment.due?.at.milliseconds ?? .max,
                assignment.kind.rawValue, assignment.label, assignment.reachesDown, assignment.since.milliseconds,
                assignment.due?.day.daysSince1970, assignment.due?.calendar, assignment.due?.isProvisional,
            ])
        }
    }

    private func writeTasks(on database: Database) throws {
        for task in change.result.tasks {
            try database.cachedStatement(
                sql: """
                    INSERT INTO tasks (case_id, schedule, period, closed_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (case_id, schedule, period) DO UPDATE SET closed_at = excluded.closed_at
                    WHERE closed_at IS NOT excluded.closed_at
                    """
            ).execute(arguments: [
                change.result.id.rawValue, task.schedule, task.period, task.closedAt?.milliseconds,
            ])
        }
    }

    private func writeNotices(on database: Database) throws {
        for notice in change.notices {
            let content: JSONObject = ["configuration": notice.configuration, "title": .string(notice.title)]
            let at = change.event.columns.at.milliseconds
            try database.cachedStatement(
                sql: """
                    INSERT INTO outbox (id, notifier, content, stream, revision, written_at, due_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                notice.id, notice.notifier, Data(JSONValue.object(content).canonicalBytes()),
                change.event.stream.description, change.event.revision, at, at,
            ])
        }
    }
}
