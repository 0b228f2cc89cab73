/// 二级项目支出绩效目标申报表: what a unit declares before the year begins.
///
/// Amounts are in 万元 (10,000 yuan). A field that the table does not print is `nil`; a printed, blank cell is `""`.
/// Source: the official form, editions of 2022, 2023 and 2025.
public struct Declaration: Codable, Sendable, Hashable {
    /// The title line of the table, where printed.
    public var title: String?
    /// 项目编码: 21 digits, a text.
    public var projectCode: String?
    /// 项目名称.
    public var projectName: String?
    /// 申请单位.
    public var applicantUnit: String?
    /// 一级预算单位.
    public var primaryBudgetUnit: String?
    /// 实施期限, in years.
    public var implementationPeriodYears: Int?
    /// 项目类型: code and name, e.g. `31 履职类项目`.
    public var projectType: String?
    /// 是否新增项目: 是 or 否.
    public var isNewProject: Bool?
    /// 分配方式.
    public var allocationMethod: String?
    /// 项目总金额（中期规划，万元）.
    public var totalAmountWan: PrintedNumber?
    /// 本年度项目金额（万元）.
    public var annualAmountWan: PrintedNumber?
    /// 政策依据 (2023, 2025).
    public var policyBasis: String?
    /// 测算依据 (2023, 2025).
    public var estimationBasis: String?
    /// 项目概况 (2022).
    public var overview: String?
    /// 年度目标.
    public var annualGoal: String?
    /// 长期目标（跨度多年的项目需填）.
    public var longTermGoal: String?
    /// 备注 of the template itself, not of the project.
    public var templateNote: String?
    /// The indicator rows in print order, 不适用 rows included.
    public var indicators: [DeclaredIndicator]

    /// An empty declaration, to be filled field by field.
    public init(indicators: [DeclaredIndicator] = []) {
        self.indicators = indicators
    }
}

/// One indicator row of a ``Declaration``.
public struct DeclaredIndicator: Codable, Sendable, Hashable {
    /// 一级指标, normalised, e.g. `产出指标`.
    public var level1: String
    /// 二级指标, normalised, e.g. `数量指标`.
    public var level2: String
    /// Whether the second level carries a star.
    public var required: Bool
    /// 三级指标.
    public var level3: String
    /// 指标值.
    public var target: String
    /// 指标解释.
    public var explanation: String

    /// A row with all its cells.
    public init(level1: String, level2: String, required: Bool, level3: String, target: String, explanation: String) {
        self.level1 = level1
        self.level2 = level2
        self.required = required
        self.level3 = level3
        self.target = target
        self.explanation = explanation
    }

    /// Whether the row is marked 不适用 and hence weighs nothing.
    public var isNotApplicable: Bool { level3 == IndicatorTree.notApplicable }
}
