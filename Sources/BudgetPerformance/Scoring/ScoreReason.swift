/// Why a line needs a person, or what a reader should know about it: a stable code with its values, without text for people.
public struct ScoreReason: Codable, Sendable, Hashable {
    /// What is said. The raw values are stable codes.
    public enum Code: String, Codable, Sendable, Hashable, CaseIterable {
        /// 分值 is blank or not a number. No values.
        case weightMissing = "weight-missing"
        /// A row marked 不适用 carries points. `weight`.
        case weightedThoughNotApplicable = "weighted-though-not-applicable"
        /// 实际完成值 is blank. No values.
        case actualMissing = "actual-missing"
        /// The actual says 不适用 though the row has a target. No values.
        case actualNotApplicable = "actual-not-applicable"
        /// The target cannot be measured. `reason`: a ``TargetValue/UnmeasurableReason``.
        case targetUnmeasurable = "target-unmeasurable"
        /// The actual cannot be measured. `reason`.
        case actualUnmeasurable = "actual-unmeasurable"
        /// Target and actual are of different kinds. `target`, `actual`: a ``TargetValue/Kind``.
        case kindsDiffer = "kinds-differ"
        /// The units differ. `target`, `actual`.
        case unitsDiffer = "units-differ"
        /// The actual is bounded only on the side that decides nothing. `actual`.
        case actualOpen = "actual-open"
        /// Above the upper end of a target range. `upper`, `actual`.
        case aboveRange = "above-range"
        /// A target below zero. `target`.
        case negativeTarget = "negative-target"
        /// The dates are too coarse to compare. No values.
        case dateUndecided = "date-undecided"
        /// After the deadline. No values.
        case late
        /// The actual repeats the target: nothing was measured. No values.
        case nothingMeasured = "nothing-measured"
        /// The actual only touches a strict bound (> or <). `bound`.
        case strictBoundTouched = "strict-bound-touched"
        /// Above the setting, 130 % of the target by default, and no reason is given. `percent`, `limit`.
        case overFulfilled = "over-fulfilled"
        /// Below the weight without 偏差原因分析. No values.
        case deviationReasonMissing = "deviation-reason-missing"
        /// A claim in the text is false by the funds. `claim`, `executed`, `budget`.
        case claimContradictsFunds = "claim-contradicts-funds"
        /// A claim in the text could not be checked: no funds. `claim`.
        case claimUnchecked = "claim-unchecked"
        /// The comparator is not written. `comparator`.
        case comparatorAssumed = "comparator-assumed"
        /// A unit stands on one side only and was taken for both. `unit`.
        case unitAssumed = "unit-assumed"
        /// The full-year budget is 0. No values.
        case budgetZero = "budget-zero"
        /// 全年预算数 or 全年执行数 is not a number, or is negative. No values.
        case fundsUnreadable = "funds-unreadable"
        /// More was spent than budgeted. `rate`.
        case fundsOverBudget = "funds-over-budget"
        /// The printed rate is not the one computed. `printed`, `computed`.
        case rateDiffers = "rate-differs"
    }

    /// What is said.
    public var code: Code
    /// The values that go with it, named in ``Code``; numbers are decimal strings.
    public var values: [String: String]

    /// A reason with its values.
    public init(_ code: Code, _ values: [String: String] = [:]) {
        self.code = code
        self.values = values
    }
}
