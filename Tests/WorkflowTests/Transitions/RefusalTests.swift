import JSONDocument
import Testing

@testable import Workflow

/// One way to be refused.
struct RefusedAttempt: Sendable, CustomTestStringConvertible {
    let name: String
    let code: Refusal.Code
    let values: [String: String]
    let attempt: @Sendable () throws -> Void

    init(
        _ name: String, _ code: Refusal.Code, _ values: [String: String] = [:],
        _ attempt: @escaping @Sendable () throws -> Void
    ) {
        self.name = name
        self.code = code
        self.values = values
        self.attempt = attempt
    }

    var testDescription: String { "\(name) → \(code.rawValue)" }
}

@Suite("Every refusal has its reason")
struct RefusalTests {
    static let attempts: [RefusedAttempt] = rights + decisions + contents

    static let rights: [RefusedAttempt] = [
        RefusedAttempt("an action that the workflow lacks", .unknownAction, ["near": "declare"]) {
            let world = try World.shipped()
            _ = try world.act(try world.create("ann"), "declar", "ann")
        },
        RefusedAttempt("a write to no case", .unknownAction) {
            let world = try World.shipped()
            _ = try world.definition.transition(nil, "x", .write(.nothing, comment: nil), in: world.context("ann"))
        },
        RefusedAttempt("an action of a later state", .notHere, ["state": "draft", "possible": "declare"]) {
            let world = try World.shipped()
            _ = try world.act(try world.create("ann"), "execute", "ann")
        },
        RefusedAttempt("a case that is there", .exists, ["case": "case-1"]) {
            let world = try World.shipped()
            let request = CaseRequest.create(subject: "S", period: "2025", unit: "library", writing: .nothing)
            _ = try world.definition.transition(try world.create("ann"), "case-1", request, in: world.context("ann"))
        },
        RefusedAttempt("creating in another unit", .roleMissing, ["needed": "applicant@archives"]) {
            _ = try World.shipped().create("ann", "archives", parts: ["declaration"])
        },
        RefusedAttempt("creating without parts needs a role too", .roleMissing) {
            _ = try World.shipped().create("sam")
        },
        RefusedAttempt("creating with two parts needs the right to both", .roleMissing, ["needed": "desk@*"]) {
            _ = try World.leave().create("ann", parts: ["form", "note"])
        },
        RefusedAttempt("creating with a part of a later state", .partNotEditable, ["writable": "declaration"]) {
            _ = try World.shipped().create("ann", parts: ["declaration", "evaluation"])
        },
        RefusedAttempt("declaring for another unit", .roleMissing, ["needed": "applicant@library"]) {
            let world = try World.shipped()
            _ = try world.act(try world.create("ann"), "declare", "max")
        },
        RefusedAttempt(
            "approving as finance before the primary budget unit", .roleMissing, ["needed": "supervisor@culture"]
        ) {
            let world = try World.shipped()
            _ = try world.act(try world.declared(), "approve", "fin")
        },
        RefusedAttempt("a signer by name who was not asked", .roleMissing, ["signers": "fay, fin, max"]) {
            var world = try World.shipped()
            let subject = try world.act(try world.declared(), "approve", "sam")
            world.organisation.apply(.granted(Grant(user: "bob", role: "finance", unit: "culture")))
            _ = try world.act(subject, "approve", "bob")
        },
        RefusedAttempt("nobody above is of the wanted kind", .noSigner, ["step": "supervising-unit", "unit": "-"]) {
            var world = try World.shipped()
            world.organisation.apply(.granted(Grant(user: "ann", role: "applicant", unit: "attic")))
            _ = try world.declared(by: "ann", unit: "attic")
        },
        RefusedAttempt("nobody but the applicant could sign", .noSigner, ["unit": "archives"]) {
            _ = try World.shipped().declared(by: "max", unit: "archives")
        },
    ]

