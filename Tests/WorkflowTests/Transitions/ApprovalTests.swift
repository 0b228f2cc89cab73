import JSONDocument
import Testing

@testable import Workflow

@Suite("Approvals")
struct ApprovalTests {
    @Test("One signature of any supervisor passes a small project")
    func anyOne() throws {
        let world = try World.shipped()
        for signer in ["sam", "sue"] as [UserID] {
            let result = try world.decide(try world.declared(amount: "499.99"), "approve", signer)
            #expect(result.case.state == "approved")
            #expect(result.event.actor.role == "supervisor")
            #expect(result.event.actor.unit == "culture")
            #expect(result.event.step == "supervising-unit")
        }
    }

    @Test(
        "The finance bureau is asked from its amount on, compared as an exact number",
        arguments: [
            ("499.9999999999999999", ["supervising-unit"]), ("500", ["supervising-unit", "finance"]),
            ("500.0", ["supervising-unit", "finance"]), ("1000", ["supervising-unit", "finance"]),
            ("99", ["supervising-unit"]),
        ])
    func conditional(_ amount: String, _ steps: [String]) throws {
        #expect(try World.shipped().declared(amount: .string(amount)).approval?.steps.map(\.id) == steps)
    }

    @Test("A step that asks all passes with the last of them, and is due from when it opened")
    func all() throws {
        var world = try World.shipped()
        var subject = try world.declared()
        #expect(world.waiting(subject) == ["step:supervising-unit"])
        #expect(
            world.definition.assignments(of: subject, in: world.organisation).first?.due?.day == CivilDate("2025-03-21")
        )
        world.now = world.now.adding(seconds: 3600)
        subject = try world.act(subject, "approve", "sue")
        #expect(world.waiting(subject) == ["step:finance:fay", "step:finance:fin", "step:finance:max"])
        let waits = world.definition.assignments(of: subject, in: world.organisation)
        #expect(waits.allSatisfy { $0.since == world.now && $0.due == nil && $0.unit == nil && $0.role == "finance" })
        #expect(waits.map(\.user) == ["fay", "fin", "max"])
        subject = try world.act(subject, "approve", "fin")
        subject = try world.act(subject, "approve", "max")
        #expect(subject.state == "declared")
        #expect(world.waiting(subject) == ["step:finance:fay"])
        subject = try world.act(subject, "approve", "fay")
        #expect(subject.state == "approved")
        #expect(subject.approval == nil)
    }

    @Test("Steps side by side are open together, and each person signs the step that is his or hers")
    func parallel() throws {
        let world = try World.leave()
        let asked = try world.act(
            try world.create("ann", parts: ["form"], fields: ["document.form.days": 11]), "ask", "ann")
        #expect(world.waiting(asked) == ["step:head", "step:desks:fay", "step:desks:fin", "step:director"])
        let unit = world.definition.assignments(of: asked, in: world.organisation)[0]
        #expect(unit.unit == "library" && unit.reachesDown)
        let turns: [UserID] = ["fin", "dee", "sue", "fay"]
        let orders: [[UserID]] = [turns, turns.reversed(), ["sue", "fay", "fin", "dee"]]
        for order in orders {
            let result = try order.reduce(asked) { try world.act($0, "grant", $1) }
            #expect(result.state == "granted")
        }
    }

    @Test("Nobody who wrote, created or asked signs; a signer's opinion does not make an applicant of him")
    func submitters() throws {
        var world = try World.leave()
        for user in ["bob", "sam"] as [UserID] {
            world.organisation.apply(.granted(Grant(user: user, role: "worker", unit: "library")))
        }
        var subject = try world.create("bob", parts: ["form"], fields: ["document.form.days": 3])
        subject = try world.act(subject, "ask", "ann")
        #expect(subject.submitters == ["bob", "ann"])
        subject = try world.write(subject, "sue", ["opinion"])
        #expect(subject.submitters == ["bob", "ann"])
        subject = try world.act(subject, "grant", "sue")
        subject = try world.act(subject, "refuse", "fin", comment: "太长")
        #expect(subject.state == "open" && subject.round == 1 && subject.approval == nil)
        subject = try world.write(subject, "sam", ["form"], content: "3")
        subject = try world.act(subject, "ask", "ann")
        #expect(subject.approval?.hasVotes == false)
        #expect(refusalOf { _ = try world.act(subject, "grant", "sam") }?.code == .ownCase)
    }

    @Test("Withdrawing before the first signature begins no new round")
    func withdraw() throws {
        let world = try World.shipped()
        let back = try world.act(try world.declared(), "withdraw", "ann")
        #expect(back.state == "draft" && back.round == 0 && back.approval == nil)
        #expect(world.waiting(back) == ["turn:applicant"])
    }

    @Test("A return begins a new round in which everybody signs again")
    func newRound() throws {
        let world = try World.shipped()
        var subject = try world.act(try world.declared(), "approve", "sam")
        subject = try world.act(subject, "approve", "fin")
        subject = try world.act(subject, "return", "fay", comment: "请补充依据")
        #expect(subject.state == "draft" && subject.round == 1)
        #expect(subject.lastDecision?.action == "return")
        subject = try world.act(subject, "declare", "ann")
        #expect(world.waiting(subject) == ["step:supervising-unit"])
        #expect(subject.approval?.hasVotes == false)
    }

    @Test(
        "An approval without a step that applies passes by itself, also two in a row",
        arguments: [
            ("99", "bought", nil), ("100.5", "first", "step:first"), ("1000", "first", "step:first"),
        ] as [(String, String, String?)])
    func empty(_ sum: String, _ state: String, _ waiting: String?) throws {
        let world = try World.purchase()
        let subject = try world.act(
            try world.create("ann", parts: ["order"], fields: ["document.order.sum": .string(sum)]), "order", "ann")
        #expect(subject.state == state)
        #expect(world.waiting(subject).first == waiting)
    }

    @Test("Who signed the first of two approvals may sign the second")
    func twoApprovals() throws {
        var world = try World.purchase()
        var subject = try world.act(
            try world.create("ann", parts: ["order"], fields: ["document.order.sum": "2000"]), "order", "ann")
        world.organisation.apply(.revoked(Grant(user: "sue", role: "chief", unit: "bureau")))
        subject = try world.act(subject, "pass-first", "sam")
        #expect(subject.state == "second")
        #expect(try world.act(subject, "pass-second", "sam").state == "bought")
    }

    @Test("Whoever holds the role at the unit itself signs, where the unit is its own primary budget unit")
    func ownPrimaryUnit() throws {
        var world = try World.shipped()
        world.organisation.apply(.granted(Grant(user: "bob", role: "applicant", unit: "archives")))
        let subject = try world.declared(amount: "1", by: "bob", unit: "archives")
        #expect(try world.act(subject, "approve", "max").state == "approved")
        #expect(refusalOf { _ = try world.act(subject, "approve", "sam") }?.values["needed"] == "supervisor@archives")
    }
}
