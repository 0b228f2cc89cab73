public import JSONDocument

/// Why a rule gave no value.
public struct RuleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of error.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// Something that is no number where one is needed, division by nought, or a result out of range.
        case notANumber = "rule.not-a-number"
        /// Arguments that do not fit the operator, such as `all` over something that is no list.
        case arguments = "rule.arguments"
        /// An object that is no operation; only in rules compiled leniently.
        case unknownOperator = "rule.unknown-operator"
        /// The rule itself said `throw`.
        case thrown = "rule.thrown"
        /// More steps than allowed; `try` does not catch it.
        case steps = "rule.steps"
        /// A value larger or deeper than allowed; `try` does not catch it.
        case size = "rule.size"
    }

    /// What kind of error.
    public let code: Code
    /// What `try` hands on: an object with `type`, such as `{"type": "NaN"}`, or what the rule threw.
    public let value: JSONValue
    /// The place in the rule.
    public let pointer: JSONPointer

    /// An error.
    public init(code: Code, value: JSONValue, pointer: JSONPointer) {
        self.code = code
        self.value = value
        self.pointer = pointer
    }

    /// The language's word for the error: `NaN`, `Invalid Arguments`, `Unknown Operator`, or the type that the rule threw.
    public var type: String { value["type"]?.string ?? value.string ?? value.compactText() }

    /// For logs and tests: the code, the place and the type.
    public var description: String { "\(code.rawValue) in \"\(pointer)\": \(type)" }

    /// Whether `try` may go on after it.
    var isCatchable: Bool { code != .steps && code != .size }
}