    static let decisions: [RefusedAttempt] = [
        RefusedAttempt("declaring twice", .alreadyDecided, ["decision": "declare", "user": "ann"]) {
            let world = try World.shipped()
            _ = try world.act(try world.declared(), "declare", "ann")
        },
        RefusedAttempt(
            "approving what a colleague has returned", .alreadyDecided, ["decision": "return", "user": "sam"]
        ) {
            let world = try World.shipped()
            let returned = try world.act(try world.declared(), "return", "sam", comment: "补充")
            _ = try world.act(returned, "approve", "sue")
        },
        RefusedAttempt("approving a step that a colleague has signed", .alreadyDecided, ["user": "sam"]) {
            let world = try World.shipped()
            _ = try world.act(try world.act(try world.declared(), "approve", "sam"), "approve", "sue")
        },
        RefusedAttempt("withdrawing what was approved", .alreadyDecided, ["decision": "approve"]) {
            let world = try World.shipped()
            _ = try world.act(try world.act(try world.declared(amount: "1"), "approve", "sam"), "withdraw", "ann")
        },
        RefusedAttempt("late for one of two steps side by side", .alreadyDecided, ["user": "sam"]) {
            let world = try World.leave()
            let asked = try world.act(
                try world.create("ann", parts: ["form"], fields: ["document.form.days": 3]), "ask", "ann")
            let signed = try world.act(try world.act(asked, "grant", "sam"), "grant", "fin")
            _ = try world.act(signed, "grant", "sue")
        },
        RefusedAttempt("anything in a final state", .final, ["state": "self-evaluated"]) {
            let world = try World.shipped()
            let done = try world.act(try world.executed(), "evaluate", "ann", facts: ["score": ["complete": true]])
            _ = try world.act(done, "declare", "ann")
        },
        RefusedAttempt("signing an own case as one of all", .ownCase, ["user": "max", "case": "case-1"]) {
            let world = try World.shipped()
            let own = try world.act(
                try world.declared(by: Person.system), "approve", "sam")
            var submitted = own
            submitted.submitters = ["max"]
            _ = try world.act(submitted, "approve", "max")
        },
        RefusedAttempt("signing an own case as any of several", .ownCase) {
            var world = try World.shipped()
            world.organisation.apply(.granted(Grant(user: "ann", role: "supervisor", unit: "culture")))
            _ = try world.act(try world.declared(), "approve", "ann")
        },
        RefusedAttempt("returning an own case", .ownCase) {
            var world = try World.shipped()
            world.organisation.apply(.granted(Grant(user: "ann", role: "supervisor", unit: "culture")))
            _ = try world.act(try world.declared(), "return", "ann", comment: "撤")
        },
        RefusedAttempt("signing twice among all", .alreadySigned, ["step": "finance"]) {
            let world = try World.shipped()
            let first = try world.act(try world.act(try world.declared(), "approve", "sam"), "approve", "fin")
            _ = try world.act(first, "approve", "fin")
        },
        RefusedAttempt("signing again after the own signature closed the step", .alreadySigned) {
            let world = try World.shipped()
            _ = try world.act(try world.act(try world.declared(), "approve", "sam"), "approve", "sam")
        },
        RefusedAttempt("withdrawing after the first signature", .afterDecision) {
            let world = try World.shipped()
            _ = try world.act(try world.act(try world.declared(), "approve", "sam"), "withdraw", "ann")
        },
        RefusedAttempt("a task that is there", .taskExists, ["period": "2025"]) {
            let world = try World.shipped()
            _ = try world.task(
                try world.task(try world.executed(), "year-end-self-evaluation"), "year-end-self-evaluation")
        },
        RefusedAttempt("a task for another period", .scheduleNotDue) {
            let world = try World.shipped()
            _ = try world.task(try world.executed(), "year-end-self-evaluation", "2024")
        },
        RefusedAttempt("a task in another state", .scheduleNotDue) {
            let world = try World.shipped()
            _ = try world.task(try world.declared(), "year-end-self-evaluation")
        },
    ]

