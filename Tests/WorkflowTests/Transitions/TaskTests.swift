import JSONDocument
import Testing

@testable import Workflow

@Suite("Tasks that schedules make")
struct TaskTests {
    static let schedule = "year-end-self-evaluation"

    @Test("A task is an assignment with a due date, and is done when the case leaves the state")
    func lifetime() throws {
        var world = try World.shipped()
        var subject = try world.executed()
        #expect(world.waiting(subject) == [])
        world.now = Timestamp("2025-12-31T10:00:00.000Z") ?? world.now
        subject = try world.task(subject, Self.schedule)
        let task = try #require(world.definition.assignments(of: subject, in: world.organisation).first)
        #expect(task.id == "task:year-end-self-evaluation:2025")
        #expect(task.kind == .task && task.label == "self-evaluation" && task.role == "applicant")
        #expect(task.unit == "library" && task.due?.day == CivilDate("2026-01-28"))
        subject = try world.act(subject, "evaluate", "ann", facts: ["score": ["complete": true]])
        #expect(subject.tasks.map(\.closedAt) == [world.now])
        #expect(world.waiting(subject) == [])
    }

    @Test("A case that comes into the state after the moment gets its task in the same event, with what it begins with")
    func late() throws {
        var world = try World.shipped()
        let approved = try world.act(try world.declared(amount: "1"), "approve", "sam")
        world.now = Timestamp("2026-02-01T00:00:00.000Z") ?? world.now
        let prefill = World.writing(["evaluation"], ["document.evaluation.total": "0"], "p")
        let result = try world.decide(
            approved, "execute", "ann", parts: ["execution"],
            fields: ["document.execution.funds.total.executed": "1"], scheduled: [Self.schedule: prefill])
        #expect(result.event.tasks?.map(\.schedule) == [Self.schedule])
        #expect(result.case.parts["evaluation"]?.hash == "evaluationp")
        #expect(result.case.parts["execution"] != nil)
        #expect(result.case.fields["document.evaluation.total"] == "0")
        #expect(world.waiting(result.case) == ["task:year-end-self-evaluation:2025"])
    }

    @Test(
        "The moment belongs to the clock of the schedule's time zone",
        arguments: [
            ("2025-12-31T09:59:59.999Z", 0), ("2025-12-31T10:00:00.000Z", 1),
        ])
    func moment(_ now: String, _ tasks: Int) throws {
        var world = try World.shipped()
        let approved = try world.act(try world.declared(amount: "1"), "approve", "sam")
        world.now = try #require(Timestamp(now))
        let result = try world.decide(
            approved, "execute", "ann", parts: ["execution"],
            fields: ["document.execution.funds.total.executed": "1"])
        #expect(result.case.tasks.count == tasks)
    }

    @Test("A task is open again when the case comes back")
    func comesBack() throws {
        var world = try World.purchase()
        var subject = try world.act(
            try world.create("ann", parts: ["order"], fields: ["document.order.sum": "1"]), "order", "ann")
        world.now = Timestamp("2025-07-01T00:00:00.000Z") ?? world.now
        subject = try world.task(subject, "review")
        subject = try world.act(subject, "finish", "ann")
        #expect(subject.tasks.first?.closedAt != nil)
        subject = try world.act(subject, "again", "sam")
        #expect(subject.state == "bought")
        #expect(world.waiting(subject) == ["task:review:2025"])
    }

    @Test("An approval that passes by itself also leads to where a task is due")
    func throughEmptyApproval() throws {
        var world = try World.purchase()
        let wish = try world.create("ann", parts: ["order"], fields: ["document.order.sum": "1"])
        world.now = Timestamp("2025-07-01T00:00:00.000Z") ?? world.now
        let action = try #require(world.definition.action("order"))
        #expect(world.definition.destinations(of: action).map(\.name) == ["first", "second", "bought"])
        #expect(world.waiting(try world.act(wish, "order", "ann")) == ["task:review:2025"])
    }
}
