public import JSONDocument

/// What somebody asks of a case, with everything that had to be looked up for it.
public enum CaseRequest: Sendable {
    /// Brings a case into being.
    case create(subject: String, period: String, unit: UnitID, writing: Writing)
    /// Writes parts of the document; the state stays.
    case write(Writing, comment: String?)
    /// Carries out an action.
    case act(ActionRequest)
    /// Makes the task of a schedule.
    case task(schedule: String, period: String, writing: Writing)
}

/// An action with everything that goes with it.
public struct ActionRequest: Sendable {
    /// The action's name.
    public var action: String
    /// What the actor writes.
    public var comment: String?
    /// The parts that the actor writes.
    public var writing: Writing
    /// What plugins found.
    public var findings: PluginResults
    /// By schedule: what is written beside, should the action lead to where that schedule's moment has passed.
    public var scheduled: [String: Writing]

    /// An action, bare or with what goes with it.
    public init(
        _ action: String, comment: String? = nil, writing: Writing = .nothing,
        findings: PluginResults = PluginResults(),
        scheduled: [String: Writing] = [:]
    ) {
        self.action = action
        self.comment = comment
        self.writing = writing
        self.findings = findings
        self.scheduled = scheduled
    }
}

/// Parts to be written, already stored under their hashes, and the stored values that they change.
public struct Writing: Sendable, Hashable {
    /// The parts by name.
    public var parts: [String: PartReference]
    /// Stored values by path; `null` for a value that is gone.
    public var fields: [String: JSONValue]

    /// Parts and the stored values that they change.
    public init(parts: [String: PartReference] = [:], fields: [String: JSONValue] = [:]) {
        self.parts = parts
        self.fields = fields
    }

    /// Nothing is written.
    public static let nothing = Writing()
}

/// What plugins found about a case.
public struct PluginResults: Sendable, Hashable {
    /// Facts by name, e.g. `score`.
    public var facts: JSONObject
    /// Who spoke.
    public var stamps: [PluginStamp]

    /// Facts and who stated them.
    public init(facts: JSONObject = JSONObject(), stamps: [PluginStamp] = []) {
        self.facts = facts
        self.stamps = stamps
    }
}

/// Everything besides the case and the request that a decision depends on. All of it is a value: decisions are repeatable.
public struct TransitionContext: Sendable {
    /// The definition to which the case is pinned.
    public var definition: WorkflowDefinition
    /// Its identity.
    public var reference: DefinitionReference
    /// Units, people and grants.
    public var organisation: Organisation
    /// Public holidays.
    public var calendar: WorkingCalendar
    /// Now.
    public var now: Timestamp
    /// Who asks; role and unit are filled in by the decision.
    public var actor: ActorRecord
    /// The command's id, recorded in the event.
    public var command: String
    /// Paths whose decimal strings rules read as exact numbers.
    public var decimalPaths: Set<String>

    /// A context.
    public init(
        definition: WorkflowDefinition, reference: DefinitionReference, organisation: Organisation,
        calendar: WorkingCalendar, now: Timestamp, actor: ActorRecord, command: String,
        decimalPaths: Set<String> = []
    ) {
        self.definition = definition
        self.reference = reference
        self.organisation = organisation
        self.calendar = calendar
        self.now = now
        self.actor = actor
        self.command = command
        self.decimalPaths = decimalPaths
    }
}

/// What came of a request: the event, the case after it, and who is to be told.
public struct Transition: Sendable {
    /// What happened.
    public let event: CaseEvent
    /// The case as it is now.
    public let `case`: Case
    /// The notifiers that the action names.
    public let notify: [PluginUse]
}
