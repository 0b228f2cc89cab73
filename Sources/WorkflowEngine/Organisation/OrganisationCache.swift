internal import Synchronization
internal import WorkflowStore

/// The organisation as it was last read; read again only when its stream has grown.
final class OrganisationCache: Sendable {
    private let known = Mutex<StoredOrganisation?>(nil)

    func current(_ store: any WorkflowStore) async throws(StoreError) -> StoredOrganisation {
        let head = try await store.head(of: .organisation) ?? .empty
        if let known = known.withLock({ $0 }), known.head == head { return known }
        let fresh = try await store.organisation()
        known.withLock { $0 = fresh }
        return fresh
    }
}
