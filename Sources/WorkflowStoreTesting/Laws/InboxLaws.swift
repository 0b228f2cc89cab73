internal import Testing
internal import Workflow
internal import WorkflowStore

extension StoreLaw {
    static let inboxLaws: [StoreLaw] = [
        StoreLaw("an inbox has what waits for the person's seats, due things first") { test in
            let (store, fixture) = try await test.prepared()
            try await store.commitOne(try fixture.creation(of: "b"))
            try await store.commitOne(try fixture.creation(of: "a", unit: "parks"))
            for (name, days) in [("z", 0), ("y", 2)] {
                let created = try fixture.creation(of: CaseID(name))
                let asked = try fixture.action("ask", on: created.stored, by: "mei", minute: days * 1440)
                try await store.commitAll([created, asked])
            }
            var query = InboxQuery(
                user: "somebody",
                seats: [
                    InboxQuery.Seat(workflow: "leave", role: "clerk", units: ["petitions", "parks"]),
                    InboxQuery.Seat(workflow: "leave", role: "head", units: ["petitions"]),
                ])
            let entries = try await store.inbox(query)
            #expect(entries.map(\.case.id) == ["z", "y", "a", "b"])
            #expect(entries.map(\.assignment.label) == ["head", "head", "draft", "draft"])
            for entry in entries {
                let stored = try await store.storedCase(entry.case.id)
                #expect(stored?.value == entry.case)
                #expect(fixture.definition.assignments(of: entry.case, in: fixture.organisation) == [entry.assignment])
            }
            query.limit = 1
            var paged: [InboxEntry] = []
            while let entry = try await store.inbox(query).first {
                paged.append(entry)
                query.after = entry.position
            }
            #expect(paged == entries)
            query.limit = 0
            #expect(try await store.inbox(query).isEmpty)
        },
        StoreLaw("an inbox shows no seat that the person does not hold") { test in
            let (store, fixture) = try await test.prepared()
            try await store.commitOne(try fixture.creation(of: "a"))
            func inbox(_ workflow: String, _ role: String, _ units: Set<UnitID>) async throws -> [CaseID] {
                let seat = InboxQuery.Seat(workflow: workflow, role: role, units: units)
                return try await store.inbox(InboxQuery(user: "x", seats: [seat, seat])).map(\.case.id)
            }
            #expect(try await inbox("leave", "clerk", ["petitions"]) == ["a"])
            #expect(try await inbox("leave", "clerk", ["parks"]) == [])
            #expect(try await inbox("leave", "clerk", []) == [])
            #expect(try await inbox("leave", "head", ["petitions"]) == [])
            #expect(try await inbox("other", "clerk", ["petitions"]) == [])
        },
        StoreLaw("what asks for one person is in that person's inbox alone, and leaves it with the signature") { test in
            let (store, fixture) = try await test.prepared()
            let changes = Array(try fixture.grantedCase("a").prefix(4))
            try await store.commitAll(Array(changes.prefix(3)))
            let seat = InboxQuery.Seat(workflow: "leave", role: "finance", units: ["finance"])
            func inbox(_ user: UserID) async throws -> [String] {
                try await store.inbox(InboxQuery(user: user, seats: [seat])).map(\.assignment.id)
            }
            #expect(try await inbox("lin") == ["step:finance:lin"])
            #expect(try await inbox("wu") == ["step:finance:wu"])
            #expect(try await inbox("gao") == [])
            try await store.commitOne(changes[3])
            #expect(try await inbox("lin") == [])
            #expect(try await inbox("wu") == ["step:finance:wu"])
        },
        StoreLaw("an assignment that asks for no unit is in the inbox of every seat of its role") { test in
            let (store, fixture) = try await test.prepared()
            var change = try fixture.creation(of: "a")
            change.assignments[0].unit = nil
            try await store.commitOne(change)
            let seat = InboxQuery.Seat(workflow: "leave", role: "clerk", units: ["finance"])
            #expect(try await store.inbox(InboxQuery(user: "x", seats: [seat])).map(\.assignment) == change.assignments)
        },
        StoreLaw("a withdrawn case leaves the inbox of those who were asked") { test in
            let (store, fixture) = try await test.prepared()
            let created = try fixture.creation(of: "a")
            let asked = try fixture.action("ask", on: created.stored, by: "mei")
            let withdrawn = try fixture.action("withdraw", on: asked.stored, by: "mei", minute: 2)
            try await store.commitAll([created, asked])
            let head = InboxQuery(user: "x", seats: [.init(workflow: "leave", role: "head", units: ["petitions"])])
            #expect(try await store.inbox(head).count == 1)
            try await store.commitOne(withdrawn)
            #expect(try await store.inbox(head).isEmpty)
        },
        StoreLaw("a task is in the inbox with its due date") { test in
            let (store, fixture) = try await test.prepared()
            let granted = try fixture.grantedCase("a")
            try await store.commitAll(granted)
            let query = InboxQuery(user: "x", seats: [.init(workflow: "leave", role: "clerk", units: ["petitions"])])
            #expect(try await store.inbox(query).isEmpty)
            let task = try fixture.task(on: granted[4].stored)
            try await store.commitOne(task)
            let entries = try await store.inbox(query)
            #expect(entries.map(\.assignment) == task.assignments)
            #expect(entries.first?.assignment.due == task.result.tasks[0].due)
        },
    ]
}
