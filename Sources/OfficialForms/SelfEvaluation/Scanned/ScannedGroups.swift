internal import BudgetPerformance
internal import Foundation

/// Gives each row its second-level name.
///
/// The name of a group is printed once, in the middle of its merged cell or at its first row, as far as the cell stands on that
/// page. Of all ways to divide the rows among the names in their printed order the one is taken that puts the names best there;
/// round sums of points, 不适用 rows, which are groups of their own, and the words of the rows help.
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

    /// The first and last line of a row on one page.
    private typealias Extent = (first: Int, last: Int)

    private let labels: [ScannedLabels.Label]
    private let count: Int
    /// For each label the extents of the rows on its page.
    private let extents: [[Extent?]]
    private let lastPages: [Int]
    /// Sums over the rows before each row: unused rows, points, rows with points, and for each label what words say.
    private let unused: [Int]
    private let points: [Decimal]
    private let weighted: [Int]
    private let words: [[Double]]

    /// More divisions than this are not tried.
    private static let limit = 2_000_000

    /// The index of the label of each row and whether it is doubtful.
    static func assign(_ rows: [Row], to labels: [ScannedLabels.Label]) -> [(label: Int, isDoubtful: Bool)] {
        guard !labels.isEmpty else { return rows.map { _ in (0, true) } }
        let pages = Set(labels.map(\.page)).sorted()
        guard rows.count * rows.count * labels.count * pages.count <= limit else { return nearest(rows, labels) }
        let groups = ScannedGroups(rows, labels)
        // A page places all its names alike; take for each page what gives the best division.
        var best: (placing: [Int: Placing], ranges: [Range<Int>], score: Double)?
        for start in [Placing.middle, .top] {
            var placing = Dictionary(uniqueKeysWithValues: pages.map { ($0, start) })
            var division = groups.divided(placing)
            for page in pages {
                var other = placing
                other[page] = start == .middle ? .top : .middle
                let otherDivision = groups.divided(other)
                if otherDivision.score > division.score { (placing, division) = (other, otherDivision) }
            }
            if best.map({ division.score > $0.score }) ?? true { best = (placing, division.ranges, division.score) }
        }
        var result = [(label: Int, isDoubtful: Bool)](repeating: (0, true), count: rows.count)
        guard let best else { return result }
        for (label, range) in zip(labels.indices, best.ranges) {
            let isDoubtful = labels[label].isDoubtful || groups.place(label, range, best.placing) < -2
            for row in range { result[row] = (label, isDoubtful) }
        }
        return result
    }

    /// The last label at or above the end of each row: for what is too long to be a table.
    private static func nearest(
        _ rows: [Row], _ labels: [ScannedLabels.Label]
    ) -> [(label: Int, isDoubtful: Bool)] {
        var label = 0
        return rows.map { row in
            while label + 1 < labels.count, labels[label + 1].lines.lowerBound <= row.lines.last?.number ?? 0 {
                label += 1
            }
            return (label, true)
        }
    }

    private init(_ rows: [Row], _ labels: [ScannedLabels.Label]) {
        self.labels = labels
        count = rows.count
        lastPages = rows.map { $0.lines.last?.page ?? 0 }
        extents = labels.map { label in
            rows.map { row in
                let own = row.lines.filter { $0.page == label.page }
                return own.first.map { ($0.number, own.last?.number ?? $0.number) }
            }
        }
        func sums<Value: AdditiveArithmetic>(_ values: [Value]) -> [Value] {
            values.reduce(into: [.zero]) { $0.append(($0.last ?? .zero) + $1) }
        }
        unused = sums(rows.map { $0.name == IndicatorTree.notApplicable ? 1 : 0 })
        points = sums(rows.map { $0.weight ?? 0 })
        weighted = sums(rows.map { $0.weight == nil ? 0 : 1 })
        words = labels.map { label in
            sums(rows.map { GroupWords.score(of: label.name, name: $0.name, target: $0.target) })
        }
    }

    /// The rows of each label in the best division.
    private func divided(_ placing: [Int: Placing]) -> (ranges: [Range<Int>], score: Double) {
        // scores[k][e]: the first k labels have the first e rows.
        var scores = [[Double]](repeating: [Double](repeating: -.infinity, count: count + 1), count: labels.count + 1)
        var starts = [[Int]](repeating: [Int](repeating: 0, count: count + 1), count: labels.count + 1)
        scores[0][0] = 0
        for label in labels.indices {
            for start in 0...count where scores[label][start] > -.infinity {
                for end in start...count {
                    let score = scores[label][start] + self.score(label, start..<end, placing)
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

    private func score(_ label: Int, _ range: Range<Int>, _ placing: [Int: Placing]) -> Double {
        guard !range.isEmpty else { return -8 }
        var score = place(label, range, placing)
        if range.count > 1, unused[range.upperBound] > unused[range.lowerBound] { score -= 6 }
        if weighted[range.upperBound] - weighted[range.lowerBound] == range.count {
            let sum = points[range.upperBound] - points[range.lowerBound]
            let whole = NSDecimalNumber(decimal: sum).intValue
            if whole % 5 == 0, sum == Decimal(whole) { score += 0.8 }
        }
        return score + words[label][range.upperBound] - words[label][range.lowerBound]
    }

    /// How well a label stands in a group, in the middle or at the top as the page does it: not above zero.
    private func place(_ index: Int, _ range: Range<Int>, _ placing: [Int: Placing]) -> Double {
        let label = labels[index]
        let own = extents[index]
        guard let first = range.first(where: { own[$0] != nil }), let last = range.last(where: { own[$0] != nil }),
            let top = own[first], let bottom = own[last]
        else { return -6 }
        var base = 0.0
        if label.lines.upperBound < top.first || label.lines.lowerBound > bottom.last { base -= 4 }
        // The name stands on the page on which its group begins.
        if lastPages[range.lowerBound] < label.page { base -= 1.5 }
        if placing[label.page] == .top {
            let isAtTop =
                first == range.lowerBound && top.first <= label.lines.upperBound && label.lines.upperBound <= top.last
            return base - (isAtTop ? 0.3 : 5)
        }
        let middle = Double(label.lines.lowerBound + label.lines.upperBound) / 2
        let distance = abs(middle - Double(top.first + bottom.last) / 2)
        return base - 0.7 * max(0, min(distance - 0.5, 6))
    }
}
