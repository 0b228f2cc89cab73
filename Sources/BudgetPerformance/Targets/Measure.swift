public import Foundation

/// A number with its scale and unit, e.g. `16.3万元/人/年`: value 16.3, scale 10000, unit 元, per 人 and 年.
public struct Measure: Sendable, Hashable, Codable {
    /// The number as written, exact, before the scale is applied.
    public var value: Decimal
    /// What 万, 亿, 千 … multiply with: 1 where nothing is written.
    public var scale: Int
    /// The unit in its normal form (`天` for 日, `人` for 名); `""` where none is written, `%` for percentages.
    public var unit: String
    /// The units after `/` or 每, in the order written and in normal form; empty for a plain measure.
    public var per: [String]

    /// A measure with all its parts.
    public init(value: Decimal, scale: Int = 1, unit: String = "", per: [String] = []) {
        self.value = value
        self.scale = scale
        self.unit = unit
        self.per = per
    }

    /// The value times the scale, in ``unit``.
    public var amount: Decimal { value * Decimal(scale) }

    /// Whether the unit is a percentage or a part of one.
    public var isShare: Bool { MeasureUnit.base(of: unit)?.name == "%" }

    /// Whether the unit is money.
    public var isMoney: Bool { MeasureUnit.base(of: unit)?.name == "元" || MeasureUnit.currencies.contains(unit) }

    /// Whether the unit is a length of time.
    public var isTime: Bool { MeasureUnit.isTime(unit) }

    /// Whether this counts occurrences in a recurring period (`次` per `周`).
    public var isFrequency: Bool { !isMoney && !isTime && per.count == 1 && per.allSatisfy(MeasureUnit.isTime) }
}

extension Measure {
    /// This amount expressed in `other`'s unit.
    public enum Conversion: Sendable, Hashable {
        /// The amounts of both in one common unit; `assumedUnit` where one of them is written without a unit.
        case comparable(Decimal, Decimal, assumedUnit: String?)
        /// The units, or what they are counted per, differ.
        case unitsDiffer
    }

    /// Brings this measure and another one to a common unit, or says that their units differ.
    ///
    /// A missing unit is taken to be the other one's, and said to be so, except for percentages: 98 is not 98 %.
    /// 每年 that is missing on one side is taken to be meant as well: an evaluation speaks of one year. Zero is zero in any unit.
    public func converted(with other: Measure) -> Conversion {
        if let full = Measure.completingYear(self, other) {
            guard case .comparable(let mine, let its, _) = full.mine.converted(with: full.its) else {
                return .unitsDiffer
            }
            return .comparable(mine, its, assumedUnit: ([full.its.unit] + full.its.per).joined(separator: "/"))
        }
        guard let perFactor = Measure.factor(from: per, to: other.per) else {
            return amount == 0 && other.amount == 0 ? .comparable(0, 0, assumedUnit: nil) : .unitsDiffer
        }
        if unit == other.unit { return .comparable(amount * perFactor, other.amount, assumedUnit: nil) }
        if amount == 0 && (other.unit.isEmpty || unit.isEmpty || other.amount == 0) {
            return .comparable(0, other.amount, assumedUnit: nil)
        }
        if other.amount == 0 && (other.unit.isEmpty || unit.isEmpty) {
            return .comparable(amount * perFactor, 0, assumedUnit: nil)
        }
        if unit.isEmpty != other.unit.isEmpty {
            guard !isShare, !other.isShare else { return .unitsDiffer }
            return .comparable(amount * perFactor, other.amount, assumedUnit: unit.isEmpty ? other.unit : unit)
        }
        guard let mine = MeasureUnit.base(of: unit), let its = MeasureUnit.base(of: other.unit), mine.name == its.name
        else { return .unitsDiffer }
        return .comparable(amount * mine.factor * perFactor, other.amount * its.factor, assumedUnit: nil)
    }

    /// Both measures per year, where only one of them says so and the rest of what they are counted per is the same.
    private static func completingYear(_ mine: Measure, _ its: Measure) -> (mine: Measure, its: Measure)? {
        let year = ["年"]
        let (left, right) = (mine.per.filter { $0 != "年" }.sorted(), its.per.filter { $0 != "年" }.sorted())
        guard left == right, (mine.per + its.per).filter({ $0 == "年" }) == year else { return nil }
        var (one, other) = (mine, its)
        one.per = left + year
        other.per = right + year
        return (one, other)
    }

    /// What a count per `mine` is multiplied with to become a count per `its`; `nil` where they cannot be converted.
    private static func factor(from mine: [String], to its: [String]) -> Decimal? {
        if mine == its || mine.sorted() == its.sorted() { return 1 }
        guard mine.count == 1, its.count == 1, let from = MeasureUnit.base(of: mine[0]),
            let to = MeasureUnit.base(of: its[0]), from.name == to.name, MeasureUnit.isTime(from.name)
        else { return nil }
        return to.factor / from.factor
    }
}
