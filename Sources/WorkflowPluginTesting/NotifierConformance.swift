internal import JSONDocument
public import Testing
public import WorkflowPlugin

/// Holds a notifier to the laws of its seam: a well-formed descriptor, settings that survive their JSON, unknown settings
/// refused, and notices that may come more than once.
public struct NotifierConformance<Plugin: ConfigurablePlugin & Notifier>: Sendable {
    private let make: @Sendable (Plugin.Configuration) throws -> Plugin

    /// - Parameter make: Makes the plugin where it needs more than its settings, e.g. a place to write to.
    public init(
        make: @escaping @Sendable (Plugin.Configuration) throws -> Plugin = { try Plugin(configuration: $0) }
    ) {
        self.make = make
    }

    /// Records an issue for each law that is broken.
    public func check(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        await laws().report(sourceLocation)
    }

    /// The laws that are broken, and how.
    public func violations() async -> [LawViolation] { await laws().violations }

    private func laws() async -> Conformance<Plugin> {
        var laws = Conformance(make: make)
        laws.checkPlugin()
        guard let plugin = try? laws.plugin() else { return laws }
        for title in ["信访维稳工作经费", "", "A title\nof two lines"] {
            for attempt in 1...2 {
                let notice = Notice(id: "P-001-2025/2/0", attempt: attempt, event: Samples.event, title: title)
                laws.checkRoundTrip(notice, "request.round-trip", "notice")
                _ = await laws.attempt("notice.delivered", "attempt \(attempt)") { try await plugin.deliver(notice) }
            }
        }
        return laws
    }
}
