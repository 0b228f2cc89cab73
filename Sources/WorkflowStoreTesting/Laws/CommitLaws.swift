internal import JSONDocument
internal import Testing
internal import Workflow
internal import WorkflowStore

extension StoreLaw {
    static let commitLaws: [StoreLaw] = [
        StoreLaw("an empty store has nothing") { test in
            let store = try await test.make()
            #expect(try await store.storedCase("a") == nil)
            #expect(try await store.cases(CaseQuery()).isEmpty)
            #expect(try await store.counts(CaseQuery()).isEmpty)
            #expect(try await store.allEvents(after: nil, limit: 10).isEmpty)
            #expect(try await store.head(of: .organisation) == nil)
            #expect(try await store.definitions().isEmpty)
            #expect(try await store.organisation().head == .empty)
            #expect(try await store.outboxSummary() == OutboxSummary(waiting: 0, parked: 0, oldest: nil))
            #expect(await store.commit([]).isEmpty)
        },
        StoreLaw("a committed case is given back as it was, with its head, its event and its part") { test in
            let (store, fixture) = try await test.prepared()
            let created = try fixture.creation(of: "a")
            let receipt = try await store.commitOne(created)
            #expect(receipt == CommitReceipt(case: "a", revision: 1, state: "draft"))
            #expect(try await store.storedCase("a") == created.stored)
            #expect(try await store.events(of: .case("a"), after: 0, limit: 10) == [created.event])
            for (hash, bytes) in created.parts { #expect(try await store.part(hash) == bytes) }
            let asked = try fixture.action("ask", on: created.stored, by: "mei")
            try await store.commitOne(asked)
            #expect(try await store.storedCase("a") == asked.stored)
            #expect(try await store.head(of: .case("a")) == asked.event.head)
        },
        StoreLaw("changes of one commit are applied in their order") { test in
            let (store, fixture) = try await test.prepared()
            let changes = try fixture.grantedCase("a")
            #expect(try await store.commitAll(changes).map(\.revision) == [1, 2, 3, 4, 5])
            #expect(try await store.storedCase("a")?.value.state == "granted")
        },
        StoreLaw("a refused change leaves no trace and does not touch its neighbours") { test in
            let (store, fixture) = try await test.prepared()
            let key = StoredKey(key: IdempotencyKey(actor: "mei", key: "k"), commandHash: "h")
            let refused = try fixture.creation(of: "b", key: key)
            var late = refused
            late.notices = [
                OutgoingNotice(id: "n", notifier: "log", configuration: [:], title: "t"),
                OutgoingNotice(id: "n", notifier: "log", configuration: [:], title: "t"),
            ]
            let answers = await store.commit([
                try fixture.creation(of: "a"), late, try fixture.creation(of: "c"),
            ])
            #expect(answers.map { (try? $0.get())?.case } == ["a", nil, "c"])
            #expect(try await store.traces(of: late) == [])
            #expect(try await store.outboxSummary().waiting == 0)
            #expect(try await store.cases(CaseQuery()).map(\.value.id) == ["a", "c"])
            try await store.commitOne(refused)
        },
        StoreLaw("a change on another revision is a conflict") { test in
            let (store, fixture) = try await test.prepared()
            let created = try fixture.creation(of: "a")
            let first = try fixture.action("ask", on: created.stored, by: "mei")
            let second = try fixture.writing("other", on: created.stored)
            try await store.commitAll([created, first])
            #expect(try await store.refusal(of: second) == .conflict("a"))
            #expect(try await store.refusal(of: created) == .conflict("a"))
            #expect(try await store.storedCase("a") == first.stored)
            for hash in second.parts.keys { #expect(try await store.part(hash) == nil) }
            let ahead = try fixture.action("grant", on: first.stored, by: "gao")
            let further = try fixture.action("grant", on: ahead.stored, by: "lin")
            #expect(try await store.refusal(of: further) == .conflict("a"))
            // Even behind the right hash: nothing may be left out of the sequence.
            var skipping = further
            let head = StreamHead(revision: further.expectedRevision, hash: first.event.hash)
            skipping.event = try SealedEvent(try further.event.caseEvent(), behind: head)
            #expect(try await store.refusal(of: skipping) == .conflict("a"))
        },
        StoreLaw("a change behind another event of the same revision is a conflict") { test in
            let (store, fixture) = try await test.prepared()
            let created = try fixture.creation(of: "a", form: "one")
            let twin = try fixture.creation(of: "a", form: "two")
            try await store.commitOne(created)
            let behindTwin = try fixture.action("ask", on: twin.stored, by: "mei")
            #expect(try await store.refusal(of: behindTwin) == .conflict("a"))
            #expect(try await store.storedCase("a") == created.stored)
        },
        StoreLaw("a change that does not fit together is refused") { test in
            let (store, fixture) = try await test.prepared()
            let good = try fixture.creation(of: "a")
            var wrongRevision = good
            wrongRevision.expectedRevision = 1
            var wrongStream = good
            wrongStream.event.stream = .case("b")
            var wrongHash = good
            wrongHash.event.bytes.append(0x20)
            var wrongPart = good
            wrongPart.parts = [Digest.sha256([1]): [2]]
            var noPart = good
            noPart.parts = [:]
            var twice = good
            twice.assignments += twice.assignments
            var zero = good
            zero.key = StoredKey(key: IdempotencyKey(actor: "mei", key: "a\0b"), commandHash: "h")
            for bad in [wrongRevision, wrongStream, wrongHash, wrongPart, noPart, twice, zero] {
                guard case .failed = try await store.refusal(of: bad) else {
                    Issue.record("not refused as a mistake of the caller")
                    continue
                }
                #expect(try await store.traces(of: good) == [])
            }
            try await store.commitOne(good)
        },
        StoreLaw("a part that is stored needs not come along") { test in
            let (store, fixture) = try await test.prepared()
            try await store.commitOne(try fixture.creation(of: "a", form: "same"))
            var second = try fixture.creation(of: "b", form: "same")
            second.parts = [:]
            try await store.commitOne(second)
        },
        StoreLaw("of many writers at once exactly one wins each revision") { test in
            let (store, fixture) = try await test.prepared()
            var stored = try fixture.creation(of: "a").stored
            try await store.commitOne(try fixture.creation(of: "a"))
            for round in 0..<5 {
                let rivals = try (0..<20).map { try fixture.writing("\(round) \($0)", on: stored, minute: round) }
                let wins = await withTaskGroup { group in
                    for rival in rivals {
                        group.addTask { () -> Change? in
                            switch await store.commit([rival])[0] {
                            case .success: return rival
                            case .failure(let error):
                                #expect(error == .conflict("a"))
                                return nil
                            }
                        }
                    }
                    return await group.reduce(into: [Change]()) { if let won = $1 { $0.append(won) } }
                }
                #expect(wins.count == 1)
                stored = try #require(wins.first).stored
                #expect(try await store.storedCase("a") == stored)
            }
        },
        StoreLaw("that the caller is cancelled does not cancel the commit") { test in
            let (store, fixture) = try await test.prepared()
            let changes = try (0..<20).map { try fixture.creation(of: CaseID("c\($0)")) }
            for change in changes {
                let task = Task { await store.commit([change])[0] }
                task.cancel()
                _ = try await task.value.get()
                #expect(try await store.storedCase(change.result.id) == change.stored)
            }
        },
        StoreLaw("names are kept apart byte by byte") { test in
            let (store, fixture) = try await test.prepared()
            let names = [
                "项目-2025", "e\u{301}", "\u{e9}", "a' OR 1=1 --", "%_", "\u{1F600}", "\u{202E}abc", "A", "a", "\u{FFFD}",
            ]
            for name in names { try await store.commitOne(try fixture.creation(of: CaseID(name), subject: name)) }
            let listed = try await store.cases(CaseQuery()).map { Array($0.value.id.rawValue.utf8) }
            #expect(listed == names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
            for name in names {
                let found = try await store.storedCase(CaseID(name))?.value.id.rawValue
                #expect(found.map { Array($0.utf8) } == Array(name.utf8))
            }
            #expect(try await AuditVerifier(store: store).verify().problems == [])
        },
    ]

    static let keyLaws: [StoreLaw] = [
        StoreLaw("a repeated command gives the first receipt and writes nothing") { test in
            let (store, fixture) = try await test.prepared()
            let key = StoredKey(key: IdempotencyKey(actor: "mei", key: "k"), commandHash: "h")
            let created = try fixture.creation(of: "a", key: key)
            let receipt = try await store.commitOne(created)
            try await store.commitOne(try fixture.action("ask", on: created.stored, by: "mei"))
            #expect(try await store.commitOne(created) == receipt)
            #expect(try await store.receipt(for: key.key) == StoredReceipt(commandHash: "h", receipt: receipt))
            #expect(try await store.storedCase("a")?.head.revision == 2)
            #expect(try await store.events(of: .case("a"), after: 0, limit: 9).count == 2)
        },
        StoreLaw("a repetition within one commit is recognised") { test in
            let (store, fixture) = try await test.prepared()
            let key = StoredKey(key: IdempotencyKey(actor: "mei", key: "k"), commandHash: "h")
            let created = try fixture.creation(of: "a", key: key)
            #expect(try await store.commitAll([created, created]).map(\.revision) == [1, 1])
            #expect(try await store.events(of: .case("a"), after: 0, limit: 9).count == 1)
        },
        StoreLaw("a key belongs to one command of one actor") { test in
            let (store, fixture) = try await test.prepared()
            let key = StoredKey(key: IdempotencyKey(actor: "mei", key: "k"), commandHash: "h")
            try await store.commitOne(try fixture.creation(of: "a", key: key))
            var other = key
            other.commandHash = "another"
            let refused = try fixture.creation(of: "b", key: other)
            #expect(try await store.refusal(of: refused) == .keyReused("k"))
            #expect(try await store.storedCase("b") == nil)
            other.key.actor = "gao"
            try await store.commitOne(try fixture.creation(of: "b", key: other))
        },
        StoreLaw("a refused command does not use up its key") { test in
            let (store, fixture) = try await test.prepared()
            let key = StoredKey(key: IdempotencyKey(actor: "mei", key: "k"), commandHash: "h")
            try await store.commitOne(try fixture.creation(of: "a"))
            #expect(try await store.refusal(of: try fixture.creation(of: "a", key: key)) == .conflict("a"))
            #expect(try await store.receipt(for: key.key) == nil)
            try await store.commitOne(try fixture.creation(of: "b", key: key))
        },
    ]
}
