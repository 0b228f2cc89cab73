/// 项目支出绩效自评表: what a unit reports after the year has ended.
///
/// Amounts are in 元. A field that the table does not print is `nil`; a printed, blank cell is `""`.
/// Source: the official form, editions of 2021 and 2023.
public struct SelfEvaluation: Codable, Sendable, Hashable {
    /// How a value that is not in the table itself came to be.
    public enum YearSource: String, Codable, Sendable { case printed, inferred }
    /// Whether 执行率 is printed as a fraction (`0.98`) or a percentage (`88.76`).
    public enum RateUnit: String, Codable, Sendable { case fraction, percent }

    /// The title line of the table, where printed.
    public var title: String?
    /// 项目编码: 21 digits, a text.
    public var projectCode: String?
    /// 项目名称.
    public var projectName: String?
    /// 绩效自评年度.
    public var year: Int?
    /// Whether ``year`` is printed or inferred from dates in the texts.
    public var yearSource: YearSource?
    /// 主管部门.
    public var supervisingDepartment: String?
    /// 实施单位.
    public var implementingUnit: String?
    /// 一级预算单位.
    public var primaryBudgetUnit: String?
    /// 项目金额, in 元.
    public var projectAmountYuan: PrintedNumber?
    /// 项目资金（元）.
    public var funds: FundsTable
    /// The unit in which the execution rate is printed.
    public var executionRateUnit: RateUnit?
    /// 预期目标.
    public var expectedGoal: String?
    /// 实际完成情况.
    public var actualCompletion: String?
    /// Points printed beside the first-level names, e.g. `产出指标 (50分)`.
    public var level1Weights: [String: PrintedNumber]?
    /// The indicator rows in print order, 不适用 rows included.
    public var indicators: [EvaluatedIndicator]
    /// 总分, the column of weights.
    public var totalWeight: PrintedNumber?
    /// 总分, the column of scores.
    public var totalScore: PrintedNumber?

    /// An empty evaluation, to be filled field by field.
    public init(funds: FundsTable = FundsTable(), indicators: [EvaluatedIndicator] = []) {
        self.funds = funds
        self.indicators = indicators
    }
}

/// One indicator row of a ``SelfEvaluation``.
public struct EvaluatedIndicator: Codable, Sendable, Hashable {
    /// 一级指标, normalised.
    public var level1: String
    /// 二级指标, normalised.
    public var level2: String
    /// 三级指标.
    public var level3: String
    /// 年度指标值: the target that was approved.
    public var target: String
    /// 实际完成值.
    public var actual: String
    /// 分值: the points that the row can reach.
    public var weight: PrintedNumber
    /// 得分: as printed, or as a person entered it; `""` while nobody has.
    public var score: PrintedNumber
    /// 偏差原因分析及改进措施.
    public var deviationReason: String?
    /// 指标解释 of the approved declaration, which may define bands; never printed in the evaluation.
    public var explanation: String?

    /// A row with all its cells.
    public init(
        level1: String, level2: String, level3: String, target: String, actual: String = "",
        weight: PrintedNumber = "", score: PrintedNumber = "", deviationReason: String? = nil,
        explanation: String? = nil
    ) {
        self.level1 = level1
        self.level2 = level2
        self.level3 = level3
        self.target = target
        self.actual = actual
        self.weight = weight
        self.score = score
        self.deviationReason = deviationReason
        self.explanation = explanation
    }

    /// Whether the row is marked 不适用 and hence weighs nothing.
    public var isNotApplicable: Bool { level3 == IndicatorTree.notApplicable }
}
