internal import BudgetPerformance
internal import Workflow
internal import WorkflowPlugin

/// What ``IndicatorCoverage`` says, in one place.
enum IndicatorCoverageMessage: Sendable {
    /// A name without an indicator: `index` is its first row, where the table has one.
    static func gap(_ level: IndicatorTree.Level2, _ severity: Finding.Severity, at index: Int?) -> Finding {
        guard let index else {
            return Finding(
                code: "indicator-coverage.missing", severity: severity, pointer: "/declaration/indicators",
                field: level.rawValue,
                message: LocalizedText(
                    chinese: "缺少“\(level.rawValue)”。该二级指标至少要有一行适用的指标，请补充。",
                    english: "“\(level.rawValue)” is missing. At least one applicable indicator is required: add one."))
        }
        return Finding(
            code: "indicator-coverage.not-filled", severity: severity,
            pointer: "/declaration/indicators/\(index)/level3",
            row: index + 1, field: level.rawValue,
            message: LocalizedText(
                chinese: "“\(level.rawValue)”只有“不适用”或空白。该二级指标至少要有一行适用的指标，请填写三级指标和指标值。",
                english:
                    "“\(level.rawValue)” holds only 不适用 or blanks. At least one applicable indicator is required: fill in 三级指标 and 指标值."
            ))
    }

    /// A row outside of the tree.
    static func stray(at index: Int) -> Finding {
        Finding(
            code: "indicator-coverage.unknown-level", severity: .warning,
            pointer: "/declaration/indicators/\(index)/level2",
            row: index + 1, field: "二级指标",
            message: LocalizedText(
                chinese: "第 \(index + 1) 行的一级、二级指标不在指标体系中。请按表样改为规定的名称。",
                english:
                    "The first- and second-level names of row \(index + 1) are not in the indicator tree. Use the names that the form prints."
            ))
    }
}
