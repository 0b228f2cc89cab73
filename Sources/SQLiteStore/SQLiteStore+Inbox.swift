internal import Foundation
internal import GRDB
internal import Workflow
public import WorkflowStore

extension SQLiteStore {
    /// Open assignments, by due date (those without one last), then by case.
    ///
    /// Each seat in each unit is one range of an index in the order of the inbox; the ranges are merged up to the limit.
    public func inbox(_ query: InboxQuery) async throws(StoreError) -> [InboxEntry] {
        try read { database in
            guard query.limit > 0 else { return [] }
            let start =
                query.after.map { Place(due: $0.due?.milliseconds ?? .max, case: $0.case.rawValue, id: $0.assignment) }
                ?? Place(due: .min, case: "", id: "")
            var found = FirstOnes<Place>(limit: query.limit) { $0.precedes($1) }
            func merge(_ sql: String, _ names: [String]) throws {
                let rows = try Row.fetchCursor(
                    try database.cachedStatement(sql: sql),
                    arguments: StatementArguments(names) + [start.due, start.case, start.id])
                try found.merge { try rows.next().map { try Place($0) } }
            }
            try merge(SQLiteStore.inboxByUserSQL, [query.user.rawValue])
            for seat in SQLiteStore.seats(of: query) { try merge(SQLiteStore.inboxBySeatSQL, seat) }
            return try found.elements.map { try SQLiteStore.entry(at: $0, on: database) }
        }
    }

    static let inboxByUserSQL = """
        SELECT due, case_id, id FROM assignments WHERE user = ? AND (due, case_id, id) > (?, ?, ?)
        ORDER BY due, case_id, id
        """
    static let inboxBySeatSQL = """
        SELECT due, case_id, id FROM assignments
        WHERE user IS NULL AND workflow = ? AND role = ? AND unit = ? AND (due, case_id, id) > (?, ?, ?)
        ORDER BY due, case_id, id
        """

    /// Workflow, role and unit of each seat, once; the empty unit for assignments that ask for none.
    private static func seats(of query: InboxQuery) -> [[String]] {
        var seen: Set<[ByteText]> = []
        return query.seats.flatMap { seat in
            ([""] + seat.units.map(\.rawValue)).map { [seat.workflow, seat.role, $0] }
        }.filter { seen.insert($0.map { ByteText($0) }).inserted }
    }

    private struct Place {
        var due: Int64
        var `case`: String
        var id: String

        init(due: Int64, case id: String, id assignment: String) {
            self.due = due
            self.case = id
            self.id = assignment
        }

        init(_ row: Row) throws {
            let columns = Columns(row, of: "assignments")
            self.init(due: Int64(try columns.integer(0)), case: try columns.text(1), id: try columns.text(2))
        }

        func precedes(_ other: Place) -> Bool {
            if due != other.due { return due < other.due }
            let (left, right) = (ByteText(`case`), ByteText(other.case))
            return left != right ? left < right : ByteText(id) < ByteText(other.id)
        }
    }

    private static func entry(at place: Place, on database: Database) throws -> InboxEntry {
        let statement = try database.cachedStatement(
            sql: """
                SELECT role, assignments.unit, user, kind, label, reaches_down, since, due_day, due_calendar, due_provisional,
                    revision, head, digest, snapshot
                FROM assignments JOIN cases ON cases.id = case_id WHERE case_id = ? AND assignments.id = ?
                """)
        let damaged = StoreError.damaged("assignments of case \(place.case)")
        guard let row = try Row.fetchOne(statement, arguments: [place.case, place.id]) else { throw damaged }
        let columns = Columns(row, of: "assignments of case \(place.case)")
        guard let kind = Assignment.Kind(rawValue: try columns.text(3)) else { throw damaged }
        let unit = try columns.text(1)
        let due = try columns.optionalInteger(7).map { day in
            DueDate(
                at: Timestamp(milliseconds: place.due), day: CivilDate(daysSince1970: day),
                calendar: try columns.optionalText(8), isProvisional: try columns.integer(9) != 0)
        }
        let assignment = Assignment(
            id: place.id, kind: kind, label: try columns.text(4), role: try columns.text(0),
            unit: unit.isEmpty ? nil : UnitID(unit), reachesDown: try columns.integer(5) != 0,
            user: try columns.optionalText(2).map { UserID($0) }, due: due,
            since: Timestamp(milliseconds: Int64(try columns.integer(6))))
        return InboxEntry(assignment: assignment, case: try storedCase(row, of: place.case, from: 10).value)
    }
}
