public import Workflow
internal import Synchronization

extension InMemoryStore {
    /// Takes notices that are due and not leased by anybody else, and leases them to `owner`.
    public func leaseNotices(
        owner: String, now: Timestamp, until: Timestamp, limit: Int
    ) async throws(StoreError) -> [LeasedNotice] {
        state.withLock { state in
            // A lease moves the moment at which the notice is due again: when it runs out, somebody else may try.
            let due = state.outbox.filter { $0.value.parkedFor == nil && $0.value.dueAt <= now }
                .sorted { ($0.value.dueAt, $0.key) < ($1.value.dueAt, $1.key) }.prefix(max(0, limit))
            return due.compactMap { id, row in
                let events = state.events[ByteText(row.stream.description)] ?? []
                guard let event = events.first(where: { $0.revision == row.revision }) else { return nil }
                state.outbox[id]?.owner = owner
                state.outbox[id]?.dueAt = until
                state.outbox[id]?.attempts += 1
                return LeasedNotice(
                    id: row.notice.id, notifier: row.notice.notifier, configuration: row.notice.configuration,
                    title: row.notice.title, attempt: row.attempts + 1, event: event)
            }
        }
    }

    /// Says what became of leased notices. What somebody else has leased meanwhile stays as it is.
    public func settle(_ outcomes: [NoticeOutcome], owner: String) async throws(StoreError) {
        state.withLock { state in
            for outcome in outcomes {
                let id = ByteText(outcome.id)
                guard state.outbox[id]?.owner == owner, state.outbox[id]?.parkedFor == nil else { continue }
                state.outbox[id]?.owner = nil
                switch outcome.result {
                case .delivered: state.outbox[id] = nil
                case .retry(let at, _): state.outbox[id]?.dueAt = at
                case .parked(let reason): state.outbox[id]?.parkedFor = reason
                }
            }
        }
    }

    /// How many notices wait or are parked, and since when the oldest waits.
    public func outboxSummary() async throws(StoreError) -> OutboxSummary {
        state.withLock { state in
            let waiting = state.outbox.values.filter { $0.parkedFor == nil }
            return OutboxSummary(
                waiting: waiting.count, parked: state.outbox.count - waiting.count,
                oldest: waiting.map(\.writtenAt).min())
        }
    }
}
