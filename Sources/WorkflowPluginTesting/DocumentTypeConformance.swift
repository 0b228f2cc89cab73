internal import JSONDocument
public import Testing
public import WorkflowPlugin

/// Holds a document type to the laws of its seam.
///
/// - The descriptor is well-formed; the default settings survive their JSON; an unknown setting is refused.
/// - Parts have names of their own and titles in both languages; paths and inputs lead into these parts.
/// - The examples hold: what ``DocumentType/check(part:value:)`` finds in their parts, code by code.
/// - A part that the type does not know is refused, and a document without parts is asked about without complaint.
/// - Completing a part twice is the same as once; a pre-filled part is one that may be stored; an unknown task begins empty.
public struct DocumentTypeConformance<Plugin: ConfigurablePlugin & DocumentType>: Sendable {
    private let make: @Sendable (Plugin.Configuration) throws -> Plugin

    /// - Parameter make: Makes the plugin where it needs more than its settings.
    public init(
        make: @escaping @Sendable (Plugin.Configuration) throws -> Plugin = { try Plugin(configuration: $0) }
    ) {
        self.make = make
    }

    /// Records an issue for each law that is broken.
    public func check(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        laws().report(sourceLocation)
    }

    /// The laws that are broken, and how.
    public func violations() async -> [LawViolation] { laws().violations }

    private func laws() -> Conformance<Plugin> {
        var laws = Conformance(make: make)
        laws.checkPlugin()
        guard let plugin = try? laws.plugin() else { return laws }
        checkShape(plugin, &laws)
        checkStrangers(plugin, &laws)
        for (index, example) in Plugin.examples.enumerated() {
            check(plugin, example, "example \(index + 1)", &laws)
        }
        return laws
    }

    private func checkShape(_ plugin: Plugin, _ laws: inout Conformance<Plugin>) {
        let names = plugin.parts.map(\.name)
        laws.require(!names.isEmpty, "parts.some", "there are no parts")
        laws.require(Set(names).count == names.count, "parts.unique", "\(names)")
        for part in plugin.parts {
            laws.require(!part.name.isEmpty && !part.name.contains("."), "parts.name", "\"\(part.name)\"")
            laws.checkText(part.title, "parts.title", part.name)
        }
        func leads(_ path: String) -> Bool {
            let tokens = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            return tokens.count >= 2 && tokens[0] == "document" && names.contains(tokens[1])
                && tokens.allSatisfy { !$0.isEmpty }
        }
        for path in plugin.decimalPaths.sorted() {
            laws.require(leads(path), "paths.decimal", "\"\(path)\" is not \"document.PART.…\"")
        }
        for field in plugin.listedFields {
            laws.require(leads(field.path), "paths.listed", "\"\(field.path)\" is not \"document.PART.…\"")
            laws.checkText(field.title, "paths.title", field.path)
        }
        var taken: Set<String> = []
        for input in plugin.inputs {
            laws.require(!input.names.isEmpty, "inputs.name", "\(input.pointer) has no name")
            for name in input.names {
                laws.require(taken.insert(name).inserted, "inputs.unique", "\"\(name)\" is given twice")
            }
            laws.require(names.contains(input.part), "inputs.part", "\"\(input.part)\" is no part")
            laws.require(
                JSONPointer(parsing: input.pointer).map { !$0.tokens.isEmpty } ?? false, "inputs.pointer",
                "\"\(input.pointer)\" is no JSON pointer into the part")
            laws.checkText(input.title, "inputs.title", input.pointer)
        }
    }

    private func checkStrangers(_ plugin: Plugin, _ laws: inout Conformance<Plugin>) {
        let stranger = plugin.check(part: "no-such-part", value: .object(JSONObject()))
        laws.require(
            stranger.contains { $0.severity == .error }, "parts.unknown", "a part that is unknown can be stored")
        let empty = CaseDocument(parts: [:])
        if let subject = laws.attempt("document.empty", "subject", { try plugin.subject(of: empty) }) {
            laws.require(subject == nil, "document.empty", "an empty document has a subject")
        }
        let prefilled = laws.attempt("document.empty", "prefill") {
            try plugin.prefill(task: "no-such-task", document: empty, subject: Samples.subject)
        }
        laws.require(prefilled?.isEmpty ?? true, "prefill.unknown-task", "an unknown task begins with parts")
        for part in plugin.parts {
            for value in [JSONValue.null, .bool(true), .array([]), .string("x"), .object(JSONObject())] {
                laws.checkFindings(
                    plugin.check(part: part.name, value: value), about: .object([part.name: value]),
                    "\(part.name) as \(value.kind.rawValue)")
            }
        }
    }

    private func check(
        _ plugin: Plugin, _ example: PluginExample, _ place: String, _ laws: inout Conformance<Plugin>
    ) {
        let parts = Samples.parts(example.document)
        var found: [Finding] = []
        for part in plugin.parts {
            guard let value = parts[part.name] else { continue }
            let findings = plugin.check(part: part.name, value: value)
            laws.require(
                plugin.check(part: part.name, value: value) == findings, "answer.repeatable", "\(place): \(part.name)")
            found += findings
        }
        laws.checkFindings(found, about: example.document, place)
        laws.require(
            found.map(\.code) == example.expected, "example.findings",
            "\(place): expected \(example.expected), found \(found.map(\.code))")
        guard !found.contains(where: { $0.severity == .error }) else { return }
        let document = CaseDocument(parts: parts)
        _ = laws.attempt("document.decided", place) { try plugin.subject(of: document) }
        for (name, value) in parts.sorted(by: { $0.key < $1.key }) {
            let twice = laws.attempt("complete.repeatable", "\(place), \(name)") {
                let once = try plugin.complete(part: name, value: value, document: document)
                let again = try plugin.complete(
                    part: name, value: once, document: document.replacing([name: once]))
                return (once, again)
            }
            if let (once, again) = twice {
                laws.require(once == again, "complete.repeatable", "\(place): \(name) changes when completed again")
            }
        }
    }
}
