internal import BudgetPerformance
internal import Foundation
internal import WorkflowPlugin

/// The shape of an execution record: plain amounts of 元, the executed total, and lines that are not more than the total.
struct ExecutionCheck: Sendable {
    let funds: FundsTable

    /// What is wrong, line by line.
    var findings: [Finding] {
        let cells = lines.flatMap { line, amounts in
            FundsColumn.allCases.compactMap { check(amounts[$0], line, $0) }
        }
        return cells.isEmpty ? sums : cells
    }

    private var lines: [(FundsLine, FundsTable.Line)] {
        let given: [(FundsLine, FundsTable.Line?)] = [
            (.total, funds.total), (.fiscal, funds.fiscal), (.carriedOver, funds.carriedOver), (.other, funds.other),
        ]
        return given.compactMap { line, amounts in amounts.map { (line, $0) } }
    }

    private func check(_ number: PrintedNumber, _ line: FundsLine, _ column: FundsColumn) -> Finding? {
        if number.text.isEmpty {
            guard line == .total, column == .executed else { return nil }
            return ExpenditureProjectMessage.executedMissing
        }
        guard let amount = PlainAmount(number), amount.value >= 0, amount.fractionDigits <= 2 else {
            return ExpenditureProjectMessage.amount(line, column)
        }
        return nil
    }

    /// total = fiscal + carried over + other; a line that is not given counts as nothing until all are given.
    private var sums: [Finding] {
        FundsColumn.allCases.compactMap { column in
            guard let total = PlainAmount(funds.total[column])?.value else { return nil }
            let parts = lines.dropFirst().compactMap { PlainAmount($0.1[column])?.value }
            let sum = parts.reduce(0, +)
            guard sum > total || (parts.count == FundsLine.allCases.count - 1 && sum != total) else { return nil }
            return ExpenditureProjectMessage.sum(column)
        }
    }
}

extension FundsTable.Line {
    /// The cell of a column.
    subscript(column: FundsColumn) -> PrintedNumber {
        switch column {
        case .executed: executed
        case .fullYearBudget: fullYearBudget
        case .initialBudget: initialBudget
        }
    }
}
