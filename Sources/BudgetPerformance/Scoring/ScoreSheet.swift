public import Foundation

/// All lines of one self-evaluation, recomputed, beside what is printed: the funds first, then the rows in print order.
public struct ScoreSheet: Sendable, Hashable {
    /// The lines: funds, row 1, row 2 …
    public var lines: [LineScore]
    /// 总分 as printed; `nil` where the form prints none.
    public var printedTotalText: PrintedNumber?
    /// The thresholds by which ``grade`` is given.
    public var grades: GradeThresholds

    /// Scores a form. The rate is rounded as the form prints it, or else as the policy says.
    public init(_ form: SelfEvaluation, policy: ScoringPolicy = ScoringPolicy()) {
        let scorer = IndicatorScorer(policy: policy)
        let context = IndicatorScorer.Context(funds: form.funds, year: form.year)
        lines = [FundsScorer(policy: policy).score(form.funds, printedIn: form.executionRateUnit)]
        for (index, row) in form.indicators.enumerated() {
            lines.append(scorer.score(row, number: index + 1, context: context))
        }
        printedTotalText = form.totalScore?.nilIfBlank
        grades = policy.grades
    }

    /// A sheet put together from lines that were scored elsewhere (several scorers of one action).
    public init(lines: [LineScore], printedTotalText: PrintedNumber? = nil, grades: GradeThresholds = GradeThresholds())
    {
        self.lines = lines
        self.printedTotalText = printedTotalText
        self.grades = grades
    }

    /// 总分 as printed, as a number.
    public var printedTotal: Decimal? { printedTotalText?.decimal }

    /// The plain sum of the lines, suggestions included; `nil` while a line has no value.
    public var computedTotal: Decimal? {
        var sum: Decimal = 0
        for line in lines {
            guard let score = line.score else { return nil }
            sum += score
        }
        return sum
    }

    /// The sum of the weights; `nil` while a line has none.
    public var totalWeight: Decimal? {
        var sum: Decimal = 0
        for line in lines {
            guard let weight = line.weight else { return nil }
            sum += weight
        }
        return sum
    }

    /// The grade of ``computedTotal``.
    public var grade: Grade? { computedTotal.map { Grade(total: $0, thresholds: grades) } }

    /// Whether every line stands: none without a value, none that waits for a person.
    public var isComplete: Bool { lines.allSatisfy(\.isSettled) }

    /// The lines that wait for a person.
    public var openRows: [ScoreRow] { lines.filter { !$0.isSettled }.map(\.row) }
}
