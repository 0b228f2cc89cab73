import JSONDocument
import Testing
import Workflow
import WorkflowPlugin
import WorkflowStore

@testable import WorkflowEngine

@Suite("Two at once, and the same again")
struct RaceTests {
    /// What became of many commands at once.
    static func atOnce(
        _ count: Int, _ work: @escaping @Sendable (Int) async throws -> Answer
    ) async -> [Result<Answer, any Error>] {
        await withTaskGroup(of: (Int, Result<Answer, any Error>).self) { group in
            for index in 0..<count {
                group.addTask {
                    do { return (index, .success(try await work(index))) } catch { return (index, .failure(error)) }
                }
            }
            var results: [(Int, Result<Answer, any Error>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    @Test("Sixty-four people sign at once: no signature is lost, none is counted twice")
    func all() async throws {
        let office = try await Office(readers: 64)
        try await office.create()
        try await office.act("ask", by: "ann")
        let results = await Self.atOnce(64) { try await office.act("grant", by: UserID("reader\($0)")) }
        let signed = results.enumerated().filter { (try? $0.element.get()) != nil }.map { "reader\($0.offset)" }
        for case .failure(let error) in results { #expect((error as? EngineError)?.isConflict == true, "\(error)") }
        let now = try await office.engine.storedCase("m-1").value
        #expect(now.revision == 2 + signed.count)
        let votes = now.approval?.steps[0].votes.map(\.user.rawValue)
        if let votes { #expect(Set(votes) == Set(signed) && votes.count == signed.count) }
        try await office.verify("m-1")
        for index in 0..<64 where !signed.contains("reader\(index)") {
            try await office.act("grant", by: UserID("reader\(index)"))
        }
        #expect(try await office.engine.storedCase("m-1").value.state == "filed")
        #expect(try await office.revision() == 66)
        try await office.verify("m-1")
    }

    @Test("Sixty-four people decide the same thing at once: one does, the others are told")
    func any() async throws {
        let office = try await Office(definition: Office.definition(mode: "any"), readers: 64)
        try await office.create()
        try await office.act("ask", by: "ann")
        let results = await Self.atOnce(64) { index in
            let isGrant = index % 2 == 0
            return try await office.act(isGrant ? "grant" : "refuse", by: UserID("reader\(index)"), comment: "看过")
        }
        #expect(results.count { (try? $0.get()) != nil } == 1)
        for case .failure(let error) in results { #expect((error as? EngineError)?.isConflict == true, "\(error)") }
        #expect(try await office.revision() == 3)
        try await office.verify("m-1")
    }

    @Test("A case that many create at once is created once")
    func create() async throws {
        let office = try await Office()
        let results = await Self.atOnce(16) { _ in try await office.create() }
        #expect(results.count { (try? $0.get()) != nil } == 1)
        for case .failure(let error) in results { #expect((error as? EngineError)?.words == "case.exists") }
    }

    @Test("The document that somebody decided on must not change behind the decision")
    func basis() async throws {
        let office = try await Office()
        let first = try await office.create().case
        var second = first
        #expect(Basis(first) == Basis(second))
        second = try await office.act("ask", by: "ann").case
        #expect(Basis(first) != Basis(second))
        let signed = try await office.act("grant", by: "reader0").case
        #expect(Basis(second) == Basis(signed))
    }

    @Test("The same command with the same key is done once, and answered twice")
    func repetition() async throws {
        let office = try await Office()
        try await office.create()
        let first = try await office.act("ask", by: "ann", key: "k")
        let second = try await office.act("ask", by: "ann", key: "k")
        #expect(!first.isRepetition && second.isRepetition && second.event == nil)
        #expect(second.case == first.case && second.assignments == first.assignments)
        #expect(try await office.revision() == 2)
        #expect(await failure { try await office.act("hang", by: "ann", key: "k") }?.words == "store.key-reused")
        #expect(
            await failure { try await office.act("ask", by: "ann", comment: "x", key: "k") }?.words
                == "store.key-reused")
    }

    @Test("Keys belong to a person; a refusal leaves none behind")
    func keys() async throws {
        let office = try await Office()
        try await office.create()
        #expect(await failure { try await office.act("grant", by: "reader0", key: "k") }?.words == "action.not-here")
        try await office.act("ask", by: "ann", key: "k")
        #expect(try await !office.act("grant", by: "reader0", key: "k").isRepetition)
        #expect(try await !office.act("grant", by: "reader1", key: "k").isRepetition)
    }

    @Test("The same command many times at once is done once, and its event is in one answer")
    func repetitionsAtOnce() async throws {
        let office = try await Office()
        try await office.create()
        let results = await Self.atOnce(16) { _ in try await office.act("ask", by: "ann", key: "k") }
        let answers = results.compactMap { try? $0.get() }
        #expect(answers.count { !$0.isRepetition } == 1)
        for case .failure(let error) in results { #expect((error as? EngineError)?.isConflict == true, "\(error)") }
        #expect(try await office.revision() == 2)
        #expect(try await office.store.outboxSummary().waiting == 1)
    }
}
