internal import Foundation
internal import GRDB
public import Workflow
public import WorkflowStore

extension SQLiteStore {
    // MARK: Organisation

    /// Units, people and grants, with the head of their stream.
    public func organisation() async throws(StoreError) -> StoredOrganisation {
        try read { try SQLiteStore.organisation(on: $0) }
    }

    private static func organisation(on database: Database) throws -> StoredOrganisation {
        let statement = try database.cachedStatement(sql: "SELECT revision, head, digest, snapshot FROM organisation")
        guard let row = try Row.fetchOne(statement) else {
            return StoredOrganisation(value: Organisation(), head: .empty)
        }
        let columns = Columns(row, of: "organisation")
        let head = StreamHead(revision: try columns.integer(0), hash: try columns.hash(1))
        let snapshot = try columns.bytes(3)
        guard try columns.hash(2) == Digest.chain(head.hash, snapshot) else { throw StoreError.damaged(columns.place) }
        return StoredOrganisation(
            value: try Snapshot.decode(Organisation.self, snapshot, of: columns.place), head: head)
    }

    /// Appends events to the stream `organisation`; all or none.
    public func commit(
        organisation events: [SealedEvent], result: Organisation, expectedRevision: Int
    ) async throws(StoreError) {
        try await write { database in
            let stored = try SQLiteStore.organisation(on: database).head
            guard stored.revision == expectedRevision else { throw StoreError.streamConflict(.organisation) }
            let head = try SQLiteStore.append(events, behind: stored, of: .organisation, on: database)
            guard result.revision == head.revision else { throw StoreError.failed("change.revision") }
            let snapshot = try Snapshot.encode(result)
            try database.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO organisation (singleton, revision, head, digest, snapshot)
                    VALUES (1, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                head.revision, try HashText.required(head.hash), try Snapshot.digest(head, snapshot), Data(snapshot),
            ])
        }
    }

    /// Appends events that follow a head one by one; the head after them.
    private static func append(
        _ events: [SealedEvent], behind head: StreamHead, of stream: StreamName, on database: Database
    ) throws -> StreamHead {
        var head = head
        for event in events {
            try event.checkSeal()
            guard event.stream == stream, event.revision == head.revision + 1, event.previous == head.hash else {
                throw StoreError.streamConflict(stream)
            }
            try append(event, on: database)
            head = event.head
        }
        return head
    }

    // MARK: Definitions

    /// Keeps a definition for good. The same version with the same hash is no change; with another hash it is refused.
    public func publish(_ definition: PublishedDefinition, event: SealedEvent) async throws(StoreError) {
        let reference = definition.reference
        try await write { database in
            let known = try database.cachedStatement(sql: "SELECT hash FROM definitions WHERE id = ? AND version = ?")
            if let row = try Row.fetchOne(known, arguments: [reference.id, reference.version]) {
                if try Columns(row, of: "definitions").hash(0) == reference.hash { return }
                throw StoreError.versionTaken(id: reference.id, version: reference.version)
            }
            guard Digest.sha256(definition.bytes) == reference.hash else {
                throw StoreError.failed("change.definition-hash")
            }
            let head = try SQLiteStore.head(of: .definitions, on: database) ?? .empty
            _ = try SQLiteStore.append([event], behind: head, of: .definitions, on: database)
            try database.cachedStatement(sql: "INSERT INTO definitions (id, version, hash, bytes) VALUES (?, ?, ?, ?)")
                .execute(arguments: [
                    reference.id, reference.version, try HashText.required(reference.hash), Data(definition.bytes),
                ])
        }
    }

    /// All definitions, oldest first, without their bytes.
    public func definitions() async throws(StoreError) -> [DefinitionReference] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT id, version, hash FROM definitions ORDER BY number").map { row in
                let columns = Columns(row, of: "definitions")
                return DefinitionReference(
                    id: try columns.text(0), version: try columns.text(1), hash: try columns.hash(2))
            }
        }
    }

    /// The canonical bytes of a definition, or `nil`.
    public func definition(_ reference: DefinitionReference) async throws(StoreError) -> [UInt8]? {
        guard let hash = HashText.data(reference.hash) else { return nil }
        return try read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT bytes FROM definitions WHERE id = ? AND version = ? AND hash = ?")
            return try Row.fetchOne(statement, arguments: [reference.id, reference.version, hash]).map { row in
                try Columns(row, of: "definition \(reference.id) \(reference.version)").bytes(0)
            }
        }
    }
}
