internal import BudgetPerformance

/// The two columns of goals: first all lines of 预期目标, then all lines of 实际完成情况.
///
/// Text of one column is aligned at its left, so the extraction sets no blank line inside it; going over to the right
/// column it does, unless the left column has a single line. Where that leaves several readings, widths decide: a line that is
/// followed by another of its cell is full.
struct PrintedGoals: Sendable {
    private struct Cut { var line: Int; var word: Int; var score: Double }

    /// The usual widths of the two columns of the template, in Chinese characters.
    private static let usualWidths = (goal: 38.0, actual: 28.0)

    /// More lines than this on a page are not weighed.
    private static let longest = 200

    static func read(_ lines: [PrintedLine], into form: inout SelfEvaluation, doubts: inout Doubts) {
        var goal: [String] = []
        var actual: [String] = []
        var isDoubtful = false
        for page in pages(lines) {
            let (cut, margin) = bestCut(page)
            for (index, line) in page.enumerated() {
                let words = line.words
                let split = index < cut.line ? words.count : index == cut.line ? cut.word : 0
                goal.append(CellContent.join(words.prefix(split)))
                actual.append(CellContent.join(words.dropFirst(split)))
            }
            if margin < 1 { isDoubtful = true }
        }
        form.expectedGoal = CellContent.join(goal)
        form.actualCompletion = CellContent.join(actual)
        if isDoubtful {
            doubts.add("/expectedGoal", lines: lines.map(\.number))
            doubts.add("/actualCompletion", lines: lines.map(\.number))
        }
    }

    /// The lines of text of each page, without heads.
    private static func pages(_ lines: [PrintedLine]) -> [[PrintedLine]] {
        var result: [[PrintedLine]] = [[]]
        for line in lines {
            if PrintedSections.isGoalsColumns(line.compact) { continue }
            if line.beginsPage { result.append([]) }
            let words = line.words
            if words.count == 1, PrintedSections.isLabel(line.compact) { continue }
            var line = line
            if let first = words.first, PrintedSections.goalsHead(of: first) {
                line.words = Array(words.dropFirst())
                line.text = line.words.joined(separator: " ")
                line.compact = CellContent.compact(line.text)
            }
            result[result.count - 1].append(line)
        }
        return result.filter { !$0.isEmpty }
    }

    /// The best place to end the left column, and by how much it beats the next best.
    private static func bestCut(_ lines: [PrintedLine]) -> (Cut, margin: Double) {
        guard lines.count <= longest else {
            // No goals are so long: a table that was cut off. The first blank line still tells.
            let line = lines.indices.dropFirst().first { lines[$0].blanksBefore > 0 } ?? lines.count
            return (Cut(line: line, word: 0, score: 0), 0)
        }
        let widest = lines.map { $0.words.map(CellContent.width).max() ?? 0 }.max() ?? 0
        var widths = usualWidths
        if widest > widths.goal, widest < 60 { widths.goal = widest }
        var cuts: [Cut] = []
        for (index, line) in lines.enumerated() {
            let words = line.words
            for word in 0..<max(words.count, 1) where index > 0 || word > 0 {
                // An inner blank may be the border only where the last line of the one and the first of the other meet.
                if word > 0, index > 1 { continue }
                cuts.append(Cut(line: index, word: word, score: 0))
            }
        }
        cuts.append(Cut(line: lines.count, word: 0, score: -4))
        for index in cuts.indices { cuts[index].score += score(cuts[index], lines, widths) }
        cuts.sort { $0.score > $1.score }
        let margin = cuts.count > 1 ? cuts[0].score - cuts[1].score : 0
        return (cuts[0], margin)
    }

    private static func score(
        _ cut: Cut, _ lines: [PrintedLine], _ widths: (goal: Double, actual: Double)
    ) -> Double {
        var score = 0.0
        var left: [String] = []
        var right: [String] = []
        for (index, line) in lines.enumerated() {
            let words = line.words
            if index < cut.line {
                left.append(words.joined(separator: " "))
            } else if index == cut.line, cut.word > 0 {
                left.append(words.prefix(cut.word).joined(separator: " "))
                right.append(words.dropFirst(cut.word).joined(separator: " "))
            } else {
                right.append(words.joined(separator: " "))
            }
            guard index > 0 else { continue }
            let isBorder = index == cut.line && cut.word == 0
            let isBlank = line.blanksBefore > 0
            if isBorder {
                // From a left column of one line the extraction goes right without a blank line, unless it goes far up.
                let isSingle = cut.line == 1
                if isBlank { score += 4 } else { score -= isSingle ? 0 : 5 }
                // Two single lines would stand at one height.
                if isSingle, lines.count == 2 { score -= 3 }
            } else if isBlank {
                score -= 5
            }
        }
        score += columnScore(left, widths.goal) + columnScore(right, widths.actual)
        if cut.word > 0 { score -= left.count + right.count > 3 ? 5 : 0.5 }
        // A blank inside a column is rarer than one between the columns.
        score -= Double((left + right).count { $0.utf8.contains(0x20) }) * 0.5
        let opening = zip(left.joined(), right.joined()).prefix { $0 == $1 }.count
        score += Double(min(opening, 4))
        if let start = right.first, ["已", "完成", "实现", "达到", "通过", "共"].contains(where: { start.hasPrefix($0) }) {
            score += 1
        }
        return score
    }

    /// How well lines fill a column: none wider than it, none followed by what would still have fitted.
    private static func columnScore(_ lines: [String], _ width: Double) -> Double {
        var score = 0.0
        for (index, line) in lines.enumerated() {
            let own = CellContent.width(line)
            if own > width + 0.5 { score -= 3 + min((own - width) / 2, 6) }
            guard index + 1 < lines.count else { continue }
            let slack = width - own - CellContent.leadingUnitWidth(lines[index + 1])
            let endsParagraph = line.last.map { "。；;.！：:".contains($0) } ?? false
            if slack > 1.5, !endsParagraph { score -= min(slack, 4) } else if slack <= 1.5 { score += 0.5 }
        }
        return score
    }
}
