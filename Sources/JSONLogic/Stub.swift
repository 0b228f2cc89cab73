public import JSONDocument
public struct Rule: Sendable {
    public struct Variables: Sendable { public var paths: Set<String> = []; public var isDynamic = false }
    public let variables = Variables()
    public init(compiling v: JSONValue) throws(RuleProblems) { }
    public func evaluate(reading: (String) -> JSONValue?) throws(RuleError) -> JSONValue { .null }
}
public struct RuleError: Error, Sendable { public var code: String }
public struct RuleProblems: Error, Sendable { public struct Problem: Sendable { public var pointer: JSONPointer; public var description: String }; public var problems: [Problem] }
extension JSONValue { public var isTruthy: Bool { true } }
