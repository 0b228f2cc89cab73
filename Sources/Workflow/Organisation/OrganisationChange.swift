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
    /// Names in commands are 1 to 64 letters, digits, `-`, `_` or `.`, and begin with a letter or a digit.
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
    /// No published workflow has this role.
    case unknownRole(String, known: [String])
    /// The grant is in force already.
    case alreadyGranted(Grant)
    /// There is no such grant.
    case notGranted(Grant)
    /// Without an administrator nobody could manage anything any more.
    case lastAdministrator

    static func checkName(_ name: String) throws(OrganisationRefusal) {
        func isWordly(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        }
        guard let first = name.unicodeScalars.first, isWordly(first), name.unicodeScalars.count <= 64,
            name.unicodeScalars.allSatisfy({ isWordly($0) || $0 == "-" || $0 == "_" || $0 == "." })
        else { throw .badName(name) }
    }
}
