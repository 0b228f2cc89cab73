internal import Foundation

/// One place in the tree of units, e.g. a department, its primary budget unit, the finance bureau. Kinds are data.
public struct OrganisationUnit: Sendable, Hashable, Codable {
    /// The unit's name in commands, e.g. `petitions`.
    public var id: UnitID
    /// The unit's full name as it stands in the tables, e.g. `云澜区信访局（本级）`.
    public var name: String
    /// What it is, e.g. `primary-budget-unit`; workflow files refer to kinds in `{"ancestor": KIND}`.
    public var kind: String
    /// The unit above, `nil` at the top.
    public var parent: UnitID?

    /// A unit with its place.
    public init(id: UnitID, name: String, kind: String, parent: UnitID?) {
        self.id = id
        self.name = name
        self.kind = kind
        self.parent = parent
    }
}

/// Somebody who acts, known by the name under which the operating system or an administrator identifies him or her.
public struct Person: Sendable, Hashable, Codable {
    /// The user's name in commands.
    public var id: UserID
    /// The name that people read.
    public var name: String

    /// A person.
    public init(id: UserID, name: String) {
        self.id = id
        self.name = name
    }

    /// The actor of everything that happens by itself: timers, schedules, follow-up commands.
    public static let system: UserID = "system"
}

/// A role that a person holds in a unit.
public struct Grant: Sendable, Hashable, Codable {
    /// Who holds it.
    public var user: UserID
    /// The role's name as workflow files have it, or ``administrator``.
    public var role: String
    /// Where it is held; `nil` only for ``administrator``.
    public var unit: UnitID?

    /// A grant.
    public init(user: UserID, role: String, unit: UnitID?) {
        self.user = user
        self.role = role
        self.unit = unit
    }

    /// The role that manages units, users and definitions. It decides no case by itself.
    public static let administrator = "administrator"
}

/// Units, people and grants as one value: the state of the stream `organisation`.
public struct Organisation: Sendable, Hashable, Codable {
    /// The number of events that led here.
    public private(set) var revision: Int
    /// All units by name.
    public private(set) var units: [UnitID: OrganisationUnit]
    /// All people by name.
    public private(set) var people: [UserID: Person]
    /// All grants in force, in the order in which they were made.
    public private(set) var grants: [Grant]

    /// Nobody and nothing yet.
    public init() {
        revision = 0
        units = [:]
        people = [:]
        grants = []
    }

    /// Takes over what an event says. Events are checked before they are kept (``check(_:)``), so this cannot fail.
    public mutating func apply(_ change: OrganisationChange) {
        revision += 1
        switch change {
        case .unitAdded(let unit): units[unit.id] = unit
        case .personAdded(let person): people[person.id] = person
        case .granted(let grant): if !grants.contains(grant) { grants.append(grant) }
        case .revoked(let grant): grants.removeAll { $0 == grant }
        }
    }

    /// Why a change cannot be made, or nothing.
    public func check(_ change: OrganisationChange) throws(OrganisationRefusal) {
        switch change {
        case .unitAdded(let unit):
            try OrganisationRefusal.checkName(unit.id.rawValue)
            try OrganisationRefusal.checkName(unit.kind)
            if unit.name.trimmed.isEmpty { throw .emptyName(unit.id.rawValue) }
            if units[unit.id] != nil { throw .unitExists(unit.id) }
            let folded = Organisation.folded(unit.name)
            if let twin = units.values.first(where: { Organisation.folded($0.name) == folded }) {
                throw .unitNameTaken(unit.name, twin.id)
            }
            if let parent = unit.parent, units[parent] == nil { throw .unknownUnit(parent) }
        case .personAdded(let person):
            try OrganisationRefusal.checkName(person.id.rawValue)
            if person.name.trimmed.isEmpty { throw .emptyName(person.id.rawValue) }
            if people[person.id] != nil || person.id == Person.system { throw .personExists(person.id) }
        case .granted(let grant):
            if people[grant.user] == nil { throw .unknownPerson(grant.user) }
            if let unit = grant.unit {
                if units[unit] == nil { throw .unknownUnit(unit) }
            } else if grant.role != Grant.administrator {
                throw .unitNeeded(grant.role)
            }
            if grants.contains(grant) { throw .alreadyGranted(grant) }
        case .revoked(let grant):
            if !grants.contains(grant) { throw .notGranted(grant) }
            if grant.role == Grant.administrator, grants.count(where: { $0.role == Grant.administrator }) == 1 {
                throw .lastAdministrator
            }
        }
    }

    /// The unit and everything above it, nearest first. A cycle, which ``check(_:)`` prevents, would end the list.
    public func path(from unit: UnitID) -> [OrganisationUnit] {
        var path: [OrganisationUnit] = []
        var seen: Set<UnitID> = []
        var next: UnitID? = unit
        while let id = next, seen.insert(id).inserted, let found = units[id] {
            path.append(found)
            next = found.parent
        }
        return path
    }

    /// Whether this person manages units, users and definitions.
    public func isAdministrator(_ user: UserID) -> Bool {
        grants.contains { $0.user == user && $0.role == Grant.administrator }
    }

    /// A unit by its name in commands or by its full name; white space and the width of brackets do not matter.
    public func unit(named text: String) -> OrganisationUnit? {
        if let unit = units[UnitID(text)] { return unit }
        let wanted = Organisation.folded(text)
        return units.values.filter { Organisation.folded($0.name) == wanted }.min { $0.id < $1.id }
    }

    private static func folded(_ name: String) -> String {
        String(name.precomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.properties.isWhitespace })
    }
}
