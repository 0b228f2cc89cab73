/// The level names with which a line of the indicator table begins, and the cells behind them.
struct LeadingNames: Sendable, Hashable {
    struct Cell: Sendable, Hashable {
        var position: Int
        var glyphs: Glyphs
    }

    var level1: String?
    var level2: String?
    var isStarred = false
    /// In which column of the line the second-level name stands.
    var level2Position: Int?
    private(set) var cells: [Cell] = []
    /// Cells in front of the names that belong to no field, e.g. a merged `绩效指标`.
    var furniture: [Glyphs] = []

    var rest: [(position: Int, glyphs: Glyphs)] { cells.map { ($0.position, $0.glyphs) } }

    /// `nil` where the line does not begin with a name; `inTable` tells that rows are printed in columns.
    init?(_ line: TableLine, columns: IndicatorColumns, inTable: Bool) {
        var position = line.cells.firstIndex { !$0.isEmpty } ?? 0
        while position < line.cells.count, Self.isFurniture(line.cells[position]), line.cells.count > position + 1 {
            furniture.append(line.cells[position])
            position += 1
            while position < line.cells.count, line.cells[position].isEmpty { position += 1 }
        }
        let thirdLevel = columns.position(of: .level3) + (furniture.isEmpty ? 0 : 1)
        guard position < line.cells.count, position <= thirdLevel else { return nil }
        let cell = line.cells[position]
        var used = 0
        if position < thirdLevel, let first = IndicatorName(.first, at: 0, in: cell),
            !first.isStarred || first.end < cell.count
        {
            (level1, used) = (first.name, first.end)
            var next = position
            if cell.skippingBlanks(from: used) >= cell.count {
                (next, used) = (position + 1, 0)
                while next < line.cells.count, line.cells[next].isEmpty { next += 1 }
            }
            if next < line.cells.count, next <= thirdLevel,
                let second = IndicatorName(.second, at: used, in: line.cells[next]),
                next < thirdLevel || Self.isCertain(second, in: line.cells[next])
            {
                adopt(second, position: next)
                (position, used) = (next, second.end)
            } else if let second = IndicatorName(.second, at: 0, in: cell), Self.isUndivided(line, behind: position) {
                // An undivided 满意度指标, or 成本指标 in its old place.
                level1 = nil
                adopt(second, position: position)
                used = second.end
            } else if next != position {
                // The first level alone: the rest stands behind it.
                (position, used) = (position, cell.count)
            }
        } else if let second = IndicatorName(.second, at: 0, in: cell) {
            if position >= thirdLevel, !Self.isCertain(second, in: cell) { return nil }
            adopt(second, position: position)
            used = second.end
        } else {
            return nil
        }
        collect(line, from: position, used: used)
        if line.bareText != nil, !isConvincing(line, cell: cell, used: used, inTable: inTable) { return nil }
    }

    private mutating func adopt(_ second: IndicatorName, position: Int) {
        level2 = second.name
        isStarred = second.isStarred
        level2Position = position
    }

    private mutating func collect(_ line: TableLine, from position: Int, used: Int) {
        guard position < line.cells.count else { return }
        let remainder = Array(line.cells[position][used...]).trimmed
        // A remainder is the next column, whose tab was lost.
        if !remainder.isEmpty { cells.append(Cell(position: position + 1, glyphs: remainder)) }
        let offset = remainder.isEmpty ? 0 : 1
        for next in line.cells.indices where next > position {
            cells.append(Cell(position: next + offset, glyphs: line.cells[next]))
        }
    }

    /// On a line without columns, text may begin with a word that is also a name.
    private func isConvincing(_ line: TableLine, cell: Glyphs, used: Int, inTable: Bool) -> Bool {
        if isStarred || level1 != nil && level2 != nil { return true }
        let printed = cell[..<min(used == 0 ? cell.count : used, cell.count)].filter { !Glyph.isBlank($0) }
        let hasSuffix = Glyphs(printed).string.contains("指标")
        let hasRest = cells.contains { !$0.glyphs.isEmpty }
        if hasSuffix { return !(inTable && hasRest) || cells.contains { $0.glyphs.contains(where: Glyph.isBlank) } }
        return !inTable && (!hasRest || cells.contains { $0.glyphs.contains(where: Glyph.isBlank) })
    }

    /// Whether cells follow that make a whole row without any second-level name between.
    private static func isUndivided(_ line: TableLine, behind position: Int) -> Bool {
        line.cells[(position + 1)...].count { !$0.isEmpty } >= 2 || line.cells[position].contains(where: Glyph.isBlank)
    }

    private static func isCertain(_ name: IndicatorName, in cell: Glyphs) -> Bool {
        name.isStarred || cell.folded.string.hasSuffix("指标")
    }

    private static func isFurniture(_ cell: Glyphs) -> Bool {
        guard cell.count <= 12, let first = cell.first, ["绩", "年", "指", "效", "标"].contains(first) else { return false }
        return ["绩效指标", "年度绩效指标", "绩效目标指标", "指标", "绩效", "绩", "效", "标", "指", "年度绩效"].contains(cell.folded.string)
    }
}

/// A second-level name that the official tree does not have: starred, or ending as such names do.
struct UnknownName: Sendable, Hashable {
    var name: String
    var isStarred: Bool

    init?(_ cell: Glyphs) {
        var folded = cell.folded
        isStarred = folded.contains("*")
        folded.removeAll { $0 == "*" }
        let text = folded.string
        guard (2...16).contains(folded.count),
            isStarred || text.hasSuffix("指标") || text.hasSuffix("效益") || text.hasSuffix("满意度")
        else { return nil }
        name = text.hasSuffix("指标") ? text : text + "指标"
    }
}
