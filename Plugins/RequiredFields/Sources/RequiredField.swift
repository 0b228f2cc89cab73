internal import Workflow
internal import BudgetPerformance
internal import WorkflowPlugin

/// A field of the declaration that can be required, by its key in JSON.
enum RequiredField: String, Sendable, CaseIterable {
    case projectCode, projectName, applicantUnit, primaryBudgetUnit, implementationPeriodYears, projectType
    case isNewProject, allocationMethod, totalAmountWan, annualAmountWan, policyBasis, estimationBasis, overview
    case annualGoal, longTermGoal

    /// The field of that label or key; throws ``ConfigurationError`` where there is none.
    init(naming name: String) throws {
        guard let field = RequiredField.allCases.first(where: { $0.rawValue == name || $0.label == name }) else {
            let near = NearMiss.nearest(to: name, in: RequiredField.allCases.flatMap { [$0.rawValue, $0.label] })
            throw ConfigurationError(
                setting: "fields",
                reason: LocalizedText(
                    chinese: "申报表没有“\(name)”这一项" + (near.map { "，是否想写“\($0)”？" } ?? ""),
                    english: "the declaration has no field “\(name)”" + (near.map { "; did you mean “\($0)”?" } ?? "")))
        }
        self = field
    }

    /// The label as the form prints it.
    var label: String {
        switch self {
        case .projectCode: "项目编码"
        case .projectName: "项目名称"
        case .applicantUnit: "申请单位"
        case .primaryBudgetUnit: "一级预算单位"
        case .implementationPeriodYears: "实施期限"
        case .projectType: "项目类型"
        case .isNewProject: "是否新增项目"
        case .allocationMethod: "分配方式"
        case .totalAmountWan: "项目总金额"
        case .annualAmountWan: "本年度项目金额"
        case .policyBasis: "政策依据"
        case .estimationBasis: "测算依据"
        case .overview: "项目概况"
        case .annualGoal: "年度目标"
        case .longTermGoal: "长期目标"
        }
    }

    /// Whether the field says anything.
    func isFilled(_ form: Declaration) -> Bool {
        switch self {
        case .projectCode: !Blank.isBlank(form.projectCode)
        case .projectName: !Blank.isBlank(form.projectName)
        case .applicantUnit: !Blank.isBlank(form.applicantUnit)
        case .primaryBudgetUnit: !Blank.isBlank(form.primaryBudgetUnit)
        case .implementationPeriodYears: (form.implementationPeriodYears ?? 0) > 0
        case .projectType: !Blank.isBlank(form.projectType)
        case .isNewProject: form.isNewProject != nil
        case .allocationMethod: !Blank.isBlank(form.allocationMethod)
        case .totalAmountWan: !Blank.isBlank(form.totalAmountWan?.text)
        case .annualAmountWan: !Blank.isBlank(form.annualAmountWan?.text)
        case .policyBasis: !Blank.isBlank(form.policyBasis)
        case .estimationBasis: !Blank.isBlank(form.estimationBasis)
        case .overview: !Blank.isBlank(form.overview)
        case .annualGoal: !Blank.isBlank(form.annualGoal)
        case .longTermGoal: !Blank.isBlank(form.longTermGoal)
        }
    }
}

/// When a cell says nothing.
enum Blank: Sendable {
    /// Whether a cell is not printed, empty, or holds only white space, dashes, slashes or `无`.
    static func isBlank(_ text: String?) -> Bool {
        guard let text else { return true }
        let said = text.filter { !$0.isWhitespace }
        return said == "无" || said.allSatisfy { "-－—–―/／\\".contains($0) }
    }
}
