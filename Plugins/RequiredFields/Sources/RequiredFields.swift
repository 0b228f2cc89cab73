internal import Workflow
public import WorkflowPlugin
internal import BudgetPerformance

/// Says which fields of a declaration must be filled in and are not.
///
/// Source: the form itself (二级项目支出绩效目标申报表): 年度目标 of a new project, 长期目标（跨度多年的项目需填）, at least one indicator.
/// A field that an edition does not print is never asked for: 政策依据 and 测算依据 (2023, 2025) or 项目概况 (2022) count as one.
public struct RequiredFields: Validator, ConfigurablePlugin {
    /// Name, version and purpose.
    public static let descriptor = PluginDescriptor(
        name: "required-fields", version: "1.0.0",
        summary: LocalizedText(
            chinese: "检查申报表的必填项是否已填写", english: "checks that the required fields of a declaration are filled in"))

    /// Seven fields of the header; a long-term goal from the second year on.
    public static var defaultConfiguration: RequiredFieldsConfiguration { RequiredFieldsConfiguration() }

    private let fields: [RequiredField]
    private let longTermGoalFromYears: Int

    /// A validator for these fields; throws ``ConfigurationError`` for a field that the form does not have.
    public init(configuration: RequiredFieldsConfiguration) throws {
        fields = try configuration.fields.map { try RequiredField(naming: $0) }
        guard configuration.longTermGoalFromYears >= 1 else {
            throw ConfigurationError(
                setting: "longTermGoalFromYears",
                reason: LocalizedText(chinese: "应为 1 或更大的年数", english: "must be a number of years, 1 or more"))
        }
        longTermGoalFromYears = configuration.longTermGoalFromYears
    }

    /// The fields that are missing, in print order.
    public func validate(_ request: ValidationRequest) async throws -> [Finding] {
        guard let declaration = try request.document.part("declaration", as: Declaration.self) else {
            return [RequiredFieldsMessage.noDeclaration]
        }
        return header(declaration) + goals(declaration) + basis(declaration) + rows(declaration)
    }

    private func header(_ declaration: Declaration) -> [Finding] {
        fields.filter { !$0.isFilled(declaration) }.map { RequiredFieldsMessage.missing($0) }
    }

    private func goals(_ declaration: Declaration) -> [Finding] {
        var findings: [Finding] = []
        if declaration.isNewProject == true, !fields.contains(.annualGoal), Blank.isBlank(declaration.annualGoal) {
            findings.append(RequiredFieldsMessage.annualGoal)
        }
        if let years = declaration.implementationPeriodYears, years >= longTermGoalFromYears, years > 1,
            !fields.contains(.longTermGoal), Blank.isBlank(declaration.longTermGoal)
        {
            findings.append(RequiredFieldsMessage.longTermGoal(years))
        }
        return findings
    }

    private func basis(_ declaration: Declaration) -> [Finding] {
        let texts = [declaration.policyBasis, declaration.estimationBasis, declaration.overview]
        let asked: Set<RequiredField> = [.policyBasis, .estimationBasis, .overview]
        guard texts.allSatisfy(Blank.isBlank), asked.isDisjoint(with: fields) else { return [] }
        return [RequiredFieldsMessage.basis]
    }

    private func rows(_ declaration: Declaration) -> [Finding] {
        guard !declaration.indicators.isEmpty else { return [RequiredFieldsMessage.noIndicators] }
        return declaration.indicators.enumerated().compactMap { index, row in
            guard !row.isNotApplicable else { return nil }
            switch (Blank.isBlank(row.level3), Blank.isBlank(row.target)) {
            case (false, false): return nil
            case (true, true): return RequiredFieldsMessage.blankRow(index, row)
            case (true, false): return RequiredFieldsMessage.noName(index, row)
            case (false, true): return RequiredFieldsMessage.noTarget(index, row)
            }
        }
    }
}

/// The settings of ``RequiredFields``.
public struct RequiredFieldsConfiguration: Codable, Sendable, Hashable {
    /// The fields that must be filled in, by their label (`项目编码`) or their key in JSON (`projectCode`).
    public var fields: [String]
    /// From how many years on 长期目标 is required; 2 by default. A project of one year never needs one.
    public var longTermGoalFromYears: Int

    /// The defaults, unless others are given.
    public init(
        fields: [String] = ["项目编码", "项目名称", "申请单位", "一级预算单位", "实施期限", "本年度项目金额", "项目总金额"],
        longTermGoalFromYears: Int = 2
    ) {
        self.fields = fields
        self.longTermGoalFromYears = longTermGoalFromYears
    }
}
