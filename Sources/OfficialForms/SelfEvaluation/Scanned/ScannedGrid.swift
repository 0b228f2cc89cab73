/// Where the columns of the indicator table stand. Each page of a scan has a grid of its own, and a damaged line may be shifted
/// against it; points and score, two numbers side by side, give the place away.
struct ScannedGrid: Sendable {
    /// The column of 分值 on each page.
    private var weightColumns: [Int: Int] = [:]
    private var usual: Int?

    init(_ lines: [ScannedLine]) {
        var counts: [Int: [Int: Int]] = [:]
        var all: [Int: Int] = [:]
        for line in lines {
            guard let column = Self.pairs(in: line).last else { continue }
            counts[line.page, default: [:]][column, default: 0] += 1
            all[column, default: 0] += 1
        }
        for (page, columns) in counts { weightColumns[page] = Self.mostFrequent(columns) }
        usual = Self.mostFrequent(all)
    }

    private static func mostFrequent(_ counts: [Int: Int]) -> Int? {
        counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    /// The columns at which two numbers stand side by side, behind at least three others.
    private static func pairs(in line: ScannedLine) -> [Int] {
        line.cells.indices.dropFirst(3).filter { column in
            column + 1 < line.cells.count && isPoints(line[column]) && isPoints(line[column + 1])
        }
    }

    private static func isPoints(_ cell: String) -> Bool {
        guard let number = CellContent.number(cell) else { return false }
        return number.count <= 6
    }

    /// The column of 分值 on the page of a line.
    func weightColumn(of line: ScannedLine) -> Int? {
        if let column = weightColumns[line.page] { return column }
        return weightColumns.filter { $0.key < line.page }.max { $0.key < $1.key }?.value ?? usual
    }

    /// The column of 分值 on a line that closes a row: where both numbers stand, or points without a score.
    func closingColumn(of line: ScannedLine) -> Int? {
        guard let expected = weightColumn(of: line) else { return nil }
        let pairs = Self.pairs(in: line)
        if pairs.contains(expected) { return expected }
        if let near = pairs.last, abs(near - expected) <= 2 { return near }
        if Self.isPoints(line[expected]), !ScannedNoise.hasBlankBetweenDigits(line[expected]),
            line[expected + 1].isEmpty, !line[expected - 1].isEmpty || !line[expected - 2].isEmpty
        {
            return expected
        }
        return nil
    }
}
