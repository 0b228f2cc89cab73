internal import JSONDocument
internal import Workflow
public import WorkflowPlugin

extension IndicatorAttainment {
    /// What it gives, and what it asks a person to do.
    public static var examples: [PluginExample] { whole + rows + entries }

    private static var whole: [PluginExample] {
        [
            example("全部达成", "everything reached", [row("≥12台", "12台", "90")], total: "100", grade: "优"),
            example(
                "资金与指标各有欠缺", "money and rows fall short", [row("≥10台", "9台", "90", reason: "一台返厂")],
                executed: "50.00", total: "86", grade: "良"),
            example(
                "“不适用”的行不计分", "a row 不适用 weighs nothing",
                [row("≥12台", "12台", "90"), row("不适用", "", "0", name: "不适用")], total: "100", grade: "优"),
            example(
                "分值合计不是 100", "weights of 90", [row("≥12台", "12台", "80")], ["indicator-attainment.weights"]),
            example(
                "有一行没有分值", "a row without a weight", [row("≥12台", "12台", "90"), row("≥12台", "12台", "")],
                ["indicator-attainment.weight", "indicator-attainment.weights"]),
            example(
                "“不适用”的行有分值", "a row 不适用 with points",
                [row("≥12台", "12台", "80"), row("不适用", "", "10", name: "不适用")],
                ["indicator-attainment.not-applicable-weight"]),
            example(
                "资金没有执行率", "no execution rate", [row("≥12台", "12台", "90")], ["indicator-attainment.funds"],
                executed: ""),
            example(
                "目标被改低", "a target was lowered", [row("≥6台", "12台", "90")],
                ["indicator-attainment.target-changed", "indicator-attainment.over-fulfilled"],
                approved: [row("≥12台", "", "")]),
            example(
                "指标被改名", "an indicator was renamed", [row("≥12台", "12台", "90")],
                ["indicator-attainment.target-changed"], approved: [row("≥12台", "", "", name: "窗口数")]),
            example(
                "空格和全角不算改动", "white space and width change nothing", [row("≥ １２台", "12台", "90")],
                approved: [row("≥12 台", "", "")], total: "100", grade: "优"),
            example(
                "少了一行", "a row is gone", [row("≥12台", "12台", "90")], ["indicator-attainment.rows-changed"],
                approved: [row("≥12台", "", ""), row("≥3次", "", "")]),
            example(
                "填了别的年度的表", "the form of another year", [row("≥12台", "12台", "90")], ["indicator-attainment.year"],
                form: ["year": 2019], total: "100", grade: "优"),
            PluginExample(
                title: LocalizedText(chinese: "没有自评表", english: "no evaluation"), document: [:],
                expected: ["indicator-attainment.no-evaluation"],
                facts: ["score": ["complete": false, "total": .null, "grade": .null, "lines": []]]),
        ]
    }

    private static var rows: [PluginExample] {
        [
            example(
                "没有实际完成值", "no actual value", [row("≥12台", "", "90")], ["indicator-attainment.actual-missing"]),
            example(
                "实际完成值照抄目标", "the actual value repeats the target", [row("满意", "满意", "90", name: "群众评价")],
                ["indicator-attainment.nothing-measured"]),
            example("定性指标", "a qualitative row", [row("显著", "有所提升", "90")], ["indicator-attainment.qualitative"]),
            example(
                "无法比较", "not comparable", [row("≥12台", "已完成3次", "90")], ["indicator-attainment.needs-person"]),
            example(
                "未得满分而没有原因", "below its weight without a reason", [row("≥10台", "9台", "90")],
                ["indicator-attainment.deviation-reason"], total: "91", grade: "优"),
            example(
                "超过目标 130%", "above 130 % of the target", [row("≥10台", "14台", "90")],
                ["indicator-attainment.over-fulfilled"], total: "100", grade: "优"),
            example(
                "正好 130%", "exactly 130 % of the target", [row("≥10台", "13台", "90")], total: "100", grade: "优"),
            example(
                "称未超预算而实际超出", "claims to have kept the budget", [row("未超年初预算", "未超年初预算", "90")],
                ["indicator-attainment.needs-person", "indicator-attainment.claim"], executed: "120.00"),
        ]
    }

