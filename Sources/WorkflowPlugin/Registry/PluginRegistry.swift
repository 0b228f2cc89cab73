public import JSONDocument
public import Workflow

/// The plugins that can be used, as a value that is handed over: no globals.
public struct PluginRegistry: Sendable {
    /// The kinds of plugins.
    public enum Capability: String, Sendable, Codable, CaseIterable {
        /// Looks at a case before an action.
        case validator
        /// Works out facts.
        case scorer
        /// Tells people.
        case notifier
        /// Knows a kind of document.
        case documentType = "document-type"
    }

    /// One plugin that can be used.
    public struct Entry: Sendable {
        /// What it can do.
        public let capability: Capability
        /// Who it is.
        public let descriptor: PluginDescriptor
        /// Its settings where a workflow file gives none.
        public let defaults: JSONValue
        /// What it does, shown on documents.
        public let examples: [PluginExample]
        let make: @Sendable (JSONValue) throws -> any Sendable
    }

    /// All plugins in the order in which they were registered.
    public private(set) var entries: [Entry] = []

    /// An empty registry.
    public init() {}

    /// Registers a validator under its own name.
    public mutating func register<Plugin: ConfigurablePlugin & Validator>(
        validator type: Plugin.Type,
        make: @escaping @Sendable (Plugin.Configuration) throws -> Plugin = { try Plugin(configuration: $0) }
    ) throws(RegistryError) {
        try add(type, .validator, make)
    }

    /// Registers a scorer under its own name.
    public mutating func register<Plugin: ConfigurablePlugin & Scorer>(
        scorer type: Plugin.Type,
        make: @escaping @Sendable (Plugin.Configuration) throws -> Plugin = { try Plugin(configuration: $0) }
    ) throws(RegistryError) {
        try add(type, .scorer, make)
    }

    /// Registers a notifier under its own name.
    public mutating func register<Plugin: ConfigurablePlugin & Notifier>(
        notifier type: Plugin.Type,
        make: @escaping @Sendable (Plugin.Configuration) throws -> Plugin = { try Plugin(configuration: $0) }
    ) throws(RegistryError) {
        try add(type, .notifier, make)
    }

    /// Registers a document type under its own name.
    public mutating func register<Plugin: ConfigurablePlugin & DocumentType>(
        documentType type: Plugin.Type,
        make: @escaping @Sendable (Plugin.Configuration) throws -> Plugin = { try Plugin(configuration: $0) }
    ) throws(RegistryError) {
        try add(type, .documentType, make)
    }

    /// The validator that a workflow file uses.
    public func validator(_ use: PluginUse) throws(RegistryError) -> Resolved<any Validator> {
        try resolve(use, .validator) { $0 as? any Validator }
    }

    /// The scorer that a workflow file uses.
    public func scorer(_ use: PluginUse) throws(RegistryError) -> Resolved<any Scorer> {
        try resolve(use, .scorer) { $0 as? any Scorer }
    }

    /// The notifier that a workflow file uses.
    public func notifier(_ use: PluginUse) throws(RegistryError) -> Resolved<any Notifier> {
        try resolve(use, .notifier) { $0 as? any Notifier }
    }

    /// The document type of that name, with its default settings.
    public func documentType(_ name: String) throws(RegistryError) -> Resolved<any DocumentType> {
        let use = PluginUse(name: name, configuration: .object(JSONObject()), pointer: "/document")
        return try resolve(use, .documentType) { $0 as? any DocumentType }
    }

    private mutating func add<Plugin: ConfigurablePlugin>(
        _ type: Plugin.Type, _ capability: Capability,
        _ make: @escaping @Sendable (Plugin.Configuration) throws -> Plugin
    ) throws(RegistryError) {
        let descriptor = type.descriptor
        guard !entries.contains(where: { $0.descriptor.name == descriptor.name && $0.capability == capability }) else {
            throw .duplicate(name: descriptor.name, capability: capability)
        }
        let defaults = JSONValue.object(PluginRegistry.defaults(type))
        entries.append(
            Entry(capability: capability, descriptor: descriptor, defaults: defaults, examples: type.examples) { json in
                try make(try PluginRegistry.configuration(type, given: json))
            })
    }

    private func resolve<Plugin>(
        _ use: PluginUse, _ capability: Capability, _ cast: (any Sendable) -> Plugin?
    ) throws(RegistryError) -> Resolved<Plugin> {
        let known = entries.filter { $0.capability == capability }
        guard let entry = known.first(where: { $0.descriptor.name == use.name }) else {
            throw .unknown(
                name: use.name, capability: capability,
                near: NearMiss.nearest(to: use.name, in: known.map(\.descriptor.name)))
        }
        do {
            guard let plugin = cast(try entry.make(use.configuration)) else {
                throw RegistryError.unknown(name: use.name, capability: capability, near: nil)
            }
            return Resolved(plugin: plugin, descriptor: entry.descriptor, configuration: use.configuration)
        } catch let error as RegistryError {
            throw error
        } catch let error as ConfigurationError {
            throw .configuration(name: use.name, setting: error.setting, reason: error.reason)
        } catch {
            throw .configuration(
                name: use.name, setting: "with",
                reason: LocalizedText(chinese: "插件不接受该配置", english: "the plugin does not accept these settings"))
        }
    }
}

/// A plugin, ready to be asked, and who it is.
public struct Resolved<Plugin>: Sendable where Plugin: Sendable {
    /// The plugin.
    public let plugin: Plugin
    /// Who it is.
    public let descriptor: PluginDescriptor
    /// Its settings as the workflow file gives them.
    public let configuration: JSONValue
}
