internal import BudgetPerformance
internal import Foundation

/// Gives each row its second-level name.
///
/// The name of a group is printed once, in the middle of its merged cell or at its first row, as far as the cell stands on that page.
/// Of all ways to divide the rows among the names in their printed order the one is taken that puts the names best
/// there; round sums of points, 不适用 rows, which are groups of their own, and the words of the rows help.
struct ScannedGroups: Sendable {
    /// A row, as far as grouping needs it.
    struct Row: Sendable {
        var name: String
        var target: String
        var weight: Decimal?
        /// Its lines, by page.
        var lines: [(page: Int, number: Int)]
    }

    private let rows: [Row]
    private let labels: [ScannedLabels.Label]

    /// The index of the label of each row and whether it is doubtful.
    static func assign(_ rows: [Row], to labels: [ScannedLabels.Label]) -> [(label: Int, isDoubtful: Bool)] {
        guard !labels.isEmpty else { return rows.map { _ in (0, true) } }
        return ScannedGroups(rows: rows, labels: labels).best()
    }

    private func best() -> [(label: Int, isDoubtful: Bool)] {
        let count = rows.count
        // scores[k][e]: the first k labels have the first e rows.
        var scores = [[Double]](repeating: [Double](repeating: -.infinity, count: count + 1), count: labels.count + 1)
        var starts = [[Int]](repeating: [Int](repeating: 0, count: count + 1), count: labels.count + 1)
        scores[0][0] = 0
        for label in labels.indices {
            for start in 0...count where scores[label][start] > -.infinity {
                for end in start...count {
                    let score = scores[label][start] + self.score(label, start..<end)
                    if score > scores[label + 1][end] {
                        scores[label + 1][end] = score
                        starts[label + 1][end] = start
                    }
                }
            }
        }
        var result = [(label: Int, isDoubtful: Bool)](repeating: (0, false), count: count)
        var end = count
        for label in labels.indices.reversed() {
            let start = starts[label + 1][end]
            let isDoubtful = labels[label].isDoubtful || place(label, start..<end) < -2
            for row in start..<end { result[row] = (label, isDoubtful) }
            end = start
        }
        return result
    }

    private func score(_ label: Int, _ range: Range<Int>) -> Double {
        guard !range.isEmpty else { return -8 }
        var score = place(label, range)
        if range.count > 1, range.contains(where: { rows[$0].name == IndicatorTree.notApplicable }) { score -= 6 }
        let weights = range.compactMap { rows[$0].weight }
        if weights.count == range.count {
            let sum = weights.reduce(0, +)
            if (sum as NSDecimalNumber).intValue % 5 == 0, sum == Decimal((sum as NSDecimalNumber).intValue) { score += 0.8 }
        }
        for row in range { score += Self.hint(labels[label].name, rows[row]) }
        return score
    }

    /// How well the label stands in a group: not above zero.
    private func place(_ label: Int, _ range: Range<Int>) -> Double {
        let label = labels[label]
        let own = range.flatMap { row in rows[row].lines.filter { $0.page == label.page }.map { (row, $0.number) } }
        guard let top = own.first?.1, let bottom = own.last?.1 else { return -6 }
        let middle = Double(label.lines.lowerBound + label.lines.upperBound) / 2
        let distance = abs(middle - Double(top + bottom) / 2)
        var score = -0.7 * min(distance, 6)
        let first = own.filter { $0.0 == own[0].0 }.map { $0.1 }
        if own[0].0 == range.lowerBound, let last = first.last, (first[0]...last).contains(label.lines.upperBound) {
            score = max(score, -1)
        }
        if !(top...bottom).overlaps(label.lines) { score -= 4 }
        return score
    }

    private static func hint(_ name: String, _ row: Row) -> Double {
        let isSatisfaction = name.contains("满意度")
        var score = 0.0
        if row.name.contains("满意") || row.name.contains("投诉") { score += isSatisfaction ? 1.5 : -1.5 }
        switch IndicatorTree.Level2(rawValue: name) {
        case .quantity: if let unit = row.target.last, "个次份人台件批场套名家项篇册".contains(unit) { score += 0.2 }
        case .quality: if row.name.hasSuffix("率") || row.name.contains("合格") { score += 0.2 }
        case .timeliness:
            if ["及时", "时间", "按时", "天数", "期限", "时效", "完成时"].contains(where: { row.name.contains($0) }) { score += 0.4 }
            if let unit = row.target.last, "天日月年前时".contains(unit) { score += 0.3 }
        case .cost:
            if ["元", "万", "费", "成本", "支出", "预算"].contains(where: { row.name.contains($0) || row.target.hasSuffix($0) }) {
                score += 0.3
            }
        default: break
        }
        return score
    }
}
