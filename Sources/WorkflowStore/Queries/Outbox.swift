public import Workflow
public import JSONDocument

/// A notice that was taken out of the outbox for delivery.
public struct LeasedNotice: Sendable, Hashable {
    /// Its stable name.
    public var id: String
    /// The notifier's name.
    public var notifier: String
    /// The notifier's settings.
    public var configuration: JSONValue
    /// What the case is called.
    public var title: String
    /// Which attempt this is, from 1.
    public var attempt: Int
    /// The event it is about.
    public var event: StoredEvent

    /// A leased notice.
    public init(
        id: String, notifier: String, configuration: JSONValue, title: String, attempt: Int, event: StoredEvent
    ) {
        self.id = id
        self.notifier = notifier
        self.configuration = configuration
        self.title = title
        self.attempt = attempt
        self.event = event
    }
}

/// What became of a leased notice.
public struct NoticeOutcome: Sendable, Hashable {
    /// What became of it.
    public enum Result: Sendable, Hashable {
        /// Delivered: it leaves the outbox.
        case delivered
        /// Not delivered: to be tried again at this time.
        case retry(at: Timestamp, reason: String)
        /// Given up: it stays in the outbox until somebody looks at it.
        case parked(reason: String)
    }

    /// The notice.
    public var id: String
    /// What became of it.
    public var result: Result

    /// An outcome.
    public init(id: String, result: Result) {
        self.id = id
        self.result = result
    }
}

/// The outbox at a glance.
public struct OutboxSummary: Sendable, Hashable {
    /// Notices that wait for delivery.
    public var waiting: Int
    /// Notices that were given up.
    public var parked: Int
    /// When the oldest waiting notice was written.
    public var oldest: Timestamp?

    /// A summary.
    public init(waiting: Int, parked: Int, oldest: Timestamp?) {
        self.waiting = waiting
        self.parked = parked
        self.oldest = oldest
    }
}

/// What a store is and how it is.
public struct StoreHealth: Sendable, Hashable {
    /// The kind of store, e.g. `SQLite 3.40.1`.
    public var product: String
    /// The last migration that was applied.
    public var schema: String
    /// Size on disk in bytes, where there is a disk.
    public var bytes: Int?
    /// Free space on that disk in bytes.
    public var freeBytes: Int?
    /// What the store's own check found; empty if all is well.
    public var problems: [String]

    /// Health.
    public init(product: String, schema: String, bytes: Int? = nil, freeBytes: Int? = nil, problems: [String] = []) {
        self.product = product
        self.schema = schema
        self.bytes = bytes
        self.freeBytes = freeBytes
        self.problems = problems
    }
}
