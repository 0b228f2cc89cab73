import JSONDocument
import Testing
import Workflow
import WorkflowPlugin
import WorkflowStore

@testable import WorkflowEngine

@Suite("Tasks of schedules")
struct ScheduleTests {
    /// An office with so many filed memos.
    static func office(_ count: Int, titles: [Int: String] = [:]) async throws -> Office {
        let office = try await Office(definition: Office.definition(mode: "any"), readers: 1)
        for index in 0..<count {
            try await office.filed(
                CaseID("m-\(1000 + index)"), title: .string(titles[index] ?? "Memo \(index)"), readers: 1)
        }
        return office
    }

    static func run(_ office: Office, isDryRun: Bool = false, as actor: ActorRecord = Office.admin) async throws
        -> ScheduleReport
    {
        let due = try #require(try await office.engine.schedules().first)
        return try await office.engine.run(due, as: actor, isDryRun: isDryRun)
    }

    @Test("Every case gets exactly one task; a second run adds none and says so")
    func exactlyOnce() async throws {
        let office = try await Self.office(230)
        try office.move(to: "2025-07-01T00:00:00.000Z")
        let rehearsal = try await Self.run(office, isDryRun: true)
        #expect(rehearsal.made == 230 && rehearsal.present == 0 && rehearsal.examples.count == 100)
        #expect(try await office.revision("m-1000") == 3)
        let first = try await Self.run(office)
        #expect(first.made == 230 && first.present == 0 && first.failures.isEmpty)
        let second = try await Self.run(office)
        #expect(second.made == 0 && second.present == 230 && second.failures.isEmpty)
        let subject = try await office.engine.storedCase("m-1229").value
        #expect(subject.tasks.map(\.kind) == ["review"] && subject.revision == 4)
        #expect(subject.tasks[0].due?.day == CivilDate("2025-07-08"))
        let review = try await office.engine.document(of: subject).parts["review"]
        #expect(review == ["of": "Memo 229", "unit": "大厅"])
        let event = try #require(try await office.engine.history(of: "m-1229").last)
        #expect(event.kind == .task && event.actor.identity == .system && event.actor.assertedBy == "admin")
        try await office.verify("m-1229")
        #expect(try await office.engine.inbox(of: "ann", limit: 300).count == 230)
    }

    @Test("A case that fails is reported and does not stop the others; mended, it gets its task")
    func isolated() async throws {
        let office = try await Self.office(5, titles: [1: "unfillable", 3: "unfillable"])
        try office.move(to: "2025-07-01T00:00:00.000Z")
        let first = try await Self.run(office)
        #expect(first.made == 3)
        #expect(first.failures.map(\.case) == ["m-1001", "m-1003"])
        #expect(first.failures.map(\.error.words) == ["undecided memo Unfillable", "undecided memo Unfillable"])
        #expect(try await office.engine.overdueSchedules().isEmpty)
        office.move(seconds: 3601)
        #expect(try await office.engine.overdueSchedules().count == 1)
        let again = try await Self.run(office)
        #expect(again.made == 0 && again.present == 3 && again.failures.count == 2)
    }

    @Test("A run that is cancelled stops after the commit under way; the next one makes the rest")
    func cancelled() async throws {
        let office = try await Self.office(230)
        try office.move(to: "2025-07-01T00:00:00.000Z")
        let engine = office.engine
        let due = try #require(try await engine.schedules().first)
        let first = try await Task {
            try await engine.run(due, as: Office.admin, isDryRun: false) { _ in
                withUnsafeCurrentTask { $0?.cancel() }
            }
        }.value
        #expect(!first.isComplete && first.made == 200 && first.failures.isEmpty)
        #expect(try await engine.overdueSchedules().count == 1)
        let rest = try await Self.run(office)
        #expect(rest.isComplete && rest.made == 30 && rest.present == 200)
    }

