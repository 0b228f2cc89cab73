internal import BudgetPerformance
internal import WorkflowPlugin

/// What a person has to do about the lines of a sheet, or should know: one finding a row at most for each matter.
struct RowFindings: Sendable {
    let form: SelfEvaluation
    let sheet: ScoreSheet
    /// Whether another scorer has spoken about the funds.
    let isFundsKnown: Bool

    /// In the order of the sheet.
    var findings: [Finding] {
        sheet.lines.flatMap { line -> [Finding] in
            switch line.row {
            case .funds: isFundsKnown || line.isSettled ? [] : [IndicatorAttainmentMessage.fundsOpen]
            case .indicator(let number):
                form.indicators.indices.contains(number - 1)
                    ? findings(line, form.indicators[number - 1], number - 1) : []
            }
        }
    }

    private func findings(_ line: LineScore, _ row: EvaluatedIndicator, _ index: Int) -> [Finding] {
        var findings: [Finding] = []
        if !line.isSettled {
            // A row without a weight is spoken of by the weights.
            if line.weight == nil, line.rule != .noActual { return [] }
            findings.append(IndicatorAttainmentMessage.open(line, index))
        } else if lacksReason(line, row) {
            findings.append(IndicatorAttainmentMessage.deviationReason(index))
        }
        for reason in line.reasons {
            switch reason.code {
            case .claimContradictsFunds: findings.append(IndicatorAttainmentMessage.claim(index))
            case .overFulfilled: findings.append(IndicatorAttainmentMessage.overFulfilled(index, reason.values))
            default: break
            }
        }
        return findings
    }

    /// Whether a row below its weight says nowhere why.
    private func lacksReason(_ line: LineScore, _ row: EvaluatedIndicator) -> Bool {
        guard line.rule != .notApplicable, let score = line.score, let weight = line.weight, score < weight else {
            return false
        }
        return [row.deviationReason, line.judged?.reason].allSatisfy { ($0 ?? "").allSatisfy(\.isWhitespace) }
    }
}
