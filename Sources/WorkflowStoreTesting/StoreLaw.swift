public import Testing
internal import Workflow
public import WorkflowStore

/// One promise of ``WorkflowStore``, and how to see whether a store keeps it.
///
/// Every store runs all of them:
///
/// ```swift
/// @Test("My store keeps every law", arguments: StoreLaw.all)
/// func keeps(law: StoreLaw) async throws {
///     try await law.check(StoreUnderTest { MyStore() })
/// }
/// ```
public struct StoreLaw: Sendable, CustomTestStringConvertible {
    /// The promise, as a sentence.
    public let name: String
    let body: @Sendable (StoreUnderTest) async throws -> Void

    init(_ name: String, _ body: @escaping @Sendable (StoreUnderTest) async throws -> Void) {
        self.name = name
        self.body = body
    }

    /// The promise, as a sentence.
    public var testDescription: String { name }

    /// Records an issue of Swift Testing for everything that is not as promised.
    public func check(_ store: StoreUnderTest) async throws { try await body(store) }

    /// All laws.
    public static let all: [StoreLaw] =
        commitLaws + keyLaws + listLaws + inboxLaws + outboxLaws + ledgerLaws + eventLaws + auditLaws
}

/// How to make the stores that a law is checked on.
public struct StoreUnderTest: Sendable {
    let make: @Sendable () async throws -> any WorkflowStore
    let tamper: (@Sendable (any WorkflowStore, Tampering) async throws -> Void)?

    /// - Parameter make: An empty store, another one each time.
    /// - Parameter tamper: Changes what is stored behind the store's back, as somebody with access to the disk could;
    ///   without it, the laws on verification of changed stores are not checked.
    public init(
        make: @escaping @Sendable () async throws -> any WorkflowStore,
        tamper: (@Sendable (any WorkflowStore, Tampering) async throws -> Void)? = nil
    ) {
        self.make = make
        self.tamper = tamper
    }

    /// A store with organisation and definition, and what it was made from.
    func prepared() async throws -> (any WorkflowStore, StoreFixture) {
        let store = try await make()
        let fixture = try StoreFixture()
        try await fixture.prepare(store)
        return (store, fixture)
    }
}

/// What somebody with access to the disk could do to an event.
public enum Tampering: Sendable, Hashable {
    /// One byte of an event becomes another.
    case changeByte(of: StreamName, revision: Int)
    /// An event is gone.
    case remove(from: StreamName, revision: Int)
    /// An event is replaced by another one, hash included.
    case replace(SealedEvent)
}

extension WorkflowStore {
    /// Commits one change, which must be accepted.
    @discardableResult
    func commitOne(_ change: Change) async throws -> CommitReceipt {
        try await commit([change])[0].get()
    }

    /// Commits changes, which must all be accepted.
    @discardableResult
    func commitAll(_ changes: [Change]) async throws -> [CommitReceipt] {
        try await commit(changes).map { try $0.get() }
    }

    /// The error of one change, which must be refused.
    func refusal(of change: Change) async throws -> StoreError {
        switch await commit([change])[0] {
        case .success: throw StoreFixture.Broken(reasons: ["committed, though it should be refused"])
        case .failure(let error): return error
        }
    }

    /// Everything that a case has left in the store.
    func traces(of change: Change) async throws -> [String] {
        var traces: [String] = []
        if try await storedCase(change.result.id) != nil { traces.append("case") }
        if try await head(of: change.event.stream) != nil { traces.append("events") }
        for hash in change.parts.keys where try await part(hash) != nil { traces.append("part") }
        if let key = change.key, try await receipt(for: key.key) != nil { traces.append("key") }
        return traces
    }
}
