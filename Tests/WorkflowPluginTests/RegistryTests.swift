import JSONDocument
import Testing
import Workflow
import WorkflowPlugin

@Suite("The registry of plugins")
struct RegistryTests {
    struct Strict: ConfigurablePlugin, Validator, Scorer {
        struct Limits: Codable, Sendable, Equatable {
            var goal = 10
            var rows: [Row] = []
        }

        struct Row: Codable, Sendable, Equatable { var name = "" }

        struct Configuration: Codable, Sendable, Equatable {
            var require: [String] = ["数量指标"]
            var isLoud = false
            var limits = Limits()
            var note: String?
        }

        static var descriptor: PluginDescriptor {
            PluginDescriptor(name: "strict", version: "1.2.3", summary: LocalizedText(chinese: "严", english: "Strict."))
        }
        static var defaultConfiguration: Configuration { Configuration() }
        let configuration: Configuration

        init(configuration: Configuration) throws {
            if configuration.limits.goal < 0 {
                throw ConfigurationError(
                    setting: "limits.goal", reason: LocalizedText(chinese: "不能为负", english: "must not be negative"))
            }
            self.configuration = configuration
        }

        func validate(_ request: ValidationRequest) async throws -> [Finding] { [] }
        func score(_ request: ScoringRequest) async throws -> ScoringAnswer { ScoringAnswer(facts: [:]) }
    }

    static func registry() throws -> PluginRegistry {
        var registry = PluginRegistry()
        try registry.register(validator: Strict.self)
        return registry
    }

    static func use(_ configuration: JSONValue, name: String = "strict") -> PluginUse {
        PluginUse(name: name, configuration: configuration, pointer: "/x")
    }

    @Test("A name can be used once for each kind of plugin")
    func duplicates() throws {
        var registry = try Self.registry()
        #expect(throws: RegistryError.duplicate(name: "strict", capability: .validator)) {
            try registry.register(validator: Strict.self)
        }
        try registry.register(scorer: Strict.self)
        #expect(registry.entries.map(\.capability) == [.validator, .scorer])
        #expect(throws: RegistryError.unknown(name: "strict", capability: .notifier, near: nil)) {
            try registry.notifier(Self.use([:]))
        }
    }

    @Test("A copy of a registry does not see what is registered in another")
    func value() throws {
        let empty = PluginRegistry()
        var other = empty
        try other.register(validator: Strict.self)
        #expect(empty.entries.isEmpty && other.entries.count == 1)
    }

    @Test("A misspelt plugin is refused with the name that was meant")
    func misspelt() throws {
        #expect(throws: RegistryError.unknown(name: "strickt", capability: .validator, near: "strict")) {
            try Self.registry().validator(Self.use([:], name: "strickt"))
        }
    }

    static let accepted: [(JSONValue, Strict.Configuration)] = [
        ([:], Strict.Configuration()),
        (["isLoud": true], Strict.Configuration(isLoud: true)),
        (["require": []], Strict.Configuration(require: [])),
        (
            ["note": "x", "limits": ["goal": 3, "rows": [["name": "a"]]]],
            Strict.Configuration(limits: Strict.Limits(goal: 3, rows: [Strict.Row(name: "a")]), note: "x")
        ),
        (["note": nil], Strict.Configuration()),
    ]

    static let refused: [(JSONValue, String, String)] = [
        (["requir": []], "requir", "require"), (["isloud": true], "isloud", "isLoud"),
        (["colour": 1], "colour", "known"),
        (["limits": ["goal": 1, "rows": [], "gaol": 2]], "limits.gaol", "goal"),
        (["limits": ["goal": 1, "rows": [["name": "a", "nmae": "b"]]]], "limits.rows.0.nmae", "name"),
        (["isLoud": "yes"], "isLoud", "Bool"), (["limits": ["rows": []]], "limits.goal", "missing"),
        (["limits": ["goal": -1, "rows": []]], "limits.goal", "negative"), ([], "with", "object"),
        (.null, "with", "object"),
    ]

    @Test("Settings override the defaults by name", arguments: accepted)
    func settings(_ given: JSONValue, _ expected: Strict.Configuration) throws {
        let resolved = try Self.registry().validator(Self.use(given))
        #expect((resolved.plugin as? Strict)?.configuration == expected)
        #expect(resolved.configuration == given && resolved.descriptor.version == "1.2.3")
    }

    @Test("A setting that is misspelt, of the wrong kind or without sense is refused by its name", arguments: refused)
    func typos(_ given: JSONValue, _ setting: String, _ hint: String) throws {
        let error = #expect(throws: RegistryError.self) { try Self.registry().validator(Self.use(given)) }
        guard case .configuration(let name, let found, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(name == "strict" && found == setting)
        #expect(reason.english.contains(hint) && !reason.chinese.isEmpty)
    }

    @Test("The defaults are shown as JSON")
    func defaults() throws {
        let entry = try #require(try Self.registry().entries.first)
        #expect(entry.defaults == ["require": ["数量指标"], "isLoud": false, "limits": ["goal": 10, "rows": []]])
    }
}
