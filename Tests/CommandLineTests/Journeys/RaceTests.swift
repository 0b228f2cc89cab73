import Foundation
import JSONDocument
import Testing

/// Processes that want the same thing at once, and processes that are killed.
@Suite struct RaceTests {
    @Test(arguments: 1...20)
    func `Of two processes that approve a case at once one wins and the other is told`(round: Int) async throws {
        let folder = try await DataFolder(.declared)
        try await folder.done("user", "add", "lu", "--name", "Lu")
        try await folder.done("user", "grant", "lu", "supervisor", "--unit", "data")
        async let left = folder.run("approve", Sample.small, "--wait", "30", as: "li")
        async let right = folder.run("approve", Sample.small, "--wait", "30", as: "lu")
        let outcomes = try await [left, right]
        #expect(outcomes.map(\.status).sorted() == [0, 75], "round \(round): \(outcomes)")
        let loser = try #require(outcomes.first { $0.status == 75 })
        #expect(!loser.remarks.isEmpty, "\(loser)")
        let events = try await folder.json("history", Sample.small).array
        #expect(events?.compactMap { $0["action"]?.string } == ["declare", "approve"])
        #expect(try await folder.json("audit", "verify")["valid"]?.bool == true)
    }

    @Test func `A year end that is killed and run again makes exactly one task for every case`() async throws {
        let cases = 240
        let folder = try await DataFolder(.district)
        let forms = try folder.file("many.txt", try Self.forms(cases))
        try await folder.done("import", forms, "--year", "2025", as: "zhang")
        let names = (try await folder.json("list", "--limit", "1000").array ?? []).compactMap { $0["case"]?.string }
        try #require(names.count == cases)
        try await bring(names, in: folder)

        var kills = 0
        for delay in [150, 250, 400, 600] {
            let run = try Run(
                Program.path, ["year-end", "2025"],
                environment: Program.environment(folder.environment(.en, clock: Clock.yearEnd)))
            try await Task.sleep(for: .milliseconds(delay))
            if run.isRunning { kills += 1 }
            run.kill()
            _ = try await run.outcome(seconds: 30)
            if try await tasks(folder) > 0 { break }
        }
        #expect(kills > 0, "no run lasted long enough to be killed")
        try await folder.done("year-end", "2025", clock: Clock.yearEnd)
        #expect(try await tasks(folder) == cases)
        let last = try await folder.json("year-end", "2025", clock: Clock.yearEnd)
        #expect(last["runs"]?[0]?["made"]?.int == 0)
        #expect(last["runs"]?[0]?["existing"]?.int == cases)
        #expect(try await folder.json("audit", "verify")["valid"]?.bool == true)
    }

    private func bring(_ names: [String], in folder: DataFolder) async throws {
        let list = names.joined(separator: "\n")
        let declared = try await folder.run("declare", "-", as: "zhang", input: list, seconds: 120)
        #expect(declared.status == 0, "\(declared)")
        let approved = try await folder.run("approve", "-", as: "li", input: list, seconds: 120)
        #expect(approved.status == 0, "\(approved)")
        let executed = try await folder.run(
            "execute", "-", "--set", "executed=812235.00", as: "zhang", input: list, seconds: 120)
        #expect(executed.status == 0, "\(executed)")
    }

    private func tasks(_ folder: DataFolder) async throws -> Int {
        let inbox = try await folder.json("inbox", "--limit", "10000", as: "zhang", clock: Clock.yearEnd).array ?? []
        return inbox.count { $0["assignment"]?["kind"]?.string == "task" }
    }

    /// One declaration many times, each with a code of its own.
    private static func forms(_ count: Int) throws -> String {
        let file = Program.samples + "/government-service-centre.txt"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let title = "二级项目支出绩效目标申报表"
        let forms = text.components(separatedBy: title)
        let form = try #require(forms.first { $0.contains("440399240610100200002") })
        return (1...count).map { number in
            title + form.replacingOccurrences(of: "440399240610100200002", with: "4403992406101\(20_000_000 + number)")
        }.joined()
    }
}
