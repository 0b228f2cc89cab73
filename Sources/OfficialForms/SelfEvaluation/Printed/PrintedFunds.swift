internal import BudgetPerformance
internal import Foundation

/// The four lines of money: a label, three amounts, then 分值, 执行率 and 得分, of which dashes say that none is printed.
enum PrintedFunds {
    private enum Row: Int, CaseIterable { case total, fiscal, carriedOver, other }

    private static let rowLabels: [(text: StaticString, row: Row)] = [
        ("资金总额", .total), ("财政拨款", .fiscal), ("上年结转", .carriedOver), ("其他资金", .other), ("其它资金", .other),
    ]
    /// All words that the heads of this part print.
    private static let headWords = """
        资金使用情况项目资金（元）(元)年初预算数全年预算数全年执行数分值执行率（%）(%)（％）得分年度资金总额其中：:当年财政拨款本年上年结转资金其他资金其它
        """

    private static let known = Set(headWords.unicodeScalars)

    /// Reads the lines into the form and returns those that fit nowhere.
    static func read(_ lines: [PrintedLine], into form: inout SelfEvaluation, doubts: inout Doubts) -> [PrintedLine] {
        var unplaced: [PrintedLine] = []
        var values: [Row: [String]] = [:]
        var numbers: [Row: [Int]] = [:]
        var current: Row?
        var head = ""
        var isPercent = false
        let known = Self.known
        for line in lines {
            for word in line.words {
                if let row = current, CellContent.number(word) != nil || CellContent.isVoid(word) {
                    values[row, default: []].append(CellContent.number(word) ?? "")
                    numbers[row, default: []].append(line.number)
                    head = ""
                    continue
                }
                head += word
                isPercent =
                    isPercent
                    || (current == nil && (CellContent.contains(word, "%") || CellContent.contains(word, "％")))
                if !word.unicodeScalars.allSatisfy(known.contains) { unplaced.append(line) }
                if let found = rowLabels.first(where: { CellContent.contains(head, $0.text) }) {
                    current = found.row
                    head = ""
                }
            }
        }
        let total = values[.total] ?? []
        form.funds = FundsTable(total: self.line(total, isPart: false))
        form.funds.fiscal = values[.fiscal].map { self.line($0) }
        form.funds.carriedOver = values[.carriedOver].map { self.line($0) }
        form.funds.other = values[.other].map { self.line($0) }
        let rest = total.dropFirst(3).map { $0 }
        form.funds.weight = number(rest, 0)
        form.funds.executionRate = rest.count == 2 ? nil : number(rest, 1)
        form.funds.score = rest.count == 2 ? number(rest, 1) : number(rest, 2)
        if total.count != 6 {
            for field in ["weight", "executionRate", "score"] {
                doubts.add("/funds/\(field)", lines: numbers[.total] ?? lines.map(\.number))
            }
        }
        for (row, name) in [
            (Row.total, "total"), (.fiscal, "fiscal"), (.carriedOver, "carriedOver"), (.other, "other"),
        ]
        where values[row].map({ $0.count < 3 }) ?? (row == .total) {
            doubts.add("/funds/\(name)", lines: numbers[row] ?? lines.map(\.number))
        }
        if let rate = form.funds.executionRate {
            form.executionRateUnit = isPercent || (rate.decimal ?? 0) > 2 ? .percent : .fraction
        } else if isPercent {
            form.executionRateUnit = .percent
        }
        return unplaced
    }

    private static func number(_ values: [String], _ index: Int) -> PrintedNumber? {
        index < values.count && !values[index].isEmpty ? PrintedNumber(values[index]) : nil
    }

    private static func line(_ values: [String], isPart: Bool = true) -> FundsTable.Line {
        func amount(_ index: Int) -> PrintedNumber { index < values.count ? PrintedNumber(values[index]) : "" }
        var line = FundsTable.Line(initialBudget: amount(0), fullYearBudget: amount(1), executed: amount(2))
        if isPart { line.executionRate = number(values, 4) }
        return line
    }
}
