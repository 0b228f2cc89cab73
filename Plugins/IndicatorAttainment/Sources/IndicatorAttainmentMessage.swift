internal import BudgetPerformance
internal import Foundation
internal import Workflow
internal import WorkflowPlugin

/// What ``IndicatorAttainment`` says of the form as a whole and of what persons entered; rows are in the extension.
enum IndicatorAttainmentMessage: Sendable {
    static var noEvaluation: Finding {
        finding(
            "no-evaluation", .error, "/evaluation",
            LocalizedText(
                chinese: "没有自评表，无法评分。请先填写自评表。",
                english: "There is no self-evaluation to score. Fill one in first."))
    }

    static func otherRows(approved: Int) -> Finding {
        finding(
            "rows-changed", .error, "/evaluation/indicators",
            LocalizedText(
                chinese: "自评表的指标行数与批复的申报表（\(approved) 行）不同。指标以批复为准，请恢复。",
                english:
                    "The evaluation has other rows than the approved declaration (\(approved)). The approved indicators count: restore them."
            ))
    }

    static func otherYear(expected: Int) -> Finding {
        finding(
            "year", .warning, "/evaluation/year", field: "绩效自评年度",
            LocalizedText(
                chinese: "自评表的年度不是 \(expected) 年。请核对是否填错了表。",
                english: "The evaluation is not of the year \(expected). Check whether it is the right form."))
    }

    static func weights(sum: Decimal?) -> Finding {
        let seen = sum.map { ("合计为 \($0.plainText)", "add up to \($0.plainText)") } ?? ("不完整", "are incomplete")
        return finding(
            "weights", .error, "/evaluation/indicators", field: "分值",
            LocalizedText(
                chinese: "资金与各指标的分值\(seen.0)，应为 100。请调整分值。",
                english: "The weights of funds and rows \(seen.1); they must add up to 100. Adjust them."))
    }

    static var fundsOpen: Finding {
        finding(
            "funds", .warning, "/evaluation/funds", field: "项目资金",
            LocalizedText(
                chinese: "项目资金没有可计算的执行率。请补全金额；确无预算的，由人评定得分并说明理由。",
                english:
                    "The funds have no execution rate. Complete the amounts; if there was no budget, enter the score with a reason."
            ))
    }

    static func judgementNotANumber(_ row: ScoreRow, at place: Int) -> Finding {
        finding(
            "judgement.not-a-number", .error, "/evaluation/judgements/\(place)/score", row: number(row), field: "得分",
            LocalizedText(
                chinese: "为\(name(row).0)录入的得分不是数字。请填写如 8.50 的数字。",
                english: "The score entered for \(name(row).1) is not a number. Give one such as 8.50."))
    }

    static func refused(_ refusal: JudgementRefusal, at place: Int) -> Finding {
        let allowed = points(refusal.allowed)
        let (chinese, english) =
            switch refusal.code {
            case .unknownRow:
                ("不在表中。请核对行号（从 1 起，“不适用”的行也计数）", "is not in the form. Rows count from 1, 不适用 rows included")
            case .duplicateRow: ("录入了不止一次。请保留一个", "is entered more than once. Keep one")
            case .computedRow: ("由规则计算，不用人评定。请删除录入的得分", "is computed by a rule. Remove the entry")
            case .actualMissing: ("还没有实际完成值。请先填写", "has no actual value yet. Fill that in first")
            case .weightMissing: ("没有分值。请先填写分值", "has no weight. Give the weight first")
            case .tooPrecise: ("最多两位小数。请四舍五入", "may have two decimals at most. Round it")
            case .outOfBand:
                (
                    "应\(allowed.chinese)。请更正，或更正实际完成值所属的档次",
                    "must be \(allowed.english). Correct it, or the band that the actual value names"
                )
            case .reasonMissing: ("无法按规则比较，须说明评分理由。请补充", "cannot be compared by a rule and needs a reason. Add one")
            }
        return finding(
            "judgement.\(refusal.code.rawValue)", .error, "/evaluation/judgements/\(place)/score",
            row: number(refusal.entry.row), field: "得分",
            LocalizedText(
                chinese: "录入的得分：\(name(refusal.entry.row).0)\(chinese)。",
                english: "Entered score: \(name(refusal.entry.row).1) \(english)."))
    }

    /// The points that may be entered, in words.
    static func points(_ allowed: AllowedPoints?) -> (chinese: String, english: String) {
        guard let allowed else { return ("按分值", "within its weight") }
        let (lower, upper) = (allowed.lower.plainText, allowed.upper.plainText)
        return allowed.includesUpper
            ? ("在 \(lower) 到 \(upper) 分之间", "between \(lower) and \(upper)")
            : ("不低于 \(lower) 分、低于 \(upper) 分", "\(lower) or more and below \(upper)")
    }

    static func name(_ row: ScoreRow) -> (chinese: String, english: String) {
        switch row {
        case .funds: ("项目资金", "the line of the funds")
        case .indicator(let number): ("第 \(number) 行", "row \(number)")
        }
    }

    static func number(_ row: ScoreRow) -> Int? {
        if case .indicator(let number) = row, number >= 1 { number } else { nil }
    }

    static func finding(
        _ code: String, _ severity: Finding.Severity, _ pointer: String, row: Int? = nil, field: String? = nil,
        _ message: LocalizedText
    ) -> Finding {
        Finding(
            code: "indicator-attainment.\(code)", severity: severity, pointer: pointer, row: row, field: field,
            message: message)
    }
}
