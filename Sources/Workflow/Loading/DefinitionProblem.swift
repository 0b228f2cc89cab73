public import JSONDocument

/// What is wrong, or doubtful, with a workflow file, and where.
public struct DefinitionProblem: Error, Sendable, Hashable {
    /// Whether the file can be used.
    public enum Severity: String, Sendable, Codable {
        /// The file is refused.
        case error
        /// The file can be used; somebody should look at this.
        case warning
    }

    /// The stable name of the rule that is broken, e.g. `key.unknown`.
    public var rule: String
    /// Whether the file can be used.
    public var severity: Severity
    /// Where in the document.
    public var pointer: JSONPointer
    /// Where in the text.
    public var position: TextPosition?
    /// What a text is made from, e.g. `key`, `near`.
    public var values: [String: String]

    /// A problem at a place.
    public init(
        rule: String, severity: Severity = .error, pointer: JSONPointer, position: TextPosition?,
        values: [String: String] = [:]
    ) {
        self.rule = rule
        self.severity = severity
        self.pointer = pointer
        self.position = position
        self.values = values
    }

    /// The rules that this module knows, each with the values that its text needs.
    public static let rules: [String: [String]] = [
        "json.syntax": ["expected", "found"], "json.duplicate-key": ["key"], "json.depth": ["limit"],
        "json.size": ["limit"], "json.utf8": [], "json.number": [], "json.path": [],
        "key.unknown": ["key", "near"], "key.missing": ["key"], "key.empty": ["key"],
        "type.mismatch": ["expected", "found"], "value.unknown": ["value", "known", "near"],
        "value.range": ["value", "range"], "value.empty": [], "format.unsupported": ["value", "known"],
        "role.unknown": ["name", "near"], "role.reserved": ["name"], "state.unknown": ["name", "near"],
        "state.no-initial": [], "state.several-initial": ["names"], "state.final-leaves": ["state", "action"],
        "rule.unknown-operator": ["operator"], "rule.arguments": ["operator", "expected"], "rule.depth": ["limit"],
        "rule.dynamic-path": [], "rule.unreadable-path": ["path"],
        "action.decides-without-approval": ["state"], "action.by-and-decides": [], "action.nobody": [],
        "step.duplicate": ["name"], "schedule.duplicate": ["name"], "time-zone.unknown": ["value"],
        "approval.no-way-on": ["state"], "approval.no-way-back": ["state"], "state.unreachable": ["state"],
        "state.dead-end": ["state"], "title.missing": ["language"], "role.unused": ["name"],
        "due.ambiguous": [], "state.initial-approval": ["state"], "schedule.final-state": ["state"],
        "action.before-without-approval": ["state"], "part.unknown": ["part", "known", "near"],
        "plugin.unknown": ["name", "kind", "near"], "plugin.configuration": ["name", "setting", "reason", "reason.zh"],
        "document-type.unknown": ["name", "near"],
    ]
}

/// What came of reading a workflow file: the definition, unless there are errors, and every problem found.
public struct DefinitionReading: Sendable {
    /// The definition, if no error was found.
    public let definition: WorkflowDefinition?
    /// Errors and warnings in the order of the text.
    public let problems: [DefinitionProblem]
    /// The document with places, if it is JSON at all.
    public let root: JSONNode?

    /// What could be read even where errors were found: for further checks, never to be run.
    package let draft: WorkflowDefinition?

    /// What came of reading a file.
    public init(definition: WorkflowDefinition?, problems: [DefinitionProblem], root: JSONNode?) {
        self.init(definition: definition, problems: problems, root: root, draft: definition)
    }

    init(
        definition: WorkflowDefinition?, problems: [DefinitionProblem], root: JSONNode?, draft: WorkflowDefinition?
    ) {
        self.draft = draft
        self.definition = definition
        self.problems = problems
        self.root = root
    }

    /// The errors alone.
    public var errors: [DefinitionProblem] { problems.filter { $0.severity == .error } }
}
