internal import BudgetPerformance
internal import JSONDocument

/// Completes an execution record that was given in a few values.
///
/// - 年初预算数 of the total line is the declared amount of the year, and 全年预算数 is 年初预算数, where none is given.
/// - Amounts become plain yuan (``AmountText``); a number in JSON becomes its text.
/// - 当年财政拨款 is the total where no other line is given.
struct ExecutionCompletion: Sendable {
    /// 本年度项目金额 of the declaration; a text that is no amount (待定) gives no budget.
    let annualAmountWan: PrintedNumber?

    /// The completed record; a value of another shape stays as it is, for the check to refuse.
    func completing(_ value: JSONValue) -> JSONValue {
        guard var record = value.object, var funds = (record["funds"] ?? .object(JSONObject())).object else {
            return value
        }
        for line in FundsLine.allCases {
            if line == .total, funds[line.rawValue] == nil { funds[line.rawValue] = .object(JSONObject()) }
            guard let given = funds[line.rawValue] else { continue }
            guard var cells = given.object else { return value }
            for column in FundsColumn.allCases { cells[column.rawValue] = cleaned(cells[column.rawValue]) }
            if line == .total { fillBudgets(&cells) }
            funds[line.rawValue] = .object(cells)
        }
        if FundsLine.allCases.allSatisfy({ $0 == .total || funds[$0.rawValue] == nil }) {
            funds[FundsLine.fiscal.rawValue] = funds[FundsLine.total.rawValue]
        }
        record["funds"] = .object(funds)
        return .object(record)
    }

    private func fillBudgets(_ cells: inout JSONObject) {
        if isBlank(cells, .initialBudget) {
            cells[FundsColumn.initialBudget.rawValue] = .string(AmountText.yuan(fromWan: annualAmountWan))
        }
        if isBlank(cells, .fullYearBudget) {
            cells[FundsColumn.fullYearBudget.rawValue] = cells[FundsColumn.initialBudget.rawValue]
        }
    }

    private func isBlank(_ cells: JSONObject, _ column: FundsColumn) -> Bool {
        cells[column.rawValue]?.string?.isEmpty ?? false
    }

    private func cleaned(_ cell: JSONValue?) -> JSONValue {
        switch cell {
        case nil, .null?: ""
        case .string(let text)?: .string(text.allSatisfy(\.isWhitespace) ? "" : AmountText.yuan(text))
        case .number(let number)?: .string(AmountText.plain(number.decimal))
        case let other?: other
        }
    }
}
