/// Which of the three value columns each cell of a row belongs to.
struct RowCells: Sendable, Hashable {
    typealias Column = IndicatorColumns.Column

    var placed: [(column: Column, glyphs: Glyphs)] = []
    var surplus: [Glyphs] = []
    var isGuess = false

    static func == (left: RowCells, right: RowCells) -> Bool {
        left.placed.elementsEqual(right.placed) { $0.column == $1.column && $0.glyphs == $1.glyphs }
            && left.surplus == right.surplus && left.isGuess == right.isGuess
    }

    func hash(into hasher: inout Hasher) {
        for (column, glyphs) in placed {
            hasher.combine(column)
            hasher.combine(glyphs)
        }
    }

    subscript(_ column: Column) -> Glyphs? { placed.first { $0.column == column }?.glyphs }

    /// Places the cells behind the names of a row.
    ///
    /// - Parameters:
    ///   - cells: the cells and their positions in the line.
    ///   - shift: how far the second-level name stands to the right of its column.
    init(_ cells: [(position: Int, glyphs: Glyphs)], in columns: IndicatorColumns, shift: Int) {
        let printed = cells.filter { !$0.glyphs.isEmpty }
        let values = columns.values
        let byPosition: [(column: Column, glyphs: Glyphs)?] = printed.map { cell in
            let position = cell.position - shift
            guard columns.order.indices.contains(position), let column = columns.order[position],
                values.contains(column)
            else { return nil }
            return (column, cell.glyphs)
        }
        if printed.count == values.count {
            placed = zip(values, printed).map { ($0, $1.glyphs) }
        } else if byPosition.allSatisfy({ $0 != nil }) {
            placed = byPosition.compactMap { $0 }
            mendLostTab()
        } else if columns.order.contains(nil),
            printed.allSatisfy({ columns.order.indices.contains($0.position - shift) })
        {
            // The form has columns that the contract does not know.
            placed = byPosition.compactMap { $0 }
            surplus = zip(printed, byPosition).filter { $1 == nil }.map(\.0.glyphs)
        } else if printed.count < values.count {
            placed = zip(values, printed).map { ($0, $1.glyphs) }
            isGuess = true
        } else {
            isGuess = true
            let target = printed.indices.dropFirst().first { TargetShape.isTarget(printed[$0].glyphs) } ?? 1
            for (index, cell) in printed.enumerated() {
                placed.append((index < target ? .level3 : index == target ? .target : .explanation, cell.glyphs))
            }
        }
    }

    /// `社工人数 10 人 | 该指标…`: where a tab was lost, the shape of the target value shows the border.
    private mutating func mendLostTab() {
        guard placed.count == 2, placed[0].column == .level3, placed[1].column == .target else { return }
        let (first, second) = (placed[0].glyphs, placed[1].glyphs)
        if first.folded.string == "不适用不适用", second.folded.string == "不适用" {
            placed = [.level3, .target, .explanation].map { ($0, second) }
            return
        }
        guard !TargetShape.isTarget(second) else { return }
        for blank in first.indices where Glyph.isBlank(first[blank]) {
            let tail = Array(first[blank...]).trimmed
            if TargetShape.isTarget(tail), second.count > 3 {
                placed = [(.level3, Array(first[..<blank]).trimmed), (.target, tail), (.explanation, second)]
                isGuess = true
                return
            }
        }
        for blank in second.indices.reversed() where Glyph.isBlank(second[blank]) {
            let head = Array(second[..<blank]).trimmed
            if TargetShape.isTarget(head) {
                placed = [(.level3, first), (.target, head), (.explanation, Array(second[blank...]).trimmed)]
                isGuess = true
                return
            }
        }
        // No value has the shape of one: a single blank between two words is the lost tab, by all likelihood.
        let blanks = first.indices.filter { Glyph.isBlank(first[$0]) }
        if blanks.count == 1, Glyph.isIdeograph(first[blanks[0] - 1]), Glyph.isIdeograph(first[blanks[0] + 1]) {
            placed = [
                (.level3, Array(first[..<blanks[0]])), (.target, Array(first[(blanks[0] + 1)...])),
                (.explanation, second),
            ]
        }
        isGuess = true
    }
}
