public import JSONDocument
public import Workflow
public import WorkflowPlugin

/// What somebody wants done with one case: the same for a person, a bulk operation, a timer and the year-end run.
public struct Command: Sendable {
    /// What is wanted.
    public enum Verb: Sendable {
        /// A new case of a workflow's newest version.
        case create(workflow: String, subject: String, period: String, unit: UnitID)
        /// Parts of the document are written; the state stays.
        case write
        /// An action of the workflow.
        case act(String)
    }

    /// Who asks.
    public var actor: ActorRecord
    /// The case.
    public var `case`: CaseID
    /// What is wanted.
    public var verb: Verb
    /// What the actor writes.
    public var comment: String?
    /// The parts to be written, whole.
    public var parts: [String: JSONValue]
    /// The revision that the actor has seen; another one is a conflict.
    public var expectedRevision: Int?
    /// Makes a repetition of the same command harmless. Unique per actor.
    public var key: String?
    /// Whether everything but the commit is to be done.
    public var isDryRun: Bool

    /// A command.
    public init(
        actor: ActorRecord, case id: CaseID, verb: Verb, comment: String? = nil, parts: [String: JSONValue] = [:],
        expectedRevision: Int? = nil, key: String? = nil, isDryRun: Bool = false
    ) {
        self.actor = actor
        self.case = id
        self.verb = verb
        self.comment = comment
        self.parts = parts
        self.expectedRevision = expectedRevision
        self.key = key
        self.isDryRun = isDryRun
    }

    /// What makes two commands the same: everything but key and dry run, as canonical JSON.
    var identity: [UInt8] {
        var object = JSONObject()
        object["actor"] = .string(actor.user.rawValue)
        object["case"] = .string(`case`.rawValue)
        switch verb {
        case .create(let workflow, let subject, let period, let unit):
            object["create"] = .array([.string(workflow), .string(subject), .string(period), .string(unit.rawValue)])
        case .write: object["write"] = .bool(true)
        case .act(let action): object["act"] = .string(action)
        }
        object["comment"] = comment.map { .string($0) }
        object["parts"] = .object(JSONObject(parts.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }))
        object["expected"] = expectedRevision.map { .number(ExactNumber($0)) }
        return JSONValue.object(object).canonicalBytes()
    }
}

/// What came of a command.
public struct Answer: Sendable {
    /// The case as it is now; for a dry run, as it would be.
    public var `case`: Case
    /// The event; `nil` for the repetition of an earlier command.
    public var event: CaseEvent?
    /// What validators and scorers said; none of it is an error.
    public var findings: [Finding]
    /// Whose turn it is now.
    public var assignments: [Assignment]
    /// Whether this repeats the answer to an earlier command with the same key.
    public var isRepetition: Bool
    /// Whether nothing was written because only a rehearsal was wanted.
    public var isDryRun: Bool
}
