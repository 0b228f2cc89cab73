internal import JSONDocument
internal import Workflow
public import WorkflowPlugin

extension ExpenditureProject {
    /// The shapes that it refuses, and those that it lets pass.
    public static var examples: [PluginExample] { declarationExamples + executionExamples + evaluationExamples }

    private static var declarationExamples: [PluginExample] {
        let code: JSONValue = "440399250610100100001"
        return [
            example(
                "金额“待定”也能保存", "an amount that is no number can be stored",
                ["declaration": ["projectCode": code, "annualAmountWan": "待定", "indicators": []]]),
            example(
                "没有项目编码", "no project code", ["declaration": ["indicators": []]], ["expenditure-project.code-missing"]),
            example(
                "项目编码有标点", "a project code with punctuation",
                ["declaration": ["projectCode": "44/0399", "indicators": []]], ["expenditure-project.code-malformed"]),
            example(
                "项目编码超过 64 位", "a project code of 65 digits",
                ["declaration": ["projectCode": .string(String(repeating: "4", count: 65)), "indicators": []]],
                ["expenditure-project.code-malformed"]),
            example(
                "金额写成数字", "an amount as a number",
                ["declaration": ["projectCode": code, "annualAmountWan": 12.5, "indicators": []]],
                ["expenditure-project.shape"]),
            example(
                "没有指标表", "no list of indicators", ["declaration": ["projectCode": code]], ["expenditure-project.shape"]),
            example(
                "拼错的字段", "a misspelt member",
                ["declaration": ["projectCode": code, "anualGoal": "完好", "indicators": []]],
                ["expenditure-project.unknown-member"]),
        ]
    }

    private static var executionExamples: [PluginExample] {
        let amount = "expenditure-project.amount"
        return [
            example("执行数完整", "a complete record", execution(total: "36.00")),
            example("没有支出", "nothing was spent", execution(total: "0")),
            example("没有执行数", "no executed amount", execution(total: ""), ["expenditure-project.executed-missing"]),
            example("负数", "below zero", execution(total: "-1.00"), [amount]),
            example("三位小数", "three decimals", execution(total: "1.005"), [amount]),
            example("不是数字", "no number", execution(total: "约三十万"), [amount]),
            example("各行合计相符", "lines that add up", execution(total: "36.00", lines: ["30.00", "6.00", "0.00"])),
            example(
                "各行合计不符", "lines that do not add up", execution(total: "36.00", lines: ["30.00", "5.00", "0.00"]),
                ["expenditure-project.sum"]),
            example(
                "一行大于合计", "a line above the total", execution(total: "36.00", lines: ["40.00"]),
                ["expenditure-project.sum"]),
            example("只填一行，小于合计", "one line, below the total", execution(total: "36.00", lines: ["30.00"])),
            example("没有资金", "no funds", ["execution": [:]], ["expenditure-project.shape"]),
        ]
    }

    private static var evaluationExamples: [PluginExample] {
        let funds: JSONValue = ["total": ["initialBudget": "", "fullYearBudget": "", "executed": ""]]
        return [
            example("空白自评表", "a blank evaluation", ["evaluation": ["funds": funds, "indicators": []]]),
            example(
                "人评定的得分缺理由栏", "an entry without its reason",
                ["evaluation": ["funds": funds, "indicators": [], "judgements": [["row": 1, "score": "8"]]]],
                ["expenditure-project.shape"]),
        ]
    }

    private static func execution(total: String, lines: [String] = []) -> JSONValue {
        func line(_ executed: String) -> JSONValue {
            ["initialBudget": "", "fullYearBudget": "", "executed": .string(executed)]
        }
        var funds: JSONObject = ["total": line(total)]
        for (name, executed) in zip(["fiscal", "carriedOver", "other"], lines) { funds[name] = line(executed) }
        return ["execution": ["funds": .object(funds)]]
    }

    private static func example(
        _ chinese: String, _ english: String, _ document: JSONValue, _ expected: [String] = []
    ) -> PluginExample {
        PluginExample(
            title: LocalizedText(chinese: chinese, english: english), document: document, expected: expected)
    }
}
