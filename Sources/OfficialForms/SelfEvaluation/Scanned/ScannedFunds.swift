internal import BudgetPerformance
internal import Foundation

/// The four lines of money: text cells that together name the line, then three amounts, 分值, 执行率 and 得分 in adjoining columns.
enum ScannedFunds {
    private static let names = [("总额", 0), ("财政拨款", 1), ("财政", 1), ("结转", 2), ("他资金", 3), ("其他", 3)]

    static func isHead(_ line: ScannedLine) -> Bool {
        let text = line.compact
        return text.contains("年初预算") || text.contains("全年预算数") || text.contains("全年执行数")
    }

    static func read(_ lines: [ScannedLine], into form: inout SelfEvaluation, doubts: inout Doubts) -> [ScannedLine] {
        var unplaced: [ScannedLine] = []
        var rows: [Int: (line: ScannedLine, base: Int)] = [:]
        var isPercent = false
        var base: Int?
        for line in lines {
            if isHead(line) {
                isPercent = line.compact.contains("%") || line.compact.contains("％")
                base = line.cells.firstIndex { CellContent.compact($0).contains("年初预算") }
                continue
            }
            let firstNumber = line.cells.firstIndex { CellContent.number($0) != nil }
            let label = line.cells.prefix(firstNumber ?? line.cells.count).map { CellContent.compact($0) }.joined()
            guard let (_, row) = names.first(where: { label.contains($0.0) }), rows[row] == nil, let firstNumber else {
                if !isHeadRest(line.compact) { unplaced.append(line) }
                continue
            }
            let misread = line.cells.prefix(firstNumber).filter { !Conservation.isLabelText($0) }
            if !misread.isEmpty {
                var rest = line
                rest.text = misread.joined(separator: " ")
                unplaced.append(rest)
            }
            // A blank first amount moves the first number to the right of where the other lines have theirs.
            var start = firstNumber
            if let base, start > base, CellContent.isVoid(line[base]) { start = base }
            rows[row] = (line, start)
            if row == 0 { base = start }
        }
        form.funds = FundsTable(total: self.line(rows[0], false, "/funds/total", &doubts))
        if rows[1] != nil { form.funds.fiscal = self.line(rows[1], true, "/funds/fiscal", &doubts) }
        if rows[2] != nil { form.funds.carriedOver = self.line(rows[2], true, "/funds/carriedOver", &doubts) }
        if rows[3] != nil { form.funds.other = self.line(rows[3], true, "/funds/other", &doubts) }
        if let total = rows[0] {
            form.funds.weight = number(total.line[total.base + 3])
            form.funds.executionRate = number(total.line[total.base + 4])
            form.funds.score = number(total.line[total.base + 5])
            for (name, value) in [
                ("weight", form.funds.weight), ("executionRate", form.funds.executionRate), ("score", form.funds.score),
            ] where value == nil {
                doubts.add("/funds/\(name)", lines: [total.line.number])
            }
        } else {
            doubts.add("/funds/total", lines: lines.map(\.number))
        }
        if let rate = form.funds.executionRate {
            form.executionRateUnit = isPercent || (rate.decimal ?? 0) > 2 ? .percent : .fraction
        }
        return unplaced
    }

    private static func isHeadRest(_ text: String) -> Bool {
        let known = Set("项目资金（元）(元)年度其中：:分值执行率得分%％")
        return text.allSatisfy { known.contains($0) }
    }

    private static func number(_ cell: String) -> PrintedNumber? {
        if CellContent.isVoid(cell) { return nil }
        return PrintedNumber(CellContent.number(cell) ?? CellContent.compact(cell))
    }

    private static func line(
        _ row: (line: ScannedLine, base: Int)?, _ isPart: Bool, _ pointer: String, _ doubts: inout Doubts
    ) -> FundsTable.Line {
        guard let row else { return FundsTable.Line() }
        let amounts = (0..<3).map { number(row.line[row.base + $0]) ?? "" }
        for (amount, name) in zip(amounts, ["initialBudget", "fullYearBudget", "executed"]) where amount.decimal == nil
        {
            doubts.add("\(pointer)/\(name)", lines: [row.line.number])
        }
        return FundsTable.Line(
            initialBudget: amounts[0], fullYearBudget: amounts[1], executed: amounts[2],
            executionRate: isPart ? number(row.line[row.base + 4]) : nil)
    }
}
