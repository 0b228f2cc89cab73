internal import BudgetPerformance
internal import Foundation

/// Reads the indicator table: points and score on one line close a row, headings open a group, cells are cut between them.
struct PrintedIndicators: Sendable {
    struct Result: Sendable {
        var indicators: [EvaluatedIndicator] = []
        var level1Weights: [String: PrintedNumber] = [:]
        var doubts = Doubts()
        var unplaced: [Int] = []
    }

    /// A row as found: its heading and the fragments of its cells.
    private struct Row {
        var level1: String
        var level2: String
        var body: Range<Int>
        var points: (weight: Int, score: Int?)?
        var reason: [Int] = []
    }

    /// A heading of the first or second level, or the one at the side of the table.
    enum Heading { case level1(IndicatorHeading.Level1), level2(String), side }

    let fragments: [PrintedFragment]

    /// Takes the lines below the head of the indicator table.
    static func read(_ lines: [PrintedLine]) -> Result {
        let fragments = PrintedFragment.fragments(of: IndicatorHead.removed(from: lines))
        return PrintedIndicators(fragments: fragments).read()
    }

    private func read() -> Result {
        var widths = ColumnWidths(of: fragments)
        var result = Result()
        for pass in 0..<2 {
            var cells: [(column: Column, lines: [Double])] = []
            result = rows(RowCutter(widths: widths), cells: &cells)
            if pass == 0 {
                let before = widths
                widths.learn(cells)
                if widths == before { break }
            }
        }
        return result
    }

    // MARK: Rows

    private func rows(_ cutter: RowCutter, cells: inout [(column: Column, lines: [Double])]) -> Result {
        var result = Result()
        var level1 = ""
        var level2 = ""
        var start = 0
        var reason = RowCutter.Reason.none
        for anchor in anchors() + [nil] {
            let end = anchor?.weight ?? fragments.count
            // What stands before a heading belongs to the row before, or is a row without points.
            var textStart = start
            var index = start
            var isFirstPart = true
            func close(at textEnd: Int, points: (weight: Int, score: Int?)?) {
                let text = textStart..<textEnd
                guard !text.isEmpty || points != nil else { return }
                var row = Row(level1: level1, level2: level2, body: text, points: points)
                if isFirstPart, points == nil, case .possible = reason, !isRow(text, cutter) {
                    add(reason: text, to: &result)
                    cells.append((.reason, lineWidths(text)))
                    return
                }
                append(&row, isFirstPart ? reason : .none, cutter, &result, &cells)
            }
            while index < end {
                guard let (heading, next) = heading(at: index, level1: level1, limit: end) else {
                    index += 1
                    continue
                }
                close(at: index, points: nil)
                switch heading {
                case .level1(let found):
                    if found.name != level1 { level2 = "" }
                    level1 = found.name
                    if let points = found.weight { result.level1Weights[level1] = points }
                case .level2(let name):
                    level2 = name
                    if level1.isEmpty { level1 = IndicatorHeading.group(ofLevel2: name) }
                case .side: break
                }
                isFirstPart = false
                index = next
                textStart = next
            }
            if let anchor {
                close(at: end, points: (anchor.weight, anchor.score))
                start = (anchor.score ?? anchor.weight) + 1
                reason = reasonAfter(anchor)
            } else {
                close(at: end, points: nil)
            }
        }
        return result
    }

    /// Whether text without points is a row of its own rather than a reason.
    private func isRow(_ text: Range<Int>, _ cutter: RowCutter) -> Bool {
        guard let first = text.first, fragments[first].gap != .blank else { return false }
        if fragments[first].text == IndicatorTree.notApplicable { return true }
        let cut = cutter.cut(fragments[text], in: fragments, weight: nil, reason: .none)
        let target = cut.nameEnd..<cut.targetEnd
        guard !target.isEmpty, cut.targetEnd < text.upperBound else { return false }
        return TargetText.likeness(CellContent.join(target.map { fragments[$0].text })) >= 2.5 && cut.score > 0
    }

    private func reasonAfter(_ anchor: (weight: Int, score: Int?)) -> RowCutter.Reason {
        guard let score = anchor.score else { return .possible(atLeast: 0, isExpected: false) }
        let sameLine = fragments[(score + 1)...].prefix { !$0.leadsLine }.count
        let weight = PrintedNumber(fragments[anchor.weight].value ?? "").decimal ?? 0
        let points = PrintedNumber(fragments[score].value ?? "").decimal ?? 0
        return .possible(atLeast: sameLine, isExpected: points < weight || sameLine > 0)
    }

    private func add(reason text: Range<Int>, to result: inout Result) {
        guard !result.indicators.isEmpty else {
            result.unplaced += text.map { fragments[$0].number }
            return
        }
        let words = text.map { fragments[$0].text }
        if words.allSatisfy(CellContent.isVoid) { return }
        let last = result.indicators.count - 1
        result.indicators[last].deviationReason = CellContent.join(
            [result.indicators[last].deviationReason ?? ""] + words)
    }

    private func append(
        _ row: inout Row, _ reason: RowCutter.Reason, _ cutter: RowCutter, _ result: inout Result,
        _ cells: inout [(column: Column, lines: [Double])]
    ) {
        let cut = cutter.cut(fragments[row.body], in: fragments, weight: row.points?.weight, reason: reason)
        let reasonText = row.body.lowerBound..<cut.reasonEnd
        if !reasonText.isEmpty { add(reason: reasonText, to: &result) }
        var parts = [
            cut.reasonEnd..<cut.nameEnd, cut.nameEnd..<cut.targetEnd, cut.targetEnd..<row.body.upperBound,
        ]
        let body = cut.reasonEnd..<row.body.upperBound
        if let first = body.first, fragments[first].text == IndicatorTree.notApplicable {
            // 不适用 alone, or once for each cell.
            let end = body.upperBound
            parts = [first..<first + 1, min(first + 1, end)..<min(first + 2, end), min(first + 2, end)..<end]
        }
        let texts = parts.map { part in CellContent.join(part.map { fragments[$0].text }) }
        var indicator = EvaluatedIndicator(
            level1: row.level1, level2: row.level2, level3: texts[0], target: texts[1], actual: texts[2])
        if let points = row.points {
            indicator.weight = PrintedNumber(fragments[points.weight].value ?? "")
            indicator.score = PrintedNumber(points.score.flatMap { fragments[$0].value } ?? "")
        }
        let isApplicable = texts[0] != IndicatorTree.notApplicable
        if isApplicable, cut.margin < 1 || cut.score < -3 || row.points == nil {
            let pointer = "/indicators/\(result.indicators.count)"
            let lines = row.body.map { fragments[$0].number }
            for field in ["level3", "target", "actual"] { result.doubts.add("\(pointer)/\(field)", lines: lines) }
            if row.points == nil { result.doubts.add("\(pointer)/weight", lines: lines) }
        }
        if cut.margin >= 1 {
            cells.append((.reason, lineWidths(reasonText)))
            for (column, part) in zip([Column.name, .target, .actual], parts) {
                cells.append((column, lineWidths(part)))
            }
        }
        result.indicators.append(indicator)
    }

    /// The widths of the lines that a cell takes.
    private func lineWidths(_ cell: Range<Int>) -> [Double] {
        var widths: [Double] = []
        for index in cell {
            if index == cell.lowerBound || fragments[index].leadsLine {
                widths.append(fragments[index].width)
            } else {
                widths[widths.count - 1] += fragments[index].width + 0.5
            }
        }
        return widths
    }
}
