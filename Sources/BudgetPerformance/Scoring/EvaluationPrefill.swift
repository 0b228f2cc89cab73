internal import Foundation

/// Makes the 自评表 that a unit finds in its inbox when the year has ended: everything that is known is filled in, what the unit
/// has to say is blank. Source: DOMAIN.md, "Self-evaluation"; the targets are those that were approved.
public struct EvaluationPrefill: Sendable, Hashable {
    /// The settings.
    public var policy: ScoringPolicy

    /// A pre-fill with the documented defaults, unless a policy is given.
    public init(policy: ScoringPolicy = ScoringPolicy()) {
        self.policy = policy
    }

    /// The evaluation of one approved project.
    ///
    /// - Parameters:
    ///   - declaration: the approved declaration; its amounts are in 万元.
    ///   - execution: the record of the money, in 元.
    ///   - year: the budget year.
    ///   - implementingUnit: 实施单位; the applicant unit of the declaration where none is given.
    ///   - primaryBudgetUnit: 一级预算单位; that of the declaration where none is given.
    ///   - supervisingDepartment: 主管部门, where known.
    public func evaluation(
        of declaration: Declaration, execution: FundsTable, year: Int, implementingUnit: String? = nil,
        primaryBudgetUnit: String? = nil, supervisingDepartment: String? = nil
    ) -> SelfEvaluation {
        let spread = WeightSpread(declaration.indicators.map { WeightSpread.Row($0) }, policy: policy)
        var form = SelfEvaluation(funds: execution)
        form.indicators = zip(declaration.indicators, spread.rows).map { row, weight in
            EvaluatedIndicator(
                level1: row.level1, level2: row.level2, level3: row.level3, target: row.target,
                weight: PrintedNumber(String(weight)), explanation: row.explanation.isEmpty ? nil : row.explanation)
        }
        form.projectCode = declaration.projectCode
        form.projectName = declaration.projectName
        form.year = year
        form.supervisingDepartment = supervisingDepartment
        form.implementingUnit = implementingUnit ?? declaration.applicantUnit
        form.primaryBudgetUnit = primaryBudgetUnit ?? declaration.primaryBudgetUnit
        form.projectAmountYuan = declaration.totalAmountWan?.decimal.map { PrintedNumber(($0 * 10_000).twoDecimalText) }
        form.expectedGoal = declaration.annualGoal
        form.executionRateUnit = policy.rateRounding == .fraction ? .fraction : .percent
        form.funds.weight = PrintedNumber(String(spread.funds))
        form.funds.executionRate = FundsScorer(policy: policy).printedRate(of: execution.total)
        form.funds.score = nil
        form.totalWeight = PrintedNumber(String(spread.funds + spread.rows.reduce(0, +)))
        return form
    }
}
