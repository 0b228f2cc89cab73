import JSONDocument
import Testing
import Workflow
import WorkflowPlugin
import WorkflowPluginTesting

/// A letter, and with one fault each what breaks a law.
struct Letter<Fault: LetterFault>: ConfigurablePlugin, DocumentType {
    static var descriptor: PluginDescriptor {
        PluginDescriptor(name: "letter", version: "1.0.0", summary: LocalizedText(chinese: "信", english: "A letter."))
    }
    static var defaultConfiguration: NoConfiguration { NoConfiguration() }
    static var examples: [PluginExample] {
        [
            PluginExample(
                title: LocalizedText(chinese: "好", english: "Good"), document: ["text": ["words": "你好"]], expected: []),
            PluginExample(
                title: LocalizedText(chinese: "坏", english: "Bad"), document: ["text": ["words": 3]],
                expected: ["letter.words"]),
        ]
    }
    init(configuration: NoConfiguration) {}

    var parts: [DocumentPart] { [DocumentPart(name: "text", title: LocalizedText(chinese: "文", english: "Text"))] }
    var decimalPaths: Set<String> { [Fault.decimalPath] }
    var listedFields: [ListedField] {
        [ListedField(path: "document.text.words", title: LocalizedText(chinese: "词", english: "Words"))]
    }
    var inputs: [DocumentInput] {
        Fault.inputs.map {
            DocumentInput(
                names: [$0], part: "text", pointer: "/words", title: LocalizedText(chinese: "词", english: "W"))
        }
    }
    func subject(of document: CaseDocument) throws -> String? { try Fault.subject(document) }
    func check(part: String, value: JSONValue) -> [Finding] {
        let message = LocalizedText(chinese: "不对", english: "wrong")
        if part != "text" {
            return Fault.takesAnyPart
                ? [] : [Finding(code: "letter.part", severity: .error, pointer: "", message: message)]
        }
        if value["words"]?.string != nil { return [] }
        return [Finding(code: "letter.words", severity: .error, pointer: "/text", message: message)]
    }
    func complete(part: String, value: JSONValue, document: CaseDocument) throws -> JSONValue {
        Fault.complete(value)
    }
    func prefill(task: String, document: CaseDocument, subject: CaseSummary) throws -> [String: JSONValue] {
        Fault.prefill
    }
}

/// What a ``Letter`` does wrong; nothing unless overridden.
protocol LetterFault: Sendable {
    static var decimalPath: String { get }
    static var inputs: [String] { get }
    static var takesAnyPart: Bool { get }
    static var prefill: [String: JSONValue] { get }
    static func subject(_ document: CaseDocument) throws -> String?
    static func complete(_ value: JSONValue) -> JSONValue
}

extension LetterFault {
    static var decimalPath: String { "document.text.price" }
    static var inputs: [String] { ["words", "词"] }
    static var takesAnyPart: Bool { false }
    static var prefill: [String: JSONValue] { [:] }
    static func subject(_ document: CaseDocument) throws -> String? {
        document.value(at: "document.text.words")?.string
    }
    static func complete(_ value: JSONValue) -> JSONValue { value }
}

enum NoLetterFault: LetterFault {}
enum PathNowhere: LetterFault { static var decimalPath: String { "text.price" } }
enum PathIntoNoPart: LetterFault { static var decimalPath: String { "document.txt.price" } }
enum NameTwice: LetterFault { static var inputs: [String] { ["words", "words"] } }
enum AnyPart: LetterFault { static var takesAnyPart: Bool { true } }
enum AlwaysPrefilled: LetterFault { static var prefill: [String: JSONValue] { ["text": [:]] } }
enum SubjectThrows: LetterFault {
    static func subject(_ document: CaseDocument) throws -> String? { throw CancellationError() }
}
enum SubjectOfNothing: LetterFault { static func subject(_ document: CaseDocument) throws -> String? { "x" } }
enum GrowsForever: LetterFault {
    static func complete(_ value: JSONValue) -> JSONValue {
        var object = value.object ?? [:]
        object["words"] = .string((object["words"]?.string ?? "") + "!")
        return .object(object)
    }
}

@Suite("The conformance kit of document types")
struct DocumentTypeTests {
    @Test("A document type that keeps the laws passes")
    func good() async throws {
        try await DocumentTypeConformance<Letter<NoLetterFault>>().check()
    }

    static let faults: [(@Sendable () async -> [LawViolation], String)] = [
        ({ await DocumentTypeConformance<Letter<PathNowhere>>().violations() }, "paths.decimal"),
        ({ await DocumentTypeConformance<Letter<PathIntoNoPart>>().violations() }, "paths.decimal"),
        ({ await DocumentTypeConformance<Letter<NameTwice>>().violations() }, "inputs.unique"),
        ({ await DocumentTypeConformance<Letter<AnyPart>>().violations() }, "parts.unknown"),
        ({ await DocumentTypeConformance<Letter<AlwaysPrefilled>>().violations() }, "prefill.unknown-task"),
        ({ await DocumentTypeConformance<Letter<SubjectThrows>>().violations() }, "document.empty"),
        ({ await DocumentTypeConformance<Letter<SubjectOfNothing>>().violations() }, "document.empty"),
        ({ await DocumentTypeConformance<Letter<GrowsForever>>().violations() }, "complete.repeatable"),
    ]

    @Test("Each fault of a document type is named by its law, and by no other", arguments: faults)
    func fault(_ violations: @Sendable () async -> [LawViolation], _ law: String) async {
        let laws = Set(await violations().map(\.law)).subtracting(["document.decided"])
        #expect(laws == [law])
    }
}
