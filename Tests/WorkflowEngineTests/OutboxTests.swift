import Synchronization
import Testing
import Workflow
import WorkflowStore

@testable import WorkflowEngine

@Suite("Notices")
struct OutboxTests {
    static func asked(failing: Int = 0) async throws -> Office {
        let office = try await Office()
        office.board.state.withLock { $0.failuresToCome = failing }
        try await office.create()
        try await office.act("ask", by: "ann")
        return office
    }

    @Test("A notice is delivered once, under its stable name")
    func once() async throws {
        let office = try await Self.asked()
        let first = try await office.engine.deliverNotices(owner: "a", for: .seconds(5))
        #expect(first.delivered == 1 && first.postponed == 0)
        let second = try await office.engine.deliverNotices(owner: "b", for: .seconds(5))
        #expect(second.delivered == 0)
        #expect(office.board.state.withLock { $0.delivered } == ["m-1/2/0 Quiet please ask"])
        #expect(try await office.store.outboxSummary().waiting == 0)
    }

    @Test("A notice that cannot be delivered is tried again after a while, and in the end put aside")
    func parked() async throws {
        let office = try await Self.asked(failing: 100)
        var rounds = 0
        for _ in 0..<40 where try await office.store.outboxSummary().parked == 0 {
            let report = try await office.engine.deliverNotices(owner: "a", for: .seconds(5))
            #expect(report.delivered == 0 && report.postponed + report.parked == 1)
            let early = try await office.engine.deliverNotices(owner: "a", for: .seconds(5))
            #expect(early.postponed == 0)
            rounds += 1
            office.move(seconds: 4600)
        }
        #expect(rounds == 12)
        #expect(office.board.state.withLock { $0.attempts } == Array(1...12))
        #expect(try await office.store.outboxSummary().waiting == 0)
    }

    @Test("After some failures a notice gets through, with the number of its attempt")
    func recovered() async throws {
        let office = try await Self.asked(failing: 2)
        for _ in 0..<3 {
            _ = try await office.engine.deliverNotices(owner: "a", for: .seconds(5))
            office.move(seconds: 60)
        }
        #expect(office.board.state.withLock { $0.attempts } == [1, 2, 3])
        #expect(office.board.state.withLock { $0.delivered }.count == 1)
    }

    @Test("The wait doubles up to an hour, spread by a quarter, and is the same in every run", arguments: 1...20)
    func backOff(_ attempt: Int) {
        let base = min(3600, Double(1 << min(attempt, 12)))
        let waits = (0..<200).map { WorkflowEngine.backOff(attempt: attempt, of: "case-\($0)/3/0") }
        #expect(waits.allSatisfy { $0 >= base * 0.75 && $0 <= base * 1.25 })
        #expect(Set(waits.map { Int($0 / base * 100) }).count > 20)
        #expect(WorkflowEngine.backOff(attempt: attempt, of: "x") == WorkflowEngine.backOff(attempt: attempt, of: "x"))
    }

    @Test("Without time nothing is taken out")
    func noTime() async throws {
        let office = try await Self.asked()
        let report = try await office.engine.deliverNotices(owner: "a", for: .zero)
        #expect(report == WorkflowEngine.DeliveryReport())
        #expect(try await office.store.outboxSummary().waiting == 1)
    }
}
