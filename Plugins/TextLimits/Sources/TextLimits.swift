internal import BudgetPerformance
internal import Workflow
public import WorkflowPlugin

/// Says which texts are longer than the form allows. Characters are counted without white space; nothing is ever cut.
///
/// Source: the form's notes: goals 2000 characters, names 40, explanations and reasons 200.
public struct TextLimits: Validator, ConfigurablePlugin {
    /// Name, version and purpose.
    public static let descriptor = PluginDescriptor(
        name: "text-limits", version: "1.0.0",
        summary: LocalizedText(chinese: "检查文字是否超过规定字数", english: "checks the length of texts"))

    /// 2000, 40, 200 and 200 characters, as warnings.
    public static var defaultConfiguration: TextLimitsConfiguration { TextLimitsConfiguration() }

    private let configuration: TextLimitsConfiguration

    /// A validator with these settings; throws ``ConfigurationError`` for a limit below 1.
    public init(configuration: TextLimitsConfiguration) throws {
        let limits = [
            ("goals", configuration.goals), ("names", configuration.names),
            ("explanations", configuration.explanations),
            ("reasons", configuration.reasons),
        ]
        for (setting, value) in limits where value < 1 {
            throw ConfigurationError(
                setting: setting, reason: LocalizedText(chinese: "应为 1 或更大的字数", english: "must be 1 character or more"))
        }
        self.configuration = configuration
    }

    /// Texts that are too long, in print order.
    public func validate(_ request: ValidationRequest) async throws -> [Finding] {
        var findings: [Finding] = []
        if let declaration = try request.document.part("declaration", as: Declaration.self) {
            findings += check(declaration)
        }
        if let evaluation = try request.document.part("evaluation", as: EvaluationRecord.self) {
            findings += check(evaluation.form)
        }
        return findings
    }

    private func check(_ form: Declaration) -> [Finding] {
        var findings: [Finding?] = [
            check(form.projectName, configuration.names, "/declaration/projectName", "项目名称"),
            check(form.annualGoal, configuration.goals, "/declaration/annualGoal", "年度目标"),
            check(form.longTermGoal, configuration.goals, "/declaration/longTermGoal", "长期目标"),
        ]
        for (index, row) in form.indicators.enumerated() {
            let place = "/declaration/indicators/\(index)"
            findings.append(check(row.level3, configuration.names, place + "/level3", "三级指标", row: index + 1))
            findings.append(
                check(row.explanation, configuration.explanations, place + "/explanation", "指标解释", row: index + 1))
        }
        return findings.compactMap(\.self)
    }

    /// The texts that the evaluation adds; those of the approved declaration are not looked at again.
    private func check(_ form: SelfEvaluation) -> [Finding] {
        let completion = check(
            form.actualCompletion, configuration.goals, "/evaluation/actualCompletion", "实际完成情况")
        let reasons = form.indicators.enumerated().map { index, row in
            check(
                row.deviationReason, configuration.reasons, "/evaluation/indicators/\(index)/deviationReason",
                "偏差原因分析及改进措施", row: index + 1)
        }
        return ([completion] + reasons).compactMap(\.self)
    }

    private func check(_ text: String?, _ limit: Int, _ pointer: String, _ field: String, row: Int? = nil) -> Finding? {
        let count = text?.count { !$0.isWhitespace } ?? 0
        guard count > limit else { return nil }
        let chinesePlace = row.map { "第 \($0) 行" } ?? ""
        let englishPlace = row.map { " of row \($0)" } ?? ""
        return Finding(
            code: "text-limits.too-long", severity: configuration.severity, pointer: pointer, row: row, field: field,
            message: LocalizedText(
                chinese: "\(chinesePlace)“\(field)”有 \(count) 字（不计空白），规定不超过 \(limit) 字。请精简。",
                english:
                    "“\(field)”\(englishPlace) has \(count) characters (white space aside), \(limit) are allowed. Shorten it."
            ))
    }
}

/// The settings of ``TextLimits``: the most characters of each kind of text, white space not counted.
public struct TextLimitsConfiguration: Codable, Sendable, Hashable {
    /// 年度目标, 长期目标, 实际完成情况; 2000 by default.
    public var goals: Int
    /// 项目名称, 三级指标; 40 by default.
    public var names: Int
    /// 指标解释; 200 by default.
    public var explanations: Int
    /// 偏差原因分析及改进措施; 200 by default.
    public var reasons: Int
    /// What a text that is too long means; `warning` by default.
    public var severity: Finding.Severity

    /// The defaults, unless others are given.
    public init(
        goals: Int = 2000, names: Int = 40, explanations: Int = 200, reasons: Int = 200,
        severity: Finding.Severity = .warning
    ) {
        self.goals = goals
        self.names = names
        self.explanations = explanations
        self.reasons = reasons
        self.severity = severity
    }
}
