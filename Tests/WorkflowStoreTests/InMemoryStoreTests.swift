import Testing
import WorkflowStore
import WorkflowStoreTesting

@Suite("The store in memory")
struct InMemoryStoreTests {
    @Test("keeps every law of a store", arguments: StoreLaw.all)
    func laws(_ law: StoreLaw) async throws {
        try await law.check(StoreUnderTest(make: { InMemoryStore() }, tamper: tamper))
    }

    private func tamper(_ store: any WorkflowStore, _ tampering: Tampering) async throws {
        let store = try #require(store as? InMemoryStore)
        switch tampering {
        case .changeByte(let stream, let revision):
            store.tamper(with: stream, revision: revision) { event in
                var event = event
                event.bytes[event.bytes.count / 2] ^= 1
                return event
            }
        case .remove(let stream, let revision): store.tamper(with: stream, revision: revision) { _ in nil }
        case .replace(let event): store.tamper(with: event.stream, revision: event.revision) { _ in event }
        }
    }
}
