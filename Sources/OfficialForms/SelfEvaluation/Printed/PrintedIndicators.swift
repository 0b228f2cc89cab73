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

    private enum Heading { case level1(IndicatorHeading.Level1), level2(String), side }

    private let fragments: [PrintedFragment]

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
        return TargetText.likeness(CellText.join(target.map { fragments[$0].text })) >= 2.5 && cut.score > 0
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
        if words.allSatisfy(CellText.isVoid) { return }
        let last = result.indicators.count - 1
        result.indicators[last].deviationReason = CellText.join(
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
        let texts = parts.map { part in CellText.join(part.map { fragments[$0].text }) }
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

    // MARK: Anchors and headings

    /// Points and score: the last two of a run of numbers on one line, or a number and a dash; or points alone, where what stands
    /// before and behind them is a row.
    private func anchors() -> [(weight: Int, score: Int?)?] {
        var result: [(weight: Int, score: Int?)?] = []
        var line = 0
        var rowStart = 0
        while line < fragments.count {
            var end = line + 1
            while end < fragments.count, !fragments[end].leadsLine { end += 1 }
            if let found = pair(in: line..<end), isTargetWithPoints(found, rowStart) {
                result.append((found.1, nil))
                rowStart = end
            } else if let found = pair(in: line..<end) {
                let isOnlyNumbers = pureNumbers(from: end) == 2
                if !(isOnlyNumbers && found.1 == end - 1 && fragments[end].gap != .page) {
                    result.append((found.0, found.1))
                    rowStart = end
                }
            } else if fragments[end - 1].value != nil, closesRow(rowStart..<end - 1), beginsRow(at: end) {
                result.append((end - 1, nil))
                rowStart = end
            }
            line = end
        }
        return result
    }

    /// Whether two numbers are a bare target and points, without a score: a score above its points in a row that has no target.
    private func isTargetWithPoints(_ pair: (Int, Int), _ rowStart: Int) -> Bool {
        guard let first = PrintedNumber(fragments[pair.0].value ?? "").decimal,
            let second = PrintedNumber(fragments[pair.1].value ?? "").decimal, second > first
        else { return false }
        return !(rowStart..<pair.0).contains { TargetText.likeness(fragments[$0].text) >= 1 }
            && fragments[rowStart..<pair.0].last?.text != IndicatorTree.notApplicable
    }

    /// Whether a number behind the fragments can be the points of a row that prints no score.
    private func closesRow(_ body: Range<Int>) -> Bool {
        guard let last = body.last else { return false }
        let points = PrintedNumber(fragments[body.upperBound].value ?? "").decimal ?? 1000
        guard points <= 60 else { return false }
        if fragments[last].text == IndicatorTree.notApplicable { return true }
        guard body.count >= 2, fragments[last].value == nil else { return false }
        return TargetText.likeness(fragments[last].text) >= 0.75 || !fragments[body.upperBound].leadsLine
            || (body.upperBound + 1 < fragments.count
                && heading(at: body.upperBound + 1, level1: "", limit: fragments.count) != nil)
    }

    private func beginsRow(at index: Int) -> Bool {
        guard index < fragments.count else { return true }
        if heading(at: index, level1: "", limit: fragments.count) != nil { return true }
        guard fragments[index].gap != .line else { return false }
        // Up to the next points there must be more than one cell.
        var next = index
        while next < fragments.count, fragments[next].value == nil { next += 1 }
        return next - index >= 2
    }

    private func pair(in line: Range<Int>) -> (Int, Int)? {
        var index = line.lowerBound
        while index < line.upperBound {
            guard fragments[index].value != nil else {
                index += 1
                continue
            }
            var end = index
            while end < line.upperBound, fragments[end].value != nil { end += 1 }
            if end - index >= 2 { return (end - 2, end - 1) }
            if end < line.upperBound, CellText.isVoid(fragments[end].text) { return (index, end) }
            index = end
        }
        return nil
    }

    /// How many numbers a line has that is nothing but numbers.
    private func pureNumbers(from start: Int) -> Int {
        var index = start
        while index < fragments.count, index == start || !fragments[index].leadsLine {
            if fragments[index].value == nil { return 0 }
            index += 1
        }
        return index - start
    }

    /// A heading that begins at a fragment, and the fragment after it. Headings stand at the left: at the beginning of a line after
    /// a blank line, or behind another heading.
    private func heading(at index: Int, level1: String, limit: Int) -> (Heading, next: Int)? {
        let fragment = fragments[index]
        let isAtLeft =
            fragment.leadsLine
            ? fragment.lineBeginsParagraph || followsPoints(index) || hasPoints(index, limit: limit)
            : followsHeading(index, level1: level1)
        if PrintedSections.isIndicatorsHead(fragment.text), fragment.leadsLine { return (.side, index + 1) }
        guard isAtLeft else { return nil }
        var text = ""
        for count in 0..<3 where index + count < limit {
            let part = fragments[index + count]
            text += part.text
            var found = IndicatorHeading.level1(text)
            var next = index + count + 1
            if found != nil, found?.weight == nil, next < limit, let points = IndicatorHeading.points(fragments[next].text) {
                found?.weight = points
                next += 1
            }
            let second = IndicatorHeading.level2(text)
            if let found, isLevel1(found, before: next, second: second, level1: level1, limit: limit) {
                return (.level1(found), next)
            }
            if let second { return (.level2(second), index + count + 1) }
            guard IndicatorHeading.beginsLevel2(text), part.width >= 3 else { return nil }
        }
        return nil
    }

    private func isLevel1(
        _ found: IndicatorHeading.Level1, before next: Int, second: String?, level1: String, limit: Int
    ) -> Bool {
        if found.weight != nil || second == nil { return true }
        // 满意度指标 and 成本指标 are names of both levels.
        if found.name == level1 { return false }
        guard next < limit else { return false }
        if let name = IndicatorHeading.level2(fragments[next].text) {
            return IndicatorHeading.group(ofLevel2: name) == found.name
        }
        return IndicatorHeading.beginsLevel2(fragments[next].text) && fragments[next].width >= 4
            && found.name != IndicatorTree.Level2.cost.rawValue
    }

    private func followsPoints(_ index: Int) -> Bool { index > 0 && fragments[index - 1].value != nil }

    private func hasPoints(_ index: Int, limit: Int) -> Bool {
        if IndicatorHeading.level1(fragments[index].text)?.weight != nil { return true }
        return index + 1 < limit && IndicatorHeading.level1(fragments[index].text) != nil
            && IndicatorHeading.points(fragments[index + 1].text) != nil
    }

    private func followsHeading(_ index: Int, level1: String) -> Bool {
        guard index > 0 else { return true }
        return Self.isHeadingWord(fragments[index - 1].text)
    }

    /// Whether a word is, or ends, a heading.
    static func isHeadingWord(_ word: String) -> Bool {
        IndicatorHeading.level1(word) != nil || IndicatorHeading.level2(word) != nil
            || PrintedSections.isIndicatorsHead(word) || IndicatorHeading.points(word) != nil
    }
}
