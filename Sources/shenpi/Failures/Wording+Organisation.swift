internal import ShenpiMessages
internal import Workflow

extension Wording {
    /// What a refused change of units and people means to the user.
    func failure(_ refusal: OrganisationRefusal) -> CommandFailure {
        let code: String
        let values: [String: String]
        var exit = CommandFailure.Exit.refused
        switch refusal {
        case .badName(let name): (code, values, exit) = ("bad-name", ["name": name], .badInput)
        case .emptyName(let id): (code, values, exit) = ("empty-name", ["id": id], .badInput)
        case .unitExists(let id): (code, values) = ("unit-exists", ["id": id.rawValue])
        case .unitNameTaken(let name, let id): (code, values) = ("unit-name-taken", ["name": name, "id": id.rawValue])
        case .unknownUnit(let id):
            (code, exit) = ("unknown-unit", .badInput)
            values = ["id": id.rawValue, "near": near(id.rawValue, names.units.keys.map(\.rawValue).sorted())]
        case .personExists(let id): (code, values) = ("person-exists", ["id": id.rawValue])
        case .unknownPerson(let id):
            (code, exit) = ("unknown-person", .badInput)
            values = ["id": id.rawValue, "near": near(id.rawValue, names.people.map(\.rawValue))]
        case .unknownRole(let role, let known):
            (code, exit) = ("unknown-role", .badInput)
            values = [
                "role": role, "known": known.joined(separator: ", "),
                "near": near(role, known),
            ]
        case .unitNeeded(let role): (code, values, exit) = ("unit-needed", ["role": role], .badInput)
        case .alreadyGranted(let grant), .notGranted(let grant):
            if case .alreadyGranted = refusal { code = "already-granted" } else { code = "not-granted" }
            values = ["user": grant.user.rawValue, "unit": grant.unit?.rawValue ?? "*", "role": grant.role]
        case .lastAdministrator: (code, values) = ("last-administrator", [:])
        }
        return CommandFailure(
            exit: exit, text: messages("organisation." + code, values), code: "organisation." + code)
    }

    private func near(_ text: String, _ known: [String]) -> String { NearMiss.nearest(to: text, in: known) ?? "" }
}