    @Test("Runs at the same time make no task twice")
    func together() async throws {
        let office = try await Self.office(60)
        try office.move(to: "2025-07-01T00:00:00.000Z")
        let made = try await withThrowingTaskGroup(of: ScheduleReport.self) { group in
            for _ in 0..<4 { group.addTask { try await Self.run(office) } }
            return try await group.reduce(into: 0) { sum, report in
                #expect(report.failures.isEmpty)
                sum += report.made
            }
        }
        #expect(made == 60)
        for index in 0..<60 { #expect(try await office.revision(CaseID("m-\(1000 + index)")) == 4) }
    }

    @Test("A case that is filed after the moment gets its task in the same commit, with the part it begins with")
    func late() async throws {
        let office = try await Office(definition: Office.definition(mode: "any"), readers: 1)
        try office.move(to: "2025-06-30T03:59:59.999Z")
        try await office.create()
        try await office.act("ask", by: "ann")
        try office.move(to: "2025-06-30T04:00:00.000Z")
        let filed = try await office.act("grant", by: "reader0")
        #expect(filed.event?.tasks?.map(\.schedule) == ["review"])
        #expect(filed.assignments.map(\.id) == ["task:review:2025"])
        let document = try await office.engine.document(of: try await office.engine.storedCase("m-1").value)
        #expect(document.parts["review"] == ["of": "Quiet please", "unit": "大厅"])
        #expect(try await Self.run(office).made == 0)
        try await office.verify("m-1")
    }

    @Test("What somebody has begun to write is not overwritten")
    func begun() async throws {
        let office = try await Self.office(1)
        _ = try await office.engine.perform(
            Command(actor: Office.actor("ann"), case: "m-1000", verb: .write, parts: ["review": ["own": "words"]]))
        try office.move(to: "2025-07-01T00:00:00.000Z")
        #expect(try await Self.run(office).made == 1)
        let subject = try await office.engine.storedCase("m-1000").value
        #expect(try await office.engine.document(of: subject).parts["review"] == ["own": "words"])
    }

    @Test("A schedule is due from its moment on, until it has run; a case that slipped through makes it due again")
    func due() async throws {
        let office = try await Self.office(1)
        try office.move(to: "2025-06-30T03:59:59.999Z")
        #expect(try await office.engine.overdueSchedules().isEmpty)
        office.move(seconds: 0.001)
        let due = try #require(try await office.engine.overdueSchedules().first)
        #expect(due.period == "2025" && due.state == "filed" && due.lastRun == nil)
        _ = try await office.engine.run(due, as: Office.system, isDryRun: false)
        #expect(try await office.engine.overdueSchedules().isEmpty)
        #expect(try await office.engine.schedules().first?.lastRun?.made == 1)
        // A clock that was behind: the case is filed by it before the moment, after the run.
        try office.move(to: "2025-06-30T03:00:00.000Z")
        try await office.filed("m-2", readers: 1)
        try office.move(to: "2025-06-30T05:00:00.000Z")
        #expect(try await office.engine.overdueSchedules().count == 1)
    }

    @Test("A run is for administrators and for those whose role covers every case")
    func rights() async throws {
        let office = try await Self.office(1)
        try office.move(to: "2025-07-01T00:00:00.000Z")
        for user in ["ann", "bob", "nobody"] as [UserID] {
            let words = await failure { _ = try await Self.run(office, isDryRun: true, as: Office.actor(user)) }?.words
            #expect(words == "administrator needed")
        }
        #expect(try await Self.run(office, as: Office.actor("reader0")).made == 1)
    }

    @Test("A schedule that only an older version has still acts on the cases of that version")
    func versions() async throws {
        let office = try await Self.office(1)
        let newer = Office.definition(mode: "any", version: "2.0.0", schedule: "check")
        _ = try await office.engine.publish(Array(newer.utf8), as: Office.admin)
        try await office.filed("m-new", readers: 1)
        try office.move(to: "2025-07-01T00:00:00.000Z")
        let dues = try await office.engine.overdueSchedules()
        #expect(dues.map(\.schedule.id) == ["check", "review"])
        for due in dues { _ = try await office.engine.run(due, as: Office.system, isDryRun: false) }
        #expect(try await office.engine.storedCase("m-1000").value.tasks.map(\.schedule) == ["review"])
        #expect(try await office.engine.storedCase("m-new").value.tasks.map(\.schedule) == ["check"])
    }
}
