internal import Testing
internal import Workflow
internal import WorkflowStore

extension StoreLaw {
    static let auditLaws: [StoreLaw] = [
        StoreLaw("a store that nobody touched verifies, with every page size") { test in
            let (store, fixture) = try await test.prepared()
            for name in ["a", "b", "c"] { try await store.commitAll(try fixture.grantedCase(CaseID(name))) }
            try await store.commitOne(try fixture.task(on: try #require(try await store.storedCase("b"))))
            for size in [1, 2, 200] {
                let report = try await AuditVerifier(store: store, pageSize: size).verify()
                #expect(report.problems == [])
                #expect(report.cases == 3)
                #expect(report.streams == 5)
                #expect(report.events == 16 + fixture.organisationEvents.count + 1)
            }
        },
        StoreLaw("a store verifies while others write") { test in
            let (store, fixture) = try await test.prepared()
            try await withThrowingTaskGroup { group in
                group.addTask {
                    for index in 0..<30 {
                        for change in try fixture.grantedCase(CaseID("c\(index)")) { try await store.commitOne(change) }
                    }
                }
                for _ in 0..<5 {
                    group.addTask {
                        let report = try await AuditVerifier(store: store, pageSize: 7).verify()
                        #expect(report.problems == [])
                    }
                }
                try await group.waitForAll()
            }
        },
        StoreLaw("one changed byte of any event is named") { test in
            guard let tamper = test.tamper else { return }
            for stream in [StreamName.case("b"), .organisation, .definitions] {
                for revision in stream == .definitions ? [1] : [1, 3, 5] {
                    let (store, fixture) = try await test.prepared()
                    for name in ["a", "b", "c"] { try await store.commitAll(try fixture.grantedCase(CaseID(name))) }
                    try await tamper(store, .changeByte(of: stream, revision: revision))
                    let report = try await AuditVerifier(store: store).verify()
                    let first = try #require(report.problems.first)
                    #expect(first.stream == stream.description)
                    #expect(first.revision == revision)
                    #expect(first.code == .eventHash)
                    #expect(report.problems.allSatisfy { $0.stream == stream.description })
                }
            }
        },
        StoreLaw("an event that is gone from the middle, the beginning or the end is missed") { test in
            guard let tamper = test.tamper else { return }
            for (revision, place, code) in [
                (1, 2, AuditProblem.Code.eventGap), (3, 4, .eventGap), (5, 5, .caseHead),
            ] {
                let (store, fixture) = try await test.prepared()
                // The notices of these cases are delivered, so that nothing but the audit needs the event.
                let changes = try fixture.grantedCase("b").map { change in
                    var silent = change
                    silent.notices = []
                    return silent
                }
                try await store.commitAll(changes)
                try await tamper(store, .remove(from: .case("b"), revision: revision))
                let first = try #require(try await AuditVerifier(store: store).verify().problems.first)
                #expect(first.stream == "case/b")
                #expect(first.revision == place)
                #expect(first.code == code)
            }
        },
        StoreLaw("a case whose events are all gone is missed") { test in
            guard let tamper = test.tamper else { return }
            let (store, fixture) = try await test.prepared()
            try await store.commitOne(try fixture.creation(of: "a"))
            try await store.commitOne(try fixture.creation(of: "b"))
            try await tamper(store, .remove(from: .case("b"), revision: 1))
            let problems = try await AuditVerifier(store: store).verify().problems
            #expect(problems.map(\.stream) == ["case/b"])
            #expect(problems.map(\.code) == [.caseWithoutEvents])
        },
        StoreLaw("an event that was replaced together with its hash breaks the chain behind it") { test in
            guard let tamper = test.tamper else { return }
            for (revision, place, code) in [(3, 4, AuditProblem.Code.eventLink), (5, 5, .caseHead)] {
                let (store, fixture) = try await test.prepared()
                let changes = try fixture.grantedCase("a")
                try await store.commitAll(changes)
                var event = try changes[revision - 1].event.caseEvent()
                event.comment = "never said"
                let head = changes[revision - 2].event.head
                try await tamper(store, .replace(try SealedEvent(event, behind: head)))
                let first = try #require(try await AuditVerifier(store: store).verify().problems.first)
                #expect(first.revision == place)
                #expect(first.code == code)
            }
        },
        StoreLaw("a column that says something else than the bytes is named") { test in
            guard let tamper = test.tamper else { return }
            let (store, fixture) = try await test.prepared()
            let changes = try fixture.grantedCase("a")
            try await store.commitAll(changes)
            var event = changes[2].event
            event.columns.user = "nobody"
            try await tamper(store, .replace(event))
            let problems = try await AuditVerifier(store: store).verify().problems
            #expect(
                problems == [
                    AuditProblem(stream: "case/a", revision: 3, code: .eventColumns, values: ["column": "user"])
                ])
        },
    ]
}
