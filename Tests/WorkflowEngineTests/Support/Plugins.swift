import JSONDocument
import Synchronization
import Workflow
import WorkflowPlugin

/// What the plugins of these tests share with the tests.
final class Switchboard: Sendable {
    struct State: Sendable {
        var asked: [String: Int] = [:]
        var running = 0
        var mostRunning = 0
        var isReleased = false
        var delivered: [String] = []
        var attempts: [Int] = []
        var failuresToCome = 0
    }

    let state = Mutex(State())

    func asked(_ name: String) -> Int { state.withLock { $0.asked[name, default: 0] } }
    func note(_ name: String) { state.withLock { $0.asked[name, default: 0] += 1 } }
    func release() { state.withLock { $0.isReleased = true } }
    var isReleased: Bool { state.withLock { $0.isReleased } }

    func begin() {
        state.withLock {
            $0.running += 1
            $0.mostRunning = max($0.mostRunning, $0.running)
        }
    }
    var mostRunning: Int { state.withLock { $0.mostRunning } }
    func end() { state.withLock { $0.running -= 1 } }

    func registry() throws -> PluginRegistry {
        var registry = PluginRegistry()
        try registry.register(documentType: MemoDocument.self)
        try registry.register(validator: Careful.self) { Careful($0, board: self) }
        try registry.register(validator: Hanging.self) { _ in Hanging(board: self) }
        try registry.register(validator: Throwing.self)
        try registry.register(validator: Slow.self) { _ in Slow(board: self) }
        try registry.register(scorer: Sums.self)
        try registry.register(notifier: Mailbox.self) { _ in Mailbox(board: self) }
        return registry
    }
}

private func descriptor(_ name: String) -> PluginDescriptor {
    PluginDescriptor(name: name, version: "1.0.0", summary: LocalizedText(chinese: name, english: name))
}

/// A memo: a form, and later a review that begins with the form's title.
struct MemoDocument: ConfigurablePlugin, DocumentType {
    struct Unfillable: Error {}

    static var descriptor: PluginDescriptor { WorkflowEngineTests.descriptor("memo") }
    static var defaultConfiguration: NoConfiguration { NoConfiguration() }
    init(configuration: NoConfiguration) {}

    var parts: [DocumentPart] {
        ["form", "review"].map { DocumentPart(name: $0, title: LocalizedText(chinese: $0, english: $0)) }
    }
    var decimalPaths: Set<String> { ["document.form.sum"] }
    var listedFields: [ListedField] {
        [ListedField(path: "document.form.title", title: LocalizedText(chinese: "题", english: "Title"))]
    }
    var inputs: [DocumentInput] { [] }
    func subject(of document: CaseDocument) throws -> String? { nil }

    func check(part: String, value: JSONValue) -> [Finding] {
        guard value.object == nil else { return [] }
        let message = LocalizedText(chinese: "不是对象", english: "no object")
        return [Finding(code: "memo.shape", severity: .error, pointer: "/" + part, message: message)]
    }

    func complete(part: String, value: JSONValue, document: CaseDocument) throws -> JSONValue {
        guard part == "form", var object = value.object else { return value }
        if object["kind"] == nil { object["kind"] = "memo" }
        return .object(object)
    }

    func prefill(task: String, document: CaseDocument, subject: CaseSummary) throws -> [String: JSONValue] {
        let title = document.value(at: "document.form.title")?.string ?? ""
        if title == "unfillable" { throw Unfillable() }
        return ["review": ["of": .string(title), "unit": .string(subject.unitName)]]
    }
}

/// Wants a title, and a long one.
struct Careful: ConfigurablePlugin, Validator {
    struct Configuration: Codable, Sendable { var length = 3 }

    static var descriptor: PluginDescriptor { WorkflowEngineTests.descriptor("careful") }
    static var defaultConfiguration: Configuration { Configuration() }
    let configuration: Configuration
    let board: Switchboard?

    init(configuration: Configuration) { self.init(configuration, board: nil) }
    init(_ configuration: Configuration, board: Switchboard?) {
        self.configuration = configuration
        self.board = board
    }

