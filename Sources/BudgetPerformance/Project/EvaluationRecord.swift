/// The part `evaluation` of a project's document: the official table as far as it is filled in, and the scores that persons
/// entered where no rule gives one.
///
/// In JSON: the members of ``SelfEvaluation`` and, beside them, `judgements`.
public struct EvaluationRecord: Codable, Sendable, Hashable {
    /// A score that a person entered.
    public struct Judgement: Codable, Sendable, Hashable {
        /// The row, counted from 1 with 不适用 rows included; 0 for the line of the funds.
        public var row: Int
        /// The points, at most two decimals.
        public var score: PrintedNumber
        /// Why.
        public var reason: String

        /// A score with its reason.
        public init(row: Int, score: PrintedNumber, reason: String = "") {
            self.row = row
            self.score = score
            self.reason = reason
        }
    }

    /// The table.
    public var form: SelfEvaluation
    /// The scores that persons entered, at most one a row.
    public var judgements: [Judgement]

    /// A table without judgements, unless some are given.
    public init(form: SelfEvaluation, judgements: [Judgement] = []) {
        self.form = form
        self.judgements = judgements
    }

    private enum CodingKeys: String, CodingKey { case judgements }

    /// Reads the table and, where there are any, the judgements.
    public init(from decoder: any Decoder) throws {
        form = try SelfEvaluation(from: decoder)
        let own = try decoder.container(keyedBy: CodingKeys.self)
        judgements = try own.decodeIfPresent([Judgement].self, forKey: .judgements) ?? []
    }

    /// Writes the table's members, and the judgements where there are any.
    public func encode(to encoder: any Encoder) throws {
        try form.encode(to: encoder)
        var own = encoder.container(keyedBy: CodingKeys.self)
        if !judgements.isEmpty { try own.encode(judgements, forKey: .judgements) }
    }
}

/// The part `execution` of a project's document: the money of the year, in 元.
public struct ExecutionRecord: Codable, Sendable, Hashable {
    /// The four lines of money; only the total line must be known.
    public var funds: FundsTable

    /// A record of the money.
    public init(funds: FundsTable) {
        self.funds = funds
    }
}
