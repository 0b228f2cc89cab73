public import Workflow

/// A plugin as the registry makes it: a name, and a typed configuration that comes from `"with"` in a workflow file.
///
/// A configuration is a struct whose properties have defaults; `"with"` overrides them by name. A key that is not one of
/// its properties is a typo and is refused, and so is a value of the wrong type.
public protocol ConfigurablePlugin: Sendable {
    /// The plugin's settings.
    associatedtype Configuration: Codable & Sendable

    /// Name, version and purpose.
    static var descriptor: PluginDescriptor { get }

    /// The settings where a workflow file gives none.
    static var defaultConfiguration: Configuration { get }

    /// What the plugin does, shown on documents: its documentation and its tests.
    static var examples: [PluginExample] { get }

    /// A plugin with these settings; throws ``ConfigurationError`` where they make no sense.
    init(configuration: Configuration) throws
}

extension ConfigurablePlugin {
    /// None: a notifier, for one, has nothing to show on a document.
    public static var examples: [PluginExample] { [] }
}

/// Settings for a plugin that has none.
public struct NoConfiguration: Codable, Sendable, Hashable {
    /// No settings.
    public init() {}
}

/// Settings that have the right shape but make no sense.
public struct ConfigurationError: Error, Sendable, Hashable {
    /// The setting's name.
    public var setting: String
    /// What is wrong with it.
    public var reason: LocalizedText

    /// An error about one setting.
    public init(setting: String, reason: LocalizedText) {
        self.setting = setting
        self.reason = reason
    }
}

/// Who a plugin is.
public struct PluginDescriptor: Sendable, Hashable, Codable {
    /// The name by which workflow files use it, e.g. `required-fields`.
    public var name: String
    /// Its version, recorded with every decision that it took part in.
    public var version: String
    /// What it does, in one sentence.
    public var summary: LocalizedText

    /// A descriptor.
    public init(name: String, version: String, summary: LocalizedText) {
        self.name = name
        self.version = version
        self.summary = summary
    }
}
