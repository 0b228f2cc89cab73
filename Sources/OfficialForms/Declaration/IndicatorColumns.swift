/// The columns of the indicator table, in the order in which its header line prints them.
struct IndicatorColumns: Sendable, Hashable {
    enum Column: Sendable, Hashable, CaseIterable { case level1, level2, level3, target, explanation }

    /// The column at each position; `nil` where the form has a column that the contract does not know.
    var order: [Column?]
    /// What the header prints over such columns.
    var unknown: [Glyphs] = []

    /// The order of the official form, for tables that print no header line.
    static let official = IndicatorColumns(order: Column.allCases)

    private static let titles: [Glyphs: Column] = {
        let names: [Column: [String]] = [
            .level1: ["一级指标"], .level2: ["二级指标"], .level3: ["三级指标"],
            .target: ["指标值", "年度指标值", "目标值", "指标目标值", "绩效指标值", "绩效目标值"],
            .explanation: ["指标解释", "指标说明", "指标解释说明", "指标值说明", "指标内容", "指标解释及说明"],
        ]
        var titles: [Glyphs: Column] = [:]
        for (column, texts) in names { for text in texts { titles[Glyphs(text)] = column } }
        return titles
    }()

    private init(order: [Column?]) { self.order = order }

    /// The columns that a header line names; `nil` for any other line.
    init?(_ line: TableLine) {
        guard (1...12).contains(line.cells.count), line.cells.contains(where: { $0.contains("标") }) else { return nil }
        var cells = line.cells
        if let text = line.bareText { cells = text.split(whereSeparator: Glyph.isBlank).map { Array($0) } }
        guard (2...12).contains(cells.count) else { return nil }
        let order = cells.map(Self.title)
        let known = order.compactMap { $0 }
        guard known.count >= 2, Set(known).count == known.count,
            known.contains(.level3) || known.contains(.level2) || known.contains(.level1)
        else { return nil }
        // A header line whose other cells are long is a row of text that speaks of columns.
        guard zip(order, cells).allSatisfy({ $0 != nil || $1.count <= 12 }) else { return nil }
        self.order = order
        unknown = zip(order, cells).filter { $0 == nil && !$1.isEmpty }.map(\.1)
    }

    /// The column that a cell names.
    static func title(_ cell: Glyphs) -> Column? {
        guard (3...24).contains(cell.count), cell.contains("标") else { return nil }
        var name = cell.folded.filter { $0 != "*" }
        if let bracket = name.firstIndex(of: "("), bracket > 0 { name = Array(name[..<bracket]) }
        return titles[name]
    }

    /// The position of a column; where the official form has it if this header does not name it.
    func position(of column: Column) -> Int {
        order.firstIndex(of: column) ?? Column.allCases.firstIndex(of: column) ?? 0
    }

    /// The columns behind the second level, in print order.
    var values: [Column] {
        let printed = order.compactMap { $0 }.filter { $0 != .level1 && $0 != .level2 }
        return printed.count == 3 ? printed : [.level3, .target, .explanation]
    }
}
