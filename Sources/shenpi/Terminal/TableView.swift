/// A table for people: columns padded by cells, numbers set to the right.
struct TableView {
    /// A column.
    struct Column {
        var title: String
        var isNumber = false
        /// The most cells of the column; longer texts are cut. 0 for no limit.
        var limit = 0
    }

    private var columns: [Column]
    private var rows: [[String]] = []
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
        let widths = columns.indices.map { column in
            max(CellWidth.of(columns[column].title), rows.map { CellWidth.of($0[column]) }.max() ?? 0)
        }
        let head = columns.indices.map { cell(columns[$0].title, $0, widths[$0]) }.joined(separator: "  ")
        output.line(output.paint(head.trailingBlanksRemoved, .bold))
        output.line(output.paint(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), .dim))
        for (row, paint) in zip(rows, colours) {
            let cells = columns.indices.map { column in
                let padded = cell(row[column], column, widths[column])
                return paint[column].map { output.paint(padded, $0) } ?? padded
            }
            output.line(cells.joined(separator: "  ").trailingBlanksRemoved)
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
