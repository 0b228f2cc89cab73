import Foundation
import JSONDocument
import Testing

@testable import Workflow

/// People, units, a definition and a clock, with short words for asking.
struct World: Sendable {
    var definition: WorkflowDefinition
    var organisation: Organisation
    var now = Timestamp(milliseconds: 1_742_000_000_000)  // 2025-03-15
    var calendar = WorkingCalendar.weekendsOnly
    var decimalPaths: Set<String> = [
        "document.declaration.annualAmountWan", "document.order.sum", "document.form.days",
    ]

    init(_ definition: WorkflowDefinition, _ organisation: Organisation = World.district) {
        self.definition = definition
        self.organisation = organisation
    }

    static func shipped() throws -> World { World(try Definitions.load(try Repository.shipped())) }
    static func leave() throws -> World { World(try Definitions.load(Definitions.leave)) }
    static func purchase() throws -> World { World(try Definitions.load(Definitions.purchase)) }

    /// `bureau` over `culture` (a primary budget unit) over `library`; beside them `archives`, a primary budget unit of its own.
    static let district: Organisation = {
        var result = Organisation()
        for (id, kind, parent) in [
            ("bureau", "bureau", nil), ("culture", "primary-budget-unit", "bureau"), ("library", "unit", "culture"),
            ("archives", "primary-budget-unit", "bureau"), ("attic", "unit", nil),
        ] as [(UnitID, String, UnitID?)] {
            result.apply(.unitAdded(OrganisationUnit(id: id, name: "单位\(id)", kind: kind, parent: parent)))
        }
        for (user, roles) in [
            ("ann", ["applicant@library", "worker@library", "buyer@library"]),
            ("sam", ["supervisor@culture", "head@culture", "chief@culture"]),
            ("sue", ["supervisor@culture", "head@bureau", "chief@bureau"]),
            ("fin", ["finance@bureau", "desk@bureau"]), ("fay", ["finance@culture", "desk@library"]),
            ("max", ["applicant@archives", "supervisor@archives", "finance@bureau", "worker@culture", "head@culture"]),
            ("dee", ["director@bureau"]), ("bob", []),
        ] as [(UserID, [String])] {
            result.apply(.personAdded(Person(id: user, name: "用户\(user)")))
            for role in roles {
                let words = role.split(separator: "@").map(String.init)
                result.apply(.granted(Grant(user: user, role: words[0], unit: UnitID(words[1]))))
            }
        }
        return result
    }()

    func context(_ user: UserID) -> TransitionContext {
        let identity: ActorRecord.Identity = user == Person.system ? .system : .osUser
        return TransitionContext(
            definition: definition,
            reference: DefinitionReference(id: definition.id, version: definition.version, hash: "h"),
            organisation: organisation, calendar: calendar, now: now,
            actor: ActorRecord(user: user, identity: identity, client: "tests"), command: "c",
            decimalPaths: decimalPaths)
    }

    func create(
        _ user: UserID, _ unit: UnitID = "library", parts: [String] = [], fields: [String: JSONValue] = [:]
    ) throws(Refusal) -> Case {
        let request = CaseRequest.create(
            subject: "S", period: "2025", unit: unit, writing: World.writing(parts, fields, "0"))
        return try definition.transition(nil, "case-1", request, in: context(user)).case
    }

    func write(
        _ subject: Case, _ user: UserID, _ parts: [String], fields: [String: JSONValue] = [:], content: String = "1",
        comment: String? = nil
    ) throws(Refusal) -> Case {
        let request = CaseRequest.write(World.writing(parts, fields, content), comment: comment)
        return try definition.transition(subject, subject.id, request, in: context(user)).case
    }

    func decide(
        _ subject: Case, _ action: String, _ user: UserID, comment: String? = nil, parts: [String] = [],
        fields: [String: JSONValue] = [:], facts: JSONObject = [:], scheduled: [String: Writing] = [:]
    ) throws(Refusal) -> Transition {
        let request = ActionRequest(
            action, comment: comment, writing: World.writing(parts, fields, "2"),
            findings: PluginResults(facts: facts), scheduled: scheduled)
        return try definition.transition(subject, subject.id, .act(request), in: context(user))
    }

    func act(
        _ subject: Case, _ action: String, _ user: UserID, comment: String? = nil, facts: JSONObject = [:]
    ) throws(Refusal) -> Case {
        try decide(subject, action, user, comment: comment, facts: facts).case
    }

    func task(_ subject: Case, _ schedule: String, _ period: String = "2025") throws(Refusal) -> Case {
        let request = CaseRequest.task(schedule: schedule, period: period, writing: .nothing)
        return try definition.transition(subject, subject.id, request, in: context(Person.system)).case
    }

    static func writing(_ parts: [String], _ fields: [String: JSONValue], _ content: String) -> Writing {
        Writing(
            parts: Dictionary(uniqueKeysWithValues: parts.map { ($0, PartReference(hash: $0 + content, size: 1)) }),
            fields: fields)
    }

    func waiting(_ subject: Case) -> [String] {
        definition.assignments(of: subject, in: organisation).map(\.id)
    }

    // MARK: The shipped workflow

    static let amount = "document.declaration.annualAmountWan"

    /// A declared case of the library; large ones need the finance bureau too.
    func declared(amount: JSONValue = "600", by user: UserID = "ann", unit: UnitID = "library") throws(Refusal) -> Case
    {
        try act(try create(user, unit, parts: ["declaration"], fields: [World.amount: amount]), "declare", user)
    }

    func executed() throws(Refusal) -> Case {
        let approved = try act(try declared(amount: "12.5"), "approve", "sam")
        let recorded = try write(
            approved, "ann", ["execution"], fields: ["document.execution.funds.total.executed": "12"])
        return try act(recorded, "execute", "ann")
    }
}

/// The code of the refusal with which some work ends; `nil` where it does not.
func refusalOf(_ work: () throws -> Void) -> Refusal? {
    do {
        try work()
        return nil
    } catch {
        return error as? Refusal
    }
}
