internal import Foundation
internal import JSONDocument
internal import JSONLogic
internal import Testing

@Suite("JSONLogic suites")
struct JSONLogicSuiteTests {
    static let own: JSONLogicSuite? = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "suite.json")
        guard let data = try? Data(contentsOf: file) else { return nil }
        return try? JSONLogicSuite(reading: Array(data))
    }()

    @Test("Every case of our own suite passes")
    func ownSuite() throws {
        let suite = try #require(Self.own)
        let report = suite.run()
        #expect(report.failed.map(\.description) == [])
        #expect(suite.cases.count >= 250)
        #expect(report.summary == "passed \(suite.cases.count) of \(suite.cases.count)")
    }

    @Test(
        "Every rule of the suite without problems gives strictly compiled the same as leniently, and by path the same as at once"
    )
    func ways() throws {
        let suite = try #require(Self.own)
        for testCase in suite.cases {
            guard let rule = try? Rule(compiling: testCase.rule) else { continue }
            let lenient = Result { () throws(RuleError) in try Rule(lenient: testCase.rule).evaluate(testCase.data) }
            let strict = Result { () throws(RuleError) in try rule.evaluate(testCase.data) }
            var asked: [String] = []
            let lazy = Result { () throws(RuleError) in
                try rule.evaluate { path in
                    asked.append(path)
                    return testCase.data.value(atPath: path)
                }
            }
            #expect(strict == lenient, "\(testCase.name)")
            #expect(lazy == strict, "\(testCase.name)")
            if !rule.variables.isDynamic {
                #expect(Set(asked).isSubset(of: rule.variables.paths), "\(testCase.name) asked \(asked)")
            }
        }
    }

    @Test("A wrong expectation fails, and says what was found")
    func failing() throws {
        let suite = try JSONLogicSuite([
            "comment", [["+", 1], nil, 0], [["a"], nil, ["a"]],
            ["rule": ["+": [1, 1]], "result": 3, "description": "sum"],
            ["rule": ["throw": "x"], "error": ["type": "y"]],
            ["rule": 1, "error": true],
        ])
        let report = suite.run()
        #expect(report.summary == "passed 1 of 5")
        #expect(report.failed.map(\.description)[1] == "/3 sum: expected 3, found 2")
    }

    @Test(
        "Refuses what is no suite, with the place",
        arguments: [([:], ""), ([1], "/0"), ([["rule": 1]], "/0"), (["x", [1, 2]], "/1")] as [(JSONValue, String)])
    func shapes(_ suite: JSONValue, _ pointer: String) {
        let problem = #expect(throws: JSONProblem.self) { try JSONLogicSuite(suite) }
        #expect(problem?.pointer.description == pointer)
    }
}
