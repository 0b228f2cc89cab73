public import Workflow
internal import Synchronization

/// A store that forgets everything with the process: for tests, previews and dry runs. It holds every law of
/// ``WorkflowStore`` but durability.
public final class InMemoryStore: WorkflowStore, Sendable {
    /// A waiting or parked notice.
    struct OutboxRow: Sendable {
        var notice: OutgoingNotice
        var stream: StreamName
        var revision: Int
        var writtenAt: Timestamp
        var dueAt: Timestamp
        var attempts = 0
        var owner: String?
        var parkedFor: String?
    }

    struct KeyName: Sendable, Hashable {
        let actor: ByteText
        let key: ByteText

        init(_ key: IdempotencyKey) {
            actor = ByteText(key.actor.rawValue)
            self.key = ByteText(key.key)
        }
    }

    struct State: Sendable {
        var cases: [ByteText: StoredCase] = [:]
        var names: [ByteText] = []
        var assignments: [ByteText: [Assignment]] = [:]
        var events: [ByteText: [SealedEvent]] = [:]
        var parts: [String: [UInt8]] = [:]
        var receipts: [KeyName: StoredReceipt] = [:]
        var outbox: [ByteText: OutboxRow] = [:]
        var organisation = StoredOrganisation(value: Organisation(), head: .empty)
        var published: [PublishedDefinition] = []
        var runs: [ScheduleRun] = []
    }

    let state = Mutex(State())

    /// An empty store.
    public init() {}

    // MARK: Writing

    /// Applies changes, each by itself, in their order; the answers have the same order.
    public func commit(_ changes: [Change]) async -> [Result<CommitReceipt, StoreError>] {
        state.withLock { state in
            changes.map { change in
                Result { () throws(StoreError) in try state.apply(change) }
            }
        }
    }

    /// Appends events to the stream `organisation`; all or none.
    public func commit(
        organisation events: [SealedEvent], result: Organisation, expectedRevision: Int
    ) async throws(StoreError) {
        try state.withLock { state throws(StoreError) in
            guard state.organisation.head.revision == expectedRevision else {
                throw .streamConflict(.organisation)
            }
            let head = try state.check(events, continue: state.organisation.head, of: .organisation)
            guard result.revision == head.revision else { throw .failed("change.revision") }
            state.events[ByteText(StreamName.organisation.description), default: []] += events
            state.organisation = StoredOrganisation(value: result, head: head)
        }
    }

    /// Keeps a definition for good. The same version with the same hash is no change; with another hash it is refused.
    public func publish(_ definition: PublishedDefinition, event: SealedEvent) async throws(StoreError) {
        try state.withLock { state throws(StoreError) in
            let reference = definition.reference
            if let known = state.published.first(where: {
                $0.reference.id == reference.id && $0.reference.version == reference.version
            }) {
                if known.reference.hash == reference.hash { return }
                throw .versionTaken(id: reference.id, version: reference.version)
            }
            guard Digest.sha256(definition.bytes) == reference.hash else { throw .failed("change.definition-hash") }
            _ = try state.check([event], continue: state.head(of: .definitions) ?? .empty, of: .definitions)
            state.events[ByteText(StreamName.definitions.description), default: []].append(event)
            state.published.append(definition)
        }
    }

    /// Remembers a run; a later run of the same schedule and period replaces it.
    public func record(_ run: ScheduleRun) async throws(StoreError) {
        state.withLock { state in
            state.runs.removeAll {
                $0.workflow == run.workflow && $0.schedule == run.schedule && $0.period == run.period
            }
            state.runs.append(run)
        }
    }
}

extension InMemoryStore.State {
    /// The last event of a stream.
    func head(of stream: StreamName) -> StreamHead? { events[ByteText(stream.description)]?.last?.head }

    /// Refuses events that do not follow a head one by one; the head after them.
    func check(
        _ events: [SealedEvent], continue head: StreamHead, of stream: StreamName
    ) throws(StoreError) -> StreamHead {
        var head = head
        for event in events {
            try event.checkSeal()
            guard event.stream == stream, event.revision == head.revision + 1, event.previous == head.hash else {
                throw .streamConflict(stream)
            }
            head = event.head
        }
        return head
    }

    /// Applies one change, or leaves everything as it was.
    mutating func apply(_ change: Change) throws(StoreError) -> CommitReceipt {
        try change.checkConsistency()
        if let key = change.key, let earlier = receipts[InMemoryStore.KeyName(key.key)] {
            guard earlier.commandHash == key.commandHash else { throw .keyReused(key.key.key) }
            return earlier.receipt
        }
        let id = change.result.id
        let name = ByteText(id.rawValue)
        let head = cases[name]?.head ?? .empty
        guard head.revision == change.expectedRevision, head.hash == change.event.previous else { throw .conflict(id) }
        for part in change.result.parts.values where change.parts[part.hash] == nil && parts[part.hash] == nil {
            throw .failed("change.part-missing")
        }
        let notices = Set(change.notices.map { ByteText($0.id) })
        guard notices.count == change.notices.count, !notices.contains(where: { outbox[$0] != nil }) else {
            throw .failed("change.notice-twice")
        }

        if cases[name] == nil { names.insert(name, at: place(of: name)) }
        cases[name] = StoredCase(value: change.result, head: change.event.head)
        assignments[name] = change.assignments
        events[ByteText(change.event.stream.description), default: []].append(change.event)
        parts.merge(change.parts) { known, _ in known }
        for notice in change.notices {
            outbox[ByteText(notice.id)] = InMemoryStore.OutboxRow(
                notice: notice, stream: change.event.stream, revision: change.event.revision,
                writtenAt: change.event.columns.at, dueAt: change.event.columns.at)
        }
        let receipt = CommitReceipt(case: id, revision: change.result.revision, state: change.result.state)
        if let key = change.key {
            receipts[InMemoryStore.KeyName(key.key)] = StoredReceipt(commandHash: key.commandHash, receipt: receipt)
        }
        return receipt
    }

    /// The index of the first name that is not before this one.
    func place(of name: ByteText) -> Int {
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if names[middle] < name { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The names after one, in order.
    func names(after id: CaseID?) -> ArraySlice<ByteText> {
        guard let id else { return names[...] }
        let name = ByteText(id.rawValue)
        let index = place(of: name)
        return names[(index < names.count && names[index] == name ? index + 1 : index)...]
    }
}
