internal import Foundation

/// Scores one indicator row by the rules of DOMAIN.md, "Scoring a row". Pure: the same row gives the same line.
public struct IndicatorScorer: Sendable, Hashable {
    /// What a row is judged against beside itself.
    public struct Context: Sendable, Hashable {
        /// The project's funds, against which claims in a text are checked.
        public var funds: FundsTable?
        /// The year of the evaluation.
        public var year: Int?

        /// A context; without funds, claims cannot be checked.
        public init(funds: FundsTable? = nil, year: Int? = nil) {
            self.funds = funds
            self.year = year
        }
    }

    /// The settings.
    public var policy: ScoringPolicy

    /// A scorer with the documented defaults, unless a policy is given.
    public init(policy: ScoringPolicy = ScoringPolicy()) {
        self.policy = policy
    }

    /// The line of one row; `number` counts the rows of the form from 1, 不适用 rows included.
    public func score(_ row: EvaluatedIndicator, number: Int, context: Context = Context()) -> LineScore {
        var line = LineScore(
            row: .indicator(number), name: row.level3, weight: row.weight.decimal,
            printedText: row.score.nilIfBlank, rule: .notComparable)
        let target = TargetValue(
            row.target, in: TargetContext(name: row.level3, level2: row.level2, year: context.year))
        if row.isNotApplicable || target.reading == .notApplicable { return notApplicable(line) }
        let actual = TargetValue(
            row.actual, in: TargetContext(role: .actual, name: row.level3, level2: row.level2, year: context.year))

        let verdict = Attainment(target: target, actual: actual, row: row, policy: policy).verdict
        line.rule = verdict.rule
        line.needsPerson = verdict.needsPerson
        line.reasons = verdict.reasons
        line.reasons += FundsClaim.reasons(in: row.actual, funds: context.funds)
        if line.rule == .textEqual, line.reasons.contains(where: { $0.code == .claimContradictsFunds }) {
            line.rule = .notComparable
        } else if let weight = line.weight {
            line.computed = verdict.points(weight).map { max(0, min(weight, $0)).roundedHalfUp() }
        }
        return finished(line, row: row, band: verdict.band)
    }

    private func notApplicable(_ given: LineScore) -> LineScore {
        var line = given
        line.rule = .notApplicable
        line.computed = 0
        if let weight = line.weight, weight != 0 {
            line.reasons.append(ScoreReason(.weightedThoughNotApplicable, ["weight": weight.plainText]))
        }
        line.weight = line.weight ?? 0
        return line
    }

    private func finished(_ given: LineScore, row: EvaluatedIndicator, band: ScoreBand?) -> LineScore {
        var line = given
        guard let weight = line.weight else {
            line.needsPerson = true
            line.reasons.append(ScoreReason(.weightMissing))
            return line
        }
        if line.needsPerson {
            line.allowed = band?.points(of: weight) ?? AllowedPoints(lower: 0, upper: weight)
        }
        let explained = !(row.deviationReason ?? "").allSatisfy(\.isWhitespace)
        if let computed = line.computed, computed < weight, !explained {
            line.reasons.append(ScoreReason(.deviationReasonMissing))
        }
        if explained { line.reasons.removeAll { $0.code == .overFulfilled } }
        return line
    }
}
