/// The signatures of one round: who is asked, and who has said what. Counts are derived, never stored.
public struct ApprovalProgress: Sendable, Hashable, Codable {
    /// How the steps follow each other.
    public var isSequential: Bool
    /// The steps that apply to the case, in file order.
    public var steps: [StepProgress]

    /// The steps that can be signed now.
    public var openSteps: [StepProgress] {
        let undecided = steps.filter { $0.outcome == .undecided }
        return isSequential ? Array(undecided.prefix(1)) : undecided
    }

    /// What the steps together have come to.
    public var outcome: ApprovalOutcome {
        steps.allSatisfy { $0.outcome == .pass } ? .pass : .undecided
    }

    /// Whether anybody has signed in this round.
    public var hasVotes: Bool { steps.contains { !$0.votes.isEmpty } }
}

/// What a step or an approval has come to.
public enum ApprovalOutcome: String, Sendable, Hashable, Codable { case undecided, pass }

/// One step of a round.
public struct StepProgress: Sendable, Hashable, Codable {
    /// The step's name in the definition.
    public var id: String
    /// The role that signs.
    public var role: String
    /// `any` or `all`.
    public var mode: String
    /// For `all`: those who must sign, as they were when the round began. For `any`: empty, whoever holds the role may sign.
    public var signers: [UserID]
    /// The signatures so far.
    public var votes: [Vote]
    /// When the signature is due; counted from when the step opened.
    public var due: DueDate?

    /// The outcome: a pure function of mode, signers and votes.
    public var outcome: ApprovalOutcome {
        switch mode {
        case StepDefinition.Mode.all.rawValue:
            !signers.isEmpty && signers.allSatisfy { signer in votes.contains { $0.user == signer } }
                ? .pass : .undecided
        default: votes.isEmpty ? .undecided : .pass
        }
    }
}

/// One signature.
public struct Vote: Sendable, Hashable, Codable {
    /// Who signed.
    public var user: UserID
    /// When.
    public var at: Timestamp
}
