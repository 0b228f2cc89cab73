internal import ShenpiMessages

/// A table for people: columns padded by cells, numbers set to the right; fitted to the width of a terminal.
struct TableView {
    /// A column.
    struct Column {
        var title: String
        var isNumber = false
        /// The most cells of the column; longer texts are cut. 0 for no limit.
        var limit = 0
        /// What becomes of the column where a terminal is narrower than the table.
        var whenNarrow = WhenNarrow.stays
    }

    /// What becomes of a column for which a terminal has no room. Elsewhere, as in a file or a pipe, every table is printed
    /// as wide as it is.
    enum WhenNarrow { case stays, wraps, leftOut }

    private(set) var columns: [Column]
    private(set) var rows: [[String]] = []
    private var colours: [[Colour?]] = []

    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row; colours are by column.
    mutating func add(_ cells: [String], _ paint: [Int: Colour] = [:]) {
        let cleaned = cells.enumerated().map { index, cell in
            let line = Output.visible(cell).split(whereSeparator: \.isNewline).joined(separator: " ")
                .replacing("\t", with: " ")
            let limit = columns.indices.contains(index) ? columns[index].limit : 0
            return limit > 0 ? CellWidth.cut(line, to: limit) : line
        }
        rows.append(cleaned)
        colours.append(columns.indices.map { paint[$0] })
    }

    /// Prints head, rule and rows; for an empty table, that there is nothing.
    func print(to output: Output) {
        guard !rows.isEmpty else {
            output.say("none")
            return
        }
        let fit = fitted(to: output.width)
        let head = fit.map { cell(columns[$0.column].title, $0.column, $0.width) }.joined(separator: Self.gap)
        output.line(output.paint(head.trailingBlanksRemoved, .bold))
        output.line(output.paint(fit.map { String(repeating: "─", count: $0.width) }.joined(separator: Self.gap), .dim))
        for (row, paint) in zip(rows, colours) {
            let wrapped = fit.map { CellWidth.wrap(row[$0.column], to: $0.width) }
            for line in 0..<(wrapped.map(\.count).max() ?? 0) {
                let cells = zip(fit, wrapped).map { place, lines -> String in
                    let padded = cell(lines.count > line ? lines[line] : "", place.column, place.width)
                    return paint[place.column].map { output.paint(padded, $0) } ?? padded
                }
                output.line(cells.joined(separator: Self.gap).trailingBlanksRemoved)
            }
        }
        let shown = Set(fit.map(\.column))
        let missing = columns.indices.filter { !shown.contains($0) }.map { columns[$0].title }
        if !missing.isEmpty {
            let names = missing.joined(separator: output.messages.language("、", ", "))
            output.line(output.paint(output.messages("table.narrow", ["columns": names]), .dim))
        }
    }

    private func cell(_ text: String, _ column: Int, _ width: Int) -> String {
        CellWidth.pad(text, to: width, atStart: columns[column].isNumber)
    }
}

extension String {
    fileprivate var trailingBlanksRemoved: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
