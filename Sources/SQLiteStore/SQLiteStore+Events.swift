internal import Foundation
internal import GRDB
internal import Workflow
public import WorkflowStore

extension SQLiteStore {
    /// The columns of an event, in the order in which ``event(_:)`` reads them.
    static let eventColumns = "stream, revision, previous, hash, bytes, kind, at, user"

    /// Events of one stream, oldest first, after a revision.
    public func events(
        of stream: StreamName, after revision: Int, limit: Int
    ) async throws(StoreError) -> [StoredEvent] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(SQLiteStore.eventColumns) FROM events WHERE stream = ? AND revision > ?
                    ORDER BY revision LIMIT ?
                    """)
            let rows = try Row.fetchCursor(statement, arguments: [stream.description, revision, max(0, limit)])
            var events: [StoredEvent] = []
            while let row = try rows.next() { events.append(try SQLiteStore.event(row)) }
            return events
        }
    }

    /// All events in the order of stream and revision, for verification.
    public func allEvents(after cursor: EventCursor?, limit: Int) async throws(StoreError) -> [StoredEvent] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(SQLiteStore.eventColumns) FROM events WHERE (stream, revision) > (?, ?)
                    ORDER BY stream, revision LIMIT ?
                    """)
            let rows = try Row.fetchCursor(
                statement, arguments: [cursor?.stream ?? "", cursor?.revision ?? Int.min, max(0, limit)])
            var events: [StoredEvent] = []
            while let row = try rows.next() { events.append(try SQLiteStore.event(row)) }
            return events
        }
    }

    /// The revision and hash of the last event of a stream; `nil` for a stream without events.
    public func head(of stream: StreamName) async throws(StoreError) -> StreamHead? {
        try read { try SQLiteStore.head(of: stream, on: $0) }
    }

    static func head(of stream: StreamName, on database: Database) throws -> StreamHead? {
        let statement = try database.cachedStatement(
            sql: "SELECT revision, hash FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1")
        return try Row.fetchOne(statement, arguments: [stream.description]).map { row in
            let columns = Columns(row, of: "events of \(stream)")
            return StreamHead(revision: try columns.integer(0), hash: try columns.hash(1))
        }
    }

    static func append(_ event: SealedEvent, on database: Database) throws {
        try database.cachedStatement(
            sql: "INSERT INTO events (\(eventColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            event.stream.description, event.revision, try HashText.required(event.previous),
            try HashText.required(event.hash), Data(event.bytes), event.columns.kind, event.columns.at.milliseconds,
            event.columns.user.rawValue,
        ])
    }

    static func event(_ row: Row, from first: Int = 0) throws -> StoredEvent {
        let columns = Columns(row, of: "events")
        let name = try columns.text(first)
        guard let stream = StreamName(name) else { throw StoreError.damaged("events of \(name)") }
        let place = Columns(row, of: "event \(try columns.integer(first + 1)) of \(name)")
        return StoredEvent(
            stream: stream, revision: try place.integer(first + 1), previous: try place.hash(first + 2),
            hash: try place.hash(first + 3), bytes: try place.bytes(first + 4),
            columns: EventColumns(
                kind: try place.text(first + 5),
                at: Timestamp(milliseconds: Int64(try place.integer(first + 6))),
                user: UserID(try place.text(first + 7))))
    }
}
