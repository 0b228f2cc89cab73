internal import JSONDocument
internal import Workflow
public import WorkflowPlugin

extension BudgetExecution {
    /// What it gives, and what it asks a person to do.
    public static var examples: [PluginExample] { table.map(\.example) }

    /// The examples with the score that the funds line gets in each.
    static var table: [(example: PluginExample, score: String?)] { computed + judged }

    private static var computed: [(example: PluginExample, score: String?)] {
        [
            example(
                "按百分比取两位：88.76%", "a percentage with two decimals: 88.76 %", ["4524300.00", "4015625.03"], score: "8.88"
            ),
            example(
                "按小数取两位：0.98", "a fraction with two decimals: 0.98", ["1120000.00", "1094383.00"],
                form: ["executionRateUnit": "fraction"], score: "9.8"),
            example(
                "超过 100% 按满分", "above 100 %: the full weight", ["100.00", "120.00"], ["budget-execution.over-budget"],
                score: "10"),
            example("没有支出", "nothing was spent", ["100.00", "0"], score: "0"),
            example(
                "表中的执行率不对", "the printed rate is wrong", ["100.00", "50.00"], ["budget-execution.rate-differs"],
                form: ["executionRateUnit": "percent"], funds: ["executionRate": "60.00"], score: "5"),
            example(
                "分值不是 10", "another weight than 10", ["100.00", "50.00"], ["budget-execution.weight"],
                funds: ["weight": "20"], score: "10"),
            example(
                "规定的分值为 20", "20 points are the rule", ["100.00", "50.00"], funds: ["weight": "20"], score: "10",
                with: ["fundsWeight": 20]),
            example(
                "与登记的执行数不一致", "another amount than was recorded", ["100.00", "50.00"],
                ["budget-execution.funds-differ"], recorded: "40.00", score: "5"),
            example("与登记的执行数一致", "the amount that was recorded", ["100.00", "50.00"], recorded: "50", score: "5"),
            (
                PluginExample(
                    title: LocalizedText(chinese: "没有自评表", english: "no evaluation"), document: [:],
                    expected: ["budget-execution.no-evaluation"], facts: ["score": ["complete": false, "lines": []]]),
                nil
            ),
        ]
    }

    private static var judged: [(example: PluginExample, score: String?)] {
        let none = ["0.00", "0.00"]
        let rate = ["100.00", "50.00"]
        return [
            example("没有执行数", "nothing executed yet", ["100.00", ""], ["budget-execution.executed-missing"]),
            example("预算为 0", "a budget of nothing", none, ["budget-execution.no-rate"]),
            example("预算数待定", "a budget that is no number", ["待定", "5.00"], ["budget-execution.funds-unreadable"]),
            example(
                "预算为 0，由人评定", "a budget of nothing, a person decides", none, entries: [entry("10", "资金全部调剂，未安排支出")],
                score: "10"),
            example(
                "由人评定但没有理由", "a person's score without a reason", none,
                ["budget-execution.judgement.reason-missing", "budget-execution.no-rate"], entries: [entry("10", " ")]),
            example(
                "超出分值", "more than the weight", none,
                ["budget-execution.judgement.out-of-band", "budget-execution.no-rate"], entries: [entry("10.5", "调剂")]),
            example(
                "三位小数", "three decimals", none, ["budget-execution.judgement.too-precise", "budget-execution.no-rate"],
                entries: [entry("9.555", "调剂")]),
            example(
                "不是数字", "no number", none, ["budget-execution.judgement.not-a-number", "budget-execution.no-rate"],
                entries: [entry("十分", "调剂")]),
            example(
                "录入两次", "entered twice", none, ["budget-execution.judgement.duplicate-row"],
                entries: [entry("9", "调剂"), entry("8", "调剂")], score: "9"),
            example(
                "能计算的不由人评定", "a computed line needs no person", rate, ["budget-execution.judgement.computed-row"],
                entries: [entry("10", "努力")], score: "5"),
            example(
                "没有执行数就评定", "a score before the amount", ["100.00", ""],
                ["budget-execution.judgement.actual-missing", "budget-execution.executed-missing"],
                entries: [entry("10", "调剂")]),
            example(
                "各指标的得分不归本插件", "scores of rows are not its concern", rate,
                entries: [["row": 1, "score": "x", "reason": ""]], score: "5"),
        ]
    }

    private static func entry(_ score: String, _ reason: String) -> JSONValue {
        ["row": 0, "score": .string(score), "reason": .string(reason)]
    }

    private static func line(_ amounts: [String]) -> JSONValue {
        [
            "initialBudget": .string(amounts[0]), "fullYearBudget": .string(amounts[0]),
            "executed": .string(amounts[1]),
        ]
    }

    private static func example(
        _ chinese: String, _ english: String, _ amounts: [String], _ expected: [String] = [],
        form changes: JSONObject = [:], funds more: JSONObject = [:], entries: [JSONValue] = [],
        recorded: String? = nil, score: String? = nil, with configuration: JSONValue = [:]
    ) -> (example: PluginExample, score: String?) {
        var funds = more
        funds["total"] = line(amounts)
        var form = changes
        form["funds"] = .object(funds)
        form["indicators"] = []
        if !entries.isEmpty { form["judgements"] = .array(entries) }
        var document: JSONObject = ["evaluation": .object(form)]
        if let recorded { document["execution"] = ["funds": ["total": line([amounts[0], recorded])]] }
        let example = PluginExample(
            title: LocalizedText(chinese: chinese, english: english), configuration: configuration,
            document: .object(document), expected: expected, facts: ["score": ["complete": false, "total": .null]])
        return (example, score)
    }
}
