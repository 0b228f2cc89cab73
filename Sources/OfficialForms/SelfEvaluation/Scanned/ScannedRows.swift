internal import BudgetPerformance
internal import Foundation

/// Puts the lines of a scanned indicator table together into rows.
///
/// The cells of a row end on one line, the one with points and score; so the lines above it, down from the row before, belong to
/// it. Where a page ends inside a row, the rest of its cells stands on top of the next page: a line that is not full ends a cell.
struct ScannedRows: Sendable {
    /// A row as found.
    struct Row: Sendable, Hashable {
        var lines: [ScannedIndicatorLine]
        /// The place in `lines` of the line with the points, `nil` for a row without.
        var closing: Int?

        func text(_ column: Column) -> String { CellContent.join(lines.map { $0[column] }) }

        var closingLine: ScannedIndicatorLine? { closing.map { lines[$0] } }
    }

    /// The most lines that a row leaves to the next page.
    private static let longestRest = 40

    private let lines: [ScannedIndicatorLine]
    private let widths: ColumnWidths

    /// Assembles the rows; lines with nothing but headings and strays are left out of them.
    static func rows(_ lines: [ScannedIndicatorLine]) -> [Row] {
        let filled = lines.filter { !$0.hasNoCells || $0.points != nil }
        return ScannedRows(lines: filled, widths: widths(of: filled)).rows()
    }

    /// The widest line of each column that is followed by another line of its cell.
    private static func widths(of lines: [ScannedIndicatorLine]) -> ColumnWidths {
        var widths = ColumnWidths(all: 5)
        for column in Column.allCases {
            var counts: [Double: Int] = [:]
            for line in lines where line.points == nil && !line[column].isEmpty {
                counts[CellContent.width(line[column]), default: 0] += 1
            }
            let most = counts.filter { $0.value >= 2 }.keys.max() ?? counts.keys.max()
            if let most { widths[column] = most }
        }
        return widths
    }

    private func rows() -> [Row] {
        var rows: [Row] = []
        var open: [ScannedIndicatorLine] = []
        for line in lines {
            open.append(line)
            guard line.points != nil else { continue }
            let rest = max(remainder(of: rows.last, in: open), reasonLines(of: rows.last, in: open))
            if rest > 0 { rows[rows.count - 1].lines += open.prefix(rest) }
            let own = Array(open.dropFirst(rest))
            rows.append(Row(lines: own, closing: own.count - 1))
            open = []
        }
        guard !open.isEmpty else { return rows }
        // Below the last points there is only the rest of the last row, or a row without points.
        let isRow = open.contains { line in
            line.page == rows.last?.lines.last?.page && (!line[.target].isEmpty || line[.name] == "不适用")
        }
        if !isRow, !rows.isEmpty {
            rows[rows.count - 1].lines += open
        } else {
            rows.append(Row(lines: open, closing: nil))
        }
        return rows
    }

    /// How many of the open lines go on with the reason of the row before: it lost points, and the row that follows did not.
    private func reasonLines(of row: Row?, in open: [ScannedIndicatorLine]) -> Int {
        guard let before = row?.closingLine, let last = open.last, !before[.reason].isEmpty, last[.reason].isEmpty,
            lostPoints(before), !lostPoints(last)
        else { return 0 }
        return open.dropLast().prefix { line in
            !line[.reason].isEmpty && line[.name].isEmpty && line[.target].isEmpty && line[.actual].isEmpty
        }.count
    }

    private func lostPoints(_ line: ScannedIndicatorLine) -> Bool {
        guard let points = line.points, let weight = PrintedNumber(points.weight).decimal,
            let score = PrintedNumber(points.score).decimal
        else { return false }
        return score < weight
    }

    /// How many of the open lines belong to the row before.
    private func remainder(of row: Row?, in open: [ScannedIndicatorLine]) -> Int {
        guard let row, open.count > 1 else { return 0 }
        var best = (count: 0, cost: Double.infinity)
        for count in 0..<min(open.count, Self.longestRest) {
            let startsPage = open[0].page != (row.lines.last?.page ?? open[0].page)
            // A row is continued on its own page only where nothing else explains the lines.
            var cost = count == 0 ? 0 : startsPage ? 0.4 : 1.6
            for column in Column.allCases {
                cost += breakCost(row.lines.map { $0[column] } + open.prefix(count).map { $0[column] }, column)
                cost += breakCost(open.dropFirst(count).map { $0[column] }, column)
                cost += endCost(Array(open.dropFirst(count)), column)
                cost += wholeCost(Array(open.dropFirst(count)), column)
            }
            let name = row.text(.name)
            let longer = name + CellContent.join(open.prefix(count).map { $0[.name] })
            if TargetText.endsLikeName(longer), longer != name, !TargetText.endsLikeName(name) { cost -= 0.5 }
            if cost < best.cost { best = (count, cost) }
        }
        return best.count
    }

    /// One for each line of a cell that goes on although it is not full.
    private func breakCost(_ cell: [String], _ column: Column) -> Double {
        let parts = cell.filter { !$0.isEmpty }
        var cost = 0.0
        for (this, next) in zip(parts, parts.dropFirst()) {
            let slack = widths[column] - CellContent.width(this) - CellContent.leadingUnitWidth(next)
            if slack >= 0.75 { cost += slack >= 1.5 ? 1 : 0.5 }
        }
        return cost
    }

    /// A value that is whole on the line with the points has nothing above it.
    private func wholeCost(_ row: [ScannedIndicatorLine], _ column: Column) -> Double {
        guard let last = row.last, row.dropLast().contains(where: { !$0[column].isEmpty }) else { return 0 }
        let text = last[column]
        if text == "不适用" { return 2 }
        if column == .name { return 0 }
        return TargetText.isPlain(text) || CellContent.beginsWithComparator(text) ? 0.5 : 0
    }

    /// Every cell ends on the line with the points.
    private func endCost(_ row: [ScannedIndicatorLine], _ column: Column) -> Double {
        guard let last = row.last, row.contains(where: { !$0[column].isEmpty }) else { return 0 }
        return last[column].isEmpty ? 1.5 : 0
    }
}
