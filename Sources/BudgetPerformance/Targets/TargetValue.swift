/// The typed reading of one cell of 指标值 or 实际完成值.
///
/// Nothing is guessed: a text that the grammar does not know is ``Reading/unmeasurable(_:)`` with the reason, and whatever
/// was assumed (a missing comparator, a missing unit) stands in ``comparatorSource`` and ``assumptions``.
public struct TargetValue: Sendable, Hashable, Codable {
    /// What the text says.
    public enum Reading: Sendable, Hashable, Codable {
        /// One number: a count, percentage, amount of money, duration or frequency; see ``TargetValue/kind``.
        case measure(Measure)
        /// A lower and an upper end in one unit, both included.
        case range(Measure, Measure)
        /// A day, month, quarter or year.
        case deadline(DeadlineDate)
        /// A deadline that comes again.
        case recurringDeadline(RecurringDeadline)
        /// A grade such as `2级`; whether a higher number is better is unknown.
        case level(Measure)
        /// A qualitative word such as 显著 or 有效保障, folded.
        case label(String)
        /// 不适用.
        case notApplicable
        /// Nothing that can be compared.
        case unmeasurable(UnmeasurableReason)
    }

    /// Why a text cannot be measured. The raw values are stable codes.
    public enum UnmeasurableReason: String, Sendable, Hashable, Codable, CaseIterable {
        /// The cell is blank, or holds only a dash or slash.
        case blank
        /// Words without a number, and not a label that the vocabulary knows.
        case noNumber = "no-number"
        /// Several numbers that are bound together (`6次18人`).
        case composite
        /// Several amounts of money.
        case priceList = "price-list"
        /// A tariff with thresholds.
        case tiers
        /// A calculation (`36人*833元/人`).
        case formula
        /// `1:3`, or a time of day.
        case ratio
        /// Numbers or words on both sides of a slash: alternatives, never a division.
        case alternatives
        /// A span of months (`1-12月`), which bounds nothing.
        case period
        /// A day without a month, or a month of an unknown year (`次月10日前`).
        case incompleteDate = "incomplete-date"
        /// A day or month that no calendar has.
        case impossibleDate = "impossible-date"
        /// A range whose lower end is the larger one.
        case reversedRange = "reversed-range"
        /// Two comparators that exclude each other.
        case contradictoryComparators = "contradictory-comparators"
        /// A comparator behind the number with nothing after it (`95≤`).
        case danglingComparator = "dangling-comparator"
        /// A placeholder that nobody replaced (`x号`, `XX次`).
        case placeholder
        /// More digits, or a longer text, than a cell can mean.
        case tooLong = "too-long"
    }

    /// Something that is not written and was taken to be so. The raw values are stable codes.
    public enum Assumption: String, Sendable, Hashable, Codable, CaseIterable {
        /// No comparator is written anywhere: see ``TargetValue/comparator`` for the one that is assumed.
        case comparator
        /// The comparator stands in the indicator's name.
        case comparatorFromName = "comparator-from-name"
        /// `112万` in a cost indicator: taken as 元.
        case moneyUnit = "money-unit"
        /// The number stands without a unit.
        case unitMissing = "unit-missing"
        /// A deadline without a year: the year of the form is meant.
        case year
        /// `22年12月`: a year of two digits.
        case century
    }

    /// The class of a reading. The raw values are stable codes.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case count, percentage, money, duration, frequency, deadline, label, level, unmeasurable
        case moneyPerUnit = "money-per-unit"
        case recurringDeadline = "recurring-deadline"
        case notApplicable = "not-applicable"
    }

    /// The cell as it was given.
    public var text: String
    /// What it says.
    public var reading: Reading
    /// The bound; `nil` where none is written and none is assumed (labels, actual values).
    public var comparator: Comparator?
    /// Where ``comparator`` comes from; `nil` without one.
    public var comparatorSource: ComparatorSource?
    /// What was taken to be so without being written, in the order of ``Assumption``.
    public var assumptions: [Assumption]
    /// The event from which a duration runs, e.g. `收到发票后`; folded.
    public var event: String?

    /// A value with its parts, for callers that build one without a text.
    public init(
        text: String, reading: Reading, comparator: Comparator? = nil, comparatorSource: ComparatorSource? = nil,
        assumptions: [Assumption] = [], event: String? = nil
    ) {
        self.text = text
        self.reading = reading
        self.comparator = comparator
        self.comparatorSource = comparatorSource
        self.assumptions = assumptions
        self.event = event
    }

    /// The class of the reading.
    public var kind: Kind {
        switch reading {
        case .measure(let measure), .range(let measure, _):
            if measure.isShare { return .percentage }
            if measure.isMoney { return measure.per.isEmpty ? .money : .moneyPerUnit }
            if measure.isTime { return .duration }
            return measure.isFrequency ? .frequency : .count
        case .deadline: return .deadline
        case .recurringDeadline: return .recurringDeadline
        case .level: return .level
        case .label: return .label
        case .notApplicable: return .notApplicable
        case .unmeasurable: return .unmeasurable
        }
    }

    /// Whether the reading is a number or a range of numbers.
    public var isMeasured: Bool {
        switch reading {
        case .measure, .range: true
        default: false
        }
    }
}
