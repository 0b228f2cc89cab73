/// Finds where the cells of one row end: reason of the row before, 三级指标, 年度指标值, 实际完成值.
///
/// The extraction prints a row's cells from left to right, the lines of a wrapped cell one after another, and cells are
/// centred in both directions. It sets fragments of one height on one line. It begins a new line where the height changes, with
/// a blank line before it where the row is far away, or where the line above, not itself the first after a blank line, begins
/// at another distance from the left. Each way to cut is judged by these rules, by the widths of the columns and by
/// what targets and actual values look like.
struct RowCutter: Sendable {
    var widths: ColumnWidths

    struct Cut: Sendable, Hashable {
        /// Where the reason of the row before ends.
        var reasonEnd: Int
        /// Where 三级指标 ends.
        var nameEnd: Int
        /// Where 年度指标值 ends; 实际完成值 goes to the end.
        var targetEnd: Int
        var score: Double
        /// By how much the score beats that of the next best way to cut.
        var margin: Double = 0
    }

    /// What is known of the reason of the row before.
    enum Reason: Sendable, Hashable {
        /// There is none.
        case none
        /// The first fragments, at least so many, may be one. `isExpected`: the row before lost points.
        case possible(atLeast: Int, isExpected: Bool)
    }

    /// A row of more fragments is looked at only near its beginning.
    private static let longest = 32
    /// A row of more fragments is no row.
    private static let unreadable = 96

    /// The best cut of `row`, whose last fragment stands before `weight` (the fragment with the points), where there is one.
    func cut(_ row: ArraySlice<PrintedFragment>, in all: [PrintedFragment], weight: Int?, reason: Reason) -> Cut {
        let start = row.startIndex
        let end = row.endIndex
        var best = Cut(reasonEnd: start, nameEnd: end, targetEnd: end, score: -.infinity)
        guard row.count <= Self.unreadable else { return best }
        var reasonEnds = start...start
        var isExpected = false
        if case .possible(let atLeast, let expected) = reason {
            let first = min(start + atLeast, end)
            reasonEnds = first...max(first, end - 1)
            isExpected = expected
        }
        let isLong = row.count > Self.longest
        if isLong { reasonEnds = reasonEnds.lowerBound...reasonEnds.lowerBound }
        // What follows a name does not depend on what stands before it: find the best of each once.
        var second = -Double.infinity
        let actuals = (start...end).map { actual(from: $0, to: end, all, weight: weight) }
        var tails: [[Tail]?] = Array(repeating: nil, count: row.count + 1)
        for reasonEnd in reasonEnds where reasonEnd <= end {
            let reasonScore = score(reasonIn: start..<reasonEnd, all, isExpected: isExpected)
            let lastName = isLong ? min(reasonEnd + 14, end) : end
            for nameEnd in min(reasonEnd + 1, end)...lastName {
                let name = reasonEnd..<nameEnd
                let nameScore = reasonScore + cellScore(name, .name, "", all)
                let found =
                    tails[nameEnd - start]
                    ?? self.tails(from: nameEnd, to: end, all, weight: weight, actuals: actuals[(nameEnd - start)...])
                tails[nameEnd - start] = found
                for tail in found {
                    let next = tail.targetEnd > nameEnd ? nameEnd..<tail.targetEnd : tail.targetEnd..<end
                    let total = nameScore + tail.score + joint(name, next.isEmpty ? nil : next, weight: weight, all)
                    if total > best.score {
                        second = best.score
                        best = Cut(reasonEnd: reasonEnd, nameEnd: nameEnd, targetEnd: tail.targetEnd, score: total)
                    } else if total > second {
                        second = total
                    }
                }
            }
        }
        best.margin = best.score - second
        return best
    }

    /// What follows a name.
    private struct Tail {
        var targetEnd: Int
        var score: Double
    }

    /// An actual value that goes to the end of the row.
    private struct Actual {
        var text: String
        var score: Double
        var range: Range<Int>
    }

