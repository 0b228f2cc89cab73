public import JSONDocument

/// Something that happened to a case. Events are kept for good; a case is what they add up to.
public struct CaseEvent: Sendable, Hashable, Codable {
    /// What kind of thing happened.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The case came into being.
        case created
        /// Parts of the document were written, the state stayed.
        case wrote
        /// An action was carried out.
        case acted
        /// A schedule made a task.
        case task
    }

    /// The case.
    public var `case`: CaseID
    /// The case's revision after this event, from 1.
    public var revision: Int
    /// What kind of thing happened.
    public var kind: Kind
    /// When.
    public var at: Timestamp
    /// Who did it, by which right, and how we know.
    public var actor: ActorRecord
    /// The command that caused it.
    public var command: String
    /// The definition by which it was decided.
    public var definition: DefinitionReference
    /// `created`: what the case is about.
    public var subject: String?
    /// `created`: the period.
    public var period: String?
    /// `created`: the unit.
    public var unit: UnitID?
    /// `acted`: the action.
    public var action: String?
    /// The state before.
    public var from: String?
    /// The state after.
    public var to: String
    /// `acted`: whether the case came into the state after, which may be the one before; otherwise it stayed in it.
    public var entered: Bool?
    /// Whether the state after is final.
    public var final: Bool?
    /// `acted`: the step that was signed.
    public var step: String?
    /// What the actor wrote.
    public var comment: String?
    /// The parts that were written.
    public var parts: [String: PartReference]?
    /// The stored values that the parts changed, by path; `null` for a value that is gone.
    public var fields: [String: JSONValue]?
    /// What plugins found, merged into the case's facts.
    public var facts: JSONObject?
    /// The signatures that are collected from here on.
    public var approval: ApprovalProgress?
    /// When the step that this event opened is due.
    public var stepDue: DueDate?
    /// The tasks that were made.
    public var tasks: [ScheduledTask]?
    /// Name, version and configuration hash of each plugin that spoke.
    public var plugins: [PluginStamp]?
    /// Whether a new round began.
    public var newRound: Bool?

    /// An event; what its kind does not need is left out.
    public init(
        case id: CaseID, revision: Int, kind: Kind, at: Timestamp, actor: ActorRecord, command: String,
        definition: DefinitionReference, subject: String? = nil, period: String? = nil, unit: UnitID? = nil,
        action: String? = nil, from: String? = nil, to: String, entered: Bool? = nil, final: Bool? = nil,
        step: String? = nil,
        comment: String? = nil, parts: [String: PartReference]? = nil, fields: [String: JSONValue]? = nil,
        facts: JSONObject? = nil, approval: ApprovalProgress? = nil, stepDue: DueDate? = nil,
        tasks: [ScheduledTask]? = nil, plugins: [PluginStamp]? = nil, newRound: Bool? = nil
    ) {
        self.case = id
        self.revision = revision
        self.kind = kind
        self.at = at
        self.actor = actor
        self.command = command
        self.definition = definition
        self.subject = subject
        self.period = period
        self.unit = unit
        self.action = action
        self.from = from
        self.to = to
        self.entered = entered
        self.final = final
        self.step = step
        self.comment = comment
        self.parts = parts
        self.fields = fields
        self.facts = facts
        self.approval = approval
        self.stepDue = stepDue
        self.tasks = tasks
        self.plugins = plugins
        self.newRound = newRound
    }
}

/// Who did something, by which right, and how we know who it was.
public struct ActorRecord: Sendable, Hashable, Codable {
    /// How the identity was established.
    public enum Identity: String, Sendable, Codable {
        /// The operating system's user.
        case osUser = "os-user"
        /// Named with `--as`.
        case asserted
        /// Logged in.
        case session
        /// shenpi itself.
        case system
    }

    /// Who.
    public var user: UserID
    /// The role by which it was allowed.
    public var role: String?
    /// The unit in which that role is held.
    public var unit: UnitID?
    /// How the identity was established.
    public var identity: Identity
    /// The operating system's user, where the identity was asserted.
    public var assertedBy: String?
    /// The program that asked, e.g. `shenpi 0.1.0`.
    public var client: String

    /// A record.
    public init(
        user: UserID, role: String? = nil, unit: UnitID? = nil, identity: Identity, assertedBy: String? = nil,
        client: String
    ) {
        self.user = user
        self.role = role
        self.unit = unit
        self.identity = identity
        self.assertedBy = assertedBy
        self.client = client
    }
}

/// Which plugin spoke, exactly.
public struct PluginStamp: Sendable, Hashable, Codable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String
    /// SHA-256 of its canonical configuration, in hexadecimal.
    public var configuration: String

    /// A stamp.
    public init(name: String, version: String, configuration: String) {
        self.name = name
        self.version = version
        self.configuration = configuration
    }
}
