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
        if form.year == nil, let year = Self.year(in: form) {
            form.year = year
            form.yearSource = .inferred
        }
        let notes = parts.title.filter { !$0.compact.contains("自评表") } + parts.tail.filter { $0.compact.contains("注") }
        leave(parts.tail.filter { !$0.compact.contains("注") })
        unplaced.sort { $0.line < $1.line }
        return LayoutReading(
            form: .selfEvaluation(form), notes: notes.map { CellContent.join($0.cells) }, unplaced: unplaced,
            lowConfidence: doubts.fields)
    }

    /// The year of which the texts speak most often.
    private static func year(in form: SelfEvaluation) -> Int? {
        var counts: [Int: Int] = [:]
        let goals = [form.projectName, form.expectedGoal, form.actualCompletion].compactMap { $0 }
        let rows = form.indicators.flatMap { [$0.level3, $0.target, $0.actual, $0.deviationReason ?? ""] }
        for text in goals + rows {
            let scalars = Array(text.unicodeScalars)
            for index in scalars.indices.dropFirst(4) where scalars[index] == "年" {
                let digits = scalars[(index - 4)..<index]
                guard digits.allSatisfy(CellContent.isDigit), index < 5 || !CellContent.isDigit(scalars[index - 5]),
                    let year = Int(String(String.UnicodeScalarView(digits))), (2000...2099).contains(year)
                else { continue }
                counts[year, default: 0] += 1
            }
        }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    // MARK: Where a form begins

    private static func isTitle(_ text: String) -> Bool {
        guard text.utf8.count <= 150, !text.isEmpty else { return false }
        let compact = CellContent.compact(text)
        return compact.hasPrefix("附件") && compact.count <= 30 || compact.contains("自评表") && compact.count <= 40
    }

    /// `项目名称` and `项目金额` or, on the next lines, `主管部门` in cells of their own.
    private static func isHeader(at index: Int, in lines: [TextLine]) -> Bool {
        guard let line = cells(at: index, in: lines), ScannedHeader.hasLabel(.name, in: line) else { return false }
        if ScannedHeader.hasLabel(.amount, in: line) { return true }
        return (index + 1..<min(index + 4, lines.count)).contains { next in
            cells(at: next, in: lines).map { ScannedHeader.hasLabel(.supervisingDepartment, in: $0) } ?? false
        }
    }

    private static func cells(at index: Int, in lines: [TextLine]) -> ScannedLine? {
        let text = lines[index].text
        guard text.utf8.contains(9), text.utf8.count <= 2000 else { return nil }
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
