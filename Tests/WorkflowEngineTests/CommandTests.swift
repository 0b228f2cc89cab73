import JSONDocument
import Testing
import Workflow
import WorkflowPlugin
import WorkflowStore

@testable import WorkflowEngine

@Suite("One way through for every command")
struct CommandTests {
    @Test("A memo goes its way; what is stored is what its events add up to")
    func way() async throws {
        let office = try await Office()
        let created = try await office.create()
        #expect(created.case.state == "draft" && created.case.fields["document.form.title"] == "Quiet please")
        #expect(created.event?.actor.role == "writer" && created.event?.actor.unit == "hall")
        let asked = try await office.act("ask", by: "ann")
        #expect(asked.assignments.map(\.id) == ["step:readers:reader0", "step:readers:reader1"])
        #expect(try await office.engine.inbox(of: "reader1").map(\.assignment) == [asked.assignments[1]])
        #expect(asked.event?.plugins?.map(\.name) == ["careful"])
        #expect(asked.event?.plugins?.first?.configuration == Digest.sha256(Array("{}".utf8)))
        try await office.act("grant", by: "reader0")
        #expect(try await office.engine.inbox(of: "reader0").isEmpty)
        let filed = try await office.act("grant", by: "reader1")
        #expect(filed.case.state == "filed")
        let done = try await office.act("finish", by: "ann", comment: "完毕", parts: ["review": ["of": "x"]])
        #expect(done.case.isFinal && done.case.facts["sum"] == ["complete": true, "rounds": 2])
        #expect(done.event?.comment == "完毕")
        try await office.verify("m-1")
        let document = try await office.engine.document(of: done.case)
        #expect(document.parts == ["form": ["title": "Quiet please", "kind": "memo"], "review": ["of": "x"]])
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let words: String
        let attempt: @Sendable (Office) async throws -> Void
    }

    static let bad: [Bad] = [
        Bad(testDescription: "an unknown case", words: "unknown case") { try await $0.act("ask", "m-2", by: "ann") },
        Bad(testDescription: "an unknown action", words: "action.unknown") { try await $0.act("aks", by: "ann") },
        Bad(testDescription: "an unknown workflow", words: "unknown workflow mamo of [\"memo\"]") { office in
            _ = try await office.engine.perform(
                Command(
                    actor: Office.actor("ann"), case: "m-3",
                    verb: .create(workflow: "mamo", subject: "m", period: "2025", unit: "hall")))
        },
        Bad(testDescription: "an unknown unit", words: "organisation unknownUnit(attic)") { office in
            _ = try await office.engine.perform(
                Command(
                    actor: Office.system, case: "m-3",
                    verb: .create(workflow: "memo", subject: "m", period: "2025", unit: "attic")))
        },
        Bad(testDescription: "a case that is there", words: "case.exists") { try await $0.create() },
        Bad(testDescription: "no right to create", words: "role.missing") { try await $0.create("m-4", by: "bob") },
        Bad(testDescription: "no right to act", words: "role.missing") { try await $0.act("ask", by: "bob") },
        Bad(testDescription: "a stale revision", words: "conflict") { try await $0.act("ask", by: "ann", expected: 7) },
        Bad(testDescription: "a part of another state", words: "part.not-editable") {
            try await $0.act("ask", by: "ann", parts: ["review": [:]])
        },
        Bad(testDescription: "a part of the wrong shape", words: "findings memo.shape") {
            try await $0.act("ask", by: "ann", parts: ["form": 3])
        },
        Bad(testDescription: "a document with an error", words: "findings careful.missing") {
            try await $0.act("ask", by: "ann", parts: ["form": [:]])
        },
        Bad(testDescription: "a validator that throws", words: "undecided throwing Upset") {
            try await $0.act("throw", by: "ann")
        },
    ]

    @Test("What cannot be done is refused with its reason, and nothing is written", arguments: bad)
    func refused(_ bad: Bad) async throws {
        let office = try await Office()
        try await office.create()
        let before = try await office.store.allEvents(after: nil, limit: 1000)
        #expect(await failure { try await bad.attempt(office) }?.words == bad.words)
        #expect(try await office.store.allEvents(after: nil, limit: 1000) == before)
        #expect(try await office.store.outboxSummary().waiting == 0)
    }

    @Test("No plugin is asked where the right, the comment or the part is wanting")
    func cheapFirst() async throws {
        let office = try await Office()
        try await office.create()
        _ = await failure { try await office.act("ask", by: "bob") }
        _ = await failure { try await office.act("ask", by: "ann", parts: ["review": [:]]) }
        _ = await failure { try await office.act("ask", by: "ann", comment: String(repeating: "字", count: 3000)) }
        #expect(office.board.asked("careful") == 0)
        try await office.act("ask", by: "ann")
        #expect(office.board.asked("careful") == 1)
    }

    @Test("Warnings and hints do not stop a case; they are in the answer and among its facts")
    func warnings() async throws {
        let office = try await Office()
        try await office.create("m-0", title: "no")
        try await office.create("m-1", title: "no")
        let answer = try await office.act("ask", by: "ann")
        #expect(answer.findings.map(\.code) == ["careful.twin", "careful.short"])
        #expect(answer.case.facts["findings"]?.array?.map { $0["code"] } == ["careful.twin", "careful.short"])
    }

    @Test("Validators run side by side")
    func sideBySide() async throws {
        let office = try await Office()
        try await office.create()
        try await office.act("dawdle", by: "ann")
        #expect(office.board.mostRunning == 3)
    }

    @Test("A rehearsal answers what would be, and writes nothing")
    func dryRun() async throws {
        let office = try await Office()
        try await office.create()
        let answer = try await office.act("ask", by: "ann", key: "k", isDryRun: true)
        #expect(answer.isDryRun && answer.case.state == "asked" && answer.case.revision == 2)
        #expect(try await office.revision() == 1)
        #expect(try await office.engine.inbox(of: "reader0").isEmpty)
        #expect(try await !office.act("ask", by: "ann", key: "k").isRepetition)
    }

    @Test("A write changes the document and nothing else")
    func write() async throws {
        let office = try await Office()
        try await office.create()
        func write(_ title: String, expected: Int? = nil) async throws -> Answer {
            try await office.engine.perform(
                Command(
                    actor: Office.actor("ann"), case: "m-1", verb: .write, parts: ["form": ["title": .string(title)]],
                    expectedRevision: expected))
        }
        #expect(try await write("Louder", expected: 1).case.fields["document.form.title"] == "Louder")
        #expect(await failure { _ = try await write("Louder") }?.words == "write.empty")
        #expect(await failure { _ = try await write("Softer", expected: 1) }?.words == "conflict")
        #expect(try await office.revision() == 2)
    }
}
