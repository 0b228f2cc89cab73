public import Foundation

/// A line of a score sheet: the funds, or an indicator row counted from 1 in print order. In JSON `"funds"` or an integer.
public enum ScoreRow: Sendable, Hashable, Codable {
    case funds
    case indicator(Int)

    /// Reads `"funds"` or an integer.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        if let number = try? box.decode(Int.self) {
            self = .indicator(number)
        } else if try box.decode(String.self) == "funds" {
            self = .funds
        } else {
            throw DecodingError.dataCorruptedError(in: box, debugDescription: "expected \"funds\" or an integer")
        }
    }

    /// Writes `"funds"` or an integer.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        switch self {
        case .funds: try box.encode("funds")
        case .indicator(let number): try box.encode(number)
        }
    }
}

/// What the rules say about one line, beside what is printed. All scores are points of 100.
public struct LineScore: Sendable, Hashable {
    /// Which line.
    public var row: ScoreRow
    /// 三级指标; `""` for the funds.
    public var name: String
    /// 分值; `nil` where it is blank or not a number.
    public var weight: Decimal?
    /// 得分 as printed or entered; `nil` for a blank cell.
    public var printedText: PrintedNumber?
    /// What the rule gives, two decimals half up; `nil` where no rule gives a number. With ``needsPerson`` a suggestion.
    public var computed: Decimal?
    /// The rule that applied.
    public var rule: ScoreRule
    /// Whether a person has to enter or confirm the score.
    public var needsPerson: Bool
    /// What a person may enter, where ``needsPerson`` and a weight are given.
    public var allowed: AllowedPoints?
    /// Why a person is needed, and hints.
    public var reasons: [ScoreReason]
    /// The score that a person entered, already held to ``allowed``.
    public var judged: JudgedScore?

    /// A line without reasons; set them afterwards.
    public init(
        row: ScoreRow, name: String = "", weight: Decimal?, printedText: PrintedNumber? = nil, computed: Decimal? = nil,
        rule: ScoreRule, needsPerson: Bool = false, allowed: AllowedPoints? = nil, reasons: [ScoreReason] = []
    ) {
        self.row = row
        self.name = name
        self.weight = weight
        self.printedText = printedText
        self.computed = computed
        self.rule = rule
        self.needsPerson = needsPerson
        self.allowed = allowed
        self.reasons = reasons
    }

    /// 得分 as printed, as a number.
    public var printed: Decimal? { printedText?.decimal }

    /// The score to add up: a person's, or the computed one (a suggestion included).
    public var score: Decimal? { judged?.score ?? computed }

    /// Whether the score stands: computed without a person, or entered by one.
    public var isSettled: Bool { judged != nil || (computed != nil && !needsPerson) }
}
