public import Workflow

/// Something that happened to the organisation or to the definitions.
public struct LedgerEvent: Sendable, Hashable, Codable {
    /// The position in its stream, from 1.
    public var revision: Int
    /// When.
    public var at: Timestamp
    /// Who did it and how we know.
    public var actor: ActorRecord
    /// The command that caused it.
    public var command: String
    /// What happened to the organisation.
    public var organisation: OrganisationChange?
    /// What was published.
    public var published: DefinitionReference?

    /// An event.
    public init(
        revision: Int, at: Timestamp, actor: ActorRecord, command: String, organisation: OrganisationChange? = nil,
        published: DefinitionReference? = nil
    ) {
        self.revision = revision
        self.at = at
        self.actor = actor
        self.command = command
        self.organisation = organisation
        self.published = published
    }

    /// The kind of event, for lists.
    public var kind: String {
        switch organisation {
        case .unitAdded: "unit-added"
        case .personAdded: "person-added"
        case .granted: "granted"
        case .revoked: "revoked"
        case nil: "published"
        }
    }
}
