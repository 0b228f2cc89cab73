internal import Foundation
internal import GRDB
internal import JSONDocument
public import Workflow
public import WorkflowStore

extension SQLiteStore {
    /// Takes notices that are due and not leased by anybody else, and leases them to `owner`.
    ///
    /// A lease moves the moment at which the notice is due again: when it runs out, somebody else may try.
    public func leaseNotices(
        owner: String, now: Timestamp, until: Timestamp, limit: Int
    ) async throws(StoreError) -> [LeasedNotice] {
        // Most of the time nothing is due; then no other process has to wait for us.
        let isAnyDue = try read { try !SQLiteStore.dueNotices(now, limit: min(1, limit), on: $0).isEmpty }
        guard isAnyDue else { return [] }
        return try await write { database in
            try SQLiteStore.dueNotices(now, limit: limit, on: database).map { id in
                try database.cachedStatement(
                    sql: "UPDATE outbox SET owner = ?, due_at = ?, attempts = attempts + 1 WHERE id = ?"
                ).execute(arguments: [owner, until.milliseconds, id])
                return try SQLiteStore.leasedNotice(id, on: database)
            }
        }
    }

    static let dueNoticesSQL = "SELECT id FROM outbox WHERE parked = 0 AND due_at <= ? ORDER BY due_at, id LIMIT ?"

    private static func dueNotices(_ now: Timestamp, limit: Int, on database: Database) throws -> [String] {
        let statement = try database.cachedStatement(sql: dueNoticesSQL)
        let rows = try Row.fetchCursor(statement, arguments: [now.milliseconds, max(0, limit)])
        var ids: [String] = []
        while let row = try rows.next() { ids.append(try Columns(row, of: "outbox").text(0)) }
        return ids
    }

    private static func leasedNotice(_ id: String, on database: Database) throws -> LeasedNotice {
        let statement = try database.cachedStatement(
            sql: """
                SELECT events.stream, events.revision, previous, hash, bytes, kind, at, user, notifier, content, attempts
                FROM outbox JOIN events ON events.stream = outbox.stream AND events.revision = outbox.revision
                WHERE id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [id]) else {
            throw StoreError.damaged("notice \(id)")
        }
        let columns = Columns(row, of: "notice \(id)")
        guard let content = try? JSONReader.value(try columns.bytes(9)).object,
            let configuration = content["configuration"], let title = content["title"]?.string
        else { throw StoreError.damaged("notice \(id)") }
        return LeasedNotice(
            id: id, notifier: try columns.text(8), configuration: configuration, title: title,
            attempt: try columns.integer(10), event: try event(row))
    }

    /// Says what became of leased notices. What somebody else has leased meanwhile stays as it is.
    public func settle(_ outcomes: [NoticeOutcome], owner: String) async throws(StoreError) {
        guard !outcomes.isEmpty else { return }
        try await write { database in
            for outcome in outcomes {
                switch outcome.result {
                case .delivered:
                    try database.cachedStatement(sql: "DELETE FROM outbox WHERE id = ? AND owner = ? AND parked = 0")
                        .execute(arguments: [outcome.id, owner])
                case .retry(let at, let reason):
                    try database.cachedStatement(
                        sql: """
                            UPDATE outbox SET owner = NULL, due_at = ?, reason = ?
                            WHERE id = ? AND owner = ? AND parked = 0
                            """
                    ).execute(arguments: [at.milliseconds, reason, outcome.id, owner])
                case .parked(let reason):
                    try database.cachedStatement(
                        sql: "UPDATE outbox SET owner = NULL, parked = 1, reason = ? WHERE id = ? AND owner = ?"
                    ).execute(arguments: [reason, outcome.id, owner])
                }
            }
        }
    }

    /// How many notices wait or are parked, and since when the oldest waits.
    public func outboxSummary() async throws(StoreError) -> OutboxSummary {
        try read { database in
            let waiting = try database.cachedStatement(
                sql: "SELECT count(*), min(written_at) FROM outbox WHERE parked = 0")
            let parked = try database.cachedStatement(sql: "SELECT count(*) FROM outbox WHERE parked = 1")
            guard let first = try Row.fetchOne(waiting), let second = try Row.fetchOne(parked) else {
                throw StoreError.damaged("outbox")
            }
            let columns = Columns(first, of: "outbox")
            return OutboxSummary(
                waiting: try columns.integer(0), parked: try Columns(second, of: "outbox").integer(0),
                oldest: try columns.optionalInteger(1).map { Timestamp(milliseconds: Int64($0)) })
        }
    }
}
