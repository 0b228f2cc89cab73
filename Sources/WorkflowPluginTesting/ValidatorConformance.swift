internal import JSONDocument
public import Testing
public import WorkflowPlugin

/// Holds a validator to the laws of its seam. One test is enough:
///
/// ```swift
/// @Test("The validator keeps the laws of its seam")
/// func laws() async throws { try await ValidatorConformance<RequiredFields>().check() }
/// ```
///
/// - The descriptor is well-formed; the default settings survive their JSON; an unknown setting is refused.
/// - The examples hold, code by code in their order; at least one is flagged and one is not.
/// - A document without any part is judged like any other, and members that nobody knows change no verdict.
/// - The same request gives the same answer.
/// - Findings carry the plugin's name, words in both languages, and a pointer that lies in the document.
/// - Requests and answers survive their JSON, which is also the wire format of plugins that are programs of their own.
public struct ValidatorConformance<Plugin: ConfigurablePlugin & Validator>: Sendable {
    private let make: @Sendable (Plugin.Configuration) throws -> Plugin

    /// - Parameter make: Makes the plugin where it needs more than its settings.
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
        laws.require(Plugin.examples.contains { !$0.expected.isEmpty }, "example.flagged", "no example is flagged")
        laws.require(Plugin.examples.contains { $0.expected.isEmpty }, "example.silent", "no example passes")
        for (index, example) in Plugin.examples.enumerated() {
            let place = "example \(index + 1)"
            guard let plugin = try? laws.plugin(example.configuration) else { continue }
            guard let found = await answer(plugin, example.document, place, &laws) else { continue }
            laws.require(
                found.map(\.code) == example.expected, "example.findings",
                "\(place): expected \(example.expected), found \(found.map(\.code))")
            let strange = Samples.withStrangers(example.document)
            if let again = await answer(plugin, strange, "\(place) with unknown members", &laws) {
                laws.require(
                    again.map(\.code) == example.expected, "document.unknown-members",
                    "\(place): unknown members change the findings to \(again.map(\.code))")
            }
        }
        if let plugin = try? laws.plugin() {
            _ = await answer(plugin, .object(JSONObject()), "a document without parts", &laws)
        }
        return laws
    }

    private func answer(
        _ plugin: Plugin, _ document: JSONValue, _ place: String, _ laws: inout Conformance<Plugin>
    ) async -> [Finding]? {
        func request() -> ValidationRequest {
            ValidationRequest(
                case: Samples.subject, action: Samples.action,
                document: CaseDocument(parts: Samples.parts(document)), related: [:])
        }
        laws.checkRoundTrip(request(), "request.round-trip", place)
        guard let found = await laws.attempt("document.decided", place, { try await plugin.validate(request()) }) else {
            return nil
        }
        if let again = await laws.attempt("document.decided", place, { try await plugin.validate(request()) }) {
            laws.require(again == found, "answer.repeatable", "\(place): the second answer differs from the first")
        }
        laws.checkFindings(found, about: document, place)
        return found
    }
}
