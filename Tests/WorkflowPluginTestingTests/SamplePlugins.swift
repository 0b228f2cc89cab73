import JSONDocument
import Workflow
import WorkflowPlugin

/// A validator that keeps all laws, and with one fault each breaks one.
struct Titled<Fault: TitledFault>: ConfigurablePlugin, Validator {
    struct Configuration: Codable, Sendable, Hashable {
        var limit = 10
    }

    static var descriptor: PluginDescriptor {
        PluginDescriptor(name: Fault.name, version: Fault.version, summary: Fault.summary)
    }
    static var defaultConfiguration: Configuration { Configuration() }
    static var examples: [PluginExample] {
        let title = LocalizedText(chinese: "标题", english: "Title")
        let missing = PluginExample(
            title: title, document: ["form": ["rows": []]], expected: ["titled.missing"])
        let present = PluginExample(title: title, document: ["form": ["title": "年度计划"]], expected: [])
        let long = PluginExample(
            title: title, configuration: ["limit": 2], document: ["form": ["title": "年度计划"]],
            expected: Fault.longExpected)
        return Fault.examples([missing, present, long])
    }

    let configuration: Configuration

    init(configuration: Configuration) { self.configuration = configuration }

    func validate(_ request: ValidationRequest) async throws -> [Finding] {
        try Fault.validate(request.document, configuration.limit)
    }
}

/// What a ``Titled`` does wrong; nothing unless overridden.
protocol TitledFault: Sendable {
    static var name: String { get }
    static var version: String { get }
    static var summary: LocalizedText { get }
    static var longExpected: [String] { get }
    static func examples(_ all: [PluginExample]) -> [PluginExample]
    static func validate(_ document: CaseDocument, _ limit: Int) throws -> [Finding]
}

extension TitledFault {
    static var name: String { "titled" }
    static var version: String { "1.0.0" }
    static var summary: LocalizedText { LocalizedText(chinese: "检查标题", english: "Looks at the title.") }
    static var longExpected: [String] { ["titled.too-long"] }
    static func examples(_ all: [PluginExample]) -> [PluginExample] { all }
    static func validate(_ document: CaseDocument, _ limit: Int) throws -> [Finding] { judge(document, limit) }

    static func judge(
        _ document: CaseDocument, _ limit: Int, code: String = "titled.", pointer: String = "/form/title",
        english: String = "The title is wrong."
    ) -> [Finding] {
        let message = LocalizedText(chinese: "标题有误", english: english)
        func finding(_ rule: String) -> Finding {
            Finding(code: code + rule, severity: .error, pointer: pointer, field: "标题", message: message)
        }
        guard let title = document.value(at: "document.form.title")?.string else { return [finding("missing")] }
        return title.count > limit ? [finding("too-long")] : []
    }
}

enum NoFault: TitledFault {}
enum BadName: TitledFault { static var name: String { "Titled Plugin" } }
enum BadVersion: TitledFault { static var version: String { "1" } }
enum NoChinese: TitledFault { static var summary: LocalizedText { LocalizedText(chinese: " ", english: "x") } }
enum WrongExample: TitledFault { static var longExpected: [String] { [] } }
enum OnlyFlagged: TitledFault {
    static func examples(_ all: [PluginExample]) -> [PluginExample] { all.filter { !$0.expected.isEmpty } }
}
enum OnlySilent: TitledFault {
    static func examples(_ all: [PluginExample]) -> [PluginExample] { all.filter { $0.expected.isEmpty } }
}
enum BadCode: TitledFault {
    static func validate(_ document: CaseDocument, _ limit: Int) throws -> [Finding] {
        judge(document, limit, code: "other.")
    }
}
enum BadPointer: TitledFault {
    static func validate(_ document: CaseDocument, _ limit: Int) throws -> [Finding] {
        judge(document, limit, pointer: "form/title")
    }
}
enum PointerOutside: TitledFault {
    static func validate(_ document: CaseDocument, _ limit: Int) throws -> [Finding] {
        judge(document, limit, pointer: "/form/rows/3/title")
    }
}
enum OneLanguage: TitledFault {
    static func validate(_ document: CaseDocument, _ limit: Int) throws -> [Finding] {
        judge(document, limit, english: "")
    }
}
enum ThrowsOnEmpty: TitledFault {
    static func validate(_ document: CaseDocument, _ limit: Int) throws -> [Finding] {
        if document.parts.isEmpty { throw CancellationError() }
        return judge(document, limit)
    }
}
enum MindsStrangers: TitledFault {
    static func validate(_ document: CaseDocument, _ limit: Int) throws -> [Finding] {
        document.parts.count > 1 ? [] : judge(document, limit)
    }
}
enum Fickle: TitledFault {
    static func validate(_ document: CaseDocument, _ limit: Int) throws -> [Finding] {
        var found = judge(document, limit)
        for index in found.indices { found[index].row = Int.random(in: 1...1_000_000) }
        return found
    }
}

/// Accepts settings that it does not have, because it keeps whatever it is given.
struct Lax: ConfigurablePlugin, Notifier {
    struct Configuration: Codable, Sendable {
        var anything: JSONObject = [:]

        init() {}
        init(from decoder: any Decoder) throws { anything = try JSONObject(from: decoder) }
        func encode(to encoder: any Encoder) throws { try anything.encode(to: encoder) }
    }

    static var descriptor: PluginDescriptor {
        PluginDescriptor(name: "lax", version: "1.0.0", summary: LocalizedText(chinese: "宽松", english: "Lax."))
    }
    static var defaultConfiguration: Configuration { Configuration() }
    init(configuration: Configuration) {}
    func deliver(_ notice: Notice) async throws { if notice.attempt > 1 { throw CancellationError() } }
}

/// A scorer that counts rows.
struct Counting: ConfigurablePlugin, Scorer {
    static var descriptor: PluginDescriptor {
        PluginDescriptor(name: "counting", version: "0.2.0", summary: LocalizedText(chinese: "计数", english: "Counts."))
    }
    static var defaultConfiguration: NoConfiguration { NoConfiguration() }
    static var examples: [PluginExample] {
        let title = LocalizedText(chinese: "两行", english: "Two rows")
        return [
            PluginExample(
                title: title, document: ["form": ["rows": [1, 2]]], expected: [], facts: ["score": ["rows": 2]])
        ]
    }
    init(configuration: NoConfiguration) {}
    func score(_ request: ScoringRequest) async throws -> ScoringAnswer {
        let rows = request.document.value(at: "document.form.rows")?.array?.count ?? 0
        return ScoringAnswer(facts: ["score": ["rows": .number(ExactNumber(rows)), "complete": .bool(rows > 0)]])
    }
}
