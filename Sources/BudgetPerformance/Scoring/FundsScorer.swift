public import Foundation

/// Scores 项目资金: weight × 执行率, the rate rounded as the form prints it, the score to two decimals half up.
///
/// Only the total line counts. Over 100 %: the full weight, with a warning. Budget 0: no rate, a person decides.
/// Source: the official form and DOMAIN.md, "Self-evaluation".
public struct FundsScorer: Sendable, Hashable {
    /// The settings.
    public var policy: ScoringPolicy

    /// A scorer with the documented defaults, unless a policy is given.
    public init(policy: ScoringPolicy = ScoringPolicy()) {
        self.policy = policy
    }

    /// The execution rate, rounded as printed, as a fraction (1 is 100 %); `nil` without readable amounts or for budget 0.
    public func rate(of line: FundsTable.Line, printedIn unit: SelfEvaluation.RateUnit? = nil) -> Decimal? {
        guard let budget = line.fullYearBudget.decimal, let executed = line.executed.decimal, budget > 0, executed >= 0
        else { return nil }
        switch rounding(unit) {
        case .fraction: return (executed / budget).roundedHalfUp(2)
        case .percent: return (executed * 100 / budget).roundedHalfUp(2) / 100
        }
    }

    /// The execution rate as a table prints it: `0.98`, or `88.76`.
    public func printedRate(of line: FundsTable.Line, in unit: SelfEvaluation.RateUnit? = nil) -> PrintedNumber? {
        guard let rate = rate(of: line, printedIn: unit) else { return nil }
        return PrintedNumber((rounding(unit) == .fraction ? rate : rate * 100).twoDecimalText)
    }

    /// The funds line of the sheet. `unit` is how the form prints its rate; without it the policy's rounding applies.
    public func score(_ funds: FundsTable, printedIn unit: SelfEvaluation.RateUnit? = nil) -> LineScore {
        let weight = funds.weight?.decimal ?? Decimal(policy.fundsWeight)
        var line = LineScore(row: .funds, weight: weight, printedText: funds.score?.nilIfBlank, rule: .executionRate)
        guard let rate = rate(of: funds.total, printedIn: unit) else { return withoutRate(funds.total, line) }
        line.computed = (weight * min(rate, 1)).roundedHalfUp()
        if let budget = funds.total.fullYearBudget.decimal, let executed = funds.total.executed.decimal,
            executed > budget
        {
            line.reasons.append(ScoreReason(.fundsOverBudget, ["rate": rate.plainText]))
        }
        if let printed = funds.executionRate?.decimal, unit != nil {
            let computed = rounding(unit) == .fraction ? rate : rate * 100
            if printed != computed {
                line.reasons.append(
                    ScoreReason(.rateDiffers, ["printed": printed.plainText, "computed": computed.plainText]))
            }
        }
        return line
    }

    private func withoutRate(_ total: FundsTable.Line, _ given: LineScore) -> LineScore {
        var line = given
        line.needsPerson = true
        line.allowed = line.weight.map { AllowedPoints(lower: 0, upper: $0) }
        if total.executed.text.isEmpty {
            line.rule = .noActual
            line.reasons.append(ScoreReason(.actualMissing))
        } else if total.fullYearBudget.decimal == 0 {
            line.rule = .noRate
            line.reasons.append(ScoreReason(.budgetZero))
        } else {
            line.rule = .notComparable
            line.reasons.append(ScoreReason(.fundsUnreadable))
        }
        return line
    }

    private func rounding(_ unit: SelfEvaluation.RateUnit?) -> ScoringPolicy.RateRounding {
        unit.map { ScoringPolicy.RateRounding($0) } ?? policy.rateRounding
    }
}

extension PrintedNumber {
    /// The number, or `nil` where the cell is blank.
    var nilIfBlank: PrintedNumber? { text.isEmpty ? nil : self }
}
