internal import JSONDocument
internal import Testing
internal import Workflow
internal import WorkflowPlugin

/// Makes a plugin from the settings of a workflow file, as the registry does.
struct PluginMaker<Plugin: ConfigurablePlugin>: Sendable {
    let make: @Sendable (Plugin.Configuration) throws -> Plugin

    func callAsFunction(_ settings: JSONValue = .object(JSONObject())) throws -> Plugin {
        try make(try PluginRegistry.configuration(Plugin.self, given: settings))
    }
}

/// Collects what is wrong with one plugin, and reports it to Swift Testing.
struct Conformance<Plugin: ConfigurablePlugin>: Sendable {
    let plugin: PluginMaker<Plugin>
    var violations: [LawViolation] = []

    init(make: @escaping @Sendable (Plugin.Configuration) throws -> Plugin) { plugin = PluginMaker(make: make) }

    var name: String { Plugin.descriptor.name }

    mutating func require(_ holds: Bool, _ law: String, _ detail: @autoclosure () -> String) {
        if !holds { violations.append(LawViolation(law, detail())) }
    }

    /// The value of some work, or a violation where it throws.
    mutating func attempt<Value>(_ law: String, _ place: String, _ work: () throws -> Value) -> Value? {
        do {
            return try work()
        } catch {
            violations.append(LawViolation(law, "\(place): throws \(error)"))
            return nil
        }
    }

    /// The value of some work that waits, or a violation where it throws.
    mutating func attempt<Value>(
        _ law: String, _ place: String, _ work: () async throws -> Value
    ) async -> Value? {
        do {
            return try await work()
        } catch {
            violations.append(LawViolation(law, "\(place): throws \(error)"))
            return nil
        }
    }

    /// Records one issue for each violation.
    func report(_ sourceLocation: SourceLocation) {
        for violation in violations {
            Issue.record("\(name): \(violation)", sourceLocation: sourceLocation)
        }
    }
}
