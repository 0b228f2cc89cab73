public import Workflow
internal import Synchronization

extension InMemoryStore {
    // MARK: Cases

    /// The case with its head, or `nil`.
    public func storedCase(_ id: CaseID) async throws(StoreError) -> StoredCase? {
        state.withLock { $0.cases[ByteText(id.rawValue)] }
    }

    /// Cases in the order of their names.
    public func cases(_ query: CaseQuery) async throws(StoreError) -> [StoredCase] {
        select(after: query.after, limit: query.limit) { query.matches($0) }
    }

    /// How many cases there are per workflow, period and state, in that order.
    public func counts(_ query: CaseQuery) async throws(StoreError) -> [CaseCount] {
        state.withLock { state in
            var counts: [[ByteText]: Int] = [:]
            for stored in state.cases.values where query.matches(stored.value) {
                let value = stored.value
                counts[[value.definition.id, value.period, value.state].map { ByteText($0) }, default: 0] += 1
            }
            return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
                CaseCount(workflow: $0.key[0].text, period: $0.key[1].text, state: $0.key[2].text, count: $0.value)
            }
        }
    }

    /// Open assignments, by due date (those without one last), then by case.
    public func inbox(_ query: InboxQuery) async throws(StoreError) -> [InboxEntry] {
        state.withLock { state in
            var entries: [InboxEntry] = []
            for (name, assignments) in state.assignments {
                guard let subject = state.cases[name]?.value else { continue }
                for assignment in assignments where query.wants(assignment, of: subject.definition.id) {
                    entries.append(InboxEntry(assignment: assignment, case: subject))
                }
            }
            if let after = query.after { entries.removeAll { !after.precedes($0.position) } }
            return Array(entries.sorted { $0.position.precedes($1.position) }.prefix(max(0, query.limit)))
        }
    }

    /// Cases in a state and period that have no task of the schedule yet, in the order of their names.
    public func casesWithoutTask(_ query: ScheduleQuery) async throws(StoreError) -> [StoredCase] {
        select(after: query.after, limit: query.limit) { subject in
            subject.definition.id == query.workflow && subject.state == query.state && subject.period == query.period
                && !subject.tasks.contains { $0.schedule == query.schedule && $0.period == query.period }
        }
    }

    /// What became of an earlier command with this key, if there was one.
    public func receipt(for key: IdempotencyKey) async throws(StoreError) -> StoredReceipt? {
        state.withLock { $0.receipts[KeyName(key)] }
    }

    /// The bytes of a part, or `nil`.
    public func part(_ hash: String) async throws(StoreError) -> [UInt8]? { state.withLock { $0.parts[hash] } }

    private func select(after: CaseID?, limit: Int, where isWanted: (Case) -> Bool) -> [StoredCase] {
        state.withLock { state in
            var found: [StoredCase] = []
            for name in state.names(after: after) {
                guard found.count < limit else { break }
                if let stored = state.cases[name], isWanted(stored.value) { found.append(stored) }
            }
            return found
        }
    }

    // MARK: Organisation, definitions, runs

    /// Units, people and grants, with the head of their stream.
    public func organisation() async throws(StoreError) -> StoredOrganisation { state.withLock { $0.organisation } }

    /// All definitions, oldest first, without their bytes.
    public func definitions() async throws(StoreError) -> [DefinitionReference] {
        state.withLock { $0.published.map(\.reference) }
    }

    /// The canonical bytes of a definition, or `nil`.
    public func definition(_ reference: DefinitionReference) async throws(StoreError) -> [UInt8]? {
        state.withLock { state in state.published.first { $0.reference == reference }?.bytes }
    }

    /// The last run of each schedule and period.
    public func scheduleRuns() async throws(StoreError) -> [ScheduleRun] {
        state.withLock { state in
            state.runs.sorted {
                [$0.workflow, $0.schedule, $0.period].map { ByteText($0) }.lexicographicallyPrecedes(
                    [$1.workflow, $1.schedule, $1.period].map { ByteText($0) })
            }
        }
    }

    // MARK: Events

    /// Events of one stream, oldest first, after a revision.
    public func events(of stream: StreamName, after revision: Int, limit: Int) async throws(StoreError)
        -> [StoredEvent]
    {
        state.withLock { state in
            let events = state.events[ByteText(stream.description)] ?? []
            return Array(events.lazy.filter { $0.revision > revision }.prefix(max(0, limit)))
        }
    }

    /// All events in the order of stream and revision, for verification.
    public func allEvents(after cursor: EventCursor?, limit: Int) async throws(StoreError) -> [StoredEvent] {
        state.withLock { state in
            let start = cursor.map { (ByteText($0.stream), $0.revision) }
            var page: [StoredEvent] = []
            for name in state.events.keys.sorted() {
                guard page.count < limit else { break }
                if let start, name < start.0 { continue }
                let after = start.map { $0.0 == name ? $0.1 : Int.min } ?? Int.min
                page += (state.events[name] ?? []).lazy.filter { $0.revision > after }.prefix(limit - page.count)
            }
            return page
        }
    }

    /// The revision and hash of the last event of a stream; `nil` for a stream without events.
    public func head(of stream: StreamName) async throws(StoreError) -> StreamHead? {
        state.withLock { $0.head(of: stream) }
    }

    // MARK: Care

    /// What the store is and how it is.
    public func health() async throws(StoreError) -> StoreHealth { StoreHealth(product: "memory", schema: "-") }

    /// Puts an event in the place of the one that is kept, or removes it. Only for tests of verification: this is what
    /// somebody with access to the disk could do.
    package func tamper(with stream: StreamName, revision: Int, _ change: (SealedEvent) -> SealedEvent?) {
        state.withLock { state in
            let name = ByteText(stream.description)
            state.events[name] = state.events[name]?.compactMap { $0.revision == revision ? change($0) : $0 }
        }
    }
}
