internal import BudgetPerformance

/// A first- or second-level name as a row prints it.
struct IndicatorName: Sendable, Hashable {
    enum Level: Sendable { case first, second }

    var level: Level
    /// The normal form, e.g. `数量指标`.
    var name: String
    var isStarred: Bool
    /// The index behind the name in its cell.
    var end: Int

    private static let first: [(name: Glyphs, normal: String)] = IndicatorTree.Level1.allCases.map {
        (Glyphs($0.rawValue.removingSuffix), $0.rawValue)
    }

    private static let second: [(name: Glyphs, normal: String)] =
        (IndicatorTree.Level2.allCases.map(\.rawValue) + further.keys.sorted()).map { (Glyphs($0.removingSuffix), $0) }

    /// Second-level names of later templates, and the first level under which they are printed.
    static let further: [String: String] = [
        "经济成本指标": "成本指标", "社会成本指标": "成本指标", "生态环境成本指标": "成本指标",
        "社会公众满意度指标": "满意度指标", "受益对象满意度指标": "满意度指标", "社会公众或服务对象满意度指标": "满意度指标",
    ]

    private static let suffix = Glyphs("指标")

    /// The name of `level` printed at `start`; it ends with the cell, a blank, a star or points in brackets.
    init?(_ level: Level, at start: Int, in cell: Glyphs) {
        var index = cell.skippingBlanks(from: start)
        var starred = false
        while index < cell.count, Glyph.folded(cell[index]) == "*" {
            starred = true
            index = cell.skippingBlanks(from: index + 1)
        }
        guard index < cell.count else { return nil }
        var best: (normal: String, end: Int)?
        var hasSuffix = false
        for (name, normal) in level == .first ? Self.first : Self.second where name[0] == cell[index] {
            guard var end = cell.end(of: name, at: index) else { continue }
            let suffixed = cell.end(of: Self.suffix, at: end)
            end = suffixed ?? end
            if end > best?.end ?? 0 { (best, hasSuffix) = ((normal, end), suffixed != nil) }
        }
        // 成本指标 stands at the first level in later templates.
        if level == .first, best == nil, let end = cell.end(of: Glyphs("成本指标"), at: index) { best = ("成本指标", end) }
        guard let best else { return nil }
        var end = best.end
        var next = cell.skippingBlanks(from: end)
        if next < cell.count, Glyph.folded(cell[next]) == "*" {
            let behind = cell.skippingBlanks(from: next + 1)
            // A star behind a first-level name opens the second level.
            if level == .second || behind >= cell.count {
                starred = true
                end = next + 1
                next = behind
            }
        }
        if next < cell.count, Glyph.folded(cell[next]) == "(",
            let close = cell[next...].prefix(8).firstIndex(where: { Glyph.folded($0) == ")" }),
            cell[next..<close].contains(where: Glyph.isDigit)
        {
            end = close + 1
            next = cell.skippingBlanks(from: end)
        }
        let opensSecond = level == .first && IndicatorName(.second, at: end, in: cell) != nil
        // Behind a full second-level name the next cell may follow at once, where the tab between them was lost.
        let isGlued = level == .second && (hasSuffix || starred)
        guard next >= cell.count || next > end || opensSecond || isGlued else { return nil }
        self.level = level
        name = best.normal
        isStarred = starred
        self.end = end
    }

    /// Under which first-level name the official tree puts a second-level name.
    static func parent(of name: String) -> String? {
        further[name] ?? IndicatorTree.Level2(rawValue: name)?.level1.rawValue
    }

    /// All names with and without their suffix, for mending those that are wrapped over lines.
    static let printed: [Glyphs] = (first + second).flatMap { [$0.name, $0.name + suffix] }
}

extension String {
    fileprivate var removingSuffix: String { hasSuffix("指标") ? String(dropLast(2)) : self }
}
