internal import GRDB
internal import Workflow
internal import WorkflowStore

/// Part of an index on cases, in the order of names.
enum CaseRange {
    /// Where in a workflow cases are.
    struct Place: Hashable, Comparable {
        let workflow: String
        let period: String
        let state: String

        static func < (left: Self, right: Self) -> Bool {
            [left.workflow, left.period, left.state].map { ByteText($0) }.lexicographicallyPrecedes(
                [right.workflow, right.period, right.state].map { ByteText($0) })
        }
    }

    /// The cases of one place, in one unit or in all.
    case place(Place, unit: String?)
    /// The cases of one place, of which those of some units are wanted.
    case filtered(Place)
    /// The cases of one subject, of which some are wanted.
    case subject(String)

    /// Id, unit, workflow, period and state of the cases that come after a name.
    func names(after id: String, on database: Database) throws -> RowCursor {
        let select = "SELECT id, unit, workflow, period, state FROM cases"
        switch self {
        case .place(let place, nil), .filtered(let place):
            let statement = try database.cachedStatement(
                sql: "\(select) WHERE workflow = ? AND period = ? AND state = ? AND id > ? ORDER BY id")
            return try Row.fetchCursor(statement, arguments: [place.workflow, place.period, place.state, id])
        case .place(let place, let unit?):
            let statement = try database.cachedStatement(
                sql: "\(select) WHERE unit = ? AND workflow = ? AND period = ? AND state = ? AND id > ? ORDER BY id")
            return try Row.fetchCursor(statement, arguments: [unit, place.workflow, place.period, place.state, id])
        case .subject(let subject):
            let statement = try database.cachedStatement(sql: "\(select) WHERE subject = ? AND id > ? ORDER BY id")
            return try Row.fetchCursor(statement, arguments: [subject, id])
        }
    }

    /// Whether a case of the range meets the conditions that the range does not.
    func holds(_ columns: Columns, _ query: CaseQuery) throws -> Bool {
        if case .place = self { return true }
        if let units = query.units, !units.contains(UnitID(try columns.text(1))) { return false }
        guard case .subject = self else { return true }
        return query.matches(workflow: try columns.text(2), period: try columns.text(3), state: try columns.text(4))
    }

    /// How many cases a place in all units has.
    func count(on database: Database) throws -> Int {
        guard case .place(let place, nil) = self else { return 0 }
        let statement = try database.cachedStatement(
            sql: "SELECT count(*) FROM cases WHERE workflow = ? AND period = ? AND state = ?")
        let row = try Row.fetchOne(statement, arguments: [place.workflow, place.period, place.state])
        return try row.map { try Columns($0, of: "cases").integer(0) } ?? 0
    }

    /// The first place after another at which there is a case.
    static func place(after place: Place, in unit: String?, on database: Database) throws -> Place? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT workflow, period, state FROM cases
                WHERE \(unit == nil ? "" : "unit = ? AND ")(workflow, period, state) > (?, ?, ?)
                ORDER BY workflow, period, state LIMIT 1
                """)
        let values = (unit.map { [$0] } ?? []) + [place.workflow, place.period, place.state]
        return try Row.fetchOne(statement, arguments: StatementArguments(values)).map { row in
            let columns = Columns(row, of: "cases")
            return Place(workflow: try columns.text(0), period: try columns.text(1), state: try columns.text(2))
        }
    }
}
