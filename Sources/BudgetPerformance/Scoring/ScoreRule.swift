/// The rule that gave a line its score. The raw values are stable codes, part of the JSON contract of `shenpi forms score`.
public enum ScoreRule: String, Codable, Sendable, Hashable, CaseIterable {
    /// The funds line: weight × execution rate, rounded as printed.
    case executionRate = "execution-rate"
    /// The target is reached: full weight.
    case met
    /// weight × actual / target.
    case proportional
    /// weight × (1 − (actual − target) / target), not below 0.
    case reverseProportional = "reverse-proportional"
    /// Target 0: full weight for 0, nothing otherwise.
    case zeroTarget = "zero-target"
    /// A cost within its target under the policy of that name: full weight.
    case metIsFull = "met-is-full"
    /// Target or actual is a range; its lower end stands against ≥, its upper end against ≤.
    case range
    /// A date against a deadline.
    case date
    /// The actual repeats the text of the target: the full weight is a suggestion.
    case textEqual = "text-equal"
    /// A qualitative target: a person enters a score within the band.
    case qualitative
    /// 不适用: weighs nothing.
    case notApplicable = "not-applicable"
    /// Target and actual cannot be compared: a person's score with a reason.
    case notComparable = "not-comparable"
    /// Nobody has filled in 实际完成值 (or, in the funds line, 全年执行数).
    case noActual = "no-actual"
    /// The full-year budget is 0: there is no rate, a person decides.
    case noRate = "no-rate"
}
