internal import JSONDocument
internal import JSONLogic
internal import Testing

@Suite("JSONLogic rules")
struct RuleTests {
    @Test(
        "Problems of a rule are found before it is used, with place and suggestion",
        arguments: [
            (["equals": [1, 2]], ["rule.unknown-operator in \"\" operator=equals"]),
            (["adn": [true]], ["rule.unknown-operator in \"\" operator=adn suggestion=and"]),
            (["AND": [true]], ["rule.unknown-operator in \"\" operator=AND suggestion=and"]),
            (["flter": [[1], true]], ["rule.unknown-operator in \"\" operator=flter suggestion=filter"]),
            (["&&": []], ["rule.unknown-operator in \"\" operator=&& suggestion=and"]),
            (["a": 1, "b": 2], ["rule.unknown-operator in \"\" operator=a suggestion=preserve"]),
            (
                ["and": [["==": [1]], ["if": [true, ["mpa": [[1], 2]]]]]],
                [
                    "rule.arguments in \"/and/0/==\" expected=a list of at least 2 operator===",
                    "rule.unknown-operator in \"/and/1/if/1\" operator=mpa suggestion=map",
                ]
            ),
            (["map": [[1]]], ["rule.arguments in \"/map\" expected=a list and a rule operator=map"]),
            (["in": ["x"]], ["rule.arguments in \"/in\" expected=2...2 operator=in"]),
            (["substr": "x"], ["rule.arguments in \"/substr\" expected=at least 2 operator=substr"]),
            (["or": ["var": "a"]], ["rule.arguments in \"/or\" expected=a list operator=or"]),
            (
                ["val": [["x"], "y"]],
                ["rule.arguments in \"/val\" expected=a whole number of levels in the inner brackets operator=val"]
            ),
            (["preserve": ["nosuch": 1]], []),
            (["var": "a"], []),
        ] as [(JSONValue, [String])])
    func problems(_ source: JSONValue, _ expected: [String]) {
        do throws(RuleProblems) {
            _ = try Rule(compiling: source)
            #expect(expected == [])
        } catch {
            #expect(error.all.map(\.description) == expected)
        }
    }

    @Test(
        "The paths that a rule reads are known",
        arguments: [
            (
                [">=": [["var": "document.declaration.annualAmountWan"], 500]],
                ["document.declaration.annualAmountWan"], false
            ),
            (["and": [["var": "a"], ["val": ["b", "c"]], ["var": ["a", ["var": "d"]]]]], ["a", "b.c", "d"], false),
            (["map": [["var": "rows"], ["+": [["var": "amount"], ["val": [[2], "k"]]]]]], ["rows", "k"], false),
            (["missing": ["x", "y.z"]], ["x", "y.z"], false),
            (["missing_some": [1, ["x", "y"]]], ["x", "y"], false),
            (["missing": ["merge": ["x"]]], [], true),
            (["var": ["cat": ["a", ["var": "b"]]]], ["b"], true),
            (["var": ""], [""], false),
            (["val": "a.b"], ["a\\.b"], false),
            (["try": [["var": "a"], ["var": "type"]]], ["a"], false),
            (["exists": "a"], ["a"], false),
            (["+": [1, 2]], [], false),
        ] as [(JSONValue, [String], Bool)])
    func variables(_ source: JSONValue, _ paths: [String], _ isDynamic: Bool) throws {
        let rule = try Rule(compiling: source)
        #expect(rule.variables.paths == paths)
        #expect(rule.variables.isDynamic == isDynamic)
        #expect(rule.variables.isEmpty == (paths.isEmpty && !isDynamic))
    }

    @Test("Only what is needed is asked for")
    func laziness() throws {
        let rule = try Rule(compiling: ["and": [["var": "a"], ["var": "b"]]])
        var asked: [String] = []
        let value = try rule.evaluate { path in
            asked.append(path)
            return false
        }
        #expect(value == false)
        #expect(asked == ["a"])
    }

