internal import Foundation
internal import GRDB
internal import Workflow
public import WorkflowStore

// A list never walks the table: its conditions become ranges of an index, each in the order of names, and the ranges are
// merged up to the limit. Which workflows, periods and states there are is asked of the index itself, by jumping from one
// to the next.

extension SQLiteStore {
    /// Cases in the order of their names.
    public func cases(_ query: CaseQuery) async throws(StoreError) -> [StoredCase] {
        try read { database in
            guard query.limit > 0 else { return [] }
            var found = FirstOnes<ByteText>(limit: query.limit) { $0 < $1 }
            for range in try SQLiteStore.ranges(of: query, on: database) {
                let rows = try range.names(after: query.after?.rawValue ?? "", on: database)
                try found.merge {
                    while let row = try rows.next() {
                        let columns = Columns(row, of: "cases")
                        guard try range.holds(columns, query) else { continue }
                        return ByteText(try columns.text(0))
                    }
                    return nil
                }
            }
            return try found.elements.compactMap { try SQLiteStore.storedCase($0.text, on: database) }
        }
    }

    /// How many cases there are per workflow, period and state, in that order; `after` and `limit` do not matter.
    public func counts(_ query: CaseQuery) async throws(StoreError) -> [CaseCount] {
        try read { database in
            var counts: [CaseRange.Place: Int] = [:]
            for range in try SQLiteStore.ranges(of: query, on: database) {
                if case .place(let place, nil) = range {
                    counts[place, default: 0] += try range.count(on: database)
                } else {
                    let rows = try range.names(after: "", on: database)
                    while let row = try rows.next() {
                        let columns = Columns(row, of: "cases")
                        guard try range.holds(columns, query) else { continue }
                        let place = CaseRange.Place(
                            workflow: try columns.text(2), period: try columns.text(3), state: try columns.text(4))
                        counts[place, default: 0] += 1
                    }
                }
            }
            return counts.sorted { $0.key < $1.key }.map {
                CaseCount(workflow: $0.key.workflow, period: $0.key.period, state: $0.key.state, count: $0.value)
            }
        }
    }

    /// For so many units, each is asked for its own cases; for more, the cases of all are filtered by unit.
    private static let unitLimit = 32

    private static func ranges(of query: CaseQuery, on database: Database) throws -> [CaseRange] {
        if let subject = query.subject { return [.subject(subject)] }
        guard let units = query.units else { return try places(in: nil, of: query, on: database) }
        guard units.count <= unitLimit else { return try places(in: nil, of: query, on: database) }
        return try units.flatMap { try places(in: $0.rawValue, of: query, on: database) }
    }

    private static func places(in unit: String?, of query: CaseQuery, on database: Database) throws -> [CaseRange] {
        let isFiltered = unit == nil && query.units != nil
        var ranges: [CaseRange] = []
        var last = CaseRange.Place(workflow: "", period: "", state: "")
        while let place = try CaseRange.place(after: last, in: unit, on: database) {
            if query.matches(workflow: place.workflow, period: place.period, state: place.state) {
                ranges.append(isFiltered ? .filtered(place) : .place(place, unit: unit))
            }
            last = place
        }
        return ranges
    }
}
