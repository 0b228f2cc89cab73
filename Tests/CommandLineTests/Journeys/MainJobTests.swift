import Foundation
import JSONDocument
import Testing

/// The job that shenpi exists for, from an empty folder to a scored self-evaluation.
@Suite struct MainJobTests {
    @Test(arguments: DataFolder.Language.allCases)
    func `A project goes from its declaration to a scored self-evaluation`(language: DataFolder.Language) async throws {
        let folder = try await DataFolder(.imported)
        let actor = Journey(folder: folder, language: language)
        let large = Sample.large
        let faulty = Sample.faulty

        // Declared; the faulty one is refused, with its findings.
        let declared = try await actor.json("zhang", "declare", large, faulty, exit: 1)
        #expect(declared[0]?["done"]?.bool == true)
        #expect(declared[0]?["state"]?.string == "declared")
        #expect(declared[1]?["done"]?.bool == false)
        #expect(declared[1]?["exit"]?.int == 1)
        #expect(declared[1]?["code"]?.string == "findings.errors")
        #expect(declared[1]?["findings"]?[0]?["code"]?.string == "amounts.total-below-annual")
        #expect(declared[1]?["findings"]?[0]?["severity"]?.string == "error")
        #expect(try await folder.state(faulty) == "draft")

        // Returned with a comment, which the applicant reads.
        try await actor.act("li", "return", large, "--comment", "请补充测算依据", into: "draft")
        let returned = try await actor.run("zhang", "history", large)
        #expect(returned.output.contains("请补充测算依据"), "\(returned)")

        // Mended and declared again.
        let mended = Program.samples + "/mended/window-staff-training.txt"
        let kept = try await actor.run("zhang", "import", mended, "--year", "2025")
        #expect(kept.status == 1, "without --replace nothing is overwritten: \(kept)")
        let replaced = try await actor.json("zhang", "import", mended, "--year", "2025", "--replace")
        #expect(replaced[0]?["result"]?.string == "replaced")
        #expect(replaced[0]?["case"]?.string == faulty)
        try await actor.act("zhang", "declare", faulty, into: "declared")
        try await actor.act("zhang", "declare", large, into: "declared")

        // Two steps from 500 万元, one below.
        try await actor.act("li", "approve", faulty, into: "approved")
        try await actor.act("li", "approve", large, into: "declared")
        #expect(try await actor.json("wang", "inbox")[0]?["case"]?.string == large)
        try await actor.act("wang", "approve", large, into: "approved")

        // Executed and evaluated, with the year turned in between.
        try await actor.act("zhang", "execute", large, "--set", "executed=5997600.00", into: "executed")
        try await turnYear(actor, large)
        try await evaluate(actor, large)
        try await lookBack(actor, large)
    }

    private func turnYear(_ actor: Journey, _ name: String) async throws {
        let first = try await actor.json(nil, "year-end", "2025", clock: Clock.yearEnd)
        #expect(first["runs"]?[0]?["made"]?.int == 1)
        #expect(first["runs"]?[0]?["failures"]?.array == [])
        #expect(first["beforeCount"]?.int == 17)
        let second = try await actor.json(nil, "year-end", "2025", clock: Clock.yearEnd)
        #expect(second["runs"]?[0]?["made"]?.int == 0)
        #expect(second["runs"]?[0]?["existing"]?.int == 1)

        let inbox = try await actor.json("zhang", "inbox")
        let tasks = inbox.array?.filter { $0["assignment"]?["kind"]?.string == "task" } ?? []
        #expect(tasks.map { $0["case"]?.string } == [name])
        #expect(tasks.first?["assignment"]?["due"]?.isNull == false)
        #expect(try await actor.json("chen", "inbox").array?.allSatisfy { $0["case"]?.string != name } == true)

        // Who is late gets the task at once.
        let late = try await actor.json(
            "zhang", "execute", Sample.faulty, "--set", "executed=400000.00", clock: Clock.yearEnd)
        #expect(late[0]?["state"]?.string == "executed")
        let lateTasks = try await actor.json("zhang", "show", Sample.faulty)["tasks"]
        #expect(lateTasks?.array?.count == 1)
        let third = try await actor.json(nil, "year-end", "2025", clock: Clock.yearEnd)
        #expect(third["runs"]?[0]?["made"]?.int == 0)
        #expect(third["runs"]?[0]?["existing"]?.int == 2)
    }

    private func evaluate(_ actor: Journey, _ name: String) async throws {
        let begun = try await actor.json("zhang", "evaluate", name, "--actual", "1=47人", exit: 1)
        #expect(begun["submitted"]?.bool == false)
        #expect(begun["complete"]?.bool == false)
        #expect(begun["state"]?.string == "executed")
        let actuals = Program.samples + "/actuals/\(name.dropLast(5)).json"
        let ended = try await actor.json("zhang", "evaluate", name, "--file", actuals)
        #expect(ended["submitted"]?.bool == true)
        #expect(ended["state"]?.string == "self-evaluated")
        #expect(ended["score"]?["total"]?.number?.text ?? ended["score"]?["total"]?.string == "98.24")
        #expect(ended["score"]?["grade"]?.string == "优")
    }

    private func lookBack(_ actor: Journey, _ name: String) async throws {
        let history = try await actor.json("zhang", "history", name)
        let actions = history.array?.compactMap { $0["action"]?.string }
        #expect(actions == ["declare", "return", "declare", "approve", "approve", "execute", "evaluate"])
        #expect(history.array?.compactMap { $0["revision"]?.int } == Array(1...(history.array?.count ?? 0)))
        #expect(history[1]?["actor"]?["assertedBy"]?.string != nil)
        let audit = try await actor.json(nil, "audit", "verify")
        #expect(audit["valid"]?.bool == true)
        #expect(audit["cases"]?.int == 18)
        let doctor = try await actor.json(nil, "doctor", clock: Clock.yearEnd)
        #expect(doctor.array?.contains { $0["verdict"]?.string == "problem" } == false)
    }
}

/// A journey in one language: every step is taken for people first, then checked as a program sees it.
struct Journey {
    let folder: DataFolder
    let language: DataFolder.Language

    func run(
        _ user: String?, _ arguments: String..., clock: String = Clock.spring
    ) async throws -> Program.Outcome {
        try await Program.run(
            arguments + (user.map { ["--as", $0] } ?? []), environment: folder.environment(language, clock: clock))
    }

    func json(
        _ user: String?, _ arguments: String..., exit: Int32 = 0, clock: String = Clock.spring,
        location: SourceLocation = #_sourceLocation
    ) async throws -> JSONValue {
        let outcome = try await Program.run(
            arguments + ["--format", "json"] + (user.map { ["--as", $0] } ?? []),
            environment: folder.environment(language, clock: clock))
        #expect(outcome.status == exit, "\(outcome)", sourceLocation: location)
        return try outcome.json(location)
    }

    /// An action as people see it; the state is looked at afterwards.
    func act(
        _ user: String, _ arguments: String..., into state: String,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let outcome = try await Program.run(
            arguments + ["--as", user], environment: folder.environment(language, clock: Clock.spring))
        #expect(outcome.status == 0, "\(outcome)", sourceLocation: location)
        #expect(outcome.output.hasPrefix("✓ \(arguments[1])"), "\(outcome)", sourceLocation: location)
        let speaksChinese = outcome.output.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(speaksChinese == (language == .zh), "\(outcome)", sourceLocation: location)
        #expect(try await folder.state(arguments[1]) == state, sourceLocation: location)
    }
}
