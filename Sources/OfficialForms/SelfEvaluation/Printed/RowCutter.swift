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

    private static let longest = 28

    /// The best cut of `row`, whose last fragment stands before `weight` (the fragment with the points), where there is one.
    func cut(_ row: ArraySlice<PrintedFragment>, in all: [PrintedFragment], weight: Int?, reason: Reason) -> Cut {
        let start = row.startIndex
        let end = row.endIndex
        var reasonEnds = start...start
        var isExpected = false
        if case .possible(let atLeast, let expected) = reason {
            let first = min(start + atLeast, end)
            reasonEnds = first...max(first, end - 1)
            isExpected = expected
        }
        if row.count > Self.longest { reasonEnds = reasonEnds.lowerBound...reasonEnds.lowerBound }
        var best = Cut(reasonEnd: start, nameEnd: end, targetEnd: end, score: -.infinity)
        var second = -Double.infinity
        for reasonEnd in reasonEnds where reasonEnd <= end {
            let reasonScore = score(reasonIn: start..<reasonEnd, all, isExpected: isExpected)
            for nameEnd in min(reasonEnd + 1, end)...end {
                let nameScore = cellScore(reasonEnd..<nameEnd, .name, all)
                for targetEnd in nameEnd...end {
                    let cells = [reasonEnd..<nameEnd, nameEnd..<targetEnd, targetEnd..<end]
                    var total = reasonScore + nameScore
                    total += cellScore(cells[1], .target, all) + cellScore(cells[2], .actual, all)
                    total += placeScore(cells, all, weight: weight)
                    total += likeness(cells[1], cells[2], all)
                    if total > best.score {
                        second = best.score
                        best = Cut(reasonEnd: reasonEnd, nameEnd: nameEnd, targetEnd: targetEnd, score: total)
                    } else if total > second {
                        second = total
                    }
                }
            }
        }
        best.margin = best.score - second
        return best
    }

    // MARK: One cell

    private func score(reasonIn range: Range<Int>, _ all: [PrintedFragment], isExpected: Bool) -> Double {
        guard let first = range.first else {
            return (isExpected ? -0.5 : 0) + rowStart(at: range.lowerBound, all)
        }
        var score = isExpected ? 0.5 : -2.5
        score += wrapScore(range, .reason, all)
        if CellContent.beginsWithComparator(all[first].text) { score -= 2 }
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
        case .blank: return PrintedIndicators.isHeadingWord(all[index - 1].text) ? 0 : -12
        case .line: return all[index - 1].lineBeginsParagraph ? -2 : -5
        case .paragraph, .page: return 0.5
        }
    }

    private func cellScore(_ range: Range<Int>, _ column: Column, _ all: [PrintedFragment]) -> Double {
        guard let first = range.first else {
            return column == .name ? -12 : column == .target ? -7 : -3.5
        }
        var score = wrapScore(range, column, all)
        switch column {
        case .name:
            if CellContent.beginsWithComparator(all[first].text) { score -= 4 }
            // Names are short: the template allows 40 characters.
            let length = range.reduce(0) { $0 + all[$1].width }
            if length > 24 { score -= min((length - 24) * 0.15, 6) }
            if TargetText.isPlain(all[first].text) { score -= range.count == 1 ? 4 : 2 }
            if let last = range.last, TargetText.endsLikeName(all[last].text) { score += 1.5 }
            for index in range where TargetText.isPlain(all[index].text) && index != first { score -= 2 }
        case .target:
            score += TargetText.likeness(CellContent.join(range.map { all[$0].text }))
        case .actual:
            if TargetText.isPlain(CellContent.join(range.map { all[$0].text })) { score += 1.5 }
        case .reason: break
        }
        for index in range {
            guard let item = TargetText.listItem(all[index].text) else { continue }
            // A list begins a cell and goes on in it.
            if index == first { score += item == 1 ? 1 : -4 } else if item == 1 { score -= 4 } else { score += 0.5 }
        }
        if let last = range.last, TargetText.isOpen(all[last].text) {
            score -= last == first || column != .name ? 7 : 3
        }
        if column != .name, range.count == 1, TargetText.isFragment(all[first].text) { score -= 3 }
        if range.upperBound < all.count,
            TargetText.splitsAmount(all[range.upperBound - 1].text, all[range.upperBound].text)
        {
            score -= 2
        }
        for index in range.dropFirst() where CellContent.beginsWithComparator(all[index].text) {
            score -=
                TargetText.isPlain(all[index].text) && !CellContent.beginsWithComparator(all[index - 1].text) ? 3.5 : 2
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
            let before = all[index - 1]
            let this = all[index]
            guard this.leadsLine else {
                lineWidth += this.width + 0.5
                let isWordBlank =
                    before.text.unicodeScalars.last.map { CellContent.isDigit($0) || CellContent.isLatin($0) } ?? false
                    || CellContent.beginsWithComparator(before.text) && before.width <= 3
                score -= TargetText.isOpen(before.text) ? 0.5 : column == .reason || isWordBlank ? 2.5 : 4.5
                if lineWidth > limit + 0.6 { score -= 8 }
                continue
            }
            let slack = limit - lineWidth - CellContent.leadingUnitWidth(this.text)
            if slack >= 0.5, (TargetText.listItem(this.text) ?? 0) > 1 {
                score -= 0.25
            } else if slack >= 0.5 {
                let endsClause = before.text.last.map { "。；;，、,".contains($0) } ?? false
                score -= endsClause ? 3 : min(4 + slack, 7)
            } else {
                score += 1
            }
            score += followScore(index, cellStart: range.lowerBound, lineWidth: lineWidth, all)
            lineWidth = this.width
        }
        if lineWidth > limit + 0.6, range.count > 1 { score -= 3 }
        // That a cell ends just where its line is full is a rare chance.
        if column != .reason, lineWidth > limit - 0.75 { score -= 0.75 }
        return score
    }

    /// Whether the blank line before a further line of a cell is there, or not, as the extraction sets it.
    private func followScore(_ index: Int, cellStart: Int, lineWidth: Double, _ all: [PrintedFragment]) -> Double {
        let before = all[index - 1]
        let this = all[index]
        if this.gap == .page { return -1 }
        let isBlank = this.gap == .paragraph
        if before.lineStart >= cellStart {
            let shift = (lineWidth - this.width) / 2
            if before.lineBeginsParagraph { return isBlank ? -6 : 0.5 }
            if isBlank { return abs(shift) <= 0.25 ? -5 : 0 }
            return abs(shift) <= 0.5 ? 1 : abs(shift) >= 1 ? -1.5 : 0
        }
        if before.lineBeginsParagraph { return isBlank ? -4 : 0.5 }
        return isBlank ? 0 : -4
    }

    // MARK: Cell to cell

    /// Whether lines break, and blank lines stand, between the cells as their heights in the row say.
    private func placeScore(_ cells: [Range<Int>], _ all: [PrintedFragment], weight: Int?) -> Double {
        var score = 0.0
        var above: (lines: Int, last: Int)?
        for cell in cells {
            guard let first = cell.first, let last = cell.last else { continue }
            let lines = Set(cell.map { all[$0].lineStart }).count
            if let above { score += stepScore(from: above, to: first, lines: lines, all) }
            above = (lines, last)
        }
        if let weight, let above { score += stepScore(from: above, to: weight, lines: 1, all) }
        return score
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

    private func likeness(_ target: Range<Int>, _ actual: Range<Int>, _ all: [PrintedFragment]) -> Double {
        guard !target.isEmpty, !actual.isEmpty else { return 0 }
        return TargetText.likeness(
            of: CellContent.join(target.map { all[$0].text }), and: CellContent.join(actual.map { all[$0].text }))
    }
}
