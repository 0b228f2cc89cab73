internal import JSONDocument
internal import Workflow
public import WorkflowPlugin

extension IndicatorCoverage {
    /// What it flags, and what it lets pass.
    public static var examples: [PluginExample] {
        let full = [
            row("产出指标", "数量指标"), row("产出指标", "质量指标"), row("产出指标", "时效指标"), row("产出指标", "成本指标"),
            row("效益指标", "社会效益指标"), row("满意度指标", "服务对象满意度指标"),
        ]
        func replacing(_ index: Int, _ other: JSONValue) -> [JSONValue] {
            var rows = full
            rows[index] = other
            return rows
        }
        let quantityOnly: JSONValue = ["require": ["*数量"]]
        return [
            example("带 * 的都已填写", "every star is filled in", full, []),
            example("未带 * 的写“不适用”", "不适用 without a star", full + [row("效益指标", "经济效益指标", "不适用", "不适用")], []),
            example("多行中有一行适用即可", "one of several rows is enough", full + [row("产出指标", "数量指标", "不适用", "不适用")], []),
            example(
                "满意度写“不适用”", "satisfaction is 不适用",
                replacing(5, row("满意度指标", "服务对象满意度指标", "不适用", "不适用")), ["indicator-coverage.not-filled"]),
            example(
                "指标值写“不适用”", "the target is 不适用", replacing(0, row("产出指标", "数量指标", "窗口设备数", "不适用")),
                ["indicator-coverage.not-filled"]),
            example(
                "只有空白行", "only a blank row", replacing(1, row("产出指标", "质量指标", "", "—")),
                ["indicator-coverage.not-filled"]),
            example("整组缺失", "a name without any row", Array(full.dropLast()), ["indicator-coverage.missing"]),
            example("不分设的“满意度指标”也算", "an undivided 满意度指标 counts", replacing(5, row("满意度指标", "满意度指标")), []),
            example(
                "满意度印在效益指标内也算", "satisfaction printed inside 效益指标 counts", replacing(5, row("效益指标", "服务对象满意度指标")), []),
            example(
                "体系外的名称", "a name outside of the tree", full + [row("产出指标", "速度指标")],
                ["indicator-coverage.unknown-level"]),
            example(
                "二级指标放错一级指标", "a second-level name in the wrong group", full + [row("效益指标", "成本指标")],
                ["indicator-coverage.unknown-level"]),
            example(
                "只要求数量指标：其余带 * 的仅提示", "only 数量 is demanded: other stars are warned about",
                replacing(5, row("满意度指标", "服务对象满意度指标", "不适用", "不适用")), ["indicator-coverage.not-filled"],
                with: quantityOnly),
            example(
                "另外要求生态效益指标", "生态效益 is demanded too", full, ["indicator-coverage.missing"],
                with: ["require": ["生态效益指标"], "severity": "warning", "otherStarred": "hint"]),
            PluginExample(
                title: LocalizedText(chinese: "没有申报表：不是本插件的事", english: "no declaration: not this plugin's concern"),
                document: [:], expected: []),
        ]
    }

    private static func row(
        _ level1: String, _ level2: String, _ level3: String = "窗口设备数", _ target: String = "≥12台"
    ) -> JSONValue {
        [
            "level1": .string(level1), "level2": .string(level2), "required": true, "level3": .string(level3),
            "target": .string(target), "explanation": "",
        ]
    }

    private static func example(
        _ chinese: String, _ english: String, _ rows: [JSONValue], _ expected: [String],
        with configuration: JSONValue = [:]
    ) -> PluginExample {
        PluginExample(
            title: LocalizedText(chinese: chinese, english: english), configuration: configuration,
            document: ["declaration": ["indicators": .array(rows)]], expected: expected)
    }
}
