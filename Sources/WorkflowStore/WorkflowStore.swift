public import Workflow

/// Keeps cases, their events, and everything that follows from them, in the domain's verbs.
///
/// Laws, held by `WorkflowStoreTesting` for every implementation:
/// - ``commit(_:)`` is atomic per change and durable when it answers; a refused change leaves no trace, whatever its
///   neighbours do.
/// - A change whose `expectedRevision` or previous hash is not the stored one is refused with ``StoreError/conflict(_:)``.
/// - A change whose key was used for the same command gives the earlier receipt and writes nothing; with another command
///   it is refused with ``StoreError/keyReused(_:)``. The key is looked at before the revision.
/// - A change that does not fit together (event, case and revision; hashes; a part that is neither stored nor comes along;
///   two notices of one name) is a mistake of the caller and refused with ``StoreError/failed(_:)``.
/// - Names are compared, and lists are ordered, by the bytes of their UTF-8. A list with a limit of 0 or less is empty.
/// - Events are never changed or removed.
/// - Reads see only what was committed; each single read is a consistent snapshot.
/// - Waiting for another process is bounded; then ``StoreError/busy`` is thrown and nothing was written.
public protocol WorkflowStore: Sendable {
    // MARK: Cases

    /// The case with its head, or `nil`.
    func storedCase(_ id: CaseID) async throws(StoreError) -> StoredCase?

    /// Cases in the order of their names.
    func cases(_ query: CaseQuery) async throws(StoreError) -> [StoredCase]

    /// How many cases there are per workflow, period and state, in that order; `after` and `limit` do not matter.
    func counts(_ query: CaseQuery) async throws(StoreError) -> [CaseCount]

    /// Open assignments, by due date (those without one last), then by case.
    func inbox(_ query: InboxQuery) async throws(StoreError) -> [InboxEntry]

    /// Cases in a state and period that have no task of the schedule yet, in the order of their names.
    func casesWithoutTask(_ query: ScheduleQuery) async throws(StoreError) -> [StoredCase]

    /// Applies changes, each by itself, in their order; the answers have the same order.
    func commit(_ changes: [Change]) async -> [Result<CommitReceipt, StoreError>]

    /// What became of an earlier command with this key, if there was one.
    func receipt(for key: IdempotencyKey) async throws(StoreError) -> StoredReceipt?

    /// The bytes of a part, or `nil`.
    func part(_ hash: String) async throws(StoreError) -> [UInt8]?

    // MARK: Organisation and definitions

    /// Units, people and grants, with the head of their stream.
    func organisation() async throws(StoreError) -> StoredOrganisation

    /// Appends events to the stream `organisation`; all or none.
    func commit(organisation events: [SealedEvent], result: Organisation, expectedRevision: Int)
        async throws(StoreError)

    /// Keeps a definition for good. The same version with the same hash is no change; with another hash it is refused.
    func publish(_ definition: PublishedDefinition, event: SealedEvent) async throws(StoreError)

    /// All definitions, oldest first, without their bytes.
    func definitions() async throws(StoreError) -> [DefinitionReference]

    /// The canonical bytes of a definition, or `nil`.
    func definition(_ reference: DefinitionReference) async throws(StoreError) -> [UInt8]?

    // MARK: Events

    /// Events of one stream, oldest first, after a revision.
    func events(of stream: StreamName, after revision: Int, limit: Int) async throws(StoreError) -> [StoredEvent]

    /// All events in the order of stream and revision, for verification.
    func allEvents(after cursor: EventCursor?, limit: Int) async throws(StoreError) -> [StoredEvent]

    /// The revision and hash of the last event of a stream; `nil` for a stream without events.
    func head(of stream: StreamName) async throws(StoreError) -> StreamHead?

    // MARK: Outbox

    /// Takes notices that are due and not leased, oldest first, and leases them to `owner`; when the lease has run out,
    /// anybody may take them again.
    func leaseNotices(owner: String, now: Timestamp, until: Timestamp, limit: Int) async throws(StoreError)
        -> [LeasedNotice]

    /// Says what became of leased notices. What somebody else has leased meanwhile stays as it is.
    func settle(_ outcomes: [NoticeOutcome], owner: String) async throws(StoreError)

    /// How many notices wait or are parked, and since when the oldest waits.
    func outboxSummary() async throws(StoreError) -> OutboxSummary

    // MARK: Schedules

    /// The last run of each schedule and period.
    func scheduleRuns() async throws(StoreError) -> [ScheduleRun]

    /// Remembers a run; a later run of the same schedule and period replaces it.
    func record(_ run: ScheduleRun) async throws(StoreError)

    // MARK: Care

    /// What the store is and how it is.
    func health() async throws(StoreError) -> StoreHealth
}
