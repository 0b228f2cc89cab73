internal import JSONDocument
internal import Testing

@Suite("JSON reader")
struct JSONReaderTests {
    struct Refused: Sendable, CustomTestStringConvertible {
        let text: [UInt8]
        let code: JSONProblem.Code
        let line: Int
        let column: Int

        init(_ text: String, _ code: JSONProblem.Code, _ line: Int, _ column: Int) {
            self.init(Array(text.utf8), code, line, column)
        }

        init(_ text: [UInt8], _ code: JSONProblem.Code, _ line: Int, _ column: Int) {
            (self.text, self.code, self.line, self.column) = (text, code, line, column)
        }

        var testDescription: String { String(decoding: text.prefix(40), as: UTF8.self).debugDescription }
    }

    static let refused = [
        Refused("", .syntax, 1, 1),
        Refused("  ", .syntax, 1, 3),
        Refused("{", .syntax, 1, 2),
        Refused("{\n  \"a\": 1,\n}", .syntax, 3, 1),
        Refused("[1,]", .syntax, 1, 4),
        Refused("[1 2]", .syntax, 1, 4),
        Refused("{\"a\" 1}", .syntax, 1, 6),
        Refused("{a: 1}", .syntax, 1, 2),
        Refused("{'a': 1}", .syntax, 1, 2),
        Refused("\"审批\" x", .syntax, 1, 6),
        Refused("[1]\r\n[2]", .syntax, 2, 1),
        Refused("1\r2", .syntax, 2, 1),
        Refused("// note\n1", .syntax, 1, 1),
        Refused("nul", .syntax, 1, 1),
        Refused("True", .syntax, 1, 1),
        Refused("NaN", .syntax, 1, 1),
        Refused("Infinity", .syntax, 1, 1),
        Refused("01", .syntax, 1, 2),
        Refused("+1", .syntax, 1, 1),
        Refused(".5", .syntax, 1, 1),
        Refused("1.", .syntax, 1, 3),
        Refused("1e", .syntax, 1, 3),
        Refused("1e+", .syntax, 1, 4),
        Refused("-", .syntax, 1, 2),
        Refused("0x10", .syntax, 1, 2),
        Refused("\u{FEFF}1", .syntax, 1, 1),
        Refused("\"a", .syntax, 1, 3),
        Refused("\"a\nb\"", .syntax, 1, 3),
        Refused("\"a\u{0}b\"", .syntax, 1, 3),
        Refused("\"\\x\"", .syntax, 1, 3),
        Refused("\"\\u12G4\"", .syntax, 1, 6),
        Refused("\"\\u00\u{FF11}1\"", .syntax, 1, 6),
        Refused("\"\\uD800\"", .utf8, 1, 2),
        Refused("\"\\uDC00\"", .utf8, 1, 2),
        Refused("\"x\\uD83D\\u0041\"", .utf8, 1, 3),
        Refused([0x22, 0xFF, 0x22], .utf8, 1, 2),
        Refused([0x22, 0xC0, 0x80, 0x22], .utf8, 1, 2),
        Refused([0x22, 0xED, 0xA0, 0x80, 0x22], .utf8, 1, 2),
        Refused([0x22, 0xE5, 0x22], .utf8, 1, 2),
        Refused([0x80], .utf8, 1, 1),
        Refused("1e999", .number, 1, 1),
        Refused("[1, 1e-999]", .number, 1, 5),
        Refused("1e99999999999999999999999999", .number, 1, 1),
        Refused("123456789012345678901234567890123456789", .number, 1, 1),
        Refused("{\"a\":1,\"a\":2}", .duplicateKey, 1, 8),
        Refused(String(repeating: "[", count: 129), .depth, 1, 129),
        Refused(String(repeating: "{\"a\":", count: 100_000), .depth, 1, 641),
    ]

    @Test("Refuses what is not JSON, with line and column", arguments: refused)
    func refuses(_ sample: Refused) throws {
        let (_, problems) = JSONReader.node(sample.text)
        let problem = try #require(problems.first)
        #expect(problem.code == sample.code)
        #expect(problem.position?.line == sample.line)
        #expect(problem.position?.column == sample.column)
        #expect(throws: problem) { try JSONReader.value(sample.text) }
    }

