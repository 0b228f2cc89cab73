internal import JSONDocument
internal import Workflow
public import WorkflowPlugin

extension TextLimits {
    /// What it flags, and what it lets pass.
    public static var examples: [PluginExample] {
        let long = "text-limits.too-long"
        return [
            example(
                "正好在限内", "exactly at the limits", declaration(name: 40, goal: 2000, indicator: 40, explanation: 200), []
            ),
            example("项目名称 41 字", "a project's name of 41 characters", declaration(name: 41), [long]),
            example("目标 2001 字", "goals of 2001 characters", declaration(goal: 2001), [long, long]),
            example(
                "指标名 41 字、解释 201 字", "an indicator of 41 and an explanation of 201 characters",
                declaration(indicator: 41, explanation: 201), [long, long]),
            example(
                "空白不计", "white space is not counted",
                ["declaration": ["projectName": .string(text(40) + " \n　"), "indicators": []]], []),
            example("另设字数", "other limits", declaration(name: 11), [long], with: ["names": 10, "severity": "error"]),
            example("偏差原因 201 字", "a reason of 201 characters", evaluation(reason: 201), [long]),
            example("偏差原因 200 字", "a reason of 200 characters", evaluation(reason: 200), []),
            example("完成情况 2001 字", "2001 characters on what was done", evaluation(completion: 2001), [long]),
            example("没有任何表", "no form at all", [:], []),
        ]
    }

    private static func text(_ count: Int) -> String { String(repeating: "字", count: count) }

    private static func declaration(
        name: Int = 1, goal: Int = 1, indicator: Int = 1, explanation: Int = 1
    ) -> JSONValue {
        [
            "declaration": [
                "projectName": .string(text(name)), "annualGoal": .string(text(goal)),
                "longTermGoal": .string(text(goal)),
                "indicators": [
                    [
                        "level1": "产出指标", "level2": "数量指标", "required": true, "level3": .string(text(indicator)),
                        "target": "≥12台", "explanation": .string(text(explanation)),
                    ]
                ],
            ]
        ]
    }

    private static func evaluation(reason: Int = 1, completion: Int = 1) -> JSONValue {
        [
            "evaluation": [
                "actualCompletion": .string(text(completion)),
                "funds": ["total": ["initialBudget": "", "fullYearBudget": "", "executed": ""]],
                "indicators": [
                    [
                        "level1": "产出指标", "level2": "数量指标", "level3": "窗口设备数", "target": "≥12台",
                        "actual": "10台", "weight": "90", "score": "", "deviationReason": .string(text(reason)),
                    ]
                ],
            ]
        ]
    }

    private static func example(
        _ chinese: String, _ english: String, _ document: JSONValue, _ expected: [String],
        with configuration: JSONValue = [:]
    ) -> PluginExample {
        PluginExample(
            title: LocalizedText(chinese: chinese, english: english), configuration: configuration, document: document,
            expected: expected)
    }
}
