/// The fixed tree of performance indicators that the official tables print: first level (一级指标) and second level (二级指标).
///
/// Names are kept in their normal form: `产出指标`, not `产出`; `数量指标`, not `*数量`.
public enum IndicatorTree: Sendable {
    /// First level, in print order.
    public enum Level1: String, Sendable, Codable, CaseIterable {
        case output = "产出指标"
        case benefit = "效益指标"
        case satisfaction = "满意度指标"
    }

    /// Second level, in print order.
    public enum Level2: String, Sendable, Codable, CaseIterable {
        case quantity = "数量指标"
        case quality = "质量指标"
        case timeliness = "时效指标"
        case cost = "成本指标"
        case economic = "经济效益指标"
        case social = "社会效益指标"
        case ecological = "生态效益指标"
        case sustainable = "可持续影响指标"
        case serviceSatisfaction = "服务对象满意度指标"
        case otherSatisfaction = "其他满意度指标"
        /// Some tables of 2021 print one undivided 满意度指标 at the second level.
        case satisfaction = "满意度指标"

        /// The first-level group under which the official tree puts this name.
        public var level1: Level1 {
            switch self {
            case .quantity, .quality, .timeliness, .cost: .output
            case .economic, .social, .ecological, .sustainable: .benefit
            case .serviceSatisfaction, .otherSatisfaction, .satisfaction: .satisfaction
            }
        }

        /// Whether the declaration prints a star: at least one applicable row must be filled in.
        public var isStarred: Bool {
            switch self {
            case .quantity, .quality, .timeliness, .cost, .social, .serviceSatisfaction: true
            case .economic, .ecological, .sustainable, .otherSatisfaction, .satisfaction: false
            }
        }
    }

    /// The text that fills an unused row.
    public static let notApplicable = "不适用"
}
