internal import BudgetPerformance

/// Reads the indicator table of a scan.
enum ScannedIndicators {
    struct Result: Sendable {
        var indicators: [EvaluatedIndicator] = []
        var doubts = Doubts()
        var strays: [(line: Int, text: String)] = []
    }

    static func read(_ lines: [ScannedLine]) -> Result {
        let grid = ScannedGrid(lines)
        let placed = lines.map { ScannedIndicatorLine($0, grid: grid) }
        let rows = ScannedRows.rows(placed)
        let labels = ScannedLabels(placed)
        var result = Result()
        result.strays = labels.strays
        for line in placed { result.strays += line.strays.map { (line.number, $0) } }
        let groups = ScannedGroups.assign(
            rows.map { row in
                ScannedGroups.Row(
                    name: row.text(.name), target: row.text(.target),
                    weight: row.closingLine?.points.flatMap { PrintedNumber($0.weight).decimal },
                    lines: row.lines.map { ($0.page, $0.number) })
            }, to: labels.labels)
        let damage = damagedColumns(placed, rows)
        for (index, row) in rows.enumerated() {
            let level2 = labels.labels.isEmpty ? "" : labels.labels[groups[index].label].name
            let points = row.closingLine?.points
            var indicator = EvaluatedIndicator(
                level1: level2.isEmpty ? "" : IndicatorHeading.group(ofLevel2: level2), level2: level2,
                level3: row.text(.name), target: row.text(.target), actual: row.text(.actual),
                weight: PrintedNumber(points?.weight ?? ""), score: PrintedNumber(points?.score ?? ""))
            let reason = row.text(.reason)
            if !reason.isEmpty { indicator.deviationReason = reason }
            result.indicators.append(indicator)
            doubt(indicator, row, damage[index], groups[index].isDoubtful, at: index, &result.doubts)
        }
        return result
    }

    private static func doubt(
        _ indicator: EvaluatedIndicator, _ row: ScannedRows.Row, _ damaged: Set<Column>, _ isGroupDoubtful: Bool,
        at index: Int, _ doubts: inout Doubts
    ) {
        let lines = row.lines.map(\.number)
        let pointer = "/indicators/\(index)"
        // What stands below the line with the points was put there by judgement.
        let below = row.closing.map { row.lines.dropFirst($0 + 1) } ?? []
        let names: [(Column, String, String)] = [
            (.name, "level3", indicator.level3), (.target, "target", indicator.target),
            (.actual, "actual", indicator.actual),
        ]
        for (column, name, text) in names
        where text.isEmpty
            || damaged.contains(column) || below.contains(where: { !$0[column].isEmpty }) || row.closing == nil
        {
            doubts.add("\(pointer)/\(name)", lines: lines)
        }
        // An actual value that stops a character or two before the target does was cut by the edge of its cell.
        let missing = indicator.target.count - indicator.actual.count
        if (1...2).contains(missing), indicator.target.hasPrefix(indicator.actual), CellContent.hasHan(indicator.actual)
        {
            doubts.add("\(pointer)/actual", lines: lines)
        }
        if indicator.weight.decimal == nil { doubts.add("\(pointer)/weight", lines: lines) }
        if indicator.score.decimal == nil { doubts.add("\(pointer)/score", lines: lines) }
        if isGroupDoubtful || indicator.level2.isEmpty {
            doubts.add("\(pointer)/level1", lines: lines)
            doubts.add("\(pointer)/level2", lines: lines)
        }
    }

    /// The columns of each row in or directly before whose lines the scan lost something.
    private static func damagedColumns(_ lines: [ScannedIndicatorLine], _ rows: [ScannedRows.Row]) -> [Set<Column>] {
        rows.map { row in
            guard let first = row.lines.first?.number, let last = row.lines.last?.number else { return [] }
            return lines.filter { (first...last).contains($0.number) }.reduce(into: []) { $0.formUnion($1.damaged) }
        }
    }
}
