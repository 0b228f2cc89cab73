/// The house as DESIGN.md has it, as data: which target stands over which, and which libraries it may use.
enum House {
    /// A row of the table.
    struct Row: Sendable {
        let target: String
        /// Our targets that it stands over directly.
        let over: [String]
        /// Third-party modules that it may import.
        let libraries: [String]

        init(_ target: String, over: [String] = [], libraries: [String] = []) {
            self.target = target
            self.over = over
            self.libraries = libraries
        }
    }

    /// The targets in Sources/.
    static let rows: [Row] = [
        Row("JSONDocument"),
        Row("JSONLogic", over: ["JSONDocument"]),
        Row("Workflow", over: ["JSONLogic"]),
        Row("BudgetPerformance"),
        Row("OfficialForms", over: ["BudgetPerformance"], libraries: ["Czip", "Cxlsxwriter"]),
        Row("WorkflowPlugin", over: ["Workflow"]),
        Row("WorkflowPluginProcess", over: ["WorkflowPlugin"], libraries: ["Subprocess", "Logging"]),
        Row("WorkflowLogs", over: ["Workflow"], libraries: ["Czlib"]),
        Row("WorkflowStore", over: ["Workflow"], libraries: ["Crypto"]),
        Row("SQLiteStore", over: ["WorkflowStore"], libraries: ["GRDB"]),
        Row("PostgresStore", over: ["WorkflowStore"], libraries: ["Clibpq"]),
        Row(
            "WorkflowEngine", over: ["WorkflowPlugin", "WorkflowStore"],
            libraries: ["Logging", "Metrics", "ServiceLifecycle"]),
        Row("ShenpiMessages"),
        Row("ShenpiApplication", over: ["WorkflowEngine", "OfficialForms"]),
        Row("ShenpiServer", over: ["ShenpiApplication"], libraries: ["Hummingbird", "Mustache"]),
        Row("WorkflowPluginTesting", over: ["WorkflowPlugin"], libraries: ["Testing"]),
        Row("WorkflowStoreTesting", over: ["WorkflowStore"], libraries: ["Testing"]),
    ]

    /// The one place where parts are put together: it may import everything of ours, and these.
    static let application = Row(
        "shenpi", libraries: ["ArgumentParser", "Configuration", "Logging", "ServiceLifecycle", "UnixSignals"])

    /// What every plugin in Plugins/ stands over; more libraries come from `pluginLibraries` of the manifest.
    static let pluginOver = ["WorkflowPlugin", "BudgetPerformance"]

    /// The plugin that lists the others.
    static let pluginList = "StandardPlugins"

    /// What every target may import: the toolchain's own modules.
    static let toolchain: Set<String> = [
        "Foundation", "FoundationEssentials", "FoundationXML", "Synchronization", "Swift",
    ]

    /// What the embedded workflow files may import.
    static let bundled: Set<String> = ["Foundation"]
}
