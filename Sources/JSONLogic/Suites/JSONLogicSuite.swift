public import JSONDocument

/// A suite of cases in the public format: a list of comments (texts), of `[rule, data, result]`, and of objects with
/// `rule`, `data`, `result` or `error`, and perhaps `description`.
public struct JSONLogicSuite: Sendable {
    /// The cases in the order of the suite.
    public let cases: [Case]

    /// What a case expects.
    public enum Expectation: Sendable, Hashable {
        /// This value; numbers count as the same when they are the same double, for which public suites are written.
        case result(JSONValue)
        /// An error: of the type that the object names, or any if it names none.
        case error(JSONValue)
    }

    /// One case.
    public struct Case: Sendable {
        /// What it is called: its description, or the rule itself.
        public let name: String
        /// The rule.
        public let rule: JSONValue
        /// The data, null if the suite gives none.
        public let data: JSONValue
        /// What should come of it.
        public let expectation: Expectation
        /// Where it stands in the suite.
        public let pointer: JSONPointer
    }

    /// Reads a suite.
    /// - Throws: `suite.shape` where the suite is no list, or an entry is neither comment nor case.
    public init(_ suite: JSONValue) throws(JSONProblem) {
        guard case .array(let entries) = suite else {
            throw JSONProblem(code: "suite.shape", values: ["found": suite.kind.rawValue])
        }
        var cases: [Case] = []
        for (index, entry) in entries.enumerated() {
            let pointer = JSONPointer.root.appending(index)
            if case .string = entry { continue }
            guard let parsed = Self.parse(entry, pointer) else {
                throw JSONProblem(code: "suite.shape", values: ["found": entry.kind.rawValue], pointer: pointer)
            }
            cases.append(parsed)
        }
        self.cases = cases
    }

    /// Reads a suite from a file's bytes.
    public init(reading bytes: [UInt8]) throws(JSONProblem) {
        try self.init(try JSONReader.value(bytes))
    }

    private static func parse(_ entry: JSONValue, _ pointer: JSONPointer) -> Case? {
        switch entry {
        case .array(let parts) where parts.count == 3:
            return Case(
                name: parts[0].compactText(), rule: parts[0], data: parts[1], expectation: .result(parts[2]),
                pointer: pointer)
        case .object(let object):
            guard let rule = object["rule"] else { return nil }
            let expectation: Expectation
            if let result = object["result"] {
                expectation = .result(result)
            } else if let error = object["error"] {
                expectation = .error(error)
            } else {
                return nil
            }
            return Case(
                name: object["description"]?.string ?? rule.compactText(), rule: rule, data: object["data"] ?? .null,
                expectation: expectation, pointer: pointer)
        default: return nil
        }
    }
}
