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

    /// Where the names of a page stand in their cells.
    private enum Placing { case middle, top }

    private let rows: [Row]
    private let labels: [ScannedLabels.Label]
    /// How each page places names.
    private var placing: [Int: Placing] = [:]

    private init(rows: [Row], labels: [ScannedLabels.Label]) {
        self.rows = rows
        self.labels = labels
    }

    /// The index of the label of each row and whether it is doubtful.
    static func assign(_ rows: [Row], to labels: [ScannedLabels.Label]) -> [(label: Int, isDoubtful: Bool)] {
        guard !labels.isEmpty else { return rows.map { _ in (0, true) } }
        // A page places all its names alike; take for each page what gives the best division.
        let pages = Set(labels.map(\.page)).sorted()
        var best: (groups: ScannedGroups, score: Double)?
        for start in [Placing.middle, .top] {
            var groups = ScannedGroups(rows: rows, labels: labels)
            for page in pages { groups.placing[page] = start }
            var score = groups.ranges().score
            for page in pages {
                var other = groups
                other.placing[page] = start == .middle ? .top : .middle
                let otherScore = other.ranges().score
                if otherScore > score { (groups, score) = (other, otherScore) }
            }
            if best.map({ score > $0.score }) ?? true { best = (groups, score) }
        }
        return best?.groups.best() ?? rows.map { _ in (0, true) }
    }

    private func best() -> [(label: Int, isDoubtful: Bool)] {
        var result = [(label: Int, isDoubtful: Bool)](repeating: (0, false), count: rows.count)
        for (label, range) in zip(labels.indices, ranges().ranges) {
            let isDoubtful = labels[label].isDoubtful || place(label, range) < -2
            for row in range { result[row] = (label, isDoubtful) }
        }
        return result
    }

    /// The rows of each label in the best division.
    private func ranges() -> (ranges: [Range<Int>], score: Double) {
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
        var result: [Range<Int>] = []
        var end = count
        for label in labels.indices.reversed() {
            let start = starts[label + 1][end]
            result.append(start..<end)
            end = start
        }
        return (result.reversed(), scores[labels.count][count])
    }

    private func score(_ label: Int, _ range: Range<Int>) -> Double {
        guard !range.isEmpty else { return -8 }
        var score = place(label, range)
        if range.count > 1, range.contains(where: { rows[$0].name == IndicatorTree.notApplicable }) { score -= 6 }
        let weights = range.compactMap { rows[$0].weight }
        if weights.count == range.count {
            let sum = weights.reduce(0, +)
            if (sum as NSDecimalNumber).intValue % 5 == 0, sum == Decimal((sum as NSDecimalNumber).intValue) {
                score += 0.8
            }
        }
        for row in range { score += Self.hint(labels[label].name, rows[row]) }
        return score
    }

    /// How well the label stands in a group: not above zero.
    private func place(_ label: Int, _ range: Range<Int>) -> Double {
        let places = places(label, range)
        return placing[labels[label].page] == .top ? places.top : places.middle
    }

    /// How well the label stands in the middle of its group, and at its top.
    private func places(_ label: Int, _ range: Range<Int>) -> (middle: Double, top: Double) {
        let label = labels[label]
        let own = range.flatMap { row in rows[row].lines.filter { $0.page == label.page }.map { (row, $0.number) } }
        guard let top = own.first?.1, let bottom = own.last?.1 else { return (-6, -6) }
        var base = 0.0
        if !(top...bottom).overlaps(label.lines) { base -= 4 }
        // The name stands on the page on which its group begins.
        if let firstPage = rows[range.lowerBound].lines.last?.page, firstPage < label.page { base -= 1.5 }
        let middle = Double(label.lines.lowerBound + label.lines.upperBound) / 2
        let distance = abs(middle - Double(top + bottom) / 2)
        let first = own.filter { $0.0 == own[0].0 }.map { $0.1 }
        let beginsHere = own[0].0 == range.lowerBound
        let isAtTop = beginsHere && (first[0]...(first.last ?? first[0])).contains(label.lines.upperBound)
        return (base - 0.7 * max(0, min(distance - 0.5, 6)), base - (isAtTop ? 0.3 : 5))
    }

    /// What the words of a row say for or against a group; less than where its name stands.
    private static func hint(_ name: String, _ row: Row) -> Double {
        let isSatisfaction = name.contains("满意度")
        var score = 0.0
        if row.name.contains("满意") || row.name.contains("投诉") {
            score += isSatisfaction ? 1.5 : -1.5
        } else if isSatisfaction {
            score -= 0.75
        }
        guard let group = IndicatorTree.Level2(rawValue: name), group.level1 == .output else { return score }
        for (words, kind) in outputWords
        where words.contains(where: { row.name.hasSuffix($0) || row.target.hasSuffix($0) }) {
            score += kind == group ? 0.5 : -0.2
        }
        if ["及时", "时间", "按时", "时效", "期限", "时限"].contains(where: { row.name.contains($0) }) {
            score += group == .timeliness ? 0.5 : -0.2
        }
        return score
    }

    private static let outputWords: [(words: [String], kind: IndicatorTree.Level2)] = [
        (["数量", "次数", "人数", "份数", "场次", "批次", "台数", "个数", "次", "份", "个", "台", "套", "批", "家", "册"], .quantity),
        (["合格率", "达标率", "准确率", "完好率", "故障率", "质量", "合格", "覆盖率", "发生率"], .quality),
        (["及时率", "及时性", "天", "日", "月", "月底", "前", "小时"], .timeliness),
        (["成本", "费用", "支出", "经费", "单价", "元", "万", "控制率", "总额"], .cost),
    ]
}
