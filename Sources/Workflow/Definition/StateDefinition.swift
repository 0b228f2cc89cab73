public import JSONLogic

/// A stage of a workflow.
public struct StateDefinition: Sendable {
    /// The state's name, e.g. `declared`.
    public let name: String
    /// What people read.
    public let title: LocalizedText
    /// Whether a case that is here is done.
    public let isFinal: Bool
    /// Which part may be written here by which roles (indexes).
    public let editable: [String: [Int]]
    /// The signatures that are collected here, if any.
    public let approval: ApprovalDefinition?
}

/// The signatures that a state collects.
public struct ApprovalDefinition: Sendable {
    /// How the steps follow each other.
    public enum Order: String, Sendable, CaseIterable { case sequential, parallel }
    /// What happens when no step applies.
    public enum Empty: String, Sendable, CaseIterable { case refuse, pass }

    /// How the steps follow each other.
    public let order: Order
    /// The steps in file order.
    public let steps: [StepDefinition]
    /// What happens when no step applies.
    public let empty: Empty
}

/// One signature, or one group of equal signatures.
public struct StepDefinition: Sendable {
    /// Who of the signers must sign.
    public enum Mode: String, Sendable, CaseIterable {
        /// 或签: one of them.
        case any
        /// 会签: each of them.
        case all
    }

    /// The step's name, e.g. `finance`.
    public let id: String
    /// What people read; the role's title where the file gives none.
    public let title: LocalizedText
    /// The role that signs (index).
    public let role: Int
    /// Who of the signers must sign.
    public let mode: Mode
    /// Whether the step applies to a case; always, where there is no rule.
    public let when: Rule?
    /// How long the signers have.
    public let due: DuePeriod?
}
