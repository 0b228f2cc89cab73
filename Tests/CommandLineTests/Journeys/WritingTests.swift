import Foundation
import JSONDocument
import Testing

/// What commands write, and when they write nothing.
@Suite struct WritingTests {
    @Test(arguments: Commands.writing.indices)
    func `A rehearsal says what would happen and writes nothing`(index: Int) async throws {
        let (arguments, user) = Commands.writing[index]
        let folder = try await DataFolder(.executed)
        try await folder.unchanged {
            let outcome = try await Program.run(
                arguments + ["--dry-run"] + (user.map { ["--as", $0] } ?? []),
                environment: folder.environment(.en, clock: Clock.yearEnd))
            #expect([0, 1, 75].contains(outcome.status), "\(outcome)")
            #expect(outcome.status != 0 || outcome.output.contains(/rehearsal|No schedule is due/), "\(outcome)")
        }
    }

    @Test func `A rehearsed year end names the tasks that the real one makes`() async throws {
        let folder = try await DataFolder(.approved)
        try await folder.done("execute", Sample.small, "--set", "executed=812235.00", as: "zhang")
        let rehearsal = try await folder.json("year-end", "2025", "--dry-run", clock: Clock.yearEnd)
        #expect(rehearsal["runs"]?[0]?["made"]?.int == 1)
        #expect(rehearsal["runs"]?[0]?["dryRun"]?.bool == true)
        let real = try await folder.json("year-end", "2025", clock: Clock.yearEnd)
        #expect(real["runs"]?[0]?["made"]?.int == 1)
        #expect(real["runs"]?[0]?["dryRun"]?.bool == false)
    }

    @Test func `The same command with the same key is done once; another command with it is refused`() async throws {
        let folder = try await DataFolder(.declared)
        let first = try await folder.json("approve", Sample.small, "--key", "k-1", as: "li")
        #expect(first[0]?["repetition"]?.bool == false)
        try await folder.unchanged {
            let again = try await folder.json("approve", Sample.small, "--key", "k-1", as: "li")
            #expect(again[0]?["repetition"]?.bool == true)
            #expect(again[0]?["state"]?.string == "approved")
            let other = try await folder.run("approve", Sample.large, "--key", "k-1", as: "li", language: .zh)
            #expect(other.status == 1, "\(other)")
            #expect(other.remarks.contains("“k-1”已用于另一条命令"), "\(other)")
        }
        // The key belongs to the actor.
        try await folder.done("execute", Sample.small, "--set", "executed=1.00", "--key", "k-1", as: "zhang")
    }

    @Test func `Several cases go one by one, from arguments and standard input, each with its own report`() async throws
    {
        let folder = try await DataFolder(.imported)
        let list = "\(Sample.small)\n\(Sample.faulty)\n\n\(Sample.small)\n"
        let outcome = try await folder.run(
            "declare", Sample.large, "-", "no-such-case", "--format", "json", as: "zhang", input: list)
        #expect(outcome.status == 1, "\(outcome)")
        let reports = try outcome.json().array ?? []
        #expect(reports.map { $0["case"]?.string } == [Sample.large, Sample.small, Sample.faulty, "no-such-case"])
        #expect(reports.map { $0["exit"]?.int } == [0, 0, 1, 65])
        #expect(reports.map { $0["done"]?.bool } == [true, true, false, false])
        #expect(try await folder.state(Sample.large) == "declared")
        #expect(try await folder.state(Sample.small) == "declared")
        #expect(try await folder.state(Sample.faulty) == "draft")

        let table = try await folder.run("approve", "-", as: "li", language: .zh, input: list)
        #expect(table.status == 1, "\(table)")
        #expect(table.output.contains("共 2 件：完成 1，未执行 1。"), "\(table)")

        let empty = try await folder.run("approve", "-", as: "li", input: "\n")
        #expect(empty.status == 0, "nothing to do is no mistake: \(empty)")
    }

    @Test func `A case imported twice is not changed, and not overwritten unasked`() async throws {
        let folder = try await DataFolder(.imported)
        let file = Program.samples + "/government-service-centre.txt"
        try await folder.unchanged {
            let same = try await folder.json("import", file, "--year", "2025", as: "zhang")
            #expect(same.array?.allSatisfy { $0["result"]?.string == "unchanged" } == true)
            let mended = Program.samples + "/mended/window-staff-training.txt"
            let other = try await folder.run("import", mended, "--year", "2025", "--format", "json", as: "zhang")
            #expect(other.status == 1, "\(other)")
            #expect(try other.json()[0]?["result"]?.string == "differs")
        }
    }

    @Test func `The service ends in order when it is told to`() async throws {
        let folder = try await DataFolder(.district)
        let run = try Run(
            Program.path, ["run"], environment: Program.environment(folder.environment(.en, clock: Clock.spring)))
        try await Task.sleep(for: .milliseconds(1500))
        #expect(run.isRunning)
        kill(run.identifier, SIGTERM)
        let outcome = try await run.outcome(seconds: 30)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.remarks.contains("Running") && outcome.remarks.contains("Stopped"), "\(outcome)")
    }
}
