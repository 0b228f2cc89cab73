/// Rows whose columns were lost: cells follow each other, one a line or parted by blanks, and the shape of the target value
/// tells where the third-level name ends and the explanation begins.
struct FlowingRows: Sendable, Hashable {
    private struct Token: Sendable, Hashable {
        var glyphs: Glyphs
        var line: Int
        var opensLine: Bool
        var afterGap: Bool
    }

    private var tokens: [Token] = []

    var isEmpty: Bool { tokens.isEmpty }

    /// Whether more tokens wait than any table has: what follows is no row.
    var isFull: Bool { tokens.count >= 2_000 }

    /// Adds a line or a cell; `afterGap` tells that a blank line stands above.
    mutating func append(_ glyphs: Glyphs, line: Int, afterGap: Bool) {
        // Two or more blanks part columns for certain; single ones may be noise inside a cell.
        let found = Self.parts(of: glyphs)
        let parts = found.count <= 400 ? found : [glyphs]
        for (index, part) in parts.enumerated() {
            tokens.append(Token(glyphs: part, line: line, opensLine: index == 0, afterGap: index == 0 && afterGap))
        }
    }

    private static func parts(of glyphs: Glyphs) -> [Glyphs] {
        var wide: [Glyphs] = [[]]
        var index = 0
        while index < glyphs.count {
            let next = glyphs.skippingBlanks(from: index)
            if next - index >= 2 || (next > index && glyphs[index].value == 0x3000) {
                if wide.last?.isEmpty == false { wide.append([]) }
                index = next
            } else {
                wide[wide.count - 1].append(glyphs[index])
                index += 1
            }
        }
        let cells = wide.map(\.trimmed).filter { !$0.isEmpty }
        if cells.count >= 3 { return cells }
        return glyphs.split(whereSeparator: Glyph.isBlank).map { Array($0) }
    }

    /// The rows that the tokens make. A row that was found by a guess names its columns as doubtful.
    func rows() -> [IndicatorRow] {
        let blocks = blocks()
        // Blank lines between rows, and a whole row in each block: then the blocks are the rows.
        if blocks.count > 1, blocks.allSatisfy({ $0.lineCount == 3 || !$0.targets().isEmpty }) {
            return blocks.flatMap { $0.rowsOfBlock() }
        }
        return rowsOfBlock()
    }

    private var lineCount: Int { tokens.count { $0.opensLine } }

    private func blocks() -> [FlowingRows] {
        var blocks: [FlowingRows] = []
        for (index, token) in tokens.enumerated() {
            if index == 0 || token.afterGap { blocks.append(FlowingRows()) }
            blocks[blocks.count - 1].tokens.append(token)
        }
        return blocks
    }

    private func rowsOfBlock() -> [IndicatorRow] {
        let spans = targets()
        guard !spans.isEmpty else { return tokens.isEmpty ? [] : [withoutTarget()] }
        var rows: [IndicatorRow] = []
        var start = 0
        for (position, span) in spans.enumerated() {
            let limit =
                position + 1 < spans.count
                ? nameStart(before: spans[position + 1].lowerBound, after: span) : tokens.count
            var row = IndicatorRow()
            for token in tokens[start..<span.lowerBound] { row.append(token.glyphs, to: .level3, line: token.line) }
            for token in tokens[span] { row.append(token.glyphs, to: .target, line: token.line) }
            for token in tokens[span.upperBound..<limit] {
                row.append(token.glyphs, to: .explanation, line: token.line)
            }
            if spans.count > 1 || limit - start != 3 { row.doubts = [.level3, .target, .explanation] }
            rows.append(row)
            start = limit
        }
        return rows
    }

    /// Where the tokens of target values stand, torn-off signs and units included.
    private func targets() -> [Range<Int>] {
        if tokens.count >= 3, tokens.allSatisfy({ $0.glyphs.folded.string == "不适用" }) { return [1..<2] }
        var spans: [Range<Int>] = []
        var index = 1
        while index < tokens.count {
            var end = index
            if TargetShape.isComparator(tokens[index].glyphs), index + 1 < tokens.count,
                TargetShape.isTarget(tokens[index + 1].glyphs)
            {
                end = index + 2
            } else if TargetShape.isTarget(tokens[index].glyphs) {
                end = index + 1
            }
            guard end > index else {
                index += 1
                continue
            }
            while end + 1 < tokens.count, !tokens[end].opensLine, TargetShape.isUnit(tokens[end].glyphs) { end += 1 }
            // Two values need a name between them.
            if let last = spans.last, nameStart(before: index, after: last) >= index {
                index = end
                continue
            }
            spans.append(index..<end)
            index = end
        }
        return spans
    }

    /// Where the third-level name begins that stands before the target at `target`, behind the target `previous`.
    private func nameStart(before target: Int, after previous: Range<Int>) -> Int {
        var start = target
        while start > previous.upperBound {
            start -= 1
            if tokens[start].opensLine { break }
        }
        guard start > previous.upperBound else {
            return start == previous.upperBound && tokens[start].opensLine ? start : target
        }
        // A gap above tells that the name is printed over several lines.
        if let gap = (previous.upperBound..<target).last(where: { tokens[$0].afterGap }), gap > previous.upperBound {
            return gap
        }
        return start
    }

    private func withoutTarget() -> IndicatorRow {
        var row = IndicatorRow()
        let lines = lineCount
        if lines > 1, lines != tokens.count {
            // Several lines, each perhaps with noise blanks: a line is a cell.
            var ordinal = -1
            for token in tokens {
                if token.opensLine { ordinal += 1 }
                row.append(token.glyphs, to: Self.column(ordinal), line: token.line)
            }
        } else {
            for (ordinal, token) in tokens.enumerated() {
                row.append(token.glyphs, to: Self.column(ordinal), line: token.line)
            }
        }
        if tokens.count != 3, lines != 3 { row.doubts = [.level3, .target, .explanation] }
        return row
    }

    private static func column(_ ordinal: Int) -> IndicatorColumns.Column {
        ordinal <= 0 ? .level3 : ordinal == 1 ? .target : .explanation
    }
}
