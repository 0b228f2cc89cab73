public import WorkflowPlugin
internal import JSONDocument
internal import Workflow

extension RequiredFields {
    /// What it flags, and what it lets pass.
    public static var examples: [PluginExample] {
        headerExamples + goalExamples + rowExamples
    }

    private static var headerExamples: [PluginExample] {
        [
            example("填写完整", "everything is filled in", [:], []),
            example(
                "2022 年版式：只印项目概况", "the edition of 2022 prints an overview only",
                ["policyBasis": nil, "overview": "维护窗口设备"], []),
            PluginExample(
                title: LocalizedText(chinese: "没有申报表", english: "no declaration"), document: [:],
                expected: ["required-fields.no-declaration"]),
            example("项目编码空白", "blank project code", ["projectCode": " "], ["required-fields.missing"]),
            example(
                "两项未填，同时报告", "two blanks, reported together", ["projectName": nil, "totalAmountWan": ""],
                ["required-fields.missing", "required-fields.missing"]),
            example("只填了横线", "only a dash", ["applicantUnit": "——"], ["required-fields.missing"]),
            example("金额“待定”算已填写", "an amount 待定 is filled in: amounts looks at it", ["annualAmountWan": "待定"], []),
            example("依据一项都没有", "no basis of any kind", ["policyBasis": nil], ["required-fields.basis"]),
            example(
                "另设必填项", "other required fields", ["allocationMethod": nil], ["required-fields.missing"],
                with: ["fields": ["分配方式"]]),
        ]
    }

    private static var goalExamples: [PluginExample] {
        [
            example(
                "新增项目未填年度目标", "a new project without an annual goal", ["isNewProject": true, "annualGoal": ""],
                ["required-fields.annual-goal"]),
            example("原有项目可不填年度目标", "a project that goes on needs no annual goal", ["annualGoal": ""], []),
            example(
                "三年期项目未填长期目标", "three years without a long-term goal", ["longTermGoal": ""],
                ["required-fields.long-term-goal"]),
            example(
                "一年期项目没有长期目标", "one year without a long-term goal",
                ["implementationPeriodYears": 1, "longTermGoal": ""], []),
        ]
    }

    private static var rowExamples: [PluginExample] {
        [
            example("没有指标", "no indicators", ["indicators": []], ["required-fields.indicators"]),
            example(
                "有名称没有指标值", "a name without a target", ["indicators": [row("窗口设备数", "")]],
                ["required-fields.target"]),
            example(
                "有指标值没有名称", "a target without a name", ["indicators": [row("", "≥12台")]],
                ["required-fields.indicator-name"]),
            example(
                "空白行", "a blank row", ["indicators": [row("窗口设备数", "≥12台"), row("", "")]],
                ["required-fields.blank-row"]),
            example(
                "不适用的行不需要指标值", "a row 不适用 needs no target",
                ["indicators": [row("窗口设备数", "≥12台"), row("不适用", "")]], []),
        ]
    }

    private static func row(_ name: String, _ target: String) -> JSONValue {
        [
            "level1": "产出指标", "level2": "数量指标", "required": true, "level3": .string(name),
            "target": .string(target), "explanation": "",
        ]
    }

    private static func example(
        _ chinese: String, _ english: String, _ changes: [String: JSONValue?], _ expected: [String],
        with configuration: JSONValue = [:]
    ) -> PluginExample {
        var declaration: JSONObject = [
            "projectCode": "440399250610100100001", "projectName": "窗口设备维护", "applicantUnit": "云澜区政务服务中心",
            "primaryBudgetUnit": "云澜区政务服务和数据管理局", "implementationPeriodYears": 3, "isNewProject": false,
            "totalAmountWan": "36.00", "annualAmountWan": "12.00", "policyBasis": "窗口设备管理办法",
            "annualGoal": "设备完好", "longTermGoal": "设备持续完好", "indicators": [row("窗口设备数", "≥12台")],
        ]
        for (key, value) in changes { declaration[key] = value }
        return PluginExample(
            title: LocalizedText(chinese: chinese, english: english), configuration: configuration,
            document: ["declaration": .object(declaration)], expected: expected)
    }
}
