internal import BudgetPerformance

/// The two columns of goals, whose lines the scan interleaves.
enum ScannedGoals {
    /// Whether the line is the head of the two columns.
    static func isHead(_ line: ScannedLine) -> Bool {
        let text = line.compact
        return text.count <= 24 && text.contains("预期目标") && text.contains("实际完成")
    }

    static func read(_ lines: [ScannedLine], into form: inout SelfEvaluation, doubts: inout Doubts) {
        guard let head = lines.first(where: isHead) else { return }
        // Heads are centred over their columns: the border is halfway between them.
        let columns = head.cells.indices.filter { !head[$0].isEmpty }
        let right = columns.first { head[$0].contains("实际") } ?? columns.last ?? 0
        let left = columns.filter { $0 < right }
        let middle = left.isEmpty ? 0 : Double(left[0] + left[left.count - 1]) / 2
        let halfway = Int(((middle + Double(right)) / 2).rounded(.up))
        let border = self.border(of: lines.filter { $0.number != head.number }, near: halfway, below: right)
        var goal = ""
        var actual = ""
        var isDoubtful = false
        for line in lines where line.number != head.number {
            var cells = line.cells
            if let first = cells.first, sideHeads.contains(CellContent.compact(first)) { cells[0] = "" }
            let parts = [Array(cells.prefix(border)), Array(cells.dropFirst(border))].map { side in
                (ScannedNoise.joinOverlapping(side), side.count { !$0.isEmpty })
            }
            goal += parts[0].0.text
            actual += parts[1].0.text
            if parts.contains(where: { $0.0.didOverlap || $0.1 > 1 }) { isDoubtful = true }
        }
        form.expectedGoal = goal
        form.actualCompletion = actual
        if isDoubtful || goal.isEmpty {
            doubts.add("/expectedGoal", lines: lines.map(\.number))
        }
        if isDoubtful || actual.isEmpty {
            doubts.add("/actualCompletion", lines: lines.map(\.number))
        }
    }

    /// The column that most lines leave open between their left and right text; of several the one nearest to where the heads
    /// put it.
    private static func border(of lines: [ScannedLine], near halfway: Int, below right: Int) -> Int {
        guard right > 1 else { return halfway }
        func gaps(_ border: Int) -> Int {
            lines.count { line in
                let isOpen = line[border - 1].isEmpty || line[border].isEmpty
                let left = line.cells.dropFirst().prefix(border - 1).contains { !$0.isEmpty }
                return isOpen && left && line.cells.dropFirst(border).contains { !$0.isEmpty }
            }
        }
        let candidates = (2...max(right, 2)).map { (border: $0, gaps: gaps($0), distance: abs($0 - halfway)) }
        return candidates.max { ($0.gaps, -$0.distance) < ($1.gaps, -$1.distance) }?.border ?? halfway
    }

    private static let sideHeads: Set<String> = ["年度总体", "目标", "年度总体目标", "年度", "总体目标", "总体", "年度总", "体目标", "标"]
}
