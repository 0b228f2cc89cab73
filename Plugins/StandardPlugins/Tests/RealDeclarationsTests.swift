internal import JSONDocument
internal import Logging
internal import StandardPlugins
internal import Testing
internal import Workflow
internal import WorkflowPlugin

@Suite("The real declarations", .enabled(if: SharedForms.isThere, "\(SharedForms.absence)"))
struct RealDeclarationsTests {
    let registry: PluginRegistry
    let declarations: [JSONValue]

    init() throws {
        registry = try StandardPlugins.registry(logger: Logger(label: "test"))
        declarations = try SharedForms.forms("declarations-")
    }

    @Test("There are thirteen")
    func thirteen() { #expect(declarations.count == 13) }

    @Test("None is refused for its fields, amounts or texts", arguments: ["required-fields", "amounts", "text-limits"])
    func noError(name: String) async throws {
        for declaration in declarations {
            let errors = try await findings(name, declaration).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(place(declaration)): \(errors)")
        }
    }

    @Test("None is missing a field, a goal or a target, not even as a warning")
    func nothingMissing() async throws {
        for declaration in declarations {
            let found = try await findings("required-fields", declaration)
            #expect(found.isEmpty, "\(place(declaration)): \(found)")
        }
    }

    @Test("One has a starred row 不适用: satisfaction in the first form of 2023, which is a true finding")
    func oneGap() async throws {
        var gaps: [String] = []
        for declaration in declarations {
            for finding in try await findings("indicator-coverage", declaration) {
                gaps.append("\(place(declaration)) \(finding.code) \(finding.severity.rawValue) \(finding.row ?? 0)")
            }
        }
        #expect(gaps == ["declarations-2023.txt 1 indicator-coverage.not-filled error 9"])
    }

    @Test("A total is pointed out once, as a hint: 91.44 for six years of 6.00")
    func oneUnlikelyTotal() async throws {
        var hints: [String] = []
        for declaration in declarations {
            for finding in try await findings("amounts", declaration) {
                hints.append("\(place(declaration)) \(finding.code) \(finding.severity.rawValue)")
            }
        }
        #expect(hints == ["declarations-2025.txt 2 amounts.total-unlikely hint"])
    }

    @Test("All can be stored, and their subjects are their codes")
    func stored() throws {
        let type = try registry.documentType("expenditure-project").plugin
        for declaration in declarations {
            let errors = type.check(part: "declaration", value: declaration).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(place(declaration)): \(errors)")
            let subject = try type.subject(of: CaseDocument(parts: ["declaration": declaration]))
            #expect(subject == declaration["projectCode"]?.string)
        }
    }

    private func findings(_ name: String, _ declaration: JSONValue) async throws -> [Finding] {
        let use = PluginUse(name: name, configuration: [:], pointer: "")
        let request = ValidationRequest(
            case: PipelineTests.summary, action: "declare", document: CaseDocument(parts: ["declaration": declaration]))
        return try await registry.validator(use).plugin.validate(request)
    }

    private func place(_ form: JSONValue) -> String {
        "\(form["source"]?.string ?? "?") \(form["ordinal"]?.int ?? 0)"
    }
}
