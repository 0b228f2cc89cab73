internal import Testing
internal import Workflow
internal import WorkflowStore

extension StoreLaw {
    static let outboxLaws: [StoreLaw] = [
        StoreLaw("a notice is leased with its event, to one owner at a time") { test in
            let (store, asked) = try await notices(test, 1)
            let first = try await lease(store, "one", at: 10, until: 20)
            #expect(first.map(\.id) == asked[0].notices.map(\.id))
            #expect(first.first?.event == asked[0].event)
            #expect(first.first?.notifier == "log")
            #expect(first.first?.title == "Leave c0")
            #expect(first.first?.configuration == asked[0].notices[0].configuration)
            #expect(first.first?.attempt == 1)
            #expect(try await lease(store, "two", at: 10, until: 20).isEmpty)
            #expect(try await lease(store, "one", at: 19, until: 20).isEmpty)
        },
        StoreLaw("a lease that ran out may be taken by somebody else, whose word counts from then on") { test in
            let (store, _) = try await notices(test, 1)
            let first = try await lease(store, "one", at: 10, until: 20)
            let second = try await lease(store, "two", at: 20, until: 30)
            #expect(second.map(\.id) == first.map(\.id))
            #expect(second.first?.attempt == 2)
            try await store.settle([NoticeOutcome(id: first[0].id, result: .delivered)], owner: "one")
            #expect(try await store.outboxSummary().waiting == 1)
            try await store.settle([NoticeOutcome(id: first[0].id, result: .delivered)], owner: "two")
            #expect(try await store.outboxSummary().waiting == 0)
            #expect(try await lease(store, "three", at: 99, until: 100).isEmpty)
        },
        StoreLaw("a notice that was not delivered comes back when it was said to") { test in
            let (store, _) = try await notices(test, 1)
            let first = try await lease(store, "one", at: 10, until: 20)
            let retry = NoticeOutcome.Result.retry(at: StoreFixture.minute(15), reason: "no line")
            try await store.settle([NoticeOutcome(id: first[0].id, result: retry)], owner: "one")
            #expect(try await lease(store, "two", at: 14, until: 30).isEmpty)
            #expect(try await lease(store, "two", at: 15, until: 30).map(\.attempt) == [2])
        },
        StoreLaw("a parked notice stays, is counted and is not leased") { test in
            let (store, _) = try await notices(test, 2)
            let leased = try await lease(store, "one", at: 10, until: 20)
            #expect(leased.count == 2)
            try await store.settle(
                [NoticeOutcome(id: leased[0].id, result: .parked(reason: "nobody there"))], owner: "one")
            #expect(
                try await store.outboxSummary()
                    == OutboxSummary(waiting: 1, parked: 1, oldest: leased[1].event.columns.at))
            #expect(try await lease(store, "one", at: 99, until: 100).map(\.id) == [leased[1].id])
            try await store.settle([NoticeOutcome(id: leased[0].id, result: .delivered)], owner: "one")
            #expect(try await store.outboxSummary().parked == 1)
        },
        StoreLaw("notices are leased in the order of their moments, up to the limit, none before its moment") { test in
            let (store, asked) = try await notices(test, 5)
            let ids = asked.map(\.notices[0].id)
            #expect(try await lease(store, "one", at: 0, until: 20).isEmpty)
            #expect(try await lease(store, "one", at: 10, until: 20, limit: 2).map(\.id) == Array(ids.prefix(2)))
            #expect(try await lease(store, "two", at: 10, until: 20, limit: 9).map(\.id) == Array(ids.dropFirst(2)))
            #expect(try await lease(store, "two", at: 99, until: 100, limit: 0).isEmpty)
            #expect(try await store.outboxSummary().oldest == asked[0].event.columns.at)
        },
        StoreLaw("owners who lease at the same time share the notices") { test in
            let (store, asked) = try await notices(test, 20)
            let taken = try await withThrowingTaskGroup { group in
                for owner in 0..<8 {
                    group.addTask { try await lease(store, "owner \(owner)", at: 50, until: 60, limit: 3).map(\.id) }
                }
                return try await group.reduce(into: [String]()) { $0 += $1 }
            }
            #expect(taken.count == 20)
            #expect(Set(taken) == Set(asked.flatMap { $0.notices.map(\.id) }))
        },
        StoreLaw("what is said about a notice that is gone does no harm") { test in
            let (store, _) = try await notices(test, 0)
            try await store.settle([NoticeOutcome(id: "none", result: .delivered)], owner: "one")
            try await store.settle([], owner: "one")
        },
    ]

    /// A store with so many cases that were asked for, one notice each, a minute apart.
    private static func notices(_ test: StoreUnderTest, _ count: Int) async throws -> (any WorkflowStore, [Change]) {
        let (store, fixture) = try await test.prepared()
        var changes: [Change] = []
        for index in 0..<count {
            let created = try fixture.creation(of: CaseID("c\(index)"))
            let asked = try fixture.action("ask", on: created.stored, by: "mei", minute: index + 1)
            try await store.commitAll([created, asked])
            changes.append(asked)
        }
        return (store, changes)
    }

    private static func lease(
        _ store: any WorkflowStore, _ owner: String, at now: Int, until: Int, limit: Int = 10
    ) async throws -> [LeasedNotice] {
        try await store.leaseNotices(
            owner: owner, now: StoreFixture.minute(now), until: StoreFixture.minute(until), limit: limit)
    }
}
