internal import Workflow
internal import BudgetPerformance
internal import WorkflowPlugin

/// What ``RequiredFields`` says, in one place.
enum RequiredFieldsMessage: Sendable {
    static var noDeclaration: Finding {
        Finding(
            code: "required-fields.no-declaration", severity: .error, pointer: "/declaration",
            message: LocalizedText(
                chinese: "没有申报表。请先导入或填写申报表。",
                english: "There is no declaration. Import one or fill it in first."))
    }

    static func missing(_ field: RequiredField) -> Finding {
        Finding(
            code: "required-fields.missing", severity: .error, pointer: "/declaration/\(field.rawValue)",
            field: field.label,
            message: LocalizedText(
                chinese: "“\(field.label)”未填写，此项必填。请补充后重新提交。",
                english: "“\(field.label)” is blank and is required. Fill it in and submit again."))
    }

    static var annualGoal: Finding {
        Finding(
            code: "required-fields.annual-goal", severity: .error, pointer: "/declaration/annualGoal", field: "年度目标",
            message: LocalizedText(
                chinese: "新增项目须填写“年度目标”。请填写；如不是新增项目，请更正“是否新增项目”。",
                english: "A new project needs “年度目标” (annual goal). Fill it in, or correct “是否新增项目” if it is not new."))
    }

    static func longTermGoal(_ years: Int) -> Finding {
        Finding(
            code: "required-fields.long-term-goal", severity: .error, pointer: "/declaration/longTermGoal",
            field: "长期目标",
            message: LocalizedText(
                chinese: "实施期限为 \(years) 年，跨年度项目须填写“长期目标”。请填写，或更正“实施期限”。",
                english:
                    "The project runs for \(years) years and needs “长期目标” (long-term goal). Fill it in, or correct “实施期限”."
            ))
    }

    static var basis: Finding {
        Finding(
            code: "required-fields.basis", severity: .warning, pointer: "/declaration", field: "政策依据",
            message: LocalizedText(
                chinese: "“政策依据”“测算依据”“项目概况”均未填写。请按所用版式至少填写一项，供审核参考。",
                english:
                    "“政策依据”, “测算依据” and “项目概况” are all blank. Fill in at least the one that your form prints: reviewers need it."
            ))
    }

    static var noIndicators: Finding {
        Finding(
            code: "required-fields.indicators", severity: .error, pointer: "/declaration/indicators", field: "绩效指标",
            message: LocalizedText(
                chinese: "没有绩效指标。请至少填写一行指标。",
                english: "There are no indicators. Fill in at least one row."))
    }

    static func blankRow(_ index: Int, _ row: DeclaredIndicator) -> Finding {
        finding(
            "blank-row", .warning, index, "level3", "三级指标",
            LocalizedText(
                chinese: "第 \(index + 1) 行（\(row.level2)）空白。请填写，或填“不适用”。",
                english: "Row \(index + 1) (\(row.level2)) is blank. Fill it in, or write 不适用 (not applicable)."))
    }

    static func noName(_ index: Int, _ row: DeclaredIndicator) -> Finding {
        finding(
            "indicator-name", .error, index, "level3", "三级指标",
            LocalizedText(
                chinese: "第 \(index + 1) 行（\(row.level2)）有指标值而没有三级指标。请填写三级指标名称。",
                english: "Row \(index + 1) (\(row.level2)) has a target but no indicator. Name the indicator (三级指标)."))
    }

    static func noTarget(_ index: Int, _ row: DeclaredIndicator) -> Finding {
        finding(
            "target", .error, index, "target", "指标值",
            LocalizedText(
                chinese: "第 \(index + 1) 行（\(row.level2)）没有指标值。请填写指标值；不适用的行请在三级指标填“不适用”。",
                english:
                    "Row \(index + 1) (\(row.level2)) has no target. Fill in 指标值; a row that does not apply says 不适用 as its indicator."
            ))
    }

    private static func finding(
        _ code: String, _ severity: Finding.Severity, _ index: Int, _ member: String, _ field: String,
        _ message: LocalizedText
    ) -> Finding {
        Finding(
            code: "required-fields.\(code)", severity: severity, pointer: "/declaration/indicators/\(index)/\(member)",
            row: index + 1, field: field, message: message)
    }
}
