/// How much a rule may be and do.
public struct RuleLimits: Sendable, Hashable {
    /// Operations inside one another in the rule, and lists inside one another in a value it builds.
    public var depth: Int
    /// Operations, and elements built, in one evaluation.
    public var steps: Int
    /// Bytes of a text, and elements of a list, that a rule builds.
    public var size: Int

    /// Limits: 100 levels (never more than 200), two million steps and a million bytes or elements unless said otherwise.
    public init(depth: Int = 100, steps: Int = 2_000_000, size: Int = 1_000_000) {
        self.depth = min(max(depth, 1), 200)
        self.steps = max(steps, 1)
        self.size = max(size, 1)
    }

    /// 100 levels, two million steps, a million bytes or elements.
    public static let standard = RuleLimits()
}
