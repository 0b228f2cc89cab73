public import Foundation

/// A score that a person entered for a line that needs one.
public struct JudgedScore: Sendable, Hashable {
    /// The line.
    public var row: ScoreRow
    /// The points, at most two decimals.
    public var score: Decimal
    /// Why; required where nothing could be compared.
    public var reason: String

    /// An entry of a person.
    public init(row: ScoreRow, score: Decimal, reason: String = "") {
        self.row = row
        self.score = score
        self.reason = reason
    }
}

/// A person's entry that was not taken, with why.
public struct JudgementRefusal: Sendable, Hashable, Error {
    /// Why. The raw values are stable codes.
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        /// The form has no such line.
        case unknownRow = "unknown-row"
        /// A second entry for one line.
        case duplicateRow = "duplicate-row"
        /// The line is computed by a rule.
        case computedRow = "computed-row"
        /// The line has no actual value yet, which comes first.
        case actualMissing = "actual-missing"
        /// The line has no weight.
        case weightMissing = "weight-missing"
        /// More than two decimals.
        case tooPrecise = "too-precise"
        /// Outside of ``JudgementRefusal/allowed``.
        case outOfBand = "out-of-band"
        /// Nothing could be compared, and no reason is given.
        case reasonMissing = "reason-missing"
    }

    /// Why.
    public var code: Code
    /// The entry.
    public var entry: JudgedScore
    /// What may be entered, for ``Code/outOfBand``.
    public var allowed: AllowedPoints?

    /// A refusal.
    public init(_ code: Code, _ entry: JudgedScore, allowed: AllowedPoints? = nil) {
        self.code = code
        self.entry = entry
        self.allowed = allowed
    }
}
