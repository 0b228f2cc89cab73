import Foundation
import JSONDocument
import Testing

@testable import Workflow

@Suite("A case is what its events add up to")
struct ReplayTests {
    static let seed = ProcessInfo.processInfo.environment["SHENPI_SEED"].flatMap { UInt64($0) }
    static let worlds = ["shipped", "leave", "purchase"]
    static let users: [UserID] = ["ann", "sam", "sue", "fin", "fay", "max", "dee", "bob", Person.system]

    static func world(_ name: String) throws -> World {
        switch name {
        case "leave": try .leave()
        case "purchase": try .purchase()
        default: try .shipped()
        }
    }

    @Test("Random requests by random people keep the invariants", arguments: worlds)
    func invariants(_ name: String) throws {
        let seed = Self.seed ?? UInt64.random(in: 0...UInt64.max)
        var random = Seeded(seed)
        var accepted = 0
        var reached: Set<String> = []
        for _ in 0..<120 {
            var world = try Self.world(name)
            // Signers who can also bring a case in, so that own cases come up.
            for user in ["sam", "fin"] as [UserID] {
                for role in ["applicant", "worker", "buyer"] {
                    world.organisation.apply(.granted(Grant(user: user, role: role, unit: "library")))
                }
            }
            var events: [CaseEvent] = []
            var subject: Case?
            for _ in 0..<80 {
                world.now = world.now.adding(seconds: Double.random(in: 0...3_000_000, using: &random))
                let user = Self.users.randomElement(using: &random) ?? "ann"
                let before = subject
                let result = try? Self.step(subject, user, world, &random)
                guard let result else {
                    #expect(subject == before)
                    continue
                }
                accepted += 1
                events.append(result.event)
                Self.check(result, after: before, user, world, seed)
                subject = result.case
                reached.insert(result.case.state)
                if result.case.isFinal { break }
            }
            if let subject {
                #expect(try Case(replaying: events) == subject, "seed \(seed)")
                let restored = try events.map { event in
                    let value = try JSONValueEncoder().encode(event)
                    return try JSONValueDecoder().decode(
                        CaseEvent.self, from: try JSONReader.value(value.canonicalBytes()))
                }
                #expect(try Case(replaying: restored) == subject, "seed \(seed)")
            }
        }
        print("\(name): \(accepted) events, states \(reached.sorted()), SHENPI_SEED=\(seed)")
        #expect(accepted > 500, "seed \(seed)")
        #expect(reached == Set(try Self.world(name).definition.states.map(\.name)), "seed \(seed)")
    }

    private static func check(
        _ result: Transition, after before: Case?, _ user: UserID, _ world: World, _ seed: UInt64
    ) {
        let subject = result.case
        #expect(subject.revision == (before?.revision ?? 0) + 1, "seed \(seed)")
        #expect(result.event.revision == subject.revision, "seed \(seed)")
        #expect(result.event.actor.role != nil, "seed \(seed)")
        if result.event.step != nil {
            #expect(before?.submitters.contains(user) == false, "own case signed, seed \(seed)")
        }
        for step in subject.approval?.steps ?? [] {
            #expect(Set(step.votes.map(\.user)).count == step.votes.count, "signed twice, seed \(seed)")
            #expect(step.votes.allSatisfy { !subject.submitters.contains($0.user) }, "seed \(seed)")
        }
        let assignments = world.definition.assignments(of: subject, in: world.organisation)
        #expect(assignments == world.definition.assignments(of: subject, in: world.organisation))
        #expect(Set(assignments.map(\.id)).count == assignments.count, "seed \(seed)")
        #expect(subject.approval != nil || subject.approval?.outcome != .pass)
        if subject.isFinal {
            #expect(assignments.isEmpty)
        } else {
            #expect(hasWayOn(subject, world), "no way on from \(subject.state), seed \(seed)")
            if subject.approval != nil { #expect(!assignments.isEmpty, "nobody is asked, seed \(seed)") }
        }
    }

    /// Whether somebody can do something that leads on.
    private static func hasWayOn(_ subject: Case, _ world: World) -> Bool {
        world.definition.actions.contains { action in
            users.contains { user in
                (try? world.definition.authorise(action, on: subject, in: world.context(user))) != nil
            }
        }
    }

    private static func step(
        _ subject: Case?, _ user: UserID, _ world: World, _ random: inout Seeded
    ) throws -> Transition {
        let definition = world.definition
        let content = String(UInt8.random(in: 0...9, using: &random))
        let sum = JSONValue.string(["1", "99.5", "500", "1200"].randomElement(using: &random) ?? "1")
        let fields: [String: JSONValue] = [
            World.amount: sum, "document.order.sum": sum,
            "document.form.days": [3, 11].randomElement(using: &random) ?? 3,
            "document.execution.funds.total.executed": sum,
        ]
        // Mostly what the state offers, so that cases get somewhere; sometimes anything.
        let isSensible = Int.random(in: 0..<10, using: &random) < 8
        let here = definition.state(subject?.state ?? definition.states[definition.initialState].name)
        let parts =
            isSensible
            ? (here?.editable.keys.sorted() ?? []) : definition.states.flatMap { $0.editable.keys.sorted() }
        let part = parts.randomElement(using: &random).map { [$0] } ?? []
        let request: CaseRequest
        switch (subject, Int.random(in: 0..<10, using: &random)) {
        case (nil, _):
            let unit = (["library", "archives"] as [UnitID]).randomElement(using: &random) ?? "library"
            request = .create(subject: "S", period: "2025", unit: unit, writing: World.writing(part, fields, content))
        case (_, 0): request = .write(World.writing(part, fields, content), comment: nil)
        case (_, 1):
            let schedule = definition.schedules.first?.id ?? "none"
            request = .task(schedule: schedule, period: "2025", writing: .nothing)
        default:
            let offered = definition.actions.filter { action in
                !isSensible || action.from.contains { definition.states[$0].name == subject?.state }
            }
            let action = offered.randomElement(using: &random)?.name ?? ""
            let complete = Bool.random(using: &random)
            request = .act(
                ActionRequest(
                    action, comment: "意见 \(content)",
                    writing: Bool.random(using: &random) ? .nothing : World.writing(part, fields, content),
                    findings: PluginResults(facts: ["score": ["complete": .bool(complete)]])))
        }
        return try definition.transition(subject, "case-1", request, in: world.context(user))
    }

    @Test("Events that are lost, changed or of another case do not add up")
    func broken() throws {
        let world = try World.shipped()
        let created = try world.definition.transition(
            nil, "case-1", .create(subject: "S", period: "2025", unit: "library", writing: .nothing),
            in: world.context("ann"))
        let declared = try world.decide(created.case, "declare", "ann")
        let events = [created.event, declared.event]
        #expect(try Case(replaying: events).state == "declared")
        #expect(throws: EvolutionError.notCreated("case-1")) { try Case(replaying: events.dropFirst()) }
        #expect(throws: EvolutionError.notCreated("")) { try Case(replaying: []) }
        #expect(throws: EvolutionError.outOfOrder("case-1", expected: 3, found: 2)) {
            try Case(replaying: events + [declared.event])
        }
        var elsewhere = declared.event
        elsewhere.from = "approved"
        #expect(throws: EvolutionError.notHere("case-1", revision: 2)) {
            try Case(replaying: [created.event, elsewhere])
        }
        var other = declared.event
        other.case = "case-2"
        #expect(throws: EvolutionError.self) { try Case(replaying: [created.event, other]) }
    }
}
