public import Workflow

/// Why the store could not do what it was asked.
public enum StoreError: Error, Sendable, Hashable {
    /// The case is not at the revision that was expected; somebody else was first.
    case conflict(CaseID)
    /// The stream is not at the revision that was expected.
    case streamConflict(StreamName)
    /// This key was used for another command.
    case keyReused(String)
    /// This version is known with another content.
    case versionTaken(id: String, version: String)
    /// Another process held the store for longer than the limit.
    case busy(seconds: Double)
    /// The store may not be written.
    case readOnly
    /// The disk is full.
    case full
    /// The folder holds a store already.
    case exists(String)
    /// The folder holds no store of ours.
    case notAStore(String)
    /// The store was written by a newer shenpi.
    case newer(found: String)
    /// Something that must be there is missing or damaged.
    case damaged(String)
    /// Anything else that the disk or the database reports, with its code.
    case failed(String)

    /// The stable code for messages.
    public var code: String {
        switch self {
        case .conflict: "store.conflict"
        case .streamConflict: "store.stream-conflict"
        case .keyReused: "store.key-reused"
        case .versionTaken: "store.version-taken"
        case .busy: "store.busy"
        case .readOnly: "store.read-only"
        case .full: "store.full"
        case .exists: "store.exists"
        case .notAStore: "store.not-a-store"
        case .newer: "store.newer"
        case .damaged: "store.damaged"
        case .failed: "store.failed"
        }
    }

    /// What a text is made from.
    public var values: [String: String] {
        switch self {
        case .conflict(let id): ["case": id.rawValue]
        case .streamConflict(let stream): ["stream": stream.description]
        case .keyReused(let key): ["key": key]
        case .versionTaken(let id, let version): ["workflow": id, "version": version]
        case .busy(let seconds): ["seconds": String(seconds)]
        case .readOnly, .full: [:]
        case .exists(let folder): ["folder": folder]
        case .notAStore(let reason), .damaged(let reason), .failed(let reason): ["reason": reason]
        case .newer(let found): ["found": found]
        }
    }
}
