public import Workflow
public import JSONDocument

/// Everything that one decided command writes, in one commit.
public struct Change: Sendable {
    /// The revision on which the decision was made; 0 for a new case.
    public var expectedRevision: Int
    /// The case as it is afterwards.
    public var result: Case
    /// The event, sealed behind the head on which the decision was made.
    public var event: SealedEvent
    /// Whose turn it is afterwards: replaces what was stored.
    public var assignments: [Assignment]
    /// Notices for the outbox.
    public var notices: [OutgoingNotice]
    /// The bytes of newly written parts by hash; known ones may be left out.
    public var parts: [String: [UInt8]]
    /// The command's key and hash, so that a repetition is recognised.
    public var key: StoredKey?

    /// A change.
    public init(
        expectedRevision: Int, result: Case, event: SealedEvent, assignments: [Assignment],
        notices: [OutgoingNotice] = [], parts: [String: [UInt8]] = [:], key: StoredKey? = nil
    ) {
        self.expectedRevision = expectedRevision
        self.result = result
        self.event = event
        self.assignments = assignments
        self.notices = notices
        self.parts = parts
        self.key = key
    }
}

/// A notice on its way into the outbox.
public struct OutgoingNotice: Sendable, Hashable {
    /// Its stable name: the case, the revision, the notifier's position.
    public var id: String
    /// The notifier's name.
    public var notifier: String
    /// The notifier's settings.
    public var configuration: JSONValue
    /// What the case is called.
    public var title: String

    /// A notice.
    public init(id: String, notifier: String, configuration: JSONValue, title: String) {
        self.id = id
        self.notifier = notifier
        self.configuration = configuration
        self.title = title
    }
}

/// A command's key: unique per actor.
public struct IdempotencyKey: Sendable, Hashable {
    /// Who sent the command.
    public var actor: UserID
    /// The key that the sender chose.
    public var key: String

    /// A key.
    public init(actor: UserID, key: String) {
        self.actor = actor
        self.key = key
    }
}

/// A key with the hash of the command for which it was used.
public struct StoredKey: Sendable, Hashable {
    /// The key.
    public var key: IdempotencyKey
    /// SHA-256 of the command.
    public var commandHash: String

    /// A key and its command.
    public init(key: IdempotencyKey, commandHash: String) {
        self.key = key
        self.commandHash = commandHash
    }
}

/// What became of a command that was carried out.
public struct CommitReceipt: Sendable, Hashable {
    /// The case.
    public var `case`: CaseID
    /// Its revision afterwards.
    public var revision: Int
    /// Its state afterwards.
    public var state: String

    /// A receipt.
    public init(case id: CaseID, revision: Int, state: String) {
        self.case = id
        self.revision = revision
        self.state = state
    }
}

/// A receipt and the command for which it was given.
public struct StoredReceipt: Sendable, Hashable {
    /// SHA-256 of the command.
    public var commandHash: String
    /// What became of it.
    public var receipt: CommitReceipt

    /// A stored receipt.
    public init(commandHash: String, receipt: CommitReceipt) {
        self.commandHash = commandHash
        self.receipt = receipt
    }
}

/// A case with the head of its stream.
public struct StoredCase: Sendable, Hashable {
    /// The case.
    public var value: Case
    /// The last event of its stream.
    public var head: StreamHead

    /// A case and its head.
    public init(value: Case, head: StreamHead) {
        self.value = value
        self.head = head
    }
}

/// The organisation with the head of its stream.
public struct StoredOrganisation: Sendable, Hashable {
    /// Units, people and grants.
    public var value: Organisation
    /// The last event of its stream.
    public var head: StreamHead

    /// An organisation and its head.
    public init(value: Organisation, head: StreamHead) {
        self.value = value
        self.head = head
    }
}

/// A definition that is kept for good.
public struct PublishedDefinition: Sendable, Hashable {
    /// Its identity.
    public var reference: DefinitionReference
    /// Its canonical JSON.
    public var bytes: [UInt8]

    /// A definition.
    public init(reference: DefinitionReference, bytes: [UInt8]) {
        self.reference = reference
        self.bytes = bytes
    }
}
