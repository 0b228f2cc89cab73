public import JSONDocument
public import Workflow

/// What a plugin is told about the case.
public struct CaseSummary: Sendable, Hashable, Codable {
    /// The case.
    public var id: CaseID
    /// The subject, e.g. a project's code.
    public var subject: String
    /// The period, e.g. a budget year.
    public var period: String
    /// The unit's name in commands.
    public var unit: UnitID
    /// The unit's full name.
    public var unitName: String
    /// The full name of the nearest unit above, itself included, for each kind of unit.
    public var ancestors: [String: String]
    /// The state.
    public var state: String

    /// A summary.
    public init(
        id: CaseID, subject: String, period: String, unit: UnitID, unitName: String, ancestors: [String: String],
        state: String
    ) {
        self.id = id
        self.subject = subject
        self.period = period
        self.unit = unit
        self.unitName = unitName
        self.ancestors = ancestors
        self.state = state
    }
}

/// What a validator is asked.
public struct ValidationRequest: Sendable, Codable {
    /// The case.
    public var `case`: CaseSummary
    /// The action that is about to happen.
    public var action: String
    /// The document as the action would leave it.
    public var document: CaseDocument
    /// The other forms that the validator wanted to see, by case.
    public var related: [CaseID: CaseDocument]

    /// A request.
    public init(
        case subject: CaseSummary, action: String, document: CaseDocument, related: [CaseID: CaseDocument] = [:]
    ) {
        self.case = subject
        self.action = action
        self.document = document
        self.related = related
    }
}

/// What a scorer is asked.
public struct ScoringRequest: Sendable, Codable {
    /// The case.
    public var `case`: CaseSummary
    /// The action that is about to happen.
    public var action: String
    /// The document as the action would leave it.
    public var document: CaseDocument
    /// What the scorers before this one found.
    public var facts: JSONObject

    /// A request.
    public init(case subject: CaseSummary, action: String, document: CaseDocument, facts: JSONObject = JSONObject()) {
        self.case = subject
        self.action = action
        self.document = document
        self.facts = facts
    }
}

/// What a scorer answers.
public struct ScoringAnswer: Sendable, Codable {
    /// Facts by name.
    public var facts: JSONObject
    /// What a person should look at, or must do.
    public var findings: [Finding]

    /// An answer.
    public init(facts: JSONObject, findings: [Finding] = []) {
        self.facts = facts
        self.findings = findings
    }
}

/// One message about one event for one notifier.
public struct Notice: Sendable, Hashable, Codable {
    /// The notice's name: the same on every attempt, so that a receiver can tell a repetition.
    public var id: String
    /// Which attempt this is, from 1.
    public var attempt: Int
    /// What happened.
    public var event: CaseEvent
    /// What the case is called, e.g. a project's name.
    public var title: String

    /// A notice.
    public init(id: String, attempt: Int, event: CaseEvent, title: String) {
        self.id = id
        self.attempt = attempt
        self.event = event
        self.title = title
    }
}
