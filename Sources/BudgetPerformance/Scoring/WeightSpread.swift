/// How the 100 points of a new evaluation are spread over its lines, before the applicant changes them.
///
/// Funds 10, 产出 50, 效益 30, 满意度 10 by default. A group without applicable rows gives its points to 产出; where 产出 itself has no
/// applicable row, all of these points go to 效益, and failing that to 满意度. Within a group every applicable row gets the same
/// number of whole points, and the remainder goes one each from the top. Rows marked 不适用 get 0. A form without any applicable row
/// has nowhere to put them: they stay in ``unplaced``, and such a form cannot be evaluated.
///
/// ``funds`` + ``rows`` + ``unplaced`` is always the sum of the policy's points, 100 by default. Source: DOMAIN.md, "Self-evaluation".
public struct WeightSpread: Sendable, Hashable {
    /// One row as far as weights are concerned.
    public struct Row: Sendable, Hashable {
        /// The group that the row belongs to.
        public var group: IndicatorTree.Level1
        /// Whether the row is not marked 不适用.
        public var isApplicable: Bool

        /// A row of a group.
        public init(group: IndicatorTree.Level1, isApplicable: Bool) {
            self.group = group
            self.isApplicable = isApplicable
        }

        /// The row of a declaration; a second-level name that the tree knows decides before the printed first level.
        public init(_ row: DeclaredIndicator) {
            self.init(level1: row.level1, level2: row.level2, isApplicable: !row.isNotApplicable)
        }

        /// The row of an evaluation.
        public init(_ row: EvaluatedIndicator) {
            self.init(level1: row.level1, level2: row.level2, isApplicable: !row.isNotApplicable)
        }

        private init(level1: String, level2: String, isApplicable: Bool) {
            let group = IndicatorTree.Level2(rawValue: level2)?.level1 ?? IndicatorTree.Level1(rawValue: level1)
            self.init(group: group ?? .output, isApplicable: isApplicable)
        }
    }

    /// Points of the funds line.
    public let funds: Int
    /// Points of the rows, in their order.
    public let rows: [Int]
    /// Points that no applicable row could take.
    public let unplaced: Int

    /// Spreads the policy's points over the rows.
    public init(_ given: [Row], policy: ScoringPolicy = ScoringPolicy()) {
        let order: [IndicatorTree.Level1] = [.output, .benefit, .satisfaction]
        let members = order.map { group in given.indices.filter { given[$0].group == group && given[$0].isApplicable } }
        var points = [policy.groupWeights.output, policy.groupWeights.benefit, policy.groupWeights.satisfaction]
        let receiver = members.firstIndex { !$0.isEmpty }
        var homeless = 0
        for group in order.indices where members[group].isEmpty {
            homeless += points[group]
            points[group] = 0
        }
        if let receiver {
            points[receiver] += homeless
            homeless = 0
        }
        var weights = [Int](repeating: 0, count: given.count)
        for group in order.indices where !members[group].isEmpty {
            let (share, rest) = points[group].quotientAndRemainder(dividingBy: members[group].count)
            for (place, index) in members[group].enumerated() { weights[index] = share + (place < rest ? 1 : 0) }
        }
        funds = policy.fundsWeight
        rows = weights
        unplaced = homeless
    }
}
