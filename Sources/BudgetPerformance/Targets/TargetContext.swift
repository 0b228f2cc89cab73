/// What is known beside a cell when it is read.
public struct TargetContext: Sendable, Hashable {
    /// Which column the cell stands in.
    public enum Role: String, Sendable, Hashable, Codable {
        /// 指标值 or 年度指标值: a missing comparator is assumed.
        case target
        /// 实际完成值: a number without a comparator is exact.
        case actual
    }

    /// Which column the cell stands in.
    public var role: Role
    /// 三级指标, which may carry the comparator or make the indicator a reverse one.
    public var name: String
    /// 二级指标, e.g. `成本指标`.
    public var level2: String
    /// The year of the form, for deadlines of the following year.
    public var year: Int?

    /// A context; by default that of a target about whose row nothing is known.
    public init(role: Role = .target, name: String = "", level2: String = "", year: Int? = nil) {
        self.role = role
        self.name = name
        self.level2 = level2
        self.year = year
    }

    /// Whether more or less is better for a value without a comparator: by the name, the class, and the value's own words (`零投诉`).
    func direction(of text: String) -> Direction {
        let named = Direction(name: name, level2: level2)
        return isCost || named == .lowerIsBetter ? named : Direction(name: text, level2: level2)
    }

    /// Whether the row is a cost indicator.
    public var isCost: Bool { level2 == IndicatorTree.Level2.cost.rawValue }
}
