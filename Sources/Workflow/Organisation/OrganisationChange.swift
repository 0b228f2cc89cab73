/// What happened to the organisation: the payload of events of the stream `organisation`.
public enum OrganisationChange: Sendable, Hashable, Codable {
    /// A unit came into being.
    case unitAdded(OrganisationUnit)
    /// A person became known.
    case personAdded(Person)
    /// A person was given a role in a unit.
    case granted(Grant)
    /// A role was taken back.
    case revoked(Grant)
}

/// Why a change of the organisation cannot be made.
public enum OrganisationRefusal: Error, Sendable, Hashable {
    /// Names in commands are 1 to 64 letters, digits, `-`, `_` or `.`.
    case badName(String)
    /// The name that people read is missing.
    case emptyName(String)
    /// The unit is there already.
    case unitExists(UnitID)
    /// Another unit has this full name; imports find units by it.
    case unitNameTaken(String, UnitID)
    /// There is no such unit.
    case unknownUnit(UnitID)
    /// The person is there already, or the name is reserved.
    case personExists(UserID)
    /// There is no such person.
    case unknownPerson(UserID)
    /// This role is held in a unit, and none was named.
    case unitNeeded(String)
    /// The grant is in force already.
    case alreadyGranted(Grant)
    /// There is no such grant.
    case notGranted(Grant)
    /// Without an administrator nobody could manage anything any more.
    case lastAdministrator

    static func checkName(_ name: String) throws(OrganisationRefusal) {
        let allowed = name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_" || $0 == "."
        }
        guard allowed, (1...64).contains(name.count) else { throw .badName(name) }
    }
}
