// swift-tools-version: 6.2
import Foundation
import PackageDescription

// One package without inner packages. Arrows between targets point downwards only; `Tests/ArchitectureTests` reads the
// `import` lines of every file and holds them to this table.

/// The house settings: every target of this package is compiled with these.
let houseSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
    .treatWarning("ExplicitSendable", as: .error),
]

/// Third-party products by the name under which they are imported.
let libraries: [String: Target.Dependency] = [
    "ArgumentParser": .product(name: "ArgumentParser", package: "swift-argument-parser"),
    "Configuration": .product(name: "Configuration", package: "swift-configuration"),
    "Crypto": .product(name: "Crypto", package: "swift-crypto"),
    "GRDB": .product(name: "GRDB", package: "GRDB.swift"),
    "Logging": .product(name: "Logging", package: "swift-log"),
    "Metrics": .product(name: "Metrics", package: "swift-metrics"),
    "ServiceLifecycle": .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    "UnixSignals": .product(name: "UnixSignals", package: "swift-service-lifecycle"),
]

/// Names that are a library are resolved to its product, all others are targets of this package.
func dependencies(_ names: [String]) -> [Target.Dependency] {
    names.map { libraries[$0] ?? .target(name: $0) }
}

/// Whether a folder of tests or of a plugin is there; folders without Swift files make no target.
func swiftFiles(under folder: String) -> Bool {
    let root = URL(fileURLWithPath: Context.packageDirectory).appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL { if file.pathExtension == "swift" { return true } }
    return false
}

/// The files of a folder that are data for its tests: read by them where they lie, no part of the target.
func dataFiles(in folder: String) -> [String] {
    let root = URL(fileURLWithPath: Context.packageDirectory).appendingPathComponent(folder)
    return ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? [])
        .filter { $0.hasSuffix(".json") || $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted()
}

/// A module of `Sources/` over others, and its tests, where `Tests/<Name>Tests` is there.
func library(_ name: String, over names: [String] = [], testedWith kits: [String] = []) -> [Target] {
    [.target(name: name, dependencies: dependencies(names), path: "Sources/\(name)", swiftSettings: houseSettings)]
        + tests(name + "Tests", over: [name] + names + kits)
}

/// A folder of `Tests/`, if it is there.
func tests(_ name: String, over names: [String]) -> [Target] {
    guard swiftFiles(under: "Tests/\(name)") else { return [] }
    return [
        .testTarget(
            name: name, dependencies: dependencies(names), path: "Tests/\(name)",
            exclude: dataFiles(in: "Tests/\(name)"), swiftSettings: houseSettings)
    ]
}

// MARK: Plugins

/// What a plugin needs beyond `WorkflowPlugin` and `BudgetPerformance`; its README names it too.
let pluginLibraries: [String: [String]] = [
    "LogNotifier": ["Logging"],
    "StandardPlugins": ["Logging"],
]

/// Turns every `Plugins/<Name>/{Sources,Tests}` into targets, so that a new plugin needs no line here.
func plugins() -> [Target] {
    let folder = URL(fileURLWithPath: Context.packageDirectory).appendingPathComponent("Plugins")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { swiftFiles(under: "Plugins/\($0)/Sources") }.sorted()
    return names.flatMap { name -> [Target] in
        let over =
            ["WorkflowPlugin", "BudgetPerformance"] + (pluginLibraries[name] ?? [])
            + (name == "StandardPlugins" ? names.filter { $0 != name } : [])
        var targets: [Target] = [
            .target(
                name: name, dependencies: dependencies(over), path: "Plugins/\(name)/Sources",
                swiftSettings: houseSettings)
        ]
        if swiftFiles(under: "Plugins/\(name)/Tests") {
            targets.append(
                .testTarget(
                    name: name + "Tests", dependencies: dependencies([name, "WorkflowPluginTesting"] + over),
                    path: "Plugins/\(name)/Tests", swiftSettings: houseSettings))
        }
        return targets
    }
}

// MARK: Workflow files

/// The shipped workflow files and calendars, embedded so that an installed shenpi needs no checkout.
func bundledWorkflows() -> [Target] {
    let root = URL(fileURLWithPath: Context.packageDirectory).appendingPathComponent("Workflows")
    func files(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? [])
            .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".trace.json") }
            .map { folder.isEmpty ? $0 : "\(folder)/\($0)" }.sorted()
    }
    return [
        .target(
            name: "BundledWorkflows", path: "Workflows", exclude: ["README.md", "samples", "calendars/README.md"],
            sources: ["BundledWorkflows.swift"],
            resources: (files("") + files("calendars")).map { .embedInCode($0) }, swiftSettings: houseSettings)
    ]
}

// MARK: The table

let targets: [Target] =
    library("JSONDocument")
    + library("JSONLogic", over: ["JSONDocument"])
    + library("Workflow", over: ["JSONLogic", "JSONDocument"])
    + library("BudgetPerformance")
    + library("OfficialForms", over: ["BudgetPerformance"])
    + library("WorkflowPlugin", over: ["Workflow", "JSONDocument"])
    + library("WorkflowStore", over: ["Workflow", "JSONDocument", "Crypto"], testedWith: ["WorkflowStoreTesting"])
    + library(
        "SQLiteStore", over: ["WorkflowStore", "Workflow", "JSONDocument", "GRDB"],
        testedWith: ["WorkflowStoreTesting"])
    + library(
        "WorkflowEngine",
        over: [
            "WorkflowPlugin", "WorkflowStore", "Workflow", "JSONLogic", "JSONDocument", "Logging", "Metrics",
            "ServiceLifecycle",
        ])
    + library("ShenpiMessages")
    + library(
        "ShenpiApplication",
        over: [
            "WorkflowEngine", "WorkflowPlugin", "WorkflowStore", "Workflow", "OfficialForms", "BudgetPerformance",
            "JSONLogic", "JSONDocument",
        ])
    + library("WorkflowPluginTesting", over: ["WorkflowPlugin", "Workflow", "JSONDocument"])
    + library("WorkflowStoreTesting", over: ["WorkflowStore", "Workflow", "JSONDocument"])
    + plugins()
    + bundledWorkflows()
    + [
        .executableTarget(
            name: "shenpi",
            dependencies: dependencies([
                "ShenpiApplication", "ShenpiMessages", "SQLiteStore", "StandardPlugins", "BundledWorkflows",
                "WorkflowEngine", "WorkflowPlugin", "WorkflowStore", "Workflow", "OfficialForms", "BudgetPerformance",
                "JSONLogic", "JSONDocument", "ArgumentParser", "Configuration", "Logging", "ServiceLifecycle",
                "UnixSignals",
            ]),
            path: "Sources/shenpi", swiftSettings: houseSettings)
    ]
    + tests("ArchitectureTests", over: [])
    + tests(
        "SampleFormsTests",
        over: [
            "StandardPlugins", "WorkflowPlugin", "Workflow", "OfficialForms", "BudgetPerformance", "JSONDocument",
            "Logging",
        ])
    + tests(
        "CommandLineTests",
        over: [
            "ShenpiMessages", "WorkflowStore", "WorkflowPlugin", "Workflow", "OfficialForms", "BudgetPerformance",
            "JSONDocument", "shenpi",
        ])

let package = Package(
    name: "shenpi",
    products: [
        .executable(name: "shenpi", targets: ["shenpi"]),
        .library(name: "WorkflowPlugin", targets: ["WorkflowPlugin"]),
        .library(name: "WorkflowPluginTesting", targets: ["WorkflowPluginTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: targets
)