    private static var entries: [PluginExample] {
        let label = [row("显著", "达成", "90")]
        return [
            example("由人评定", "a person's score", label, judged: [entry(1, "90")], total: "100", grade: "优"),
            example(
                "低于满分须有理由", "below the weight it needs a reason", label, ["indicator-attainment.deviation-reason"],
                judged: [entry(1, "80")], total: "90", grade: "优"),
            example(
                "超出档次", "outside of its band", label,
                ["indicator-attainment.judgement.out-of-band", "indicator-attainment.qualitative"],
                judged: [entry(1, "60", "效果一般")]),
            example(
                "无法比较而没有理由", "not comparable, no reason", [row("≥12台", "已完成3次", "90")],
                ["indicator-attainment.judgement.reason-missing", "indicator-attainment.needs-person"],
                judged: [entry(1, "90")]),
            example(
                "能计算的不由人评定", "a computed row needs no person", [row("≥12台", "12台", "90")],
                ["indicator-attainment.judgement.computed-row"], judged: [entry(1, "90")]),
            example(
                "还没有实际完成值就评定", "a score before the actual value", [row("显著", "", "90")],
                ["indicator-attainment.judgement.actual-missing", "indicator-attainment.actual-missing"],
                judged: [entry(1, "90")]),
            example(
                "没有分值就评定", "a score without a weight", [row("显著", "达成", "")],
                [
                    "indicator-attainment.weight", "indicator-attainment.weights",
                    "indicator-attainment.judgement.weight-missing",
                ], judged: [entry(1, "90")]),
            example(
                "没有这一行", "no such row", [row("≥12台", "12台", "90")], ["indicator-attainment.judgement.unknown-row"],
                judged: [entry(2, "90")]),
            example(
                "录入两次", "entered twice", label, ["indicator-attainment.judgement.duplicate-row"],
                judged: [entry(1, "90"), entry(1, "85")]),
            example(
                "三位小数", "three decimals", label,
                ["indicator-attainment.judgement.too-precise", "indicator-attainment.qualitative"],
                judged: [entry(1, "85.125", "略有不足")]),
            example(
                "不是数字", "no number", label,
                ["indicator-attainment.judgement.not-a-number", "indicator-attainment.qualitative"],
                judged: [entry(1, "八十分")]),
            example(
                "资金由人评定", "a person's score of the funds", [row("≥12台", "12台", "90")], executed: "待核",
                judged: [entry(0, "10", "以决算数为准")], total: "100", grade: "优"),
        ]
    }

    private static func row(
        _ target: String, _ actual: String, _ weight: String, name: String = "设备数", reason: String? = nil
    ) -> JSONObject {
        var row: JSONObject = [
            "level1": "产出指标", "level2": "数量指标", "level3": .string(name), "target": .string(target),
            "actual": .string(actual), "weight": .string(weight), "score": "",
        ]
        if let reason { row["deviationReason"] = .string(reason) }
        return row
    }

    private static func entry(_ row: Int, _ score: String, _ reason: String = "") -> JSONValue {
        ["row": .number(ExactNumber(row)), "score": .string(score), "reason": .string(reason)]
    }

    private static func example(
        _ chinese: String, _ english: String, _ rows: [JSONObject], _ expected: [String] = [],
        executed: String = "100.00", form changes: JSONObject = [:], approved: [JSONObject]? = nil,
        judged: [JSONValue] = [], total: String? = nil, grade: String? = nil
    ) -> PluginExample {
        var form = changes
        form["funds"] = [
            "total": ["initialBudget": "100.00", "fullYearBudget": "100.00", "executed": .string(executed)]
        ]
        form["indicators"] = .array(rows.map { .object($0) })
        if !judged.isEmpty { form["judgements"] = .array(judged) }
        var document: JSONObject = ["evaluation": .object(form)]
        if let approved {
            let declared = approved.map { row -> JSONValue in
                var row = row
                row["required"] = true
                row["explanation"] = ""
                return .object(row)
            }
            document["declaration"] = ["indicators": .array(declared)]
        }
        return PluginExample(
            title: LocalizedText(chinese: chinese, english: english), document: .object(document), expected: expected,
            facts: [
                "score": [
                    "complete": .bool(total != nil), "total": total.map { .string($0) } ?? .null,
                    "grade": grade.map { .string($0) } ?? .null,
                ]
            ])
    }
}
