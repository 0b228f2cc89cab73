internal import BudgetPerformance

/// The contract: keys in the order in which they are printed, the form's own fields between `kind` and `notes`.
extension FormReading: Codable {
    /// What `kind` says in JSON.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// 二级项目支出绩效目标申报表.
        case declaration
        /// 项目支出绩效自评表.
        case selfEvaluation = "self-evaluation"
    }

    /// Which of the official tables was read.
    public var kind: Kind {
        switch form {
        case .declaration: .declaration
        case .selfEvaluation: .selfEvaluation
        }
    }

    private enum CodingKeys: String, CodingKey {
        case source, ordinal, kind, notes, unplaced, lowConfidence
    }

    /// Reads a reading back from the contract JSON.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        source = try container.decode(String.self, forKey: .source)
        ordinal = try container.decode(Int.self, forKey: .ordinal)
        switch try container.decode(Kind.self, forKey: .kind) {
        case .declaration: form = .declaration(try Declaration(from: decoder))
        case .selfEvaluation: form = .selfEvaluation(try SelfEvaluation(from: decoder))
        }
        notes = try container.decodeIfPresent([String].self, forKey: .notes) ?? []
        unplaced = try container.decodeIfPresent([UnplacedLine].self, forKey: .unplaced) ?? []
        lowConfidence = try container.decodeIfPresent([DoubtfulField].self, forKey: .lowConfidence) ?? []
    }

    /// Writes the contract JSON, key by key in its order; an ordered encoder keeps it.
    public func encode(to encoder: any Encoder) throws {
        var head = encoder.container(keyedBy: CodingKeys.self)
        try head.encode(source, forKey: .source)
        try head.encode(ordinal, forKey: .ordinal)
        try head.encode(kind, forKey: .kind)
        switch form {
        case .declaration(let declaration): try declaration.encode(to: encoder)
        case .selfEvaluation(let evaluation): try evaluation.encode(to: encoder)
        }
        var tail = encoder.container(keyedBy: CodingKeys.self)
        if !notes.isEmpty { try tail.encode(notes, forKey: .notes) }
        if !unplaced.isEmpty { try tail.encode(unplaced, forKey: .unplaced) }
        if !lowConfidence.isEmpty { try tail.encode(lowConfidence, forKey: .lowConfidence) }
    }
}
