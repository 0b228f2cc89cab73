import JSONDocument
import Testing

@testable import Workflow

/// A definition with one fault.
struct BrokenFile: Sendable, CustomTestStringConvertible {
    let name: String
    /// What is replaced in ``Definitions/leave``, and by what.
    let old: String
    let new: String
    /// The rules that are broken, each with its place.
    let expected: [String]
    /// The line of the first.
    let line: Int?
    let values: [String: String]

    init(
        _ name: String, _ old: String, _ new: String, _ expected: [String], line: Int? = nil,
        _ values: [String: String] = [:]
    ) {
        self.name = name
        self.old = old
        self.new = new
        self.expected = expected
        self.line = line
        self.values = values
    }

    var testDescription: String { name }
}

@Suite("Reading workflow files")
struct LoaderTests {
    static let broken: [BrokenFile] = form + names + states + approvals + actions

    static let form: [BrokenFile] = [
        BrokenFile("a comma too many", #""format": 1,"#, #""format": 1,,"#, ["json.syntax /"], line: 1),
        BrokenFile("no end", #""by": ["head"] } } }"#, #""by": ["head"] }"#, ["json.syntax /actions/close"]),
        BrokenFile(
            "a key twice", #""format": 1,"#, #""format": 1, "format": 1,"#, ["json.duplicate-key /format"], line: 1),
        BrokenFile(
            "a misspelt key", #""approval": {"#, #""aproval": {"#, ["key.unknown /states/asked/aproval"], line: 8,
            ["near": "approval"]),
        BrokenFile(
            "a key that nobody knows", #""format": 1,"#, #""format": 1, "colour": 1,"#, ["key.unknown /colour"],
            ["near": ""]),
        BrokenFile("a missing key", #""document": "leave","#, "", ["key.missing "], line: 1, ["key": "document"]),
        BrokenFile("another format", #""format": 1"#, #""format": 2"#, ["format.unsupported /format"]),
        BrokenFile(
            "a list for an object", #""title": { "en": "Leave", "zh-Hans": "请假" }"#, #""title": []"#,
            ["type.mismatch /title"], ["expected": "object", "found": "array"]),
        BrokenFile("a number for a text", #""id": "leave","#, #""id": 7,"#, ["type.mismatch /id"]),
        BrokenFile("an empty text", #""version": "2.0.0""#, #""version": " ""#, ["value.empty /version"]),
        BrokenFile(
            "a time zone that is nowhere", "Asia/Shanghai", "Asia/Shanghi", ["time-zone.unknown /timeZone"], line: 2),
        BrokenFile(
            "a title in one language", #""zh-Hans": "请假""#, #""zh-Hans": """#, ["title.missing /title"],
            ["language": "zh-Hans"]),
        BrokenFile(
            "a schema that is no text", #""format": 1,"#, #""$schema": 1, "format": 1,"#, ["type.mismatch /$schema"]),
    ]

    static let names: [BrokenFile] = [
        BrokenFile(
            "a misspelt role", #""by": ["worker"], "when""#, #""by": ["wroker"], "when""#,
            ["role.unknown /actions/ask/by/0"], line: 15, ["near": "worker"]),
        BrokenFile(
            "a misspelt target", #""to": "granted""#, #""to": "grantd""#, ["state.unknown /actions/grant/to"], line: 17,
            ["near": "granted"]),
        BrokenFile(
            "a misspelt origin", #""from": ["granted"], "to": "closed""#, #""from": ["grnted"], "to": "closed""#,
            ["state.unknown /actions/close/from/0"]),
        BrokenFile(
            "a reserved role", #""desk": { "scope": "all" }"#,
            #""desk": { "scope": "all" }, "administrator": { "scope": "all" }"#,
            ["role.reserved /roles/administrator", "role.unused /roles/administrator"]),
        BrokenFile(
            "the system as a role", #""desk": { "scope": "all" }"#,
            #""desk": { "scope": "all" }, "system": { "scope": "all" }"#,
            ["role.reserved /roles/system", "role.unused /roles/system"]),
        BrokenFile(
            "a role that nothing needs", #""desk": { "scope": "all" }"#,
            #""desk": { "scope": "all" }, "extra": { "scope": "all" }"#, ["role.unused /roles/extra"], line: 3),
        BrokenFile(
            "a misspelt scope", #""scope": "subtree""#, #""scope": "subtre""#, ["value.unknown /roles/head/scope"],
            line: 3, ["near": "subtree"]),
        BrokenFile(
            "a scope without its kind", #"{ "ancestor": "bureau" }"#, #"{ }"#, ["key.missing /roles/director/scope"],
            line: 4),
        BrokenFile(
            "a name with blanks around", #""closed": {"#, #"" closed": {"#,
            ["key.empty /states/ closed", "state.unknown /actions/close/to"]),
    ]

    static let states: [BrokenFile] = [
        BrokenFile("no beginning", #""initial": true, "#, "", ["state.no-initial /states"], line: 5),
        BrokenFile("two beginnings", #""已批准" } }"#, #""已批准" }, "initial": true }"#, ["state.several-initial /states"]),
        BrokenFile(
            "signatures at the beginning", #""已申请" }, "editable""#, #""已申请" }, "initial": true, "editable""#,
            ["state.several-initial /states"]),
        BrokenFile(
            "a way out of the end", #""by": ["head"] } } }"#,
            #""by": ["head"] }, "undo": { "from": ["closed"], "to": "open", "by": ["head"] } } }"#,
            ["state.final-leaves /actions/undo"], line: 20),
        BrokenFile(
            "a state that is never reached", #""closed": {"#,
            #""lost": { "title": { "en": "Lost", "zh-Hans": "丢失" }, "final": true }, "closed": {"#,
            ["state.unreachable /states/lost"]),
        BrokenFile(
            "a state without a way on", #""已销假" }, "final": true"#, #""已销假" }"#, ["state.dead-end /states/closed"],
            line: 13),
        BrokenFile(
            "a truth value as text", #""final": true"#, #""final": "yes""#, ["type.mismatch /states/closed/final"]),
        BrokenFile(
            "a part that nobody may write", #""editable": { "opinion": ["head"] }"#, #""editable": { "opinion": [] }"#,
            ["value.empty /states/asked/editable/opinion"]),
    ]

    static let approvals: [BrokenFile] = [
        BrokenFile(
            "a misspelt order", #""order": "parallel""#, #""order": "paralel""#,
            ["value.unknown /states/asked/approval/order"], ["near": "parallel"]),
        BrokenFile(
            "a mode that is not there", #""mode": "all""#, #""mode": "most""#,
            ["value.unknown /states/asked/approval/steps/1/mode"], line: 10),
        BrokenFile(
            "a step twice", #""id": "desks""#, #""id": "head""#, ["step.duplicate /states/asked/approval/steps/1"]),
        BrokenFile(
            "a step without its role", #""id": "desks", "role": "desk","#, #""id": "desks","#,
            ["key.missing /states/asked/approval/steps/1"]),
        BrokenFile(
            "a due period of nothing", #""due": { "days": 3 }"#, #""due": { }"#,
            ["key.missing /states/asked/approval/steps/0/due"]),
        BrokenFile(
            "a due period of two kinds", #""due": { "days": 3 }"#, #""due": { "days": 3, "workdays": 2 }"#,
            ["due.ambiguous /states/asked/approval/steps/0/due"]),
        BrokenFile(
            "a due period below one", #""due": { "days": 3 }"#, #""due": { "days": 0 }"#,
            ["value.range /states/asked/approval/steps/0/due/days"], ["value": "0"]),
        BrokenFile(
            "an operator that is not there", #"{ ">": ["#, #"{ "=>": ["#,
            ["rule.unknown-operator /states/asked/approval/steps/2/when"], line: 11, ["operator": "=>"]),
        BrokenFile(
            "a path that no rule can read", "document.form.days\" }, 10", "form.days\" }, 10",
            ["rule.unreadable-path /states/asked/approval/steps/2/when"], ["path": "form.days"]),
        BrokenFile(
            "a path that is known too late", #"{ "var": "document.form.days" }, 10"#,
            #"{ "var": { "var": "document.form.name" } }, 10"#,
            ["rule.dynamic-path /states/asked/approval/steps/2/when"]),
        BrokenFile(
            "no action that passes", #""to": "granted", "decides": "pass""#, #""to": "granted", "decides": "return""#,
            ["approval.no-way-on /states/asked"], line: 7),
        BrokenFile(
            "no action that returns", #""to": "open", "decides": "return", "comment": "required""#,
            #""to": "open", "decides": "pass""#, ["approval.no-way-back /states/asked"]),
    ]

    static let actions: [BrokenFile] = [
        BrokenFile(
            "an action from nowhere", #""from": ["granted"], "to": "closed""#, #""from": [], "to": "closed""#,
            ["value.empty /actions/close/from", "state.unreachable /states/closed"]),
        BrokenFile(
            "an action for nobody", #""to": "closed", "by": ["head"]"#, #""to": "closed""#,
            ["action.nobody /actions/close"], line: 20),
        BrokenFile(
            "an action for an empty list", #""to": "closed", "by": ["head"]"#, #""to": "closed", "by": []"#,
            ["action.nobody /actions/close"]),
        BrokenFile(
            "a decision with roles of its own", #""to": "granted", "decides": "pass""#,
            #""to": "granted", "by": ["head"], "decides": "pass""#, ["action.by-and-decides /actions/grant/by"]),
        BrokenFile(
            "a decision where nothing is signed", #""from": ["granted"], "to": "closed", "by": ["head"]"#,
            #""from": ["granted"], "to": "closed", "decides": "pass""#,
            ["action.decides-without-approval /actions/close/from"], ["state": "granted"]),
        BrokenFile(
            "a misspelt decision", #""decides": "return""#, #""decides": "reject""#,
            ["value.unknown /actions/refuse/decides"], ["known": "pass, return"]),
        BrokenFile(
            "before a decision that never comes", #""to": "closed", "by": ["head"]"#,
            #""to": "closed", "by": ["head"], "before": "first-decision""#,
            ["action.before-without-approval /actions/close"]),
        BrokenFile(
            "a plugin without a name", #""to": "closed","#, #""to": "closed", "validate": [{ "with": {} }],"#,
            ["key.missing /actions/close/validate/0"]),
        BrokenFile(
            "settings that are no object", #""to": "closed","#,
            #""to": "closed", "notify": [{ "use": "log", "with": 3 }],"#, ["type.mismatch /actions/close/notify/0/with"]
        ),
        BrokenFile(
            "a schedule on the thirtieth of February", #""id": "leave","#,
            schedule(#""month": 2, "day": 30, "time": "12:00""#, "granted"), ["value.range /schedules/0/at/time"]),
        BrokenFile(
            "a schedule at a quarter past twenty-four", #""id": "leave","#,
            schedule(#""month": 2, "day": 3, "time": "24:15""#, "granted"), ["value.range /schedules/0/at/time"],
            ["range": "HH:MM"]),
        BrokenFile(
            "a schedule in an end", #""id": "leave","#, schedule(#""month": 2, "day": 3, "time": "12:15""#, "closed"),
            ["schedule.final-state /schedules/0"]),
        BrokenFile(
            "a schedule in a state that is not there", #""id": "leave","#,
            schedule(#""month": 2, "day": 3, "time": "12:15""#, "grant"), ["state.unknown /schedules/0/for/state"]),
    ]

    private static func schedule(_ at: String, _ state: String) -> String {
        #""id": "leave", "schedules": [{ "id": "s", "at": { \#(at) }, "for": { "state": "\#(state)" }, "task": { "id": "t", "role": "head" } }],"#
    }

    @Test("A file with a fault names rule, place and line", arguments: broken)
    func fault(_ file: BrokenFile) throws {
        try #require(Definitions.leave.contains(file.old), "the fault is not in the file")
        let text = Definitions.leave.replacing(file.old, with: file.new, maxReplacements: 1)
        let reading = DefinitionLoader.load(Array(text.utf8))
        let found = reading.problems.map { "\($0.rule) \($0.pointer)" }
        #expect(Set(found) == Set(file.expected), "\(found)")
        let first = reading.problems.first { "\($0.rule) \($0.pointer)" == file.expected[0] }
        if let line = file.line { #expect(first?.position?.line == line) }
        for (name, value) in file.values { #expect(first?.values[name] == value, "\(name)") }
        #expect((reading.definition == nil) == !reading.errors.isEmpty)
    }

    @Test("Every problem has a rule that is listed, with the values that its text needs", arguments: broken)
    func listed(_ file: BrokenFile) {
        let text = Definitions.leave.replacing(file.old, with: file.new, maxReplacements: 1)
        for problem in DefinitionLoader.load(Array(text.utf8)).problems {
            let values = DefinitionProblem.rules[problem.rule]
            #expect(values != nil, "\(problem.rule) is not listed")
            for name in values ?? [] { #expect(problem.values[name] != nil, "\(problem.rule) lacks \(name)") }
        }
    }

    @Test("The definitions of these tests and the shipped one are clean")
    func clean() throws {
        for bytes in [Array(Definitions.leave.utf8), Array(Definitions.purchase.utf8), try Repository.shipped()] {
            let reading = DefinitionLoader.load(bytes)
            #expect(reading.problems == [])
            #expect(reading.definition != nil)
        }
    }

    @Test("The shipped workflow has its five stages, in order")
    func shipped() throws {
        let definition = try Definitions.load(try Repository.shipped())
        #expect(definition.states.map(\.name) == ["draft", "declared", "approved", "executed", "self-evaluated"])
        #expect(definition.guardPaths == [World.amount, "document.execution.funds.total.executed"])
        #expect(definition.action("approve")?.decides == .pass)
        #expect(definition.schedules.map(\.id) == ["year-end-self-evaluation"])
        #expect(definition.role("supervisor")?.scope == .ancestor(kind: "primary-budget-unit"))
    }

    @Test("All faults of a file are reported at once, in the order of the text")
    func several() {
        let text = Definitions.leave.replacing("\"worker\"],", with: "\"wroker\"],").replacing(
            #""days": 3"#, with: #""days": 0"#
        ).replacing("Asia/Shanghai", with: "Nowhere")
        let found = DefinitionLoader.load(Array(text.utf8)).problems
        #expect(Set(found.map(\.rule)) == ["time-zone.unknown", "value.range", "role.unknown"])
        #expect(found.compactMap(\.position?.offset) == found.compactMap(\.position?.offset).sorted())
        #expect(found.count(where: { $0.rule == "role.unknown" }) >= 3)
    }

    @Test("The identity of a definition does not depend on blanks or the order of keys")
    func canonical() throws {
        let value = try JSONReader.value(Definitions.leave)
        let shuffled = JSONValue.object(
            JSONObject((value.object ?? [:]).reversed().map { (key: $0.key, value: $0.value) }))
        let bytes = try Definitions.load(Definitions.leave).canonicalBytes
        #expect(try Definitions.load(Array(shuffled.prettyText().utf8)).canonicalBytes == bytes)
        #expect(try Definitions.load(bytes).canonicalBytes == bytes)
        let other = Definitions.leave.replacing("\"days\": 3", with: "\"days\": 4")
        #expect(try Definitions.load(other).canonicalBytes != bytes)
    }

    @Test(
        "What is no JSON, or too much of it, is refused with a place",
        arguments: [
            ([] as [UInt8], "json.syntax"), ([0xFF, 0xFE], "json.utf8"),
            (Array(repeating: UInt8(ascii: "["), count: 100), "json.depth"),
            (Array(repeating: UInt8(ascii: " "), count: DefinitionLoader.sizeLimit + 1), "json.size"),
            (Array("[]".utf8), "type.mismatch"),
        ])
    func noise(_ bytes: [UInt8], _ rule: String) {
        let reading = DefinitionLoader.load(bytes)
        #expect(reading.definition == nil)
        #expect(reading.errors.map(\.rule).contains(rule))
    }

    @Test(
        "A near name is found, a far one is not",
        arguments: [
            ("requred-fields", "required-fields"), ("amonts", "amounts"), ("finnace", "finance"),
            ("FINANCE", "finance"),
            ("x", nil), ("ab", nil), ("", nil), ("something-else", nil), ("申报人", "申请人"), ("财政局", nil),
        ] as [(String, String?)])
    func near(_ name: String, _ expected: String?) {
        let known = ["required-fields", "amounts", "finance", "log", "申请人"]
        #expect(NearMiss.nearest(to: name, in: known) == expected)
    }
}
