internal import JSONDocument
internal import Workflow
public import WorkflowPlugin

extension Amounts {
    /// What it flags, and what it lets pass.
    public static var examples: [PluginExample] {
        [
            example("三年合计", "three years add up", "36.00", "12.00", 3, []),
            example("三年合计差 0.01", "three years, off by 0.01", "82.00", "27.33", 3, []),
            example("四年期，总金额为三年合计", "four years, the total is that of the three-year plan", "2535.00", "845.00", 4, []),
            example("六年期，相差一成", "six years, a tenth off", "884.50", "163.80", 6, []),
            example("六年期，相差一倍以上", "six years, more than double", "91.44", "6.00", 6, ["amounts.total-unlikely"]),
            example("一年期，总金额等于年度金额", "one year, both the same", "56.20", "56.20", 1, []),
            example("一年期，总金额为三年合计", "one year, a total of three", "36.00", "12.00", 1, ["amounts.total-unlikely"]),
            example(
                "总金额小于年度金额", "the total is below the year's amount", "24.60", "42.60", 4, ["amounts.total-below-annual"]
            ),
            example("待定", "to be determined", "36.00", "待定", 3, ["amounts.not-a-number"]),
            example("两个小数点", "two points", "36.00.0", "12.00", 3, ["amounts.not-a-number"]),
            example("带单位", "with its unit", "36万", "12.00", 3, ["amounts.not-a-number"]),
            example("零", "nothing", "0.00", "0", 3, ["amounts.not-positive", "amounts.not-positive"]),
            example("负数", "below zero", "36.00", "-12.00", 3, ["amounts.not-positive"]),
            example("三位小数", "three decimals", "109.455", "36.485", 3, ["amounts.decimals", "amounts.decimals"]),
            example("整数", "no decimals", "36", "12", 3, []),
            example("允许三位小数", "three decimals allowed", "109.455", "36.485", 3, [], with: ["maximumDecimals": 3]),
            example("空白由 required-fields 检查", "blanks are the concern of required-fields", "", " ", 3, []),
            example("提示从一半起", "a hint from one half on", "12.00", "6.00", 4, [], with: ["hintAbovePercent": 50]),
            PluginExample(
                title: LocalizedText(chinese: "没有申报表：不是本插件的事", english: "no declaration: not this plugin's concern"),
                document: [:], expected: []),
        ]
    }

    private static func example(
        _ chinese: String, _ english: String, _ total: String, _ annual: String, _ years: Int, _ expected: [String],
        with configuration: JSONValue = [:]
    ) -> PluginExample {
        PluginExample(
            title: LocalizedText(chinese: chinese, english: english), configuration: configuration,
            document: [
                "declaration": [
                    "totalAmountWan": .string(total), "annualAmountWan": .string(annual),
                    "implementationPeriodYears": .number(ExactNumber(years)), "indicators": [],
                ]
            ],
            expected: expected)
    }
}
