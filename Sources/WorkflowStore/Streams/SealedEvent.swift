public import Workflow
internal import JSONDocument
internal import Crypto

/// An event as it is kept: the exact bytes that were hashed, and the link to the event before.
public struct SealedEvent: Sendable, Hashable {
    /// The stream.
    public var stream: StreamName
    /// The position in the stream, from 1.
    public var revision: Int
    /// The hash of the event before; 64 zeros for the first.
    public var previous: String
    /// SHA-256 of the previous hash (as 64 hexadecimal characters) followed by the bytes, in hexadecimal.
    public var hash: String
    /// Canonical JSON.
    public var bytes: [UInt8]
    /// What columns beside the bytes repeat.
    public var columns: EventColumns

    /// An event from what is stored, without checking anything.
    public init(
        stream: StreamName, revision: Int, previous: String, hash: String, bytes: [UInt8], columns: EventColumns
    ) {
        self.stream = stream
        self.revision = revision
        self.previous = previous
        self.hash = hash
        self.bytes = bytes
        self.columns = columns
    }

    /// Seals an event of a case behind the head of its stream.
    public init(_ event: CaseEvent, behind head: StreamHead) throws {
        let bytes = try JSONValueEncoder().encode(event).canonicalBytes()
        self.init(
            sealing: bytes, stream: .case(event.case), revision: event.revision, behind: head,
            columns: EventColumns(kind: event.kind.rawValue, at: event.at, user: event.actor.user))
    }

    /// Seals an event of the organisation or of the definitions behind the head of its stream.
    public init(_ event: LedgerEvent, in stream: StreamName, behind head: StreamHead) throws {
        let bytes = try JSONValueEncoder().encode(event).canonicalBytes()
        self.init(
            sealing: bytes, stream: stream, revision: event.revision, behind: head,
            columns: EventColumns(kind: event.kind, at: event.at, user: event.actor.user))
    }

    private init(
        sealing bytes: [UInt8], stream: StreamName, revision: Int, behind head: StreamHead, columns: EventColumns
    ) {
        self.init(
            stream: stream, revision: revision, previous: head.hash, hash: Digest.chain(head.hash, bytes), bytes: bytes,
            columns: columns)
    }

    /// The head of the stream after this event.
    public var head: StreamHead { StreamHead(revision: revision, hash: hash) }
}

/// Columns that repeat parts of an event's bytes, so that lists need no decoding. Verification compares them.
public struct EventColumns: Sendable, Hashable {
    /// The kind of event.
    public var kind: String
    /// When it happened.
    public var at: Timestamp
    /// Who did it.
    public var user: UserID

    /// Columns.
    public init(kind: String, at: Timestamp, user: UserID) {
        self.kind = kind
        self.at = at
        self.user = user
    }
}

/// A stored event is a sealed one.
public typealias StoredEvent = SealedEvent

/// SHA-256 in the forms that the store needs.
public enum Digest: Sendable {
    /// SHA-256 of bytes, in hexadecimal.
    public static func sha256(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

    /// SHA-256 of the previous hash and an event's bytes, in hexadecimal.
    public static func chain(_ previous: String, _ bytes: [UInt8]) -> String {
        var hasher = SHA256()
        hasher.update(data: Array(previous.utf8))
        hasher.update(data: bytes)
        return hexadecimal(hasher.finalize())
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
