internal import Testing
internal import Workflow
internal import WorkflowStore

extension StoreLaw {
    static let listLaws: [StoreLaw] = [
        StoreLaw("lists hold every condition, in the order of names, page by page") { test in
            let (store, fixture) = try await test.prepared()
            let all = try await fill(store, fixture)
            let queries = [
                CaseQuery(), CaseQuery(workflow: "leave"), CaseQuery(workflow: "none"), CaseQuery(period: "2024"),
                CaseQuery(states: ["draft"]), CaseQuery(states: ["draft", "granted"]), CaseQuery(states: []),
                CaseQuery(units: ["parks"]), CaseQuery(units: ["parks", "petitions"]), CaseQuery(units: []),
                CaseQuery(subject: "s1"), CaseQuery(subject: "s1", after: "c03"),
                CaseQuery(workflow: "leave", period: "2025", states: ["asked"], units: ["petitions"]),
                CaseQuery(period: "2025", units: ["parks"], subject: "s2"),
                CaseQuery(units: Set((0..<100).map { UnitID("u\($0)") } + ["parks"])),
            ]
            for query in queries {
                let expected = all.filter { isWanted($0.value, query) }
                #expect(try await store.cases(query) == expected, "\(query)")
                var pages: [StoredCase] = []
                var paged = query
                paged.limit = 3
                while let last = try await append(store.cases(paged), to: &pages) { paged.after = last }
                #expect(pages == expected, "\(query)")
                var counted: [String: Int] = [:]
                for stored in all {
                    var whole = query
                    whole.after = nil
                    guard isWanted(stored.value, whole) else { continue }
                    counted["\(stored.value.period) \(stored.value.state)", default: 0] += 1
                }
                let counts = try await store.counts(query)
                #expect(counts.map { "\($0.period) \($0.state)" } == counted.keys.sorted(), "\(query)")
                #expect(
                    Dictionary(uniqueKeysWithValues: counts.map { ("\($0.period) \($0.state)", $0.count) }) == counted)
            }
            #expect(try await store.cases(CaseQuery(limit: 0)).isEmpty)
        },
        StoreLaw("a case lacks a task until the schedule's task is committed") { test in
            let (store, fixture) = try await test.prepared()
            for name in ["b", "a", "d", "c"] { try await store.commitAll(try fixture.grantedCase(CaseID(name))) }
            try await store.commitAll(try fixture.grantedCase("old", period: "2024"))
            try await store.commitOne(try fixture.creation(of: "new"))
            var query = ScheduleQuery(
                workflow: "leave", state: "granted", period: "2025", schedule: "yearly", limit: 3)
            let first = try await store.casesWithoutTask(query)
            #expect(first.map(\.value.id) == ["a", "b", "c"])
            let change = try fixture.task(on: first[1])
            try await store.commitOne(change)
            #expect(try await store.refusal(of: change) == .conflict("b"))
            query.limit = 10
            #expect(try await store.casesWithoutTask(query).map(\.value.id) == ["a", "c", "d"])
            query.after = "a"
            #expect(try await store.casesWithoutTask(query).map(\.value.id) == ["c", "d"])
            query.schedule = "another"
            #expect(try await store.casesWithoutTask(query).map(\.value.id) == ["b", "c", "d"])
        },
        StoreLaw("the last run of a schedule and period is remembered") { test in
            let store = try await test.make()
            func run(_ schedule: String, _ made: Int) -> ScheduleRun {
                ScheduleRun(
                    workflow: "leave", schedule: schedule, period: "2025", endedAt: StoreFixture.minute(made),
                    made: made, failed: 1)
            }
            for (schedule, made) in [("b", 1), ("a", 2), ("b", 3)] { try await store.record(run(schedule, made)) }
            #expect(try await store.scheduleRuns() == [run("a", 2), run("b", 3)])
        },
    ]

    /// Cases in four states, two periods and two units, in the order of their names.
    private static func fill(_ store: any WorkflowStore, _ fixture: StoreFixture) async throws -> [StoredCase] {
        var all: [StoredCase] = []
        for index in (0..<24).reversed() {
            var changes = [
                try fixture.creation(
                    of: CaseID("c\(index < 10 ? "0" : "")\(index)"), subject: "s\(index % 3)",
                    period: index % 2 == 0 ? "2024" : "2025", unit: index % 5 < 2 ? "parks" : "petitions")
            ]
            for (name, user) in [("ask", "mei"), ("grant", "gao"), ("grant", "lin"), ("grant", "wu"), ("close", "mei")]
                .prefix([0, 1, 4, 5][index % 4])
            {
                changes.append(
                    try fixture.action(
                        name, on: changes[changes.count - 1].stored, by: UserID(user), minute: changes.count))
            }
            try await store.commitAll(changes)
            all.insert(changes[changes.count - 1].stored, at: 0)
        }
        return all
    }

    private static func isWanted(_ subject: Case, _ query: CaseQuery) -> Bool {
        (query.workflow ?? subject.definition.id) == subject.definition.id
            && (query.period ?? subject.period) == subject.period
            && query.states?.contains(subject.state) != false && query.units?.contains(subject.unit) != false
            && (query.subject ?? subject.subject) == subject.subject
            && query.after.map { $0 < subject.id } != false
    }

    private static func append(_ page: [StoredCase], to pages: inout [StoredCase]) -> CaseID? {
        pages += page
        return page.last?.value.id
    }
}
