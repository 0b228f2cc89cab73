public import Workflow

/// What became of one table of an import.
public struct ImportResult: Sendable {
    /// What became of it.
    public enum Outcome: Sendable {
        /// A case came into being.
        case created
        /// The declaration of a case was replaced.
        case replaced
        /// The case has this declaration already.
        case unchanged
        /// The case has another declaration; the names of the fields that differ.
        case differs([String])
        /// The table cannot be imported: a code and values.
        case unusable(code: String, values: [String: String])
        /// The engine refused it.
        case failed(ApplicationError)
    }

    /// The file.
    public var source: String
    /// The table's position in the file, from 1.
    public var ordinal: Int
    /// 项目名称, where printed.
    public var projectName: String?
    /// The case, where the table has a code.
    public var `case`: CaseID?
    /// What became of it.
    public var outcome: Outcome

    /// Whether the table is in the store now.
    public var isDone: Bool {
        switch outcome {
        case .created, .replaced, .unchanged: true
        case .differs, .unusable, .failed: false
        }
    }
}
