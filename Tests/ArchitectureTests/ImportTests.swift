import Foundation
import Testing

@Suite("Arrows between targets point downwards only")
struct ImportTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The Swift files under some folders, by their path from the top of the checkout.
    static func files(under folders: [String]) throws -> [String] {
        try folders.flatMap { folder -> [String] in
            let url = root.appendingPathComponent(folder)
            guard FileManager.default.fileExists(atPath: url.path) else { return [] }
            return try FileManager.default.subpathsOfDirectory(atPath: url.path)
                .filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }.sorted()
        }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The libraries of plugins as `pluginLibraries` in the manifest has them.
    static func pluginLibraries() throws -> [String: [String]] {
        let manifest = try text("Package.swift")
        let start = try #require(manifest.range(of: "let pluginLibraries: [String: [String]] = ["))
        let end = try #require(manifest.range(of: "\n]", range: start.upperBound..<manifest.endIndex))
        let rows = manifest[start.upperBound..<end.lowerBound].matches(of: /"(\w+)":\s*\[([^\]]*)\]/).map { match in
            (String(match.1), match.2.matches(of: /"(\w+)"/).map { String($0.1) })
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    static func checker() throws -> ImportChecker {
        let libraries = try pluginLibraries()
        let names = Set(try files(under: ["Plugins"]).compactMap { $0.split(separator: "/").dropFirst().first })
        return ImportChecker(
            plugins: Dictionary(uniqueKeysWithValues: names.map { (String($0), libraries[String($0)] ?? []) }))
    }

    @Test("Every import is one that the table of the house allows")
    func imports() throws {
        let checker = try Self.checker()
        let files = try Self.files(under: ["Sources", "Plugins", "Workflows"])
        #expect(files.count > 100)
        let violations = try files.flatMap { checker.violations(in: try Self.text($0), at: $0) }
        #expect(violations.isEmpty, "\(violations.map(\.description).joined(separator: "\n"))")
    }

    @Test("Every row stands over rows that are there, and nothing stands over itself")
    func table() {
        let names = Set(House.rows.map(\.target))
        #expect(names.count == House.rows.count)
        var below: Set<String> = []
        for row in House.rows {
            #expect(row.over.allSatisfy { below.contains($0) }, "\(row.target) stands over what comes after it")
            below.insert(row.target)
        }
        #expect(House.pluginOver.allSatisfy { names.contains($0) })
    }

    @Test(
        "A wrong import is found",
        arguments: [
            ("Sources/Workflow/A.swift", "import WorkflowEngine", "may not import WorkflowEngine"),
            ("Sources/Workflow/A.swift", "public import struct GRDB.Row", "may not import GRDB"),
            (
                "Sources/Workflow/A.swift", "@preconcurrency internal import BudgetPerformance",
                "may not import BudgetPerformance"
            ),
            ("Sources/JSONLogic/A.swift", "let x = 1; import Workflow", "may not import Workflow"),
            ("Sources/WorkflowEngine/A.swift", "\timport\tOfficialForms\r", "may not import OfficialForms"),
            ("Sources/SQLiteStore/A.swift", "@_exported import WorkflowEngine", "may not import WorkflowEngine"),
            ("Sources/WorkflowPlugin/A.swift", "import Testing", "may not import Testing"),
            ("Plugins/Good/Sources/A.swift", "import Logging", "may not import Logging"),
            ("Plugins/Good/Sources/A.swift", "import Logger", "may not import Logger"),
            ("Plugins/Good/Sources/A.swift", "import WorkflowEngine", "may not import WorkflowEngine"),
            ("Plugins/Other/Sources/A.swift", "", "Plugins/Other has no row"),
            ("Sources/Unheard/A.swift", "", "Sources/Unheard has no row"),
            ("Workflows/BundledWorkflows.swift", "import JSONDocument", "may not import JSONDocument"),
            ("Workflows/BundledWorkflows.swift", "import Synchronization", "may not import Synchronization"),
        ])
    func wrong(_ path: String, _ line: String, _ reason: String) {
        let checker = ImportChecker(plugins: ["Good": [], "Logger": ["Logging"]])
        let text = "/// import Nothing\nimport Foundation\n/*\nimport Nothing\n*/\n\(line)\n"
        #expect(checker.violations(in: text, at: path).map(\.reason) == [reason])
    }

    @Test(
        "What the table allows passes",
        arguments: [
            ("Sources/WorkflowEngine/A.swift", "internal import JSONDocument"),
            ("Sources/Workflow/A.swift", "internal import struct Foundation.TimeZone"),
            ("Sources/shenpi/A.swift", "import StandardPlugins; import SQLiteStore; import ArgumentParser"),
            ("Plugins/Logger/Sources/A.swift", "import Logging; import Workflow; import JSONDocument"),
            ("Plugins/Good/Tests/A.swift", "import Testing; import Good; import WorkflowPluginTesting"),
            ("Plugins/StandardPlugins/Sources/A.swift", "import Good; import Logger; import WorkflowPlugin"),
            ("Workflows/BundledWorkflows.swift", "import Foundation"),
        ])
    func right(_ path: String, _ line: String) {
        let checker = ImportChecker(plugins: ["Good": [], "Logger": ["Logging"], "StandardPlugins": []])
        #expect(checker.violations(in: line, at: path) == [])
    }

    @Test("Every import of ours states its access level")
    func levels() throws {
        for path in try Self.files(under: ["Sources", "Plugins"]) where !path.contains("/Tests/") {
            for (index, line) in try Self.text(path).split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                let isBare = line.hasPrefix("import ") || line.hasPrefix("@preconcurrency import ")
                #expect(!isBare, "\(path):\(index + 1): \(line)")
            }
        }
    }
}
