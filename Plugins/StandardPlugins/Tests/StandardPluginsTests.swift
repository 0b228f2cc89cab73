internal import Foundation
internal import JSONDocument
internal import Logging
internal import StandardPlugins
internal import Testing
internal import Workflow
internal import WorkflowPlugin

@Suite("StandardPlugins")
struct StandardPluginsTests {
    let registry: PluginRegistry

    init() throws { registry = try StandardPlugins.registry(logger: Logger(label: "test")) }

    @Test("Every bundled plugin is there, once")
    func names() {
        let names = registry.entries.map { "\($0.capability.rawValue) \($0.descriptor.name)" }
        let bundled = [
            "document-type expenditure-project", "validator required-fields", "validator indicator-coverage",
            "validator amounts", "validator text-limits", "scorer budget-execution", "scorer indicator-attainment",
            "notifier log",
        ]
        #expect(Set(bundled).isSubset(of: names) && Set(names).count == names.count)
    }

    @Test("Every folder under Plugins is registered")
    func folders() throws {
        let folder = SharedForms.package.appendingPathComponent("Plugins")
        let plugins = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
            name != "StandardPlugins"
                && FileManager.default.fileExists(atPath: folder.appendingPathComponent("\(name)/Sources").path)
        }
        let source = try String(
            contentsOf: folder.appendingPathComponent("StandardPlugins/Sources/StandardPlugins.swift"), encoding: .utf8)
        for plugin in plugins { #expect(source.contains("\(plugin).self"), "\(plugin) is not registered") }
    }

    @Test("Every plugin folder has a README in both languages")
    func readmes() throws {
        let folder = SharedForms.package.appendingPathComponent("Plugins")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.contains(".") {
            let text = try String(contentsOf: folder.appendingPathComponent("\(name)/README.md"), encoding: .utf8)
            #expect(text.contains("插件") && text.contains("plugin"), "\(name)/README.md")
        }
    }

    @Test("The shipped workflow uses plugins that exist, with settings that they accept")
    func shippedWorkflow() throws {
        let file = SharedForms.package.appendingPathComponent("Workflows/expenditure-performance.json")
        let workflow = try JSONReader.value([UInt8](try Data(contentsOf: file)))
        _ = try registry.documentType(try #require(workflow["document"]?.string))
        var uses = 0
        for action in try #require(workflow["actions"]?.object?.values) {
            for use in plugins(action, "validate") { _ = try registry.validator(use) }
            for use in plugins(action, "score") { _ = try registry.scorer(use) }
            for use in plugins(action, "notify") { _ = try registry.notifier(use) }
            uses += ["validate", "score", "notify"].reduce(0) { $0 + plugins(action, $1).count }
        }
        #expect(uses >= 7)
    }

    @Test(
        "Settings that make no sense are refused at load, by the plugin's and the setting's name",
        arguments: [
            ("required-fields", ["fields": ["项目编号"]], "fields"),
            ("required-fields", ["longTermGoalFromYears": 0], "longTermGoalFromYears"),
            ("required-fields", ["feilds": []], "feilds"),
            ("indicator-coverage", ["require": ["速度指标"]], "require"),
            ("indicator-coverage", ["severity": "fatal"], "severity"),
            ("amounts", ["tolerance": "much"], "tolerance"), ("amounts", ["maximumDecimals": -1], "maximumDecimals"),
            ("text-limits", ["names": 0], "names"), ("text-limits", ["goals": "2000"], "goals"),
        ] as [(String, JSONValue, String)])
    func badSettings(name: String, settings: JSONValue, setting: String) throws {
        let use = PluginUse(name: name, configuration: settings, pointer: "")
        guard
            case .configuration(let plugin, let blamed, let reason)? = #expect(
                throws: RegistryError.self, performing: { try registry.validator(use) })
        else {
            Issue.record("not a problem of the settings")
            return
        }
        #expect(plugin == name && blamed == setting && !reason.chinese.isEmpty)
    }

    @Test(
        "A scoring policy that makes no sense is refused",
        arguments: [
            ["fundsWeight": 101], ["fundsWeight": 20], ["grades": ["good": 95]], ["latePercent": -1],
            ["overFulfilmentPercent": 90], ["groupWeights": ["output": 60]],
            ["bands": [["labels": ["达成"], "lowerPercent": 90, "upperPercent": 80]]], ["costPolicy": "free"],
        ] as [JSONValue])
    func badPolicy(settings: JSONValue) {
        let use = PluginUse(name: "indicator-attainment", configuration: settings, pointer: "")
        #expect(throws: RegistryError.self) { try registry.scorer(use) }
    }

    private func plugins(_ action: JSONValue, _ list: String) -> [PluginUse] {
        (action[list]?.array ?? []).map { use in
            PluginUse(name: use["use"]?.string ?? "", configuration: use["with"] ?? [:], pointer: "")
        }
    }
}
