internal import Foundation
internal import BudgetPerformance
internal import Workflow
internal import WorkflowPlugin

/// What ``BudgetExecution`` says, in one place.
enum BudgetExecutionMessage: Sendable {
    static var noEvaluation: Finding {
        finding(
            "no-evaluation", .error, "/evaluation",
            LocalizedText(
                chinese: "没有自评表，无法评分。请先填写自评表。",
                english: "There is no self-evaluation to score. Fill one in first."))
    }

    static func weight(expected: Int) -> Finding {
        finding(
            "weight", .warning, "/evaluation/funds/weight",
            LocalizedText(
                chinese: "项目资金的分值不是规定的 \(expected) 分。请核对。",
                english: "The weight of the funds is not the usual \(expected) points. Check it."))
    }

    static var fundsDiffer: Finding {
        finding(
            "funds-differ", .warning, "/evaluation/funds/total",
            LocalizedText(
                chinese: "自评表的年度资金总额与登记的预算执行数不一致。请核对，以决算数为准。",
                english:
                    "The total of the funds is not what the execution record says. Check both against the final accounts."
            ))
    }

    /// What is open or odd about the line itself.
    static func findings(about line: LineScore) -> [Finding] {
        var findings: [Finding] = []
        if !line.isSettled { findings.append(open(line)) }
        if line.reasons.contains(where: { $0.code == .fundsOverBudget }) {
            findings.append(
                finding(
                    "over-budget", .warning, "/evaluation/funds/total/executed",
                    LocalizedText(
                        chinese: "全年执行数大于全年预算数，按满分计。请核对两个金额，或说明超支的资金来源。",
                        english:
                            "More was executed than budgeted; the full weight is given. Check both amounts, or say where the money came from."
                    )))
        }
        if line.reasons.contains(where: { $0.code == .rateDiffers }) {
            findings.append(
                finding(
                    "rate-differs", .warning, "/evaluation/funds/executionRate",
                    LocalizedText(
                        chinese: "表中的执行率与按金额计算的不一致，得分按计算值。请更正执行率。",
                        english:
                            "The printed rate is not what the amounts give; the computed one is used. Correct the rate."
                    )))
        }
        return findings
    }

    private static func open(_ line: LineScore) -> Finding {
        switch line.rule {
        case .noActual:
            finding(
                "executed-missing", .warning, "/evaluation/funds/total/executed",
                LocalizedText(
                    chinese: "没有全年执行数，资金得分无法计算。请填写。",
                    english: "The executed amount is blank, so the funds cannot be scored. Fill it in."))
        case .noRate:
            finding(
                "no-rate", .warning, "/evaluation/funds/total/fullYearBudget",
                LocalizedText(
                    chinese: "全年预算数为 0，没有执行率。请由人评定资金得分并说明理由。",
                    english:
                        "The budget is 0, so there is no rate. A person has to enter the score of the funds, with a reason."
                ))
        default:
            finding(
                "funds-unreadable", .warning, "/evaluation/funds/total",
                LocalizedText(
                    chinese: "全年预算数或全年执行数不是不小于 0 的数字。请更正，或由人评定资金得分并说明理由。",
                    english:
                        "Budget or executed amount is not a number of 0 or more. Correct it, or enter the score of the funds with a reason."
                ))
        }
    }

    static func judgementNotANumber(at place: Int) -> Finding {
        finding(
            "judgement.not-a-number", .error, "/evaluation/judgements/\(place)/score",
            LocalizedText(
                chinese: "为项目资金录入的得分不是数字。请填写如 8.50 的数字。",
                english: "The score entered for the funds is not a number. Give one such as 8.50."))
    }

    static func refused(_ refusal: JudgementRefusal, at place: Int) -> Finding {
        let allowed = refusal.allowed.map { "\($0.lower.plainText)–\($0.upper.plainText)" } ?? ""
        let (chinese, english) =
            switch refusal.code {
            case .computedRow: ("由执行率计算，不用人评定。请删除", "is computed from the rate. Remove the entry")
            case .actualMissing: ("须先有全年执行数。请先填写", "needs the executed amount first. Fill that in")
            case .weightMissing: ("没有分值。请先填写分值", "has no weight. Give the weight first")
            case .tooPrecise: ("最多两位小数。请四舍五入", "may have two decimals at most. Round it")
            case .outOfBand: ("应在 \(allowed) 之间。请更正", "must lie within \(allowed). Correct it")
            case .reasonMissing: ("须说明理由。请补充", "needs a reason. Add one")
            case .duplicateRow, .unknownRow: ("录入了不止一次。请保留一个", "is entered more than once. Keep one")
            }
        return finding(
            "judgement.\(refusal.code.rawValue)", .error, "/evaluation/judgements/\(place)/score",
            LocalizedText(chinese: "项目资金的得分\(chinese)。", english: "The score of the funds \(english)."))
    }

    private static func finding(
        _ code: String, _ severity: Finding.Severity, _ pointer: String, _ message: LocalizedText
    ) -> Finding {
        Finding(
            code: "budget-execution.\(code)", severity: severity, pointer: pointer, field: "项目资金", message: message)
    }
}
