public import JSONDocument

/// One subject in one period on its way through a workflow, e.g. one project in one budget year.
///
/// A case is the fold of its events: ``Case/init(first:)`` and ``apply(_:)`` are the only ways to make and change one.
public struct Case: Sendable, Hashable, Codable {
    /// The case's name, e.g. `440399250010100100001-2025`.
    public let id: CaseID
    /// The subject, e.g. a project's code.
    public let subject: String
    /// The period, e.g. the budget year `2025`.
    public let period: String
    /// The unit whose case this is.
    public let unit: UnitID
    /// The definition to which the case is pinned.
    public internal(set) var definition: DefinitionReference
    /// The name of the state.
    public internal(set) var state: String
    /// The number of events so far.
    public internal(set) var revision: Int
    /// The trips from the initial state to a decision, from 0.
    public internal(set) var round: Int
    /// When the case came into its state.
    public internal(set) var enteredAt: Timestamp
    /// The parts of its document, by name.
    public internal(set) var parts: [String: PartReference]
    /// The values that guards, lists and inbox read, by path, e.g. `document.declaration.annualAmountWan`.
    public internal(set) var fields: [String: JSONValue]
    /// What plugins found, by name.
    public internal(set) var facts: JSONObject
    /// The signatures being collected, where the state collects any.
    public internal(set) var approval: ApprovalProgress?
    /// Who brought the case into its round: nobody of these may sign it.
    public internal(set) var submitters: [UserID]
    /// The tasks that schedules have made, done ones included.
    public internal(set) var tasks: [ScheduledTask]
    /// The last action that was decided and by whom, to tell a late-comer.
    public internal(set) var lastDecision: LastDecision?
    /// Whether the state is final.
    public internal(set) var isFinal: Bool
}

/// Which definition a case is pinned to.
public struct DefinitionReference: Sendable, Hashable, Codable {
    /// The workflow's name.
    public var id: String
    /// Its version.
    public var version: String
    /// SHA-256 of its canonical JSON, in hexadecimal.
    public var hash: String

    /// A reference.
    public init(id: String, version: String, hash: String) {
        self.id = id
        self.version = version
        self.hash = hash
    }
}

/// One part of a document by its content.
public struct PartReference: Sendable, Hashable, Codable {
    /// SHA-256 of the part's canonical JSON, in hexadecimal.
    public var hash: String
    /// Its size in bytes.
    public var size: Int

    /// A reference.
    public init(hash: String, size: Int) {
        self.hash = hash
        self.size = size
    }
}

/// A piece of work that a schedule made for one case and one period.
public struct ScheduledTask: Sendable, Hashable, Codable {
    /// The schedule's name.
    public var schedule: String
    /// The period, e.g. `2025`.
    public var period: String
    /// The kind of work, e.g. `self-evaluation`.
    public var kind: String
    /// The role that does it.
    public var role: String
    /// The state in which it is open; leaving it closes the task.
    public var state: String
    /// When it is due.
    public var due: DueDate?
    /// When it was closed.
    public var closedAt: Timestamp?

    /// A task.
    public init(schedule: String, period: String, kind: String, role: String, state: String, due: DueDate?) {
        self.schedule = schedule
        self.period = period
        self.kind = kind
        self.role = role
        self.state = state
        self.due = due
        closedAt = nil
    }
}

/// The last decision about a case.
public struct LastDecision: Sendable, Hashable, Codable {
    /// The action.
    public var action: String
    /// The state in which it was asked for.
    public var state: String
    /// The step that it decided, where there was one.
    public var step: String?
    /// Who decided.
    public var user: UserID
    /// When.
    public var at: Timestamp
}