    var related: RelatedForms { .sameUnitAndPeriod }

    func validate(_ request: ValidationRequest) async throws -> [Finding] {
        board?.note("careful")
        let title = request.document.value(at: "document.form.title")?.string
        let message = LocalizedText(chinese: "标题", english: "title")
        func finding(_ code: String, _ severity: Finding.Severity) -> Finding {
            Finding(code: "careful." + code, severity: severity, pointer: "/form/title", message: message)
        }
        guard let title else { return [finding("missing", .error)] }
        let twins = request.related.values.filter { $0.value(at: "document.form.title")?.string == title }
        var found = twins.isEmpty ? [] : [finding("twin", .hint)]
        if title.count < configuration.length { found.append(finding("short", .warning)) }
        return found
    }
}

/// Does not listen to cancellation, until it is released.
struct Hanging: ConfigurablePlugin, Validator {
    static var descriptor: PluginDescriptor { WorkflowEngineTests.descriptor("hanging") }
    static var defaultConfiguration: NoConfiguration { NoConfiguration() }
    let board: Switchboard?
    init(configuration: NoConfiguration) { board = nil }
    init(board: Switchboard) { self.board = board }

    func validate(_ request: ValidationRequest) async throws -> [Finding] {
        board?.note("hanging")
        while board?.isReleased == false {
            await Task.detached { try? await Task.sleep(for: .milliseconds(2)) }.value
        }
        return []
    }
}

struct Throwing: ConfigurablePlugin, Validator {
    struct Upset: Error { let secret = "机密" }

    static var descriptor: PluginDescriptor { WorkflowEngineTests.descriptor("throwing") }
    static var defaultConfiguration: NoConfiguration { NoConfiguration() }
    init(configuration: NoConfiguration) {}
    func validate(_ request: ValidationRequest) async throws -> [Finding] { throw Upset() }
}

/// Waits for two others of its kind, for at most two seconds, and counts how many are at work at once.
struct Slow: ConfigurablePlugin, Validator {
    static var descriptor: PluginDescriptor { WorkflowEngineTests.descriptor("slow") }
    static var defaultConfiguration: NoConfiguration { NoConfiguration() }
    let board: Switchboard?
    init(configuration: NoConfiguration) { board = nil }
    init(board: Switchboard) { self.board = board }

    func validate(_ request: ValidationRequest) async throws -> [Finding] {
        board?.begin()
        defer { board?.end() }
        for _ in 0..<1000 where (board?.mostRunning ?? 3) < 3 { try await Task.sleep(for: .milliseconds(2)) }
        return []
    }
}

/// Says whether there is a review.
struct Sums: ConfigurablePlugin, Scorer {
    static var descriptor: PluginDescriptor { WorkflowEngineTests.descriptor("sums") }
    static var defaultConfiguration: NoConfiguration { NoConfiguration() }
    init(configuration: NoConfiguration) {}

    func score(_ request: ScoringRequest) async throws -> ScoringAnswer {
        let before = request.facts["sum"]?["rounds"]?.int ?? 0
        let isComplete = request.document.parts["review"] != nil
        return ScoringAnswer(
            facts: ["sum": ["complete": .bool(isComplete), "rounds": .number(ExactNumber(before + 1))]])
    }
}

/// Keeps what is delivered, after as many failures as are wanted.
struct Mailbox: ConfigurablePlugin, Notifier {
    struct Full: Error {}

    static var descriptor: PluginDescriptor { WorkflowEngineTests.descriptor("mailbox") }
    static var defaultConfiguration: NoConfiguration { NoConfiguration() }
    let board: Switchboard?
    init(configuration: NoConfiguration) { board = nil }
    init(board: Switchboard) { self.board = board }

    func deliver(_ notice: Notice) async throws {
        let fails = board?.state.withLock { state -> Bool in
            state.attempts.append(notice.attempt)
            if state.failuresToCome > 0 {
                state.failuresToCome -= 1
                return true
            }
            state.delivered.append("\(notice.id) \(notice.title) \(notice.event.action ?? "")")
            return false
        }
        if fails == true { throw Full() }
    }
}
