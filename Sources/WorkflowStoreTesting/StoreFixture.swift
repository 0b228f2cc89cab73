internal import JSONDocument
public import Workflow
public import WorkflowStore

/// A small workflow with its people, and changes to commit: what tests of stores and engines are made of.
///
/// A request for leave: a clerk asks (`draft` → `asked`), the head and then both of finance sign (→ `granted`), a task at
/// the end of the year asks for a report, the clerk closes (→ `closed`).
public struct StoreFixture: Sendable {
    /// The definition of `leave`.
    public let definition: WorkflowDefinition
    /// Its identity.
    public let reference: DefinitionReference
    /// Units, people and grants.
    public let organisation: Organisation
    /// The events that made the organisation.
    public let organisationEvents: [SealedEvent]

    /// Why a fixture cannot be made.
    public struct Broken: Error, Sendable {
        /// What is wrong.
        public let reasons: [String]
    }

    /// The fixture.
    public init() throws {
        let reading = DefinitionLoader.load(Array(StoreFixture.definitionText.utf8))
        guard let definition = reading.definition else { throw Broken(reasons: reading.problems.map { "\($0)" }) }
        self.definition = definition
        reference = DefinitionReference(
            id: definition.id, version: definition.version, hash: Digest.sha256(definition.canonicalBytes))
        var organisation = Organisation()
        var head = StreamHead.empty
        organisationEvents = try StoreFixture.organisationChanges.map { change in
            try organisation.check(change)
            organisation.apply(change)
            let sealed = try StoreFixture.seal(change, behind: head)
            head = sealed.head
            return sealed
        }
        self.organisation = organisation
    }

    /// Puts organisation and definition into an empty store.
    public func prepare(_ store: some WorkflowStore) async throws {
        try await store.commit(organisation: organisationEvents, result: organisation, expectedRevision: 0)
        try await store.publish(published, event: try seal(publishing: reference, behind: .empty))
    }

    /// The definition as it is kept.
    public var published: PublishedDefinition {
        PublishedDefinition(reference: reference, bytes: definition.canonicalBytes)
    }

    /// A moment so many minutes after the first of March 2025.
    public static func minute(_ count: Int) -> Timestamp {
        Timestamp(milliseconds: 1_740_787_200_000 + Int64(count) * 60_000)
    }

    // MARK: Changes

    /// A new case, with a part `form` of its own.
    public func creation(
        of id: CaseID, subject: String = "leave", period: String = "2025", unit: UnitID = "petitions",
        minute: Int = 0, form: String? = nil, key: StoredKey? = nil
    ) throws -> Change {
        let (part, bytes) = StoreFixture.part(form ?? "form of \(id)")
        return try change(
            nil, id,
            .create(
                subject: subject, period: period, unit: unit,
                writing: Writing(parts: ["form": part], fields: ["document.form.text": .string(form ?? "")])),
            by: "mei", minute: minute, parts: [part.hash: bytes], key: key)
    }

    /// An action on a case.
    public func action(
        _ name: String, on stored: StoredCase, by user: UserID, minute: Int = 1, key: StoredKey? = nil
    ) throws -> Change {
        try change(stored, stored.value.id, .act(ActionRequest(name)), by: user, minute: minute, key: key)
    }

    /// Another `form` for a case in `draft`.
    public func writing(_ form: String, on stored: StoredCase, minute: Int = 1, key: StoredKey? = nil) throws -> Change
    {
        let (part, bytes) = StoreFixture.part(form)
        return try change(
            stored, stored.value.id, .write(Writing(parts: ["form": part]), comment: nil), by: "mei", minute: minute,
            parts: [part.hash: bytes], key: key)
    }

    /// The task that the schedule `yearly` makes for a case in `granted`.
    public func task(on stored: StoredCase, minute: Int = 5) throws -> Change {
        try change(
            stored, stored.value.id,
            .task(schedule: "yearly", period: stored.value.period, writing: .nothing), by: Person.system,
            minute: minute)
    }

    /// The changes that bring a case all the way to `granted`, the last one first asked for by `mei`.
    public func grantedCase(_ id: CaseID, period: String = "2025", unit: UnitID = "petitions") throws -> [Change] {
        var changes = [try creation(of: id, period: period, unit: unit)]
        for (name, user) in [("ask", "mei"), ("grant", "gao"), ("grant", "lin"), ("grant", "wu")] {
            let stored = changes[changes.count - 1].stored
            changes.append(try action(name, on: stored, by: UserID(user), minute: changes.count))
        }
        return changes
    }

    private func change(
        _ stored: StoredCase?, _ id: CaseID, _ request: CaseRequest, by user: UserID, minute: Int,
        parts: [String: [UInt8]] = [:], key: StoredKey? = nil
    ) throws -> Change {
        let isSystem = user == Person.system
        let context = TransitionContext(
            definition: definition, reference: reference, organisation: organisation, calendar: .weekendsOnly,
            now: StoreFixture.minute(minute),
            actor: ActorRecord(user: user, identity: isSystem ? .system : .osUser, client: "tests"), command: "test")
        let transition = try definition.transition(stored?.value, id, request, in: context)
        let head = stored?.head ?? .empty
        return Change(
            expectedRevision: head.revision, result: transition.case,
            event: try SealedEvent(transition.event, behind: head),
            assignments: definition.assignments(of: transition.case, in: organisation),
            notices: transition.notify.enumerated().map { position, use in
                OutgoingNotice(
                    id: "\(id):\(transition.case.revision):\(position)", notifier: use.name,
                    configuration: use.configuration, title: "Leave \(id)")
            }, parts: parts, key: key)
    }

    // MARK: Ledgers

    /// Seals a change of the organisation.
    public static func seal(_ change: OrganisationChange, behind head: StreamHead) throws -> SealedEvent {
        try SealedEvent(
            LedgerEvent(
                revision: head.revision + 1, at: minute(0), actor: administrator, command: "test", organisation: change
            ), in: .organisation, behind: head)
    }

    /// Seals the publication of a definition.
    public func seal(publishing reference: DefinitionReference, behind head: StreamHead) throws -> SealedEvent {
        try SealedEvent(
            LedgerEvent(
                revision: head.revision + 1, at: StoreFixture.minute(0), actor: StoreFixture.administrator,
                command: "test", published: reference), in: .definitions, behind: head)
    }

    /// A definition that was never loaded, for tests of publishing.
    public static func definition(version: String, text: String) -> PublishedDefinition {
        let bytes = JSONValue.string(text).canonicalBytes()
        return PublishedDefinition(
            reference: DefinitionReference(id: "leave", version: version, hash: Digest.sha256(bytes)), bytes: bytes)
    }

    /// A part with a text in it, and its bytes.
    public static func part(_ text: String) -> (reference: PartReference, bytes: [UInt8]) {
        let bytes = JSONValue.object(["text": .string(text)]).canonicalBytes()
        return (PartReference(hash: Digest.sha256(bytes), size: bytes.count), bytes)
    }

    private static let administrator = ActorRecord(
        user: "root", role: "administrator", identity: .osUser, client: "tests")
}

extension Change {
    /// The case as it is stored after this change.
    public var stored: StoredCase { StoredCase(value: result, head: event.head) }
}
