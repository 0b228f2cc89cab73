internal import BudgetPerformance

/// 项目支出绩效自评表 printed from the budget system and extracted from the PDF (edition of 2023).
///
/// The extraction goes through the cells row by row from left to right and prints a wrapped cell line by line. Cell comments of the template
/// come at the end of each page.
struct PrintedSelfEvaluationLayout: TextLayout {
    func begins(at index: Int, in lines: [TextLine]) -> Bool {
        guard lines.indices.contains(index) else { return false }
        let text = lines[index].text
        if Self.isTitle(text) { return Self.hasHeader(after: index, in: lines) }
        guard Self.isHeader(text) else { return false }
        // A header line begins the form only where no title stands before it.
        var before = index - 1
        while before >= 0, CellContent.compact(lines[before].text).isEmpty { before -= 1 }
        if before >= 0, Self.isTitle(lines[before].text) { return false }
        return Self.hasYearOrFunds(after: index, in: lines)
    }

    func read(_ lines: ArraySlice<TextLine>) -> LayoutReading {
        let (table, comments) = TemplateComments.part(PrintedLine.printed(lines))
        let sections = PrintedSections(table)
        var form = SelfEvaluation()
        var doubts = Doubts()
        var unplaced: [PrintedLine] = []
        if !sections.title.isEmpty { form.title = CellContent.join(sections.title.map(\.compact)) }
        unplaced += PrintedHeader.read(sections.header, into: &form)
        unplaced += PrintedFunds.read(sections.funds, into: &form, doubts: &doubts)
        PrintedGoals.read(sections.goals, into: &form, doubts: &doubts)
        let indicators = PrintedIndicators.read(sections.indicators)
        form.indicators = indicators.indicators
        if !indicators.level1Weights.isEmpty { form.level1Weights = indicators.level1Weights }
        for field in indicators.doubts.fields { doubts.add(field.pointer, lines: field.lines) }
        let strays = Set(indicators.unplaced)
        unplaced += sections.indicators.filter { strays.contains($0.number) }
        if let total = sections.total {
            let values = total.words.dropFirst().map { PrintedNumber(CellContent.number($0) ?? "") }
            form.totalWeight = values.first ?? ""
            form.totalScore = values.count > 1 ? values[1] : ""
        }
        InferredYear.fill(&form)
        var notes = comments
        for line in sections.tail {
            if line.compact.hasPrefix("备注") || line.compact.hasPrefix("注：") || notes.last?.number == line.number - 1 {
                notes.append(line)
            } else {
                unplaced.append(line)
            }
        }
        notes.sort { $0.number < $1.number }
        var reading = LayoutReading(
            form: .selfEvaluation(form), notes: notes.map { $0.words.joined(separator: " ") },
            unplaced: Set(unplaced).map { FormReading.UnplacedLine(line: $0.number, text: $0.text) },
            lowConfidence: doubts.fields)
        reading.unplaced += Conservation.lost(lines, in: reading)
        reading.unplaced.sort { $0.line < $1.line }
        return reading
    }

    // MARK: Where a form begins

    private static func isTitle(_ text: String) -> Bool {
        guard text.utf8.count <= 150, !text.utf8.contains(9), CellContent.contains(text, "自评表") else { return false }
        let compact = CellContent.compact(text)
        return compact.hasSuffix("自评表") || compact.hasSuffix("自评表）") || compact.hasSuffix("自评表)")
    }

    private static func isHeader(_ text: String) -> Bool {
        guard text.utf8.count <= 600, !text.utf8.contains(9), CellContent.contains(text, "项目") else { return false }
        let compact = CellContent.compact(text)
        return compact.hasPrefix("项目编码：") || compact.hasPrefix("项目编码:") || compact.hasPrefix("项目名称：")
    }

    private static func hasHeader(after index: Int, in lines: [TextLine]) -> Bool {
        var printed = 0
        for line in lines[(index + 1)...].prefix(20) where !CellContent.compact(line.text).isEmpty {
            if isHeader(line.text) { return true }
            printed += 1
            if printed > 3 { return false }
        }
        return false
    }

    private static func hasYearOrFunds(after index: Int, in lines: [TextLine]) -> Bool {
        for line in lines[index...].prefix(40) {
            guard !line.text.utf8.contains(9) else { return false }
            let compact = CellContent.compact(line.text)
            if compact.contains("绩效自评年度") || compact.hasPrefix("资金使用情况") { return true }
        }
        return false
    }
}
