internal import Amounts
internal import BudgetExecution
internal import ExpenditureProject
internal import IndicatorAttainment
internal import IndicatorCoverage
internal import LogNotifier
public import Logging
internal import RequiredFields
internal import TextLimits
public import WorkflowPlugin

/// The plugins that come with shenpi, in the order in which `shenpi plugin list` shows them.
public enum StandardPlugins: Sendable {
    /// A registry that has all of them.
    ///
    /// - Parameter logger: where the notifier `log` writes.
    /// - Throws: ``WorkflowPlugin/RegistryError`` where two plugins of a kind have one name.
    public static func registry(logger: Logger) throws -> PluginRegistry {
        var registry = PluginRegistry()
        try registry.register(documentType: ExpenditureProject.self)
        try registry.register(validator: RequiredFields.self)
        try registry.register(validator: IndicatorCoverage.self)
        try registry.register(validator: Amounts.self)
        try registry.register(validator: TextLimits.self)
        try registry.register(scorer: BudgetExecution.self)
        try registry.register(scorer: IndicatorAttainment.self)
        try registry.register(notifier: LogNotifier.self) { try LogNotifier(configuration: $0, logger: logger) }
        return registry
    }
}
