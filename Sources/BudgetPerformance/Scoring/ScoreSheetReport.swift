/// What `shenpi forms score FILE --format json` prints for one form; the command prints an array of these.
///
/// Numbers are strings: `printed` and `printedTotal` as the table prints them (`"9.80"`), `weight`, `computed` and
/// `computedTotal` as plain decimals without trailing zeros (`"9.8"`). Where there is no number the key is there with `null`.
/// `row` is `"funds"` or the row's number, counted from 1 with 不适用 rows included.
public struct ScoreSheetReport: Codable, Sendable, Hashable {
    /// One line of the sheet.
    public struct Line: Codable, Sendable, Hashable {
        /// `"funds"` or the number of the row.
        public var row: ScoreRow
        /// 三级指标.
        public var name: String?
        /// 分值.
        public var weight: String?
        /// 得分 as printed.
        public var printed: String?
        /// The score by the rule.
        public var computed: String?
        /// The rule that gave it.
        public var rule: ScoreRule
        /// Whether a person has to enter or confirm the score.
        public var needsPerson: Bool
        /// Why a person is needed, and hints.
        public var reasons: [ScoreReason]
        /// 年度指标值 as given.
        public var target: String?
        /// 实际完成值 as given.
        public var actual: String?

        /// Writes every contract key, `null` where there is no value.
        public func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: CodingKeys.self)
            try box.encode(row, forKey: .row)
            try box.encodeIfPresent(name, forKey: .name)
            try box.encode(weight, forKey: .weight)
            try box.encode(printed, forKey: .printed)
            try box.encode(computed, forKey: .computed)
            try box.encode(rule, forKey: .rule)
            try box.encode(needsPerson, forKey: .needsPerson)
            try box.encode(reasons, forKey: .reasons)
            try box.encodeIfPresent(target, forKey: .target)
            try box.encodeIfPresent(actual, forKey: .actual)
        }
    }

    /// The file's name.
    public var source: String
    /// The number of the form within its file, from 1.
    public var ordinal: Int
    /// 项目名称.
    public var projectName: String?
    /// 总分 as printed.
    public var printedTotal: String?
    /// The plain sum of the computed scores; `null` if a line has none.
    public var computedTotal: String?
    /// The grade of ``computedTotal``.
    public var grade: Grade?
    /// Whether no line waits for a person.
    public var complete: Bool
    /// Funds first, then the rows in print order.
    public var lines: [Line]

    /// The report of one scored form.
    public init(source: String, ordinal: Int, form: SelfEvaluation, sheet: ScoreSheet) {
        self.source = source
        self.ordinal = ordinal
        projectName = form.projectName
        printedTotal = sheet.printedTotalText?.text
        computedTotal = sheet.computedTotal?.plainText
        grade = sheet.grade
        complete = sheet.isComplete
        lines = sheet.lines.map { line in
            var row: EvaluatedIndicator?
            if case .indicator(let number) = line.row, form.indicators.indices.contains(number - 1) {
                row = form.indicators[number - 1]
            }
            return Line(
                row: line.row, name: row?.level3, weight: line.weight?.plainText, printed: line.printedText?.text,
                computed: line.computed?.plainText, rule: line.rule, needsPerson: line.needsPerson,
                reasons: line.reasons, target: row?.target, actual: row?.actual)
        }
    }

    /// Writes every contract key, `null` where there is no value.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: CodingKeys.self)
        try box.encode(source, forKey: .source)
        try box.encode(ordinal, forKey: .ordinal)
        try box.encode(projectName, forKey: .projectName)
        try box.encode(printedTotal, forKey: .printedTotal)
        try box.encode(computedTotal, forKey: .computedTotal)
        try box.encode(grade, forKey: .grade)
        try box.encode(complete, forKey: .complete)
        try box.encode(lines, forKey: .lines)
    }
}