    @Test(
        "Accepts every form of RFC 8259",
        arguments: [
            ("null", JSONValue.null), (" \t\r\ntrue\n", true), ("[]", []), ("{}", [:]), ("-0", 0), ("-0.0e5", 0),
            ("1E+2", 100), ("1.50", 1.5), ("[1,\"a\",{\"b\":null}]", [1, "a", ["b": nil]]),
            ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"), ("\"\\u5ba1\\u6279\"", "审批"),
            ("\"\\uD83D\\uDE00\"", "😀"), ("\"\\u0000\"", "\u{0}"), ("\"\u{2028}\u{7F}\"", "\u{2028}\u{7F}"),
            ("0e99999999999", 0),
            ("1000000000000000000000000000000000000000000", .number(ExactNumber(significand: 1, exponent: 42) ?? 0)),
        ] as [(String, JSONValue)])
    func accepts(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONReader.value(text) == value)
        #expect(JSONReader.node(Array(text.utf8)).0?.value == value)
    }

    @Test("Reports every duplicate key and keeps the first value")
    func duplicates() throws {
        let text = """
            {
              "a": {"x": 1, "x": 2},
              "b": [{"y/": 1, "y/": 2}],
              "a": 3
            }
            """
        let (node, problems) = JSONReader.node(Array(text.utf8))
        #expect(problems.map(\.code) == [.duplicateKey, .duplicateKey, .duplicateKey])
        #expect(problems.map(\.pointer.description) == ["/a/x", "/b/0/y~1", "/a"])
        #expect(problems.map { "\($0.position ?? .start)" } == ["2:17", "3:19", "4:3"])
        #expect(problems.last?.values == ["key": "a", "firstLine": "2", "firstColumn": "3"])
        #expect(node?.value == ["a": ["x": 1], "b": [["y/": 1]]])
    }

    @Test("A syntax error names the place in the document")
    func pointer() {
        let (node, problems) = JSONReader.node(Array("{\"states\": {\"draft\": [1, {\"to\" 2}]}}".utf8))
        #expect(node == nil)
        #expect(problems.map(\.pointer.description) == ["/states/draft/1/to"])
        #expect(problems.first?.values == ["expected": "colon", "found": "2"])
    }

    @Test("Nodes know where they stand")
    func places() throws {
        let text = "{\n  \"审批\": [1,\n\t\"😀\", {\"k\": null}]}"
        let node = try #require(JSONReader.node(Array(text.utf8)).0)
        let member = try #require(node.member("审批"))
        #expect("\(member.keyPosition)" == "2:3")
        #expect("\(member.node.position)" == "2:9")
        #expect(member.node.elements?.map { "\($0.position)" } == ["2:10", "3:2", "3:7"])
        let pointer = try #require(JSONPointer(parsing: "/审批/2/k"))
        #expect(node.node(at: pointer)?.position == TextPosition(line: 3, column: 13, offset: 33))
        #expect(node.nearestPosition(to: pointer.appending("gone")).offset == 33)
    }

    @Test("Bounds size and depth")
    func limits() throws {
        let deep = String(repeating: "[", count: 8) + String(repeating: "]", count: 8)
        #expect(throws: Never.self) { try JSONReader.value(deep, limits: JSONLimits(depth: 8)) }
        #expect(throws: JSONProblem.self) { try JSONReader.value(deep, limits: JSONLimits(depth: 7)) }
        let deepest = String(repeating: "[{\"a\":", count: 256) + "1" + String(repeating: "}]", count: 256)
        let value = try JSONReader.value(deepest, limits: JSONLimits(depth: 10_000))
        #expect(JSONReader.node(Array(deepest.utf8), limits: JSONLimits(depth: 10_000)).0?.value == value)
        #expect(try JSONReader.value(value.prettyText(), limits: JSONLimits(depth: 512)).hashValue == value.hashValue)
        #expect(throws: JSONProblem.self) {
            try JSONReader.value("[" + deepest + "]", limits: JSONLimits(depth: 10_000))
        }
        #expect(JSONReader.node(Array(deep.utf8), limits: JSONLimits(bytes: 15)).1.map(\.code) == [.size])
    }

    @Test("Reads a string of ten megabytes")
    func largeString() throws {
        let text = String(repeating: "审批abcd", count: 1_000_000)
        #expect(try JSONReader.value("\"" + text + "\"") == .string(text))
    }

    @Test("Never crashes on mutated bytes, and both readers agree", arguments: [1, 2, 3, 4] as [UInt64])
    func mutations(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<3_000 {
            var bytes = random.value().compactBytes()
            for _ in 0...Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
                }
            }
            let (node, problems) = JSONReader.node(bytes)
            let value = try? JSONReader.value(bytes)
            #expect((value == nil) == !problems.isEmpty, "seed \(seed): \(bytes)")
            if problems.isEmpty { #expect(node?.value == value, "seed \(seed)") }
        }
    }
}
