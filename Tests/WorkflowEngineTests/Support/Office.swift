import JSONDocument
import Logging
import Synchronization
import Testing
import Workflow
import WorkflowPlugin
import WorkflowStore

@testable import WorkflowEngine

/// An engine over a store in memory, with people, a definition and a clock that the test moves.
struct Office: Sendable {
    final class Clock: Sendable {
        let now = Mutex(Timestamp(milliseconds: 1_742_000_000_000))  // 2025-03-15
        let ids = Mutex(0)
    }

    let board = Switchboard()
    let store: any WorkflowStore
    let clock = Clock()
    let engine: WorkflowEngine
    let reference: DefinitionReference

    static let admin = ActorRecord(user: "admin", identity: .osUser, client: "tests")
    static let system = ActorRecord(user: Person.system, identity: .system, client: "tests")

    static func actor(_ user: UserID) -> ActorRecord { ActorRecord(user: user, identity: .osUser, client: "tests") }

    init(
        definition: String = Office.definition(), readers: Int = 2, limit: Duration = .seconds(20),
        store: any WorkflowStore = InMemoryStore()
    ) async throws {
        self.store = store
        let clock = clock
        engine = WorkflowEngine(
            store: store, registry: try board.registry(), calendar: .weekendsOnly,
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }, pluginLimit: limit,
            now: { clock.now.withLock { $0 } },
            newID: {
                clock.ids.withLock {
                    $0 += 1
                    return "id-\($0)"
                }
            })
        _ = try await engine.change(Office.people(readers: readers), as: Office.admin)
        reference = try await engine.publish(Array(definition.utf8), as: Office.admin).reference
    }

    static func people(readers: Int) -> [OrganisationChange] {
        var changes: [OrganisationChange] = [
            .unitAdded(OrganisationUnit(id: "hall", name: "大厅", kind: "office", parent: nil)),
            .unitAdded(OrganisationUnit(id: "shed", name: "库房", kind: "office", parent: "hall")),
            .personAdded(Person(id: "admin", name: "管理员")),
            .granted(Grant(user: "admin", role: Grant.administrator, unit: nil)),
        ]
        for user in ["ann", "bob"] + (0..<readers).map({ "reader\($0)" }) {
            changes.append(.personAdded(Person(id: UserID(user), name: user)))
        }
        changes.append(.granted(Grant(user: "ann", role: "writer", unit: "hall")))
        for index in 0..<readers {
            changes.append(.granted(Grant(user: UserID("reader\(index)"), role: "reader", unit: "hall")))
        }
        return changes
    }

    /// A memo goes from its writer past readers into a file, where it is reviewed once a year.
    static func definition(mode: String = "all", version: String = "1.0.0", schedule: String = "review") -> String {
        """
        { "format": 1, "id": "memo", "version": "\(version)", "title": { "en": "Memo", "zh-Hans": "备忘" }, "document": "memo",
          "roles": { "writer": { "scope": "self" }, "reader": { "scope": "all" } },
          "states": {
            "draft": { "title": { "en": "Draft", "zh-Hans": "草稿" }, "initial": true, "editable": { "form": ["writer"] } },
            "asked": { "title": { "en": "Asked", "zh-Hans": "送审" },
                       "approval": { "steps": [{ "id": "readers", "role": "reader", "mode": "\(mode)" }] } },
            "filed": { "title": { "en": "Filed", "zh-Hans": "归档" }, "editable": { "review": ["writer"] } },
            "done": { "title": { "en": "Done", "zh-Hans": "完成" }, "final": true } },
          "actions": {
            "ask": { "from": ["draft"], "to": "asked", "by": ["writer"], "validate": [{ "use": "careful" }],
                     "notify": [{ "use": "mailbox" }] },
            "hang": { "from": ["draft"], "to": "asked", "by": ["writer"], "validate": [{ "use": "hanging" }] },
            "throw": { "from": ["draft"], "to": "asked", "by": ["writer"], "validate": [{ "use": "careful" }, { "use": "throwing" }] },
            "dawdle": { "from": ["draft"], "to": "asked", "by": ["writer"], "validate": [{ "use": "slow" }, { "use": "slow" }, { "use": "slow" }] },
            "grant": { "from": ["asked"], "to": "filed", "decides": "pass", "notify": [{ "use": "mailbox" }] },
            "refuse": { "from": ["asked"], "to": "draft", "decides": "return", "comment": "required" },
            "finish": { "from": ["filed"], "to": "done", "by": ["writer"], "score": [{ "use": "sums" }, { "use": "sums" }],
                        "when": { "var": "facts.sum.complete" } } },
          "schedules": [{ "id": "\(schedule)", "at": { "month": 6, "day": 30, "time": "12:00" }, "for": { "state": "filed" },
                          "task": { "id": "review", "role": "writer", "due": { "workdays": 5 } } }] }
        """
    }

    func move(to text: String) throws {
        let moment = try #require(Timestamp(text))
        clock.now.withLock { $0 = moment }
    }

    func move(seconds: Double) { clock.now.withLock { $0 = $0.adding(seconds: seconds) } }

    @discardableResult
    func create(_ id: CaseID = "m-1", title: JSONValue = "Quiet please", by user: UserID = "ann") async throws -> Answer
    {
        try await engine.perform(
            Command(
                actor: Office.actor(user), case: id,
                verb: .create(workflow: "memo", subject: id.rawValue, period: "2025", unit: "hall"),
                parts: ["form": title.isNull ? [:] : ["title": title]]))
    }

    @discardableResult
    func act(
        _ action: String, _ id: CaseID = "m-1", by user: UserID, comment: String? = nil, key: String? = nil,
        expected: Int? = nil, parts: [String: JSONValue] = [:], isDryRun: Bool = false
    ) async throws -> Answer {
        try await engine.perform(
            Command(
                actor: Office.actor(user), case: id, verb: .act(action), comment: comment, parts: parts,
                expectedRevision: expected, key: key, isDryRun: isDryRun))
    }

    /// A memo that all readers have signed.
    func filed(_ id: CaseID, title: JSONValue = "Quiet please", readers: Int) async throws {
        try await create(id, title: title)
        try await act("ask", id, by: "ann")
        for index in 0..<readers { try await act("grant", id, by: UserID("reader\(index)")) }
    }

    func revision(_ id: CaseID = "m-1") async throws -> Int { try await engine.storedCase(id).head.revision }

    /// The stored case is what its stored events add up to, and each event is chained to the one before.
    func verify(_ id: CaseID) async throws {
        let events = try await store.events(of: .case(id), after: 0, limit: 1000)
        var head = StreamHead.empty
        for event in events {
            #expect(event.previous == head.hash && event.revision == head.revision + 1)
            #expect(event.hash == Digest.chain(event.previous, event.bytes))
            head = event.head
        }
        let stored = try await engine.storedCase(id)
        #expect(stored.head == head)
        #expect(try Case(replaying: try await engine.history(of: id)) == stored.value)
    }
}

/// The reason with which some work ends; `nil` where it does not.
func failure(_ work: () async throws -> Void) async -> EngineError? {
    do {
        try await work()
        return nil
    } catch {
        return error as? EngineError
    }
}

extension EngineError {
    /// In few words, for tables.
    var words: String {
        switch self {
        case .refused(let refusal, _): refusal.code.rawValue
        case .findings(let findings, _): "findings " + findings.map(\.code).joined(separator: " ")
        case .undecided(let plugin, let reason, _): "undecided \(plugin) \(reason)"
        case .conflict: "conflict"
        case .unknownCase: "unknown case"
        case .unknownWorkflow(let name, let known): "unknown workflow \(name) of \(known)"
        case .definition, .invalidDefinition: "definition"
        case .administratorNeeded: "administrator needed"
        case .organisation(let refusal): "organisation \(refusal)"
        case .store(let error): error.code
        }
    }

    var isConflict: Bool {
        switch self {
        case .conflict: true
        case .refused(let refusal, _): refusal.isConflict
        default: false
        }
    }
}
