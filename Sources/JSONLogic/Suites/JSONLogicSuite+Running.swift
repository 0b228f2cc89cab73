public import JSONDocument

extension JSONLogicSuite {
    /// What came of a suite.
    public struct Report: Sendable {
        /// The cases that gave what they should.
        public let passed: [Case]
        /// The others, with what they gave.
        public let failed: [Failure]

        /// `passed N of M`
        public var summary: String { "passed \(passed.count) of \(passed.count + failed.count)" }
    }

    /// A case that did not give what it should.
    public struct Failure: Sendable, CustomStringConvertible {
        /// The case.
        public let testCase: Case
        /// What it gave.
        public let outcome: Result<JSONValue, RuleError>

        /// The case, what it should have given, and what it gave.
        public var description: String {
            let expected =
                switch testCase.expectation {
                case .result(let value): value.compactText()
                case .error(let error): "error \(error.compactText())"
                }
            let found =
                switch outcome {
                case .success(let value): value.compactText()
                case .failure(let error): "error \(error.value.compactText()) in \"\(error.pointer)\""
                }
            return "\(testCase.pointer) \(testCase.name): expected \(expected), found \(found)"
        }
    }

    /// Evaluates every case.
    public func run(limits: RuleLimits = .standard) -> Report {
        var passed: [Case] = []
        var failed: [Failure] = []
        for testCase in cases {
            let outcome = Self.outcome(testCase, limits)
            if Self.fits(outcome, testCase.expectation) {
                passed.append(testCase)
            } else {
                failed.append(Failure(testCase: testCase, outcome: outcome))
            }
        }
        return Report(passed: passed, failed: failed)
    }

    private static func outcome(_ testCase: Case, _ limits: RuleLimits) -> Result<JSONValue, RuleError> {
        do throws(RuleError) {
            return .success(try Rule(lenient: testCase.rule, limits: limits).evaluate(testCase.data))
        } catch {
            return .failure(error)
        }
    }

    private static func fits(_ outcome: Result<JSONValue, RuleError>, _ expectation: Expectation) -> Bool {
        switch (outcome, expectation) {
        case (.success(let value), .result(let expected)): same(value, expected)
        case (.failure(let error), .error(let expected)):
            expected["type"].map { $0 == error.value["type"] } ?? true
        default: false
        }
    }

    private static func same(_ left: JSONValue, _ right: JSONValue) -> Bool {
        switch (left, right) {
        case (.number(let a), .number(let b)): a == b || a.double == b.double
        case (.array(let a), .array(let b)): a.count == b.count && zip(a, b).allSatisfy { same($0, $1) }
        case (.object(let a), .object(let b)):
            a.count == b.count && a.allSatisfy { key, value in b[key].map { same(value, $0) } ?? false }
        default: left == right
        }
    }
}
