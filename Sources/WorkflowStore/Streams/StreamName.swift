public import Workflow

/// A chain of events: one for each case, one for the organisation, one for the definitions.
public enum StreamName: Sendable, Hashable, CustomStringConvertible {
    /// `case/ID`.
    case `case`(CaseID)
    /// `organisation`: units, users, grants.
    case organisation
    /// `definitions`: what was published.
    case definitions

    /// The name as it is stored and printed.
    public var description: String {
        switch self {
        case .case(let id): "case/" + id.rawValue
        case .organisation: "organisation"
        case .definitions: "definitions"
        }
    }

    /// Reads a stored name.
    public init?(_ text: String) {
        if text == "organisation" {
            self = .organisation
        } else if text == "definitions" {
            self = .definitions
        } else if text.hasPrefix("case/") {
            self = .case(CaseID(String(text.dropFirst(5))))
        } else {
            return nil
        }
    }
}

/// The last event of a stream.
public struct StreamHead: Sendable, Hashable {
    /// Its revision, from 1.
    public var revision: Int
    /// Its hash.
    public var hash: String

    /// A head.
    public init(revision: Int, hash: String) {
        self.revision = revision
        self.hash = hash
    }

    /// Before the first event: revision 0 and the hash of nothing.
    public static let empty = StreamHead(revision: 0, hash: String(repeating: "0", count: 64))
}

/// A place in the order of all events.
public struct EventCursor: Sendable, Hashable {
    /// The stream's name as stored.
    public var stream: String
    /// The revision in the stream.
    public var revision: Int

    /// A place.
    public init(stream: String, revision: Int) {
        self.stream = stream
        self.revision = revision
    }
}
