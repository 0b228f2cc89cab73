public import Foundation

/// A part of the weight within which a person's score for a qualitative row must lie.
///
/// Source: the three bands of the national self-evaluation form, 达成 100–80 %, 部分达成 80–60 %, 未达成 60–0 %; the upper band
/// includes the border between two.
public struct ScoreBand: Codable, Sendable, Hashable {
    /// The words that name the band, as an actual value writes them.
    public var labels: [String]
    /// The lower end in percent of the weight, included.
    public var lowerPercent: Int
    /// The upper end in percent of the weight; included only where it is 100.
    public var upperPercent: Int

    /// A band between two percentages of the weight.
    public init(labels: [String], lowerPercent: Int, upperPercent: Int) {
        self.labels = labels
        self.lowerPercent = lowerPercent
        self.upperPercent = upperPercent
    }

    /// The national three bands, best first.
    public static let defaults = [
        ScoreBand(
            labels: ["达成", "已达成", "全部达成", "全部或基本达成", "全部或基本达成预期指标", "达成预期指标"],
            lowerPercent: 80, upperPercent: 100),
        ScoreBand(
            labels: ["部分达成", "部分达成预期指标", "部分达成并具有一定效果"], lowerPercent: 60, upperPercent: 80),
        ScoreBand(labels: ["未达成", "未达成且效果较差", "未达成预期指标"], lowerPercent: 0, upperPercent: 60),
    ]

    /// The points that this band allows for a row of the given weight.
    public func points(of weight: Decimal) -> AllowedPoints {
        AllowedPoints(
            lower: weight * Decimal(lowerPercent) / 100, upper: weight * Decimal(upperPercent) / 100,
            includesUpper: upperPercent >= 100)
    }
}

/// The points that a person may enter for a row.
public struct AllowedPoints: Sendable, Hashable {
    /// The lowest score, included.
    public var lower: Decimal
    /// The highest score.
    public var upper: Decimal
    /// Whether ``upper`` itself may be entered.
    public var includesUpper: Bool

    /// The points between two ends.
    public init(lower: Decimal, upper: Decimal, includesUpper: Bool = true) {
        self.lower = lower
        self.upper = upper
        self.includesUpper = includesUpper
    }

    /// Whether a score may be entered.
    public func contains(_ score: Decimal) -> Bool {
        score >= lower && (includesUpper ? score <= upper : score < upper)
    }
}
