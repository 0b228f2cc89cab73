import Foundation
import JSONDocument
import Testing

/// `shenpi run`, the service.
@Suite struct ServiceTests {
    @Test func `Two services at once make each task once, and end on a signal with 0`() async throws {
        let folder = try await DataFolder(.approved)
        try await folder.done("execute", Sample.small, "--set", "executed=812235.00", as: "zhang")
        let environment = Program.environment(folder.environment(.en, clock: Clock.yearEnd))
        let services = try (0..<2).map { _ in try Run(Program.path, ["run"], environment: environment) }
        defer { services.forEach { $0.kill() } }

        var tasks: [JSONValue] = []
        for _ in 0..<120 where tasks.isEmpty {
            try await Task.sleep(for: .milliseconds(500))
            let inbox = try await folder.json("inbox", as: "zhang")
            tasks = inbox.array?.filter { $0["assignment"]?["kind"]?.string == "task" } ?? []
        }
        #expect(tasks.map { $0["case"]?.string } == [Sample.small])

        for (service, signal) in zip(services, [SIGTERM, SIGINT]) {
            #expect(service.isRunning)
            kill(service.identifier, signal)
            let outcome = try await service.outcome(seconds: 20)
            #expect(outcome.status == 0, "\(outcome)")
        }
        #expect(try await folder.json("show", Sample.small)["tasks"]?.array?.count == 1)
        let again = try await folder.json("year-end", "2025", clock: Clock.yearEnd)
        #expect(again["runs"]?[0]?["made"]?.int == 0)
        #expect(try await folder.json("audit", "verify")["valid"]?.bool == true)
    }

    @Test func `A service without data says how to make some`() async throws {
        let folder = try DataFolder()
        let outcome = try await folder.run("run", clock: nil)
        #expect(outcome.status == 73, "\(outcome)")
        #expect(outcome.remarks.contains("shenpi init"), "\(outcome)")
    }
}