    @Test("Decimal texts at the paths named are numbers, others stay texts")
    func decimals() throws {
        let data: JSONValue = [
            "amount": "9.50", "code": "9.50", "rows": [["amount": "10.1"], ["amount": "n/a"], ["amount": 2]],
        ]
        let paths: Set<String> = ["amount", "rows.*.amount"]
        func value(_ source: JSONValue) throws -> JSONValue {
            let rule = try Rule(compiling: source, decimalPaths: paths)
            let byPath = try rule.evaluate { data.value(atPath: $0) }
            #expect(try rule.evaluate(data) == byPath)
            return byPath
        }
        #expect(try value(["var": "amount"]) == 9.5)
        #expect(try value(["var": "code"]) == "9.50")
        #expect(try value(["<": [["var": "amount"], ["var": "rows.0.amount"]]]) == true)
        #expect(try value(["<": [["var": "code"], "10"]]) == false)
        #expect(try value(["map": [["var": "rows"], ["var": "amount"]]]) == [10.1, "n/a", 2])
        #expect(try value(["var": ["cat": ["am", "ount"]]]) == 9.5)
        #expect(try value(["map": [[1], ["val": [[2], "amount"]]]]) == [9.5])
        #expect(try value(["val": []])["code"] == "9.50")
        #expect(try value(["val": []])["amount"] == 9.5)
        #expect(try Rule(compiling: ["<": [["var": "amount"], ["var": "rows.0.amount"]]]).evaluate(data) == false)
    }

    @Test("Errors carry their place in the rule")
    func places() throws {
        let rule = try Rule(compiling: ["if": [["var": "x"], ["+": [1, ["/": [1, ["var": "x"]]]]], 0]])
        let error = #expect(throws: RuleError.self) { try rule.evaluate(["x": "zero"]) }
        #expect(error?.code == .notANumber)
        #expect(error?.type == "NaN")
        #expect(error?.pointer.description == "/if/1/+/1/~1")
        #expect(try rule.evaluate(["x": 0]) == 0)
    }

    @Test("A rule that is too deep is refused")
    func depth() throws {
        var source: JSONValue = true
        for _ in 0..<300 { source = ["!": [source]] }
        let problems = #expect(throws: RuleProblems.self) { try Rule(compiling: source) }
        #expect(problems?.all.map(\.code) == [.depth])
        var allowed: JSONValue = true
        for _ in 0..<200 { allowed = ["!": [allowed]] }
        let rule = try Rule(compiling: allowed, limits: RuleLimits(depth: 200))
        #expect(try rule.evaluate(nil) == true)
        #expect(throws: RuleError.self) { try Rule(lenient: source).evaluate(nil) }
    }

    private static func nested(_ body: JSONValue) -> JSONValue {
        ["map": [["var": ""], ["map": [["val": [[2]]], ["map": [["val": [[4]]], body]]]]]]
    }

    static let hungry: [JSONValue] = [
        // Text that doubles with every element.
        ["reduce": [["var": ""], ["cat": [["var": "accumulator"], ["var": "accumulator"]]], "xxxxxxxx"]],
        // A list that doubles with every element.
        ["reduce": [["var": ""], ["merge": [["var": "accumulator"], ["var": "accumulator"]]], [1]]],
        // Lists in lists, and a value that is small in memory but endless when written.
        ["reduce": [["var": ""], [["var": "accumulator"]], 0]],
        ["reduce": [["var": ""], [["var": "accumulator"], ["var": "accumulator"]], 0]],
        // The scope itself, in itself.
        ["reduce": [["var": ""], ["var": ""], 0]],
        // Loops that compare, add and search long lists.
        nested(["===": [["val": [[6]]], ["val": [[6]]]]]),
        nested(["+": ["val": [[6]]]]),
        nested(["in": [2, ["val": [[6]]]]]),
        // Loops in loops.
        [
            "map": [
                ["var": ""], ["map": [["val": [[2]]], ["map": [["val": [[4]]], ["map": [["val": [[6]]], 1]]]]]],
            ]
        ],
    ]

    @Test("Rules that would eat all time and memory end with an error that try does not catch", arguments: hungry)
    func bounds(_ source: JSONValue) throws {
        let data = JSONValue.array(Array(repeating: 1, count: 500))
        let rule = try Rule(compiling: ["try": [source, "caught"]])
        let error = #expect(throws: RuleError.self) { try rule.evaluate(data) }
        #expect(error?.code == .steps || error?.code == .size)
    }

    @Test("Never crashes, whatever the rule and the data", arguments: [101, 102, 103, 104] as [UInt64])
    func anything(_ seed: UInt64) {
        var random = SeededRules(seed)
        let limits = RuleLimits(steps: 20_000, size: 10_000)
        for _ in 0..<4_000 {
            let rule = random.rule(4)
            let data = random.data(3)
            let first = Result { () throws(RuleError) in try Rule(lenient: rule, limits: limits).evaluate(data) }
            let second = Result { () throws(RuleError) in try Rule(lenient: rule, limits: limits).evaluate(data) }
            #expect(first == second, "seed \(seed): \(rule) on \(data)")
            if let strict = try? Rule(compiling: rule, limits: limits) {
                let third = Result { () throws(RuleError) in try strict.evaluate(data) }
                #expect(third == first, "seed \(seed): \(rule) on \(data)")
            }
        }
    }
}
