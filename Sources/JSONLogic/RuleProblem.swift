public import JSONDocument

/// Something in a rule that makes no sense whatever the data are.
public struct RuleProblem: Sendable, Hashable, CustomStringConvertible {
    /// What kind of problem.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// An object that is no operation: its key is no operator, or it has several keys. Values: `operator`, and
        /// `suggestion` where a name is near. Data that look like an operation are wrapped in `preserve`.
        case unknownOperator = "rule.unknown-operator"
        /// The arguments do not fit the operator. Values: `operator`, `expected`.
        case arguments = "rule.arguments"
        /// Operations nested too deep. Values: `limit`.
        case depth = "rule.depth"
    }

    /// What kind of problem.
    public let code: Code
    /// What a message about it can be made of, by name.
    public let values: [String: String]
    /// The place in the rule.
    public let pointer: JSONPointer

    /// A problem.
    public init(code: Code, values: [String: String], pointer: JSONPointer) {
        self.code = code
        self.values = values
        self.pointer = pointer
    }

    /// For logs and tests: the code, the place and the values.
    public var description: String {
        let details = values.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return "\(code.rawValue) in \"\(pointer)\"\(details)"
    }
}

/// All problems of a rule, in the order of the rule; never none.
public struct RuleProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems.
    public let all: [RuleProblem]

    /// One line each.
    public var description: String { all.map(\.description).joined(separator: "\n") }
}