    private func actual(from start: Int, to end: Int, _ all: [PrintedFragment], weight: Int?) -> Actual {
        let range = start..<end
        let text = join(range, all)
        var score = cellScore(range, .actual, text, all)
        if !range.isEmpty { score += joint(range, nil, weight: weight, all) }
        return Actual(text: text, score: score, range: range)
    }

    /// Every way to divide what follows a name into target and actual value.
    private func tails(
        from nameEnd: Int, to end: Int, _ all: [PrintedFragment], weight: Int?, actuals: ArraySlice<Actual>
    ) -> [Tail] {
        let lastTarget = end - nameEnd > Self.longest ? min(nameEnd + 14, end) : end
        return actuals.prefix(lastTarget - nameEnd + 1).map { actual in
            let target = nameEnd..<actual.range.lowerBound
            let text = join(target, all)
            var score = cellScore(target, .target, text, all) + actual.score
            if !target.isEmpty {
                if !actual.range.isEmpty { score += TargetText.likeness(of: text, and: actual.text) }
                score += joint(target, actual.range.isEmpty ? nil : actual.range, weight: weight, all)
            }
            return Tail(targetEnd: target.upperBound, score: score)
        }
    }

    private func join(_ range: Range<Int>, _ all: [PrintedFragment]) -> String {
        range.count == 1 ? all[range.lowerBound].text : CellContent.join(all[range].lazy.map(\.text))
    }

    // MARK: One cell

    private func score(reasonIn range: Range<Int>, _ all: [PrintedFragment], isExpected: Bool) -> Double {
        guard let first = range.first else {
            return (isExpected ? -0.5 : 0) + rowStart(at: range.lowerBound, all)
        }
        var score = isExpected ? 0.5 : -2.5
        score += wrapScore(range, .reason, all)
        if all[first].traits.beginsWithComparator { score -= 2 }
        if first > 0 {
            let lines = Set(range.map { all[$0].lineStart }.filter { $0 >= first }).count
            score += stepScore(from: (1, first - 1), to: first, lines: max(lines, 1), all)
        }
        return score + rowStart(at: range.upperBound, all)
    }

    /// Whether a row may begin at a fragment: to the left of and lower down than what stands before it.
    private func rowStart(at index: Int, _ all: [PrintedFragment]) -> Double {
        guard index > 0, index < all.count else { return 0 }
        switch all[index].gap {
        case .blank: return all[index - 1].traits.isHeadingWord ? 0 : -12
        case .line: return all[index - 1].lineBeginsParagraph ? -2 : -5
        case .paragraph, .page: return 0.5
        }
    }

    private func cellScore(_ range: Range<Int>, _ column: Column, _ text: String, _ all: [PrintedFragment]) -> Double {
        guard let first = range.first else {
            return column == .name ? -12 : column == .target ? -7 : -3.5
        }
        let last = range.upperBound - 1
        var score = wrapScore(range, column, all)
        switch column {
        case .name:
            if all[first].traits.beginsWithComparator { score -= 4 }
            // Names are short: the template allows 40 characters.
            var length = 0.0
            for index in range {
                length += all[index].width
                if index != first, all[index].traits.isPlain { score -= 2 }
                // Names are no sentences: this is the end of a reason, or of a value.
                if all[index].traits.endsSentence { score -= 3 }
            }
            if length > 24 { score -= min((length - 24) * 0.15, 6) }
            if all[first].traits.isPlain { score -= range.count == 1 ? 4 : 2 }
            if all[last].traits.endsLikeName { score += 1.5 }
        case .target: score += TargetText.likeness(text)
        case .actual: if TargetText.isPlain(text) { score += 1.5 }
        case .reason: break
        }
        for index in range {
            guard let item = all[index].traits.listItem else { continue }
            // A list begins a cell and goes on in it.
            if index == first { score += item == 1 ? 1 : -4 } else if item == 1 { score -= 4 } else { score += 0.5 }
        }
        if all[last].traits.isOpen { score -= last == first || column != .name ? 7 : 3 }
        if column != .name, range.count == 1, all[first].traits.isTooShort { score -= 3 }
        if range.upperBound < all.count, all[last].traits.isCutFromUnit { score -= 2 }
        for index in range.dropFirst() where all[index].traits.beginsWithComparator {
            score -= all[index].traits.isPlain && !all[index - 1].traits.beginsWithComparator ? 3.5 : 2
        }
        return score
    }

