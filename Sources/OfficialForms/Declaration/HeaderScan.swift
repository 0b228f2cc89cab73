/// Gathers the fields in the head of a declaration, line by line.
struct HeaderScan: Sendable, Hashable {
    /// A label of the last labelled line, and the column in which it stands.
    private struct OpenLabel: Sendable, Hashable {
        var field: DeclarationField
        var column: Int
    }

    private(set) var fields: [DeclarationField: CellText] = [:]
    /// What the bracket behind a label says, e.g. `中期规划,万元`.
    private(set) var remarks: [DeclarationField: Glyphs] = [:]
    private(set) var doubts: [DeclarationField: Set<Int>] = [:]
    private(set) var notes: [TableLine] = []
    private(set) var unplaced: [TableLine] = []
    private var open: [OpenLabel] = []
    /// Whether an unknown label has claimed the lines that follow.
    private var isClaimed = false

    /// Whether any label has been read.
    var hasBegun: Bool { !fields.isEmpty }

    /// Whether a long text has begun, so that a lonely number is one of the page.
    var isWithinText: Bool {
        guard let last = open.last, last.field.isLongText else { return false }
        return fields[last.field]?.isEmpty == false
    }

    mutating func take(_ line: TableLine) {
        var owner: DeclarationField?
        var labelled: [OpenLabel] = []
        var unknown = false
        var awaitsValue = false
        for (column, cell) in line.cells.enumerated() where !cell.isEmpty {
            var start = 0
            if let label = label(at: 0, in: cell, column: column, line: line) {
                (owner, start, unknown) = (label.field, label.end, false)
                begin(label, line: line.number)
                labelled.append(OpenLabel(field: label.field, column: column))
            } else if !(awaitsValue && !line.cells[column - 1].isEmpty),
                isUnknownLabel(cell, column: column, in: line, within: owner ?? open.last?.field)
            {
                unknown = true
                place(cell, line: line, column: column, unplaced: true)
                continue
            }
            if unknown {
                place(cell, line: line, column: column, unplaced: true)
                continue
            }
            // More labels in the same cell, where the tabs between columns were lost.
            var from = start
            while let field = owner, let next = nextLabel(after: from, in: cell, within: field) {
                append(Array(cell[start..<next.start]).trimmed, to: field, line: line.number)
                begin(next, line: line.number)
                labelled.append(OpenLabel(field: next.field, column: column))
                (owner, start, from) = (next.field, next.end, next.end)
            }
            let rest = start == 0 ? cell : Array(cell[start...]).trimmed
            awaitsValue = rest.isEmpty
            guard !rest.isEmpty else { continue }
            if let owner {
                append(rest, to: owner, line: line.number)
            } else {
                proceed(rest, column: column, line: line)
            }
        }
        if !labelled.isEmpty {
            open = labelled
            isClaimed = false
        } else if unknown {
            isClaimed = true
        }
    }

    // MARK: Labels

    private func label(at start: Int, in cell: Glyphs, column: Int, line: TableLine) -> DeclarationLabel? {
        guard let label = DeclarationLabel(at: start, in: cell) else { return nil }
        let isFirst = fields[label.field] == nil
        switch label.closure {
        case .colon:
            // A second time inside a long text, the words belong to the text.
            return isFirst || fields[label.field]?.isEmpty == true || open.last?.field.isLongText != true ? label : nil
        case .cellEnd: return isFirst ? label : nil
        case .openParenthesis: return isFirst && line.isTabular ? label : nil
        case .blank:
            guard isFirst, column == 0 || line.isTabular else { return nil }
            // Without a colon a long text may speak of the label; a short line of the head does not.
            return open.last?.field.isLongText != true || label.field.isLongText && !label.remark.isEmpty ? label : nil
        }
    }

    /// A further label behind the value of `field` in the same cell.
    private func nextLabel(after start: Int, in cell: Glyphs, within field: DeclarationField) -> DeclarationLabel? {
        var index = start
        while index < cell.count {
            let afterBlank = index > start && Glyph.isBlank(cell[index - 1])
            if afterBlank || !field.isLongText, !Glyph.isBlank(cell[index]),
                let label = DeclarationLabel(at: index, in: cell), fields[label.field] == nil, label.field != field
            {
                if label.closure == .colon, afterBlank || !label.field.isLongText { return label }
                if label.closure == .blank, afterBlank, !field.isLongText, !label.field.isLongText { return label }
            }
            index += 1
        }
        return nil
    }

    private mutating func begin(_ label: DeclarationLabel, line: Int) {
        if fields[label.field] == nil { fields[label.field] = CellText() }
        if !label.remark.isEmpty, remarks[label.field] == nil { remarks[label.field] = label.remark }
        if label.isTorn {
            // A bracket that is never closed may have swallowed a value.
            doubts[label.field, default: []].insert(line)
            unplaced.append(TableLine(number: line, cells: [label.remark], isTabular: false))
        }
    }

    /// `项目负责人：` and its like: a label that the contract does not know.
    private func isUnknownLabel(_ cell: Glyphs, column: Int, in line: TableLine, within field: DeclarationField?)
        -> Bool
    {
        guard let colon = cell.prefix(13).firstIndex(where: { Glyph.folded($0) == ":" }), colon >= 2,
            cell[..<colon].allSatisfy({
                Glyph.isIdeograph($0) || Glyph.isBlank($0) || ["(", ")", "/"].contains(Glyph.folded($0))
            })
        else { return false }
        let closesCell = colon == cell.count - 1
        // In a long text a clause may end with a colon; a cell of its own is a label.
        if field?.isLongText == true { return closesCell && line.isTabular && column + 1 < line.cells.count }
        return hasBegun && (closesCell && line.isTabular || cell.count <= 40 && !cell.contains("。"))
    }

    // MARK: Values

    /// Text without a label on its line: it continues what stands above.
    private mutating func proceed(_ text: Glyphs, column: Int, line: TableLine) {
        guard hasBegun else { return place(text, line: line, column: column, unplaced: false) }
        guard !isClaimed, let last = open.last else {
            return place(text, line: line, column: column, unplaced: true)
        }
        if open.count == 1 {
            if last.field.isClosed, fields[last.field]?.isEmpty == false {
                return place(text, line: line, column: column, unplaced: true)
            }
            return append(text, to: last.field, line: line.number)
        }
        if line.isTabular {
            let owner = open.last { $0.column <= column } ?? last
            return append(text, to: owner.field, line: line.number)
        }
        // Several labels above and no column to go by: a blank one, or else the last that text can continue.
        let blank = open.first { fields[$0.field]?.isEmpty == true }
        guard let owner = blank ?? open.last(where: { !$0.field.isClosed }) else {
            return place(text, line: line, column: column, unplaced: true)
        }
        append(text, to: owner.field, line: line.number)
        doubts[owner.field, default: []].insert(line.number)
    }

    private mutating func append(_ text: Glyphs, to field: DeclarationField, line: Int) {
        fields[field, default: CellText()].append(text, line: line)
    }

    private mutating func place(_ text: Glyphs, line: TableLine, column: Int, unplaced isUnplaced: Bool) {
        let part = TableLine(number: line.number, cells: [text], isTabular: line.isTabular)
        if isUnplaced {
            if let last = unplaced.last, last.number == line.number {
                unplaced[unplaced.count - 1].cells.append(text)
            } else {
                unplaced.append(part)
            }
        } else {
            notes.append(part)
        }
    }
}
