internal import Foundation

/// Compares one target with one actual value and says by which rule the row is scored. Internal to ``IndicatorScorer``.
struct Attainment: Sendable {
    /// What the comparison comes to; the points follow from the weight.
    struct Verdict: Sendable {
        var rule: ScoreRule
        /// The part of the weight that is earned, as a fraction; `nil` where no rule gives a number.
        var share: (of: Decimal, in: Decimal)?
        var needsPerson = false
        var reasons: [ScoreReason] = []
        var band: ScoreBand?

        /// The points of a row of the given weight, not yet rounded.
        func points(_ weight: Decimal) -> Decimal? {
            guard let share, share.in != 0 else { return nil }
            return weight * share.of / share.in
        }

        static func full(_ rule: ScoreRule, _ reasons: [ScoreReason] = []) -> Verdict {
            Verdict(rule: rule, share: (1, 1), reasons: reasons)
        }

        static func person(_ rule: ScoreRule, _ reasons: ScoreReason...) -> Verdict {
            Verdict(rule: rule, needsPerson: true, reasons: reasons)
        }
    }

    let target: TargetValue
    let actual: TargetValue
    let row: EvaluatedIndicator
    let policy: ScoringPolicy

    var verdict: Verdict {
        if actual.reading == .unmeasurable(.blank) { return .person(.noActual, ScoreReason(.actualMissing)) }
        if actual.reading == .notApplicable { return .person(.notComparable, ScoreReason(.actualNotApplicable)) }
        let side = TargetContext(name: row.level3, level2: row.level2).direction(of: row.target)
        if let bound = Bound(target, bareSide: side), let extent = Extent(actual) {
            var verdict = compare(bound, extent)
            if actual.comparator != nil, TargetText.isSame(row.target, row.actual) {
                verdict.reasons.append(ScoreReason(.nothingMeasured))
            }
            return verdict
        }
        switch (target.reading, actual.reading) {
        case (.deadline(let due), .deadline(let day)): return punctuality(due.punctuality(of: day))
        case (.recurringDeadline(let due), .recurringDeadline(let day)) where due.period == day.period:
            let isEarlier = ((day.month ?? 12) * 100 + (day.day ?? 31)) <= ((due.month ?? 12) * 100 + (due.day ?? 31))
            return punctuality(isEarlier ? .onTime : .late)
        case (.level(let wanted), .level(let reached)) where wanted == reached: return .full(.met)
        default: return words
        }
    }

    /// Everything that is not a comparison of numbers or dates.
    private var words: Verdict {
        if TargetText.isSame(row.target, row.actual) {
            var verdict = Verdict.person(.textEqual, ScoreReason(.nothingMeasured))
            verdict.share = (1, 1)
            if case .label(let label) = target.reading { verdict.band = bands.first { $0.names(label) } ?? bands.first }
            return verdict
        }
        switch (target.reading, actual.reading) {
        case (.label, _):
            var verdict = Verdict.person(.qualitative)
            verdict.band = ScoreBand.named(in: TargetText.fold(row.actual), of: bands)
            return verdict
        case (.unmeasurable(let reason), _):
            return .person(.notComparable, ScoreReason(.targetUnmeasurable, ["reason": reason.rawValue]))
        case (_, .unmeasurable(let reason)):
            return .person(.notComparable, ScoreReason(.actualUnmeasurable, ["reason": reason.rawValue]))
        default:
            let values = ["target": target.kind.rawValue, "actual": actual.kind.rawValue]
            return .person(.notComparable, ScoreReason(.kindsDiffer, values))
        }
    }

    /// The bands that the explanation defines, or else the policy's, best first.
    private var bands: [ScoreBand] {
        let defined = ScoreBand.defined(in: row.explanation ?? "")
        return defined.isEmpty ? policy.bands : defined
    }

    private func punctuality(_ answer: DeadlineDate.Punctuality) -> Verdict {
        switch answer {
        case .onTime: .full(.date)
        case .late: Verdict(rule: .date, share: (Decimal(policy.latePercent), 100), reasons: [ScoreReason(.late)])
        case .undecided: .person(.notComparable, ScoreReason(.dateUndecided))
        }
    }
}

extension Attainment {
    /// What a target demands: a lower end, an upper end, or both.
    struct Bound: Sendable {
        var lower: Measure?
        var upper: Measure?
        var isStrict = false
        var isRange = false

        /// `=` and `约` bound like a bare value, on the side from which the row is judged.
        init?(_ target: TargetValue, bareSide: Direction) {
            switch target.reading {
            case .measure(let measure):
                guard let comparator = target.comparator else { return nil }
                isStrict = comparator.isStrict
                let isOpen = !comparator.isUpperBound && !comparator.isLowerBound
                if comparator.isUpperBound || isOpen && bareSide == .lowerIsBetter {
                    upper = measure
                } else {
                    lower = measure
                }
            case .range(let low, let high):
                isRange = true
                isStrict = target.comparator?.isStrict ?? false
                if target.comparator?.isUpperBound != true { lower = low }
                if target.comparator?.isLowerBound != true { upper = high }
            default: return nil
            }
        }
    }

    /// Where an actual value lies: between two ends, of which one may be open.
    struct Extent: Sendable {
        var lower: Measure?
        var upper: Measure?
        var isStrict = false
        var isRange = false

        init?(_ actual: TargetValue) {
            switch actual.reading {
            case .measure(let measure):
                isStrict = actual.comparator?.isStrict ?? false
                if actual.comparator?.isUpperBound != true { lower = measure }
                if actual.comparator?.isLowerBound != true { upper = measure }
            case .range(let low, let high):
                isRange = true
                lower = low
                upper = high
            default: return nil
            }
        }
    }
}