    static let contents: [RefusedAttempt] = [
        RefusedAttempt("returning without a word", .commentMissing) {
            let world = try World.shipped()
            _ = try world.act(try world.declared(), "return", "sam", comment: " \n\u{3000}")
        },
        RefusedAttempt("a comment beyond the limit", .commentTooLong, ["length": "2001", "limit": "2000"]) {
            let world = try World.shipped()
            _ = try world.act(try world.declared(), "return", "sam", comment: String(repeating: "字", count: 2001))
        },
        RefusedAttempt("a guard that does not hold", .guardFailed, ["reads": "facts.score.complete"]) {
            let world = try World.shipped()
            _ = try world.act(try world.executed(), "evaluate", "ann", facts: ["score": ["complete": false]])
        },
        RefusedAttempt("a guard that cannot be worked out", .guardError, ["rule": "rule.not-a-number"]) {
            let text = Definitions.leave.replacing(
                #"{ "!!": [{ "var": "document.form.days" }] }"#,
                with: #"{ "-": [{ "var": "document.form.days" }, "x"] }"#)
            let world = World(try Definitions.load(text))
            _ = try world.act(
                try world.create("ann", parts: ["form"], fields: ["document.form.days": "many"]), "ask", "ann")
        },
        RefusedAttempt("a state that nobody has to sign", .noStep, ["state": "first"]) {
            let text = Definitions.purchase.replacing(#""empty": "pass", "#, with: "")
            let world = World(try Definitions.load(text))
            _ = try world.act(
                try world.create("ann", parts: ["order"], fields: ["document.order.sum": "1"]), "order", "ann")
        },
        RefusedAttempt("writing a part of another state", .partNotEditable, ["part": "evaluation", "state": "draft"]) {
            let world = try World.shipped()
            _ = try world.write(try world.create("ann"), "ann", ["evaluation"])
        },
        RefusedAttempt("writing what is there", .nothingToWrite) {
            let world = try World.shipped()
            let subject = try world.write(try world.create("ann"), "ann", ["declaration"])
            _ = try world.write(subject, "ann", ["declaration"])
        },
        RefusedAttempt("writing nothing", .nothingToWrite) {
            let world = try World.shipped()
            _ = try world.write(try world.create("ann"), "ann", [])
        },
        RefusedAttempt("an action with a part that its state does not allow", .partNotEditable) {
            let world = try World.shipped()
            _ = try world.decide(try world.create("ann"), "declare", "ann", parts: ["execution"])
        },
    ]

    @Test("A refusal names its reason and what people need", arguments: attempts)
    func refused(_ attempt: RefusedAttempt) throws {
        var thrown: Refusal?
        do { try attempt.attempt() } catch let error as Refusal { thrown = error }
        #expect(thrown?.code == attempt.code)
        for (name, value) in attempt.values { #expect(thrown?.values[name] == value) }
    }

    @Test("Every code of a refusal is reached at least once")
    func allCodes() {
        #expect(Set(Self.attempts.map(\.code)) == Set(Refusal.Code.allCases))
    }

    @Test("Only what somebody else decided is a conflict", arguments: Refusal.Code.allCases)
    func conflicts(_ code: Refusal.Code) {
        #expect(Refusal(code).isConflict == (code == .alreadyDecided))
    }

    @Test("No refusal repeats what a document, a comment or a fact says")
    func silent() throws {
        let secret = "机密内容"
        let world = try World.shipped()
        let document: [String: JSONValue] = [
            World.amount: .string(secret), "document.execution.funds.total.executed": .string(secret),
        ]
        let subject = try world.create("ann", parts: ["declaration"], fields: document)
        let attempts: [() throws -> Void] = [
            { _ = try world.act(subject, "approve", "ann", comment: secret) },
            { _ = try world.act(subject, "declare", "bob", comment: secret) },
            { _ = try world.act(subject, "declare", "ann", comment: String(repeating: secret, count: 1000)) },
            { _ = try world.write(subject, "ann", ["evaluation"], fields: document, comment: secret) },
            {
                _ = try world.act(
                    try world.executed(), "evaluate", "ann", comment: secret, facts: ["score": .string(secret)])
            },
        ]
        for attempt in attempts {
            let refusal = try #require(refusalOf(attempt))
            #expect(!refusal.values.values.contains { $0.contains(secret) })
        }
    }
}
