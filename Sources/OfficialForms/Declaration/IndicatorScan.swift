/// Gathers the rows of the indicator table, line by line.
struct IndicatorScan: Sendable, Hashable {
    typealias Column = IndicatorColumns.Column

    private(set) var rows: [IndicatorRow] = []
    private(set) var notes: [TableLine] = []
    private(set) var unplaced: [TableLine] = []
    private var columns = IndicatorColumns.official
    private struct PendingName: Sendable, Hashable {
        var level1: String?
        var level2: String?
        var isStarred: Bool
    }
    /// Names that were printed and wait for their row.
    private var pendingName: PendingName?
    private var flow = FlowingRows()
    /// How wide the columns are printed, by position, where their cells are wrapped.
    private var widths: [Int: Int] = [:]
    /// Whether rows are printed in columns: then a name alone on a line is more likely text.
    private var hasTabularRows = false

    init() {}

    /// A scan that knows from all lines of the form how wide its columns are.
    init(widthsOf lines: [TableLine]) {
        var printed: [Int: [Int]] = [:]
        for line in lines where line.isTabular {
            for (position, cell) in line.cells.enumerated() where !cell.isEmpty {
                printed[position, default: []].append(cell.printedWidth)
            }
        }
        // A column is wrapped where several cells end at its right border.
        widths = printed.compactMapValues { widths in
            guard let most = widths.max(), widths.count(where: { $0 >= most - 2 }) >= 3 else { return nil }
            return most
        }
    }

    /// Whether a line can open the table: its header line, or a row that begins with level names.
    static func opens(at line: TableLine) -> Bool {
        if IndicatorColumns(line) != nil { return true }
        if let text = line.bareText {
            if IndicatorColumns.title(text) == .level1 || IndicatorColumns.title(text) == .level2 { return true }
            if let first = IndicatorName(.first, at: 0, in: text),
                let second = IndicatorName(.second, at: first.end, in: text)
            {
                return second.end < text.count || second.isStarred
            }
            if let second = IndicatorName(.second, at: 0, in: text) { return second.isStarred }
            return false
        }
        guard let names = LeadingNames(line, columns: .official, inTable: false) else { return false }
        return names.level2 != nil && names.rest.contains { !$0.glyphs.isEmpty }
    }

    /// Takes the next line of the table; `afterGap` tells that a blank line stands above.
    mutating func take(_ line: TableLine, afterGap: Bool, isFollowedByRows: Bool) {
        if let header = IndicatorColumns(line) {
            closeFlow()
            columns = header
            if !header.unknown.isEmpty {
                notes.append(TableLine(number: line.number, cells: header.unknown, isTabular: true))
            }
            return
        }
        if let text = line.bareText, IndicatorColumns.title(text) != nil { return }
        if let names = LeadingNames(line, columns: columns, inTable: hasTabularRows) {
            takeNames(names, line: line, afterGap: afterGap)
        } else if let text = line.bareText {
            takeBare(text, line: line, afterGap: afterGap, isFollowedByRows: isFollowedByRows)
        } else {
            takeColumns(line)
        }
    }

    /// Whether the last row has all its cells, so that a lonely number below it is no cell.
    var isBetweenRows: Bool { flow.isEmpty && pendingName?.level2 == nil && rows.last?.isComplete ?? true }

    mutating func finish() {
        closeFlow()
        if let pendingName, pendingName.level2 != nil {
            var row = IndicatorRow()
            (row.level1, row.level2, row.isStarred) = (pendingName.level1, pendingName.level2, pendingName.isStarred)
            rows.append(row)
        }
        pendingName = nil
    }

    // MARK: Lines with names

    private mutating func takeNames(_ names: LeadingNames, line: TableLine, afterGap: Bool) {
        closeFlow()
        if !names.furniture.isEmpty {
            notes.append(TableLine(number: line.number, cells: names.furniture, isTabular: true))
        }
        let printed = names.rest.filter { !$0.glyphs.isEmpty }
        if names.level2 == nil, line.isTabular, printed.count == 1, !rows.isEmpty,
            printed[0].position > columns.position(of: .level2)
        {
            // A merged first-level cell is printed beside the wrapped rest of a row.
            pend(names)
            return continueRow(RowCells(names.rest, in: columns, shift: 0), line: line)
        }
        pend(names)
        guard !printed.isEmpty else { return }
        if !line.isTabular {
            for cell in printed { flow.append(cell.glyphs, line: line.number, afterGap: false) }
            return
        }
        hasTabularRows = true
        let shift = names.level2Position.map { $0 - columns.position(of: .level2) } ?? 0
        beginRow(RowCells(names.rest, in: columns, shift: shift), line: line)
    }

    private mutating func pend(_ names: LeadingNames) {
        let level1 = names.level1 ?? (pendingName?.level2 == nil ? pendingName?.level1 : nil)
        if let waiting = pendingName, waiting.level2 != nil, names.level2 != nil {
            // A second-level name without any cell.
            var row = IndicatorRow()
            (row.level1, row.level2, row.isStarred) = (waiting.level1, waiting.level2, waiting.isStarred)
            rows.append(row)
        }
        pendingName = PendingName(level1: level1, level2: names.level2, isStarred: names.isStarred)
    }

    // MARK: Lines without names

