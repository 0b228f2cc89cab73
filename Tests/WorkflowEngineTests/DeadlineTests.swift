import Testing
import Workflow
import WorkflowPlugin

@testable import WorkflowEngine

@Suite("Time limits of plugins")
struct DeadlineTests {
    static func deadline(_ limit: Duration = .milliseconds(50)) -> Deadline {
        Deadline(limit: limit, abandoned: AbandonedWork())
    }

    /// Waits until something holds, for at most ten seconds.
    static func until(_ holds: () -> Bool) async -> Bool {
        for _ in 0..<5000 where !holds() { try? await Task.sleep(for: .milliseconds(2)) }
        return holds()
    }

    @Test("Work that is in time gives its answer or its error")
    func inTime() async throws {
        #expect(try await Self.deadline(.seconds(20)).run(for: "p") { 7 } == 7)
        await #expect(throws: Throwing.Upset.self) {
            try await Self.deadline(.seconds(20)).run(for: "p") { throw Throwing.Upset() }
        }
    }

    @Test("Work that listens to cancellation ends with its time, and leaves nothing behind")
    func listening() async throws {
        let deadline = Self.deadline()
        await #expect(throws: Deadline.Exceeded.self) {
            try await deadline.run(for: "p") { try await Task.sleep(for: .seconds(1000)) }
        }
        #expect(await Self.until { deadline.abandoned.count(of: "p") == 0 })
    }

    @Test("A caller that is cancelled goes on at once")
    func cancelled() async throws {
        let board = Switchboard()
        defer { board.release() }
        let deadline = Self.deadline(.seconds(1000))
        let task = Task {
            try await deadline.run(for: "p") { try await Hanging(board: board).validate(DeadlineTests.request()) }
        }
        #expect(await Self.until { board.asked("hanging") == 1 })
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    static func request() -> ValidationRequest {
        let subject = CaseSummary(
            id: "c", subject: "s", period: "2025", unit: "u", unitName: "u", ancestors: [:], state: "draft")
        return ValidationRequest(case: subject, action: "a", document: CaseDocument(parts: [:]))
    }

    @Test("A plugin that hangs refuses the action; after three times it is asked no more, until it has come back")
    func hanging() async throws {
        let office = try await Office(limit: .milliseconds(50))
        try await office.create()
        for _ in 0..<3 {
            #expect(await failure { try await office.act("hang", by: "ann") }?.words == "undecided hanging deadline")
        }
        #expect(await failure { try await office.act("hang", by: "ann") }?.words == "undecided hanging suspended")
        #expect(office.board.asked("hanging") == 3)
        #expect(try await office.revision() == 1)
        office.board.release()
        #expect(await Self.until { office.engine.abandoned.count(of: "hanging") == 0 })
        #expect(try await office.act("hang", by: "ann").case.state == "asked")
    }
}
