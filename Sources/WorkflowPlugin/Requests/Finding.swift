public import Workflow

/// What a validator has to say about one place of a document.
public struct Finding: Sendable, Hashable, Codable {
    /// What a finding means for the action.
    public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
        /// Worth a look; blocks nothing.
        case hint
        /// Probably wrong; blocks nothing.
        case warning
        /// Wrong; the action is refused.
        case error

        /// Hints are the least.
        public static func < (left: Severity, right: Severity) -> Bool {
            guard let first = allCases.firstIndex(of: left), let second = allCases.firstIndex(of: right) else {
                return false
            }
            return first < second
        }
    }

    /// The stable name of the rule, e.g. `required-fields.missing`; it begins with the plugin's name.
    public var code: String
    /// What it means for the action.
    public var severity: Severity
    /// JSON pointer into the document, e.g. `/declaration/annualGoal` or `/declaration/indicators/3/target`.
    public var pointer: String
    /// The indicator row as people count it, from 1, where the finding is about one.
    public var row: Int?
    /// The label of the field as the form prints it, e.g. `年度目标`.
    public var field: String?
    /// What is wrong, what was expected, what to do. Says no more of the content than is needed.
    public var message: LocalizedText

    /// A finding.
    public init(
        code: String, severity: Severity, pointer: String, row: Int? = nil, field: String? = nil, message: LocalizedText
    ) {
        self.code = code
        self.severity = severity
        self.pointer = pointer
        self.row = row
        self.field = field
        self.message = message
    }
}
