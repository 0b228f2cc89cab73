internal import JSONDocument
public import Testing
public import WorkflowPlugin

/// Holds a scorer to the laws of its seam: those of ``ValidatorConformance``, and that the facts of its examples hold.
public struct ScorerConformance<Plugin: ConfigurablePlugin & Scorer>: Sendable {
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
        laws.require(!Plugin.examples.isEmpty, "example.some", "there is no example")
        for (index, example) in Plugin.examples.enumerated() {
            let place = "example \(index + 1)"
            guard let plugin = try? laws.plugin(example.configuration) else { continue }
            guard let answer = await answer(plugin, example.document, place, &laws) else { continue }
            laws.require(
                answer.findings.map(\.code) == example.expected, "example.findings",
                "\(place): expected \(example.expected), found \(answer.findings.map(\.code))")
            for (name, wanted) in example.facts {
                laws.require(
                    answer.facts[name].map { includes($0, wanted) } ?? false, "example.facts",
                    "\(place): \(name) is \(answer.facts[name]?.canonicalText() ?? "missing")")
            }
            let strange = Samples.withStrangers(example.document)
            if let again = await self.answer(plugin, strange, "\(place) with unknown members", &laws) {
                laws.require(
                    again.facts == answer.facts && again.findings == answer.findings, "document.unknown-members",
                    "\(place): unknown members change the answer")
            }
        }
        if let plugin = try? laws.plugin() {
            _ = await answer(plugin, .object(JSONObject()), "a document without parts", &laws)
        }
        return laws
    }

    private func answer(
        _ plugin: Plugin, _ document: JSONValue, _ place: String, _ laws: inout Conformance<Plugin>
    ) async -> ScoringAnswer? {
        func request(_ facts: JSONObject = JSONObject()) -> ScoringRequest {
            ScoringRequest(
                case: Samples.subject, action: Samples.action,
                document: CaseDocument(parts: Samples.parts(document)), facts: facts)
        }
        laws.checkRoundTrip(request(), "request.round-trip", place)
        guard let first = await laws.attempt("document.decided", place, { try await plugin.score(request()) }) else {
            return nil
        }
        if let again = await laws.attempt("document.decided", place, { try await plugin.score(request()) }) {
            laws.require(
                again.facts == first.facts && again.findings == first.findings, "answer.repeatable",
                "\(place): the second answer differs from the first")
        }
        let strangers: JSONObject = ["x-other-scorer": .object(["total": .string("1.5")])]
        _ = await laws.attempt("facts.of-others", place) { try await plugin.score(request(strangers)) }
        laws.checkFindings(first.findings, about: document, place)
        laws.checkRoundTrip(first, "answer.round-trip", place)
        return first
    }

    /// Whether a fact has everything that is wanted of it.
    private func includes(_ fact: JSONValue, _ wanted: JSONValue) -> Bool {
        guard let members = wanted.object, let object = fact.object else { return fact == wanted }
        return members.allSatisfy { key, value in object[key].map { includes($0, value) } ?? false }
    }
}
