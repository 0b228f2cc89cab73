/// The columns of the indicator table whose cells wrap.
enum Column: Int, Sendable, CaseIterable { case name, target, actual, reason }

/// How many Chinese characters fit into a line of each column.
struct ColumnWidths: Sendable, Hashable {
    private var values: [Double]

    /// The width of the official template.
    static let usual = 8.5

    /// The same width for every column.
    init(all width: Double) {
        values = Column.allCases.map { _ in width }
    }

    subscript(column: Column) -> Double {
        get { values[column.rawValue] }
        set { values[column.rawValue] = newValue }
    }

    /// A first guess from the fragments of a table: the usual width, unless many lines are wider.
    init(of fragments: [PrintedFragment]) {
        let wide = fragments.filter { $0.value == nil && $0.width > Self.usual + 0.5 }
        let near = fragments.filter { (Self.usual - 1...Self.usual + 0.5).contains($0.width) }
        self.init(all: wide.count > near.count ? wide.map(\.width).max() ?? Self.usual : Self.usual)
    }

    /// Learns from cells as cut with the widths so far: the widest line of a column that wraps.
    mutating func learn(_ cells: [(column: Column, lines: [Double])]) {
        for column in Column.allCases {
            let wrapped = cells.filter { $0.column == column && $0.lines.count > 1 }.flatMap { $0.lines.dropLast() }
            guard wrapped.count >= 3, let widest = wrapped.max() else { continue }
            // A column is at least as wide as its widest line and less than a character wider.
            let current = self[column]
            if widest > current || widest < current - 1 { self[column] = widest + 0.25 }
        }
    }
}
