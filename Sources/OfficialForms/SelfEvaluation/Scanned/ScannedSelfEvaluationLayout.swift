internal import BudgetPerformance
internal import Foundation

/// 项目支出绩效自评表 read from a scan (edition of 2021): cells separated by tabs, pages by blank lines.
struct ScannedSelfEvaluationLayout: TextLayout {
    func begins(at index: Int, in lines: [TextLine]) -> Bool {
        guard lines.indices.contains(index) else { return false }
        if Self.isHeader(at: index, in: lines) { return Self.titles(before: index, in: lines) == nil }
        guard Self.isTitle(lines[index].text) else { return false }
        for next in (index + 1)..<min(index + 6, lines.count) where Self.isHeader(at: next, in: lines) {
            return Self.titles(before: next, in: lines) == index
        }
        return false
    }

    func read(_ lines: ArraySlice<TextLine>) -> LayoutReading {
        let scanned = ScannedLine.scanned(lines)
        let parts = ScannedSections(scanned)
        var form = SelfEvaluation()
        var doubts = Doubts()
        var unplaced: [FormReading.UnplacedLine] = []
        func leave(_ lines: [ScannedLine]) {
            unplaced += lines.map { FormReading.UnplacedLine(line: $0.number, text: $0.text) }
        }
        let titles = parts.title.map(\.compact)
        form.title = titles.first { $0.contains("自评表") }
        leave(ScannedHeader.read(parts.header, into: &form, doubts: &doubts))
        leave(ScannedFunds.read(parts.funds, into: &form, doubts: &doubts))
        ScannedGoals.read(parts.goals, into: &form, doubts: &doubts)
        let table = ScannedIndicators.read(parts.indicators)
        form.indicators = table.indicators
        for field in table.doubts.fields { doubts.add(field.pointer, lines: field.lines) }
        unplaced += table.strays.map { FormReading.UnplacedLine(line: $0.line, text: $0.text) }
        if let total = parts.total {
            let values = total.cells.compactMap { CellContent.number($0) }
            form.totalWeight = PrintedNumber(values.count > 1 ? values[values.count - 2] : "")
            form.totalScore = PrintedNumber(values.last ?? "")
            if values.isEmpty { doubts.add("/totalScore", lines: [total.number]) }
        }
        InferredYear.fill(&form)
        let notes = parts.title.filter { !$0.compact.contains("自评表") } + parts.tail.filter { $0.compact.contains("注") }
        leave(parts.tail.filter { !$0.compact.contains("注") })
        var reading = LayoutReading(
            form: .selfEvaluation(form), notes: notes.map { CellContent.join($0.cells) }, unplaced: unplaced,
            lowConfidence: doubts.fields)
        reading.unplaced += Conservation.lost(lines, in: reading)
        reading.unplaced.sort { $0.line < $1.line }
        return reading
    }

    // MARK: Where a form begins

    private static func isTitle(_ text: String) -> Bool {
        guard text.utf8.count <= 150, CellContent.contains(text, "自") || CellContent.contains(text, "附")
        else { return false }
        let compact = CellContent.compact(text)
        return compact.hasPrefix("附件") && compact.count <= 30 || compact.contains("自评表") && compact.count <= 40
    }

    /// `项目名称` and `项目金额` or, on the next lines, `主管部门` in cells of their own.
    private static func isHeader(at index: Int, in lines: [TextLine]) -> Bool {
        guard beginsLikeHeader(lines[index].text), let line = cells(at: index, in: lines),
            ScannedHeader.hasLabel(.name, in: line)
        else { return false }
        if ScannedHeader.hasLabel(.amount, in: line) { return true }
        return (index + 1..<min(index + 4, lines.count)).contains { next in
            cells(at: next, in: lines).map { ScannedHeader.hasLabel(.supervisingDepartment, in: $0) } ?? false
        }
    }

    /// A cheap look at the first characters: `项目名称`, one of which may be misread.
    private static func beginsLikeHeader(_ text: String) -> Bool {
        var rest = "项目名称".unicodeScalars[...]
        var misread = 0
        for scalar in text.unicodeScalars where !CellContent.isBlank(scalar) {
            guard let expected = rest.popFirst() else { break }
            if expected != scalar { misread += 1 }
            if misread > 1 { return false }
        }
        return rest.isEmpty
    }

    private static func cells(at index: Int, in lines: [TextLine]) -> ScannedLine? {
        let text = lines[index].text
        guard text.utf8.count <= 2000, text.utf8.contains(9) else { return nil }
        return ScannedLine.scanned([lines[index]]).first
    }

    /// The first of the title lines directly above a header.
    private static func titles(before index: Int, in lines: [TextLine]) -> Int? {
        var first: Int?
        var line = index - 1
        while line >= 0, index - line <= 5 {
            let text = lines[line].text
            if isTitle(text) {
                first = line
            } else if !CellContent.compact(text).isEmpty {
                break
            }
            line -= 1
        }
        return first
    }
}
