internal import Testing
internal import Workflow
internal import WorkflowStore

extension StoreLaw {
    static let ledgerLaws: [StoreLaw] = [
        StoreLaw("the organisation is given back as it was, with the head of its stream") { test in
            let (store, fixture) = try await test.prepared()
            let stored = try await store.organisation()
            #expect(stored.value == fixture.organisation)
            #expect(stored.head == fixture.organisationEvents.last?.head)
            #expect(try await store.head(of: .organisation) == stored.head)
        },
        StoreLaw("a change of the organisation on another revision is a conflict, and all or nothing is written") {
            test in
            let (store, fixture) = try await test.prepared()
            let before = try await store.organisation()
            var after = before.value
            let changes = ["x", "y"].map { OrganisationChange.personAdded(Person(id: UserID($0), name: $0)) }
            var events: [SealedEvent] = []
            for change in changes {
                after.apply(change)
                events.append(try StoreFixture.seal(change, behind: events.last?.head ?? before.head))
            }
            let sealed = events
            for (events, revision) in [
                (sealed, before.head.revision - 1), (sealed, before.head.revision + 1),
                ([sealed[0], sealed[0]], before.head.revision), ([sealed[1]], before.head.revision),
                (fixture.organisationEvents, before.head.revision),
            ] {
                await #expect(throws: StoreError.streamConflict(.organisation)) {
                    try await store.commit(organisation: events, result: after, expectedRevision: revision)
                }
                #expect(try await store.organisation() == before)
                #expect(try await store.head(of: .organisation) == before.head)
            }
            try await store.commit(organisation: events, result: after, expectedRevision: before.head.revision)
            #expect(try await store.organisation() == StoredOrganisation(value: after, head: sealed[1].head))
        },
        StoreLaw("a published definition is kept, and publishing it again changes nothing") { test in
            let (store, fixture) = try await test.prepared()
            #expect(try await store.definitions() == [fixture.reference])
            #expect(try await store.definition(fixture.reference) == fixture.definition.canonicalBytes)
            let head = try #require(try await store.head(of: .definitions))
            try await store.publish(
                fixture.published, event: try fixture.seal(publishing: fixture.reference, behind: head))
            #expect(try await store.definitions() == [fixture.reference])
            #expect(try await store.head(of: .definitions) == head)
            var unknown = fixture.reference
            unknown.version = "9"
            #expect(try await store.definition(unknown) == nil)
        },
        StoreLaw("a version is never published with another content, and versions keep their order") { test in
            let (store, fixture) = try await test.prepared()
            let head = try #require(try await store.head(of: .definitions))
            let other = StoreFixture.definition(version: "1", text: "another")
            await #expect(throws: StoreError.versionTaken(id: "leave", version: "1")) {
                try await store.publish(other, event: try fixture.seal(publishing: other.reference, behind: head))
            }
            let next = StoreFixture.definition(version: "0.9", text: "next")
            await #expect(throws: StoreError.streamConflict(.definitions)) {
                try await store.publish(next, event: try fixture.seal(publishing: next.reference, behind: .empty))
            }
            var forged = next
            forged.bytes.append(0x20)
            await #expect(throws: StoreError.self) {
                try await store.publish(forged, event: try fixture.seal(publishing: next.reference, behind: head))
            }
            #expect(try await store.definitions() == [fixture.reference])
            try await store.publish(next, event: try fixture.seal(publishing: next.reference, behind: head))
            #expect(try await store.definitions() == [fixture.reference, next.reference])
        },
    ]

    static let eventLaws: [StoreLaw] = [
        StoreLaw("events of a stream come oldest first, after a revision, up to a limit") { test in
            let (store, fixture) = try await test.prepared()
            let changes = try fixture.grantedCase("a")
            try await store.commitAll(changes)
            let events = changes.map(\.event)
            #expect(try await store.events(of: .case("a"), after: 0, limit: 99) == events)
            #expect(try await store.events(of: .case("a"), after: 2, limit: 2) == Array(events[2..<4]))
            #expect(try await store.events(of: .case("a"), after: 5, limit: 2).isEmpty)
            #expect(try await store.events(of: .case("b"), after: 0, limit: 2).isEmpty)
            #expect(try await store.events(of: .case("a"), after: 0, limit: 0).isEmpty)
            #expect(try await store.events(of: .organisation, after: 0, limit: 99) == fixture.organisationEvents)
        },
        StoreLaw("all events come in the order of stream and revision, page by page") { test in
            let (store, fixture) = try await test.prepared()
            for name in ["b", "A", "ä", "项目"] { try await store.commitAll(try fixture.grantedCase(CaseID(name))) }
            let whole = try await store.allEvents(after: nil, limit: 1000)
            #expect(whole.count == 4 * 5 + fixture.organisationEvents.count + 1)
            let order = whole.map { (Array($0.stream.description.utf8), $0.revision) }
            #expect(
                zip(order, order.dropFirst()).allSatisfy {
                    $0.0 == $1.0 ? $0.1 < $1.1 : $0.0.lexicographicallyPrecedes($1.0)
                })
            for size in [1, 3, 7] {
                var pages: [StoredEvent] = []
                while true {
                    let cursor = pages.last.map { EventCursor(stream: $0.stream.description, revision: $0.revision) }
                    let page = try await store.allEvents(after: cursor, limit: size)
                    guard !page.isEmpty else { break }
                    #expect(page.count <= size)
                    pages += page
                }
                #expect(pages == whole)
            }
        },
        StoreLaw("the store knows what it is") { test in
            let health = try await test.make().health()
            #expect(!health.product.isEmpty)
            #expect(!health.schema.isEmpty)
            #expect(health.problems == [])
        },
    ]
}
