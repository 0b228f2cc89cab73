internal import BudgetPerformance
internal import Workflow
internal import WorkflowPlugin

extension IndicatorAttainmentMessage {
    static func changed(_ index: Int, member: String, field: String) -> Finding {
        finding(
            "target-changed", .error, index, member, field,
            LocalizedText(
                chinese: "第 \(index + 1) 行的“\(field)”与批复的申报表不同。目标以批复为准，请恢复；确需调整的，应先办理目标调整。",
                english:
                    "“\(field)” of row \(index + 1) is not what was approved. Restore it; a change of targets has to be approved first."
            ))
    }

    static func weight(_ index: Int) -> Finding {
        finding(
            "weight", .error, index, "weight", "分值",
            LocalizedText(
                chinese: "第 \(index + 1) 行的分值不是不小于 0 的数字。请填写。",
                english: "The weight of row \(index + 1) is not a number of 0 or more. Fill it in."))
    }

    static func notApplicableWeight(_ index: Int) -> Finding {
        finding(
            "not-applicable-weight", .error, index, "weight", "分值",
            LocalizedText(
                chinese: "第 \(index + 1) 行为“不适用”，分值应为 0。请把分值调给其他行。",
                english: "Row \(index + 1) is 不适用 and must weigh 0. Give its points to other rows."))
    }

    /// A row that waits: for its actual value, for a confirmation, or for a person's score.
    static func open(_ line: LineScore, _ index: Int) -> Finding {
        let row = index + 1
        let allowed = points(line.allowed)
        switch line.rule {
        case .noActual:
            return finding(
                "actual-missing", .warning, index, "actual", "实际完成值",
                LocalizedText(
                    chinese: "第 \(row) 行没有实际完成值。请填写。",
                    english: "Row \(row) has no actual value. Fill it in."))
        case .textEqual:
            return finding(
                "nothing-measured", .warning, index, "actual", "实际完成值",
                LocalizedText(
                    chinese: "第 \(row) 行的实际完成值照抄了指标值，没有可衡量的结果。请填写实际结果，或由人确认得分（\(allowed.chinese)）。",
                    english:
                        "The actual value of row \(row) repeats the target: nothing was measured. Give the result, or confirm a score (\(allowed.english))."
                ))
        case .qualitative:
            return finding(
                "qualitative", .warning, index, "score", "得分",
                LocalizedText(
                    chinese: "第 \(row) 行是定性指标，须由人评定得分（\(allowed.chinese)）。",
                    english: "Row \(row) is qualitative: a person has to enter its score (\(allowed.english))."))
        default:
            return finding(
                "needs-person", .warning, index, "score", "得分",
                LocalizedText(
                    chinese: "第 \(row) 行的实际完成值与指标值无法按规则比较。请改写实际完成值，或由人评定得分（\(allowed.chinese)）并说明理由。",
                    english:
                        "Target and actual value of row \(row) cannot be compared by a rule. Rewrite the actual value, or enter a score (\(allowed.english)) with a reason."
                ))
        }
    }

    static func deviationReason(_ index: Int) -> Finding {
        finding(
            "deviation-reason", .warning, index, "deviationReason", "偏差原因分析及改进措施",
            LocalizedText(
                chinese: "第 \(index + 1) 行未得满分，须填写偏差原因分析及改进措施。",
                english: "Row \(index + 1) is below its weight: say why, and what will be done (偏差原因分析及改进措施)."))
    }

    static func overFulfilled(_ index: Int, _ values: [String: String]) -> Finding {
        finding(
            "over-fulfilled", .hint, index, "actual", "实际完成值",
            LocalizedText(
                chinese: "第 \(index + 1) 行达到目标的 \(values["percent"] ?? "")%，超过 \(values["limit"] ?? "")%。请说明原因，目标可能偏低。",
                english:
                    "Row \(index + 1) reached \(values["percent"] ?? "") % of its target, above \(values["limit"] ?? "") %. Say why: the target may have been low."
            ))
    }

    static func claim(_ index: Int) -> Finding {
        finding(
            "claim", .warning, index, "actual", "实际完成值",
            LocalizedText(
                chinese: "第 \(index + 1) 行称未超预算，但资金表的执行数大于预算数。请核对。",
                english:
                    "Row \(index + 1) says that the budget was kept, but the funds table shows more spent. Check both.")
        )
    }

    private static func finding(
        _ code: String, _ severity: Finding.Severity, _ index: Int, _ member: String, _ field: String,
        _ message: LocalizedText
    ) -> Finding {
        finding(
            code, severity, "/evaluation/indicators/\(index)/\(member)", row: index + 1, field: field, message)
    }
}
