internal import BudgetPerformance

/// Reads one declaration: its head, its table, and what is printed around them.
struct DeclarationScan: Sendable {
    private enum Phase { case head, table, tail }

    private let lines: [TableLine]
    private let lastLine: Int
    private var title: Glyphs?
    private var head = HeaderScan()
    private var table = IndicatorScan()
    private var templateNote = CellText()
    private var notes: [(line: Int, text: String)] = []
    private var unplaced: [FormReading.UnplacedLine] = []

    init(_ text: ArraySlice<TextLine>) {
        lines = WrappedNames.mended(text.map(TableLine.init))
        table = IndicatorScan(widthsOf: lines)
        lastLine = lines.last { !$0.isBlank }?.number ?? 0
    }

    /// The form, with everything that is doubtful or could not be placed.
    mutating func reading() -> LayoutReading {
        var phase = Phase.head
        var afterGap = true
        let lastRow = lines.lastIndex { IndicatorScan.opens(at: $0) } ?? -1
        for (index, line) in lines.enumerated() {
            if line.isBlank {
                afterGap = true
                continue
            }
            defer { afterGap = false }
            if takeFurniture(line, at: index, afterGap: afterGap, phase: phase) { continue }
            switch phase {
            case .head:
                if IndicatorScan.opens(at: line), head.hasBegun || index > 0 {
                    phase = .table
                    table.take(line, afterGap: afterGap, isFollowedByRows: index < lastRow)
                } else {
                    head.take(line)
                }
            case .table, .tail:
                if let note = Self.templateNote(line) {
                    templateNote.append(note, line: line.number)
                    if index > lastRow { phase = .tail }
                } else if phase == .table || index <= lastRow {
                    if Self.isSignature(line) {
                        notes.append((line.number, line.text))
                    } else {
                        table.take(line, afterGap: afterGap, isFollowedByRows: index < lastRow)
                    }
                } else if !afterGap, line.bareText != nil, !Self.isSignature(line) {
                    templateNote.append(line.cells[0], line: line.number)
                } else {
                    notes.append((line.number, line.text))
                }
            }
        }
        table.finish()
        return assembled()
    }

    // MARK: Around the fields

    /// Titles, page numbers and comments of the template; a title at the top of a later page is told as a note.
    private mutating func takeFurniture(_ line: TableLine, at index: Int, afterGap: Bool, phase: Phase) -> Bool {
        guard let text = line.bareText else { return false }
        if DeclarationMark(line.text) == .title {
            if title == nil, !head.hasBegun { title = text } else { notes.append((line.number, line.text)) }
            return true
        }
        let endsBlock = index + 1 >= lines.count || lines[index + 1].isBlank
        if PageFurniture.isFurniture(text)
            || afterGap && endsBlock && (phase == .head ? head.isWithinText : table.isBetweenRows)
                && PageFurniture.isPageNumber(text.folded, bareNumbers: true)
        {
            notes.append((line.number, line.text))
            return true
        }
        return false
    }

    /// `备注：…` of the template below the table.
    private static func templateNote(_ line: TableLine) -> Glyphs? {
        guard let cell = line.cells.first(where: { !$0.isEmpty }) else { return nil }
        let folded = cell.prefix(6).filter { !Glyph.isBlank($0) }.map(Glyph.folded)
        for name in ["备注", "注", "填表说明", "说明"] {
            let glyphs = Glyphs(name)
            if folded.starts(with: glyphs), folded.count > glyphs.count, folded[glyphs.count] == ":" {
                return Glyphs(line.cells.filter { !$0.isEmpty }.joined(separator: [" "]))
            }
        }
        return nil
    }

    /// `填报人：…`, `联系电话：…` below a table.
    private static func isSignature(_ line: TableLine) -> Bool {
        guard let cell = line.cells.first(where: { !$0.isEmpty }) else { return false }
        let folded = cell.prefix(16).filter { !Glyph.isBlank($0) }.map(Glyph.folded)
        guard let colon = folded.firstIndex(of: ":") else { return false }
        let label = Glyphs(folded[..<colon]).string
        return [
            "填报人", "填表人", "经办人", "审核人", "负责人", "联系人", "联系电话", "填报日期", "填表日期", "填报时间", "填报单位", "单位负责人",
            "财务负责人", "项目负责人", "制表人", "制表", "复核人", "打印日期", "打印时间", "填报单位(盖章)", "单位盖章",
        ].contains(label)
    }

    // MARK: The form

    private mutating func assembled() -> LayoutReading {
        var values = DeclarationValues(head: head)
        values.declaration.title = title.map { CellText.joined($0).string }
        let note = CellText.joined(templateNote.glyphs).string
        if !note.isEmpty { values.declaration.templateNote = note }
        values.takeRows(table.rows, lastLine: lastLine)
        let printedNotes = (notes + (head.notes + table.notes).map { ($0.number, $0.text) }).sorted {
            $0.line < $1.line
        }
        let leftOver =
            unplaced + values.unplaced
            + (head.unplaced + table.unplaced).map { FormReading.UnplacedLine(line: $0.number, text: $0.text) }
        return LayoutReading(
            form: .declaration(values.declaration), notes: printedNotes.map(\.text),
            unplaced: leftOver.sorted { $0.line < $1.line }, lowConfidence: values.doubts)
    }
}
