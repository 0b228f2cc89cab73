internal import Foundation

extension Attainment {
    /// Numbers against numbers: the lower end of the actual against ≥, its upper end against ≤.
    func compare(_ bound: Bound, _ extent: Extent) -> Verdict {
        var verdict: Verdict
        switch (bound.lower, bound.upper) {
        case (let lower?, let upper?): verdict = within(lower, upper, extent)
        case (let lower?, nil): verdict = atLeast(lower, isStrict: bound.isStrict, extent)
        case (nil, let upper?): verdict = atMost(upper, isStrict: bound.isStrict, extent)
        case (nil, nil): return .person(.notComparable, kindsDiffer)
        }
        if bound.isRange || extent.isRange, verdict.share != nil { verdict.rule = .range }
        return verdict
    }

    private var kindsDiffer: ScoreReason {
        ScoreReason(.kindsDiffer, ["target": target.kind.rawValue, "actual": actual.kind.rawValue])
    }

    private func atLeast(_ wanted: Measure, isStrict: Bool, _ extent: Extent) -> Verdict {
        guard let lower = extent.lower else { return .person(.notComparable, open) }
        return comparing(lower, wanted) { reached, goal, hints in
            let isReached = isStrict ? reached > goal || (reached == goal && extent.isStrict) : reached >= goal
            if goal == 0, !(isReached && target.comparatorSource == .written) { return zero(reached, isStrict) }
            if isReached { return .full(.met, hints + overFulfilment(reached, goal)) }
            guard goal > 0 else { return .person(.notComparable, negative(goal)) }
            return Verdict(rule: .proportional, share: (reached, goal), reasons: hints + touched(reached, goal))
        }
    }

    private func atMost(_ limit: Measure, isStrict: Bool, _ extent: Extent) -> Verdict {
        guard let upper = extent.upper else { return .person(.notComparable, open) }
        return comparing(upper, limit) { reached, goal, hints in
            let isKept = isStrict ? reached < goal || (reached == goal && extent.isStrict) : reached <= goal
            if goal == 0 { return zero(reached, isStrict) }
            if isKept { return kept(reached, goal, extent, hints) }
            guard goal > 0 else { return .person(.notComparable, negative(goal)) }
            return Verdict(
                rule: .reverseProportional, share: (2 * goal - reached, goal), reasons: hints + touched(reached, goal))
        }
    }

    /// A limit that is kept: full weight, except for cost where the policy counts what was spent.
    private func kept(_ reached: Decimal, _ goal: Decimal, _ extent: Extent, _ hints: [ScoreReason]) -> Verdict {
        guard row.level2 == IndicatorTree.Level2.cost.rawValue else { return .full(.met, hints) }
        let isProportional: Bool
        switch policy.costPolicy {
        case .auto: isProportional = target.comparatorSource == .assumed || target.comparator?.isUpperBound != true
        case .metIsFull: isProportional = false
        case .proportional: isProportional = true
        }
        guard isProportional, goal > 0 else { return .full(.metIsFull, hints) }
        guard extent.lower != nil else { return .person(.notComparable, open) }
        if reached == goal { return .full(.met, hints) }
        return Verdict(rule: .proportional, share: (reached, goal), reasons: hints)
    }

    /// A target range without a comparator: both ends count.
    private func within(_ low: Measure, _ high: Measure, _ extent: Extent) -> Verdict {
        guard let upper = extent.upper else { return .person(.notComparable, open) }
        let above = comparing(upper, high) { reached, goal, _ in
            reached <= goal
                ? .full(.range)
                : .person(
                    .notComparable,
                    ScoreReason(.aboveRange, ["upper": goal.plainText, "actual": reached.plainText]))
        }
        return above.share == nil ? above : atLeast(low, isStrict: false, extent)
    }

    private func comparing(
        _ mine: Measure, _ wanted: Measure, _ decide: (Decimal, Decimal, [ScoreReason]) -> Verdict
    ) -> Verdict {
        switch mine.converted(with: wanted) {
        case .unitsDiffer:
            let units = [wanted, mine].map { ([$0.unit] + $0.per).joined(separator: "/") }
            return .person(.notComparable, ScoreReason(.unitsDiffer, ["target": units[0], "actual": units[1]]))
        case .comparable(let reached, let goal, let unit):
            var hints: [ScoreReason] = []
            if let unit, reached != goal { hints.append(ScoreReason(.unitAssumed, ["unit": unit])) }
            if target.comparatorSource == .assumed, let comparator = target.comparator, reached != goal {
                hints.append(ScoreReason(.comparatorAssumed, ["comparator": comparator.rawValue]))
            }
            return decide(reached, goal, hints)
        }
    }

    private func zero(_ reached: Decimal, _ isStrict: Bool) -> Verdict {
        Verdict(rule: .zeroTarget, share: (reached == 0 && !isStrict ? 1 : 0, 1))
    }

    private func overFulfilment(_ reached: Decimal, _ goal: Decimal) -> [ScoreReason] {
        guard goal > 0, reached * 100 > goal * Decimal(policy.overFulfilmentPercent) else { return [] }
        let percent = (reached * 100 / goal).roundedHalfUp()
        return [
            ScoreReason(
                .overFulfilled, ["percent": percent.plainText, "limit": String(policy.overFulfilmentPercent)])
        ]
    }

    private func touched(_ reached: Decimal, _ goal: Decimal) -> [ScoreReason] {
        reached == goal ? [ScoreReason(.strictBoundTouched, ["bound": goal.plainText])] : []
    }

    private func negative(_ goal: Decimal) -> ScoreReason { ScoreReason(.negativeTarget, ["target": goal.plainText]) }

    private var open: ScoreReason { ScoreReason(.actualOpen, ["actual": actual.text]) }
}