    /// Whether the fragments of the cell follow each other as the lines of one cell do.
    private func wrapScore(_ range: Range<Int>, _ column: Column, _ all: [PrintedFragment]) -> Double {
        guard let first = range.first else { return 0 }
        let limit = widths[column]
        var score = 0.0
        var lineWidth = all[first].width
        if lineWidth > limit + 0.6 { score -= 3 }
        for index in range.dropFirst() {
            let width = all[index].width
            let before = all[index - 1].traits
            guard all[index].leadsLine else {
                lineWidth += width + 0.5
                score -= before.isOpen ? 0.5 : column == .reason || before.mayBlankFollow ? 2.5 : 4.5
                if lineWidth > limit + 0.6 { score -= 8 }
                continue
            }
            let slack = limit - lineWidth - all[index].traits.leadingUnitWidth
            if slack >= 0.5, (all[index].traits.listItem ?? 0) > 1 {
                score -= 0.25
            } else if slack >= 0.5 {
                score -= before.endsClause ? 3 : min(4 + slack, 7)
            } else {
                score += 1
            }
            score += followScore(index, cellStart: range.lowerBound, lineWidth: lineWidth, all)
            lineWidth = width
        }
        if lineWidth > limit + 0.6, range.count > 1 { score -= 3 }
        // That a cell ends just where its line is full is a rare chance.
        if column != .reason, lineWidth > limit - 0.75 { score -= 0.75 }
        return score
    }

    /// Whether the blank line before a further line of a cell is there, or not, as the extraction sets it.
    private func followScore(_ index: Int, cellStart: Int, lineWidth: Double, _ all: [PrintedFragment]) -> Double {
        let gap = all[index].gap
        if gap == .page { return -1 }
        let isBlank = gap == .paragraph
        let beginsParagraph = all[index - 1].lineBeginsParagraph
        if all[index - 1].lineStart >= cellStart {
            let shift = (lineWidth - all[index].width) / 2
            if beginsParagraph { return isBlank ? -6 : 0.5 }
            if isBlank { return abs(shift) <= 0.25 ? -5 : 0 }
            return abs(shift) <= 0.5 ? 1 : abs(shift) >= 1 ? -1.5 : 0
        }
        if beginsParagraph { return isBlank ? -4 : 0.5 }
        return isBlank ? 0 : -4
    }

    // MARK: Cell to cell

    /// Whether lines break, and blank lines stand, between a cell and the next, or the points, as their heights in the row say.
    private func joint(_ cell: Range<Int>, _ next: Range<Int>?, weight: Int?, _ all: [PrintedFragment]) -> Double {
        guard let last = cell.last else { return 0 }
        let above = (lines: lineCount(cell, all), last: last)
        if let next, let first = next.first {
            return stepScore(from: above, to: first, lines: lineCount(next, all), all)
        }
        guard let weight else { return 0 }
        return stepScore(from: above, to: weight, lines: 1, all)
    }

    private func lineCount(_ cell: Range<Int>, _ all: [PrintedFragment]) -> Int {
        var count = 0
        for index in cell where index == cell.lowerBound || all[index].leadsLine { count += 1 }
        return count
    }

    private func stepScore(from above: (lines: Int, last: Int), to first: Int, lines: Int, _ all: [PrintedFragment])
        -> Double
    {
        // Heights in lines: the last line of the one cell and the first of the next, both centred in the row.
        let rise = Double(above.lines - 1) / 2 + Double(lines - 1) / 2
        let beginsParagraph = all[above.last].lineBeginsParagraph
        switch all[first].gap {
        case .blank: return rise <= 0.5 ? 0.5 : -5
        case .line:
            let level = rise == 0 ? -1.75 : 0
            return level + (beginsParagraph ? (rise >= 2.5 ? -1 : 0) : -4.5)
        case .paragraph:
            let level = rise == 0 ? -1.75 : 0
            return level + (beginsParagraph && rise < 1.5 ? -3 : 0)
        case .page: return -1
        }
    }
}
