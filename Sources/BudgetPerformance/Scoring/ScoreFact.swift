internal import Foundation

/// The fact `score` of a case: what the scorers of one action have found so far, line by line. Rules read `facts.score.complete`.
///
/// Numbers are plain decimals without trailing zeros, as in ``ScoreSheetReport``. Total and grade are `null` until the score is
/// complete: a sum with suggestions in it is nobody's score.
public struct ScoreFact: Codable, Sendable, Hashable {
    /// The fact's name.
    public static let name = "score"

    /// Whether every line stands and the weights are in order.
    public var complete: Bool
    /// 总分, points of 100.
    public var total: String?
    /// 评价等级.
    public var grade: Grade?
    /// The funds and the rows, in print order, as far as they are scored.
    public var lines: [Line]

    /// The fact of a sheet. `isComplete` says whether the score stands as a whole; it never does while a line is open.
    public init(_ sheet: ScoreSheet, isComplete: Bool) {
        complete = isComplete && sheet.isComplete
        total = complete ? sheet.computedTotal?.plainText : nil
        grade = complete ? sheet.grade : nil
        lines = sheet.lines.map { Line($0) }
    }

    /// Writes total and grade also where they are `null`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: CodingKeys.self)
        try box.encode(complete, forKey: .complete)
        try box.encode(total, forKey: .total)
        try box.encode(grade, forKey: .grade)
        try box.encode(lines, forKey: .lines)
    }

    /// One line; members that say nothing are left out.
    public struct Line: Codable, Sendable, Hashable {
        /// `"funds"` or the number of the row, counted from 1 with 不适用 rows included.
        public var row: ScoreRow
        /// 三级指标.
        public var name: String?
        /// 分值.
        public var weight: String?
        /// 得分 as printed or entered in the form.
        public var printed: String?
        /// What the rule gives; a suggestion where a person is needed.
        public var computed: String?
        /// The rule.
        public var rule: ScoreRule
        /// Whether a person has to enter or confirm the score.
        public var needsPerson: Bool
        /// Why a person is needed, and hints.
        public var reasons: [ScoreReason]
        /// What a person may enter.
        public var allowed: Allowed?
        /// What a person entered and why.
        public var judged: Judged?
        /// 得分 as it counts: a person's, or a computed one that needs no person.
        public var score: String?
    }

    /// The points that a person may enter.
    public struct Allowed: Codable, Sendable, Hashable {
        /// The lowest, included.
        public var lower: String
        /// The highest.
        public var upper: String
        /// Whether the highest itself may be entered.
        public var includesUpper: Bool
    }

    /// A score that a person entered.
    public struct Judged: Codable, Sendable, Hashable {
        /// The points.
        public var score: String
        /// Why.
        public var reason: String
    }
}

extension ScoreFact.Line {
    /// A line as it is kept.
    public init(_ line: LineScore) {
        row = line.row
        name = line.name.isEmpty ? nil : line.name
        weight = line.weight?.plainText
        printed = line.printedText?.text
        computed = line.computed?.plainText
        rule = line.rule
        needsPerson = line.needsPerson
        reasons = line.reasons
        allowed = line.allowed.map {
            ScoreFact.Allowed(lower: $0.lower.plainText, upper: $0.upper.plainText, includesUpper: $0.includesUpper)
        }
        judged = line.judged.map { ScoreFact.Judged(score: $0.score.plainText, reason: $0.reason) }
        score = line.isSettled ? line.score?.plainText : nil
    }

    /// The line that was kept, for the next scorer.
    public var lineScore: LineScore {
        func number(_ text: String?) -> Decimal? { text.flatMap { PrintedNumber($0).decimal } }
        var line = LineScore(
            row: row, name: name ?? "", weight: number(weight), printedText: printed.map { PrintedNumber($0) },
            computed: number(computed), rule: rule, needsPerson: needsPerson, reasons: reasons)
        if let allowed, let lower = number(allowed.lower), let upper = number(allowed.upper) {
            line.allowed = AllowedPoints(lower: lower, upper: upper, includesUpper: allowed.includesUpper)
        }
        if let judged, let score = number(judged.score) {
            line.judged = JudgedScore(row: row, score: score, reason: judged.reason)
        }
        return line
    }
}
