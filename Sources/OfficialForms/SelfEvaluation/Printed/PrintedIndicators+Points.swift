internal import BudgetPerformance
internal import Foundation

/// Points and score, which close a row.
extension PrintedIndicators {
    /// Points and score: the last two of a run of numbers on one line, or a number and a dash; or points alone, where what stands
    /// before and behind them is a row.
    func anchors() -> [(weight: Int, score: Int?)?] {
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
            if end < line.upperBound, CellContent.isVoid(fragments[end].text) { return (index, end) }
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
}
