public import Foundation

/// 评价等级 of a total. Source: the national four-step scale; the thresholds are a setting because some districts differ.
public enum Grade: String, Codable, Sendable, Hashable, CaseIterable {
    case excellent = "优"
    case good = "良"
    case fair = "中"
    case poor = "差"

    /// The grade of a total, in points of 100.
    public init(total: Decimal, thresholds: GradeThresholds = GradeThresholds()) {
        if total >= Decimal(thresholds.excellent) {
            self = .excellent
        } else if total >= Decimal(thresholds.good) {
            self = .good
        } else if total >= Decimal(thresholds.fair) {
            self = .fair
        } else {
            self = .poor
        }
    }
}

/// The lowest total of each grade, in points; what is below ``fair`` is 差.
public struct GradeThresholds: Codable, Sendable, Hashable {
    /// 优 from here; 90 by default.
    public var excellent: Int
    /// 良 from here; 80 by default.
    public var good: Int
    /// 中 from here; 60 by default.
    public var fair: Int

    /// The national thresholds, unless others are given.
    public init(excellent: Int = 90, good: Int = 80, fair: Int = 60) {
        self.excellent = excellent
        self.good = good
        self.fair = fair
    }

    /// Reads thresholds; those that are left out are the national ones.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        excellent = try box.decodeIfPresent(Int.self, forKey: .excellent) ?? excellent
        good = try box.decodeIfPresent(Int.self, forKey: .good) ?? good
        fair = try box.decodeIfPresent(Int.self, forKey: .fair) ?? fair
    }
}