    private mutating func takeBare(_ text: Glyphs, line: TableLine, afterGap: Bool, isFollowedByRows: Bool) {
        if flow.isFull { return unplaced.append(line) }
        if pendingName?.level2 != nil || !flow.isEmpty {
            return flow.append(text, line: line.number, afterGap: afterGap)
        }
        guard var last = rows.popLast() else {
            unplaced.append(line)
            return
        }
        let isUnused = last[.level3].glyphs.folded.string == "不适用"
        if last[.target].isEmpty, last[.explanation].isEmpty, !isUnused {
            // The row broke off behind its name: what follows flows.
            for piece in last[.level3].pieces { flow.append(piece.glyphs, line: piece.line, afterGap: false) }
            flow.append(text, line: line.number, afterGap: afterGap)
            pendingName = PendingName(level1: last.level1, level2: last.level2, isStarred: last.isStarred)
            return
        }
        defer { rows.append(last) }
        let column: Column = last[.explanation].isEmpty && TargetShape.cannotBegin(text) ? .target : .explanation
        if last.isUnfinished(column) || TargetShape.cannotBegin(text) || !afterGap && !isUnused {
            last.append(text, to: column, line: line.number)
        } else if isFollowedByRows, !isUnused {
            last.append(text, to: column, line: line.number)
            last.doubts.insert(column)
        } else {
            unplaced.append(line)
        }
    }

    private mutating func takeColumns(_ line: TableLine) {
        closeFlow()
        hasTabularRows = true
        let cells = line.cells.enumerated().map { (position: $0.offset, glyphs: $0.element) }
        let printed = cells.filter { !$0.glyphs.isEmpty }
        let leading = printed.filter { $0.position < columns.position(of: .level3) }
        if let name = leading.last, printed.count == leading.count + 3 || printed.count == 4,
            let unknown = UnknownName(name.glyphs)
        {
            // A second-level name that the official tree does not have.
            var row = IndicatorRow()
            (row.level2, row.isStarred) = (unknown.name, unknown.isStarred)
            row.doubts = [.level2]
            pendingName = nil
            let before = leading.dropLast().map(\.glyphs)
            if !before.isEmpty { unplaced.append(TableLine(number: line.number, cells: before, isTabular: true)) }
            let rest = cells.filter { $0.position > name.position }
            fill(&row, RowCells(rest, in: columns, shift: name.position - columns.position(of: .level2)), line: line)
            rows.append(row)
            return
        }
        let shift =
            leading.isEmpty || printed.count == 3 ? 0 : (leading.first?.position ?? 0) - columns.position(of: .level3)
        let placed = RowCells(cells, in: columns, shift: min(shift, 0))
        if pendingName?.level2 != nil || rows.isEmpty || beginsRow(placed) {
            beginRow(placed, line: line)
        } else {
            continueRow(placed, line: line)
        }
    }

    /// Whether a line without names is a row of its own, and not the wrapped rest of the row above.
    private func beginsRow(_ placed: RowCells) -> Bool {
        guard let name = placed[.level3], let target = placed[.target], let last = rows.last else { return false }
        if TargetShape.cannotBegin(target) || TargetShape.cannotBegin(name) { return false }
        if last[.target].isEmpty, last[.explanation].isEmpty { return false }
        // Where the row above ends at the right border of each column, all its cells are wrapped.
        if columns.values.allSatisfy({ column in
            guard let width = widths[columns.position(of: column)], let piece = last[column].pieces.last else {
                return false
            }
            return piece.line == last.lines.last && piece.glyphs.printedWidth >= width - 2
        }) {
            return false
        }
        if let explanation = placed[.explanation] {
            return
                !(TargetShape.cannotBegin(explanation) && last.isUnfinished(.explanation)
                && !TargetShape.isTarget(target))
        }
        return TargetShape.isTarget(target) && !last[.explanation].isEmpty
    }

    // MARK: Rows

    private mutating func beginRow(_ placed: RowCells, line: TableLine) {
        var row = IndicatorRow()
        if let pendingName {
            (row.level1, row.level2, row.isStarred) = (pendingName.level1, pendingName.level2, pendingName.isStarred)
        }
        pendingName = nil
        fill(&row, placed, line: line)
        rows.append(row)
    }

    private mutating func continueRow(_ placed: RowCells, line: TableLine) {
        guard var row = rows.popLast() else {
            unplaced.append(line)
            return
        }
        fill(&row, placed, line: line)
        rows.append(row)
    }

    private mutating func fill(_ row: inout IndicatorRow, _ placed: RowCells, line: TableLine) {
        for (column, glyphs) in placed.placed {
            row.append(glyphs, to: column, line: line.number)
            if placed.isGuess { row.doubts.insert(column) }
        }
        if !placed.surplus.isEmpty {
            unplaced.append(TableLine(number: line.number, cells: placed.surplus, isTabular: true))
        }
    }

    private mutating func closeFlow() {
        guard !flow.isEmpty else { return }
        var found = flow.rows()
        flow = FlowingRows()
        if let pendingName, !found.isEmpty {
            (found[0].level1, found[0].level2, found[0].isStarred) =
                (pendingName.level1, pendingName.level2, pendingName.isStarred)
        }
        pendingName = nil
        rows.append(contentsOf: found)
    }
}
