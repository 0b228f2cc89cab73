/// Every number of the scoring rules that a district, a year or a template may set otherwise.
///
/// All members are integers or codes, so that a configuration file needs no decimals. A key that is left out keeps its
/// default. Source of the defaults: the official forms and DOMAIN.md, "Self-evaluation" and "Scoring a row".
public struct ScoringPolicy: Codable, Sendable, Hashable {
    /// How a cost indicator that stays within its target is scored.
    public enum CostPolicy: String, Codable, Sendable, Hashable, CaseIterable {
        /// ``metIsFull`` where an at-most comparator is written, ``proportional`` for a bare amount.
        case auto
        /// Within the target: the full weight.
        case metIsFull = "met-is-full"
        /// weight × actual / target, also below the target.
        case proportional
    }

    /// How 执行率 is rounded before it is multiplied.
    public enum RateRounding: String, Codable, Sendable, Hashable, CaseIterable {
        /// A fraction with two decimals (`0.98`).
        case fraction
        /// A percentage with two decimals (`88.76`).
        case percent

        /// The rounding that a printed form shows.
        public init(_ unit: SelfEvaluation.RateUnit) {
            switch unit {
            case .fraction: self = .fraction
            case .percent: self = .percent
            }
        }
    }

    /// Points of the first-level groups when weights are first spread.
    public struct GroupWeights: Codable, Sendable, Hashable {
        /// 产出指标; 50 by default.
        public var output: Int
        /// 效益指标; 30 by default.
        public var benefit: Int
        /// 满意度指标; 10 by default.
        public var satisfaction: Int

        /// The usual split, unless another is given.
        public init(output: Int = 50, benefit: Int = 30, satisfaction: Int = 10) {
            self.output = output
            self.benefit = benefit
            self.satisfaction = satisfaction
        }

        /// Reads a split; what is left out keeps its default.
        public init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: CodingKeys.self)
            self.init()
            output = try box.decodeIfPresent(Int.self, forKey: .output) ?? output
            benefit = try box.decodeIfPresent(Int.self, forKey: .benefit) ?? benefit
            satisfaction = try box.decodeIfPresent(Int.self, forKey: .satisfaction) ?? satisfaction
        }
    }

    /// Weight of the funds line, in points; 10 by default.
    public var fundsWeight: Int
    /// Points of the indicator groups; 50, 30, 10 by default.
    public var groupWeights: GroupWeights
    /// The lowest totals of the grades; 90, 80, 60 by default.
    public var grades: GradeThresholds
    /// How cost within its target is scored; `auto` by default.
    public var costPolicy: CostPolicy
    /// How the execution rate is rounded where no form says it; `percent` by default, as the tables of 2023 print it.
    public var rateRounding: RateRounding
    /// What a missed date still earns, in percent of the weight; 0 by default.
    public var latePercent: Int
    /// Above this percentage of the target a reason is asked for; 130 by default.
    public var overFulfilmentPercent: Int
    /// The bands of qualitative rows where the explanation defines none, best first.
    public var bands: [ScoreBand]

    /// The documented defaults; set what differs afterwards.
    public init() {
        fundsWeight = 10
        groupWeights = GroupWeights()
        grades = GradeThresholds()
        costPolicy = .auto
        rateRounding = .percent
        latePercent = 0
        overFulfilmentPercent = 130
        bands = ScoreBand.defaults
    }

    /// Reads a policy; what is left out keeps its default.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        fundsWeight = try box.decodeIfPresent(Int.self, forKey: .fundsWeight) ?? fundsWeight
        groupWeights = try box.decodeIfPresent(GroupWeights.self, forKey: .groupWeights) ?? groupWeights
        grades = try box.decodeIfPresent(GradeThresholds.self, forKey: .grades) ?? grades
        costPolicy = try box.decodeIfPresent(CostPolicy.self, forKey: .costPolicy) ?? costPolicy
        rateRounding = try box.decodeIfPresent(RateRounding.self, forKey: .rateRounding) ?? rateRounding
        latePercent = try box.decodeIfPresent(Int.self, forKey: .latePercent) ?? latePercent
        overFulfilmentPercent =
            try box.decodeIfPresent(Int.self, forKey: .overFulfilmentPercent) ?? overFulfilmentPercent
        bands = try box.decodeIfPresent([ScoreBand].self, forKey: .bands) ?? bands
    }
}
