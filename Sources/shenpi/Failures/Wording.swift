internal import JSONDocument
internal import ShenpiApplication
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine
internal import WorkflowPlugin
internal import WorkflowStore

/// Puts errors into words and exit codes: the one place where that is done.
struct Wording {
    let messages: Messages
    /// The data folder, for messages about it.
    let folder: String
    /// The titles of states and actions, where a workflow is at hand.
    var titles: [String: LocalizedText] = [:]
    /// The titles of roles, which may have the names of steps.
    var roleTitles: [String: LocalizedText] = [:]
    /// What the next actions of a state are called.
    var turns: [String: LocalizedText] = [:]

    /// What a use case's error means to the user.
    func failure(_ error: ApplicationError) -> CommandFailure {
        switch error {
        case .engine(let error): failure(error)
        case .refused(let code, let values): CommandFailure(exit: .refused, text: messages(code, values), code: code)
        case .input(let code, let values): CommandFailure(exit: .badInput, text: messages(code, values), code: code)
        }
    }

    /// What an engine's error means to the user.
    func failure(_ error: EngineError) -> CommandFailure {
        switch error {
        case .refused(let refusal, let id): return failure(refusal, id)
        case .findings(let findings, _):
            let count = findings.count { $0.severity == .error }
            let text = messages("findings.errors", ["count": String(count)])
            return CommandFailure(exit: .refused, text: text, code: "findings.errors")
        case .undecided(let plugin, let reason, _):
            let text = messages("plugin.undecided", ["plugin": plugin, "reason": reason])
            return CommandFailure(exit: .refused, text: text, code: "plugin.undecided")
        case .conflict(let id, let expected, let found):
            let values = ["case": id.rawValue, "expected": String(expected), "found": String(found)]
            return CommandFailure(exit: .tryAgain, text: messages("store.conflict", values), code: "store.conflict")
        case .unknownCase(let id):
            return CommandFailure(
                exit: .badInput, text: messages("case.unknown", ["case": id.rawValue]), code: "case.unknown")
        case .unknownWorkflow(let name, let known):
            let values = ["workflow": name, "known": known.joined(separator: ", ")]
            return CommandFailure(exit: .badInput, text: messages("workflow.unknown", values), code: "workflow.unknown")
        case .definition(let reference, let problems):
            let values = ["workflow": reference.id, "version": reference.version]
            let lines = [messages("workflow.unusable", values)] + problems.map { describe($0, file: reference.id) }
            return CommandFailure(exit: .badInput, text: lines.joined(separator: "\n"), code: "workflow.unusable")
        case .invalidDefinition(let problems):
            let lines = problems.map { describe($0, file: "") } + [messages("workflow.invalid")]
            return CommandFailure(exit: .badInput, text: lines.joined(separator: "\n"), code: "workflow.invalid")
        case .administratorNeeded(let user):
            let text = messages("administrator.needed", ["user": user.rawValue])
            return CommandFailure(exit: .refused, text: text, code: "administrator.needed")
        case .organisation(let refusal): return failure(refusal)
        case .store(let error): return failure(error)
        }
    }

    /// A refusal of the workflow, with the titles of its states and actions in place of their names.
    func failure(_ refusal: Refusal, _ id: CaseID) -> CommandFailure {
        var values = refusal.values
        values["case"] = values["case"] ?? id.rawValue
        for name in ["state", "step", "action"] { values[name] = values[name].map { title($0) } }
        if let possible = values["possible"] {
            values["possible"] = possible.split(separator: ", ").map { title(String($0)) }.joined(
                separator: messages.language("、", ", "))
        }
        if let at = values["at"].flatMap({ Timestamp($0) }) { values["at"] = LocalTime.text(at) }
        if let needed = values["needed"] { values["needed"] = roles(needed) }
        values["user"] = values["user"] ?? ""
        let text = messages(refusal.code.rawValue, values)
        return CommandFailure(
            exit: refusal.isConflict ? .tryAgain : .refused, text: text, code: refusal.code.rawValue)
    }

    /// One problem of a workflow file: place, words, rule.
    func describe(_ problem: DefinitionProblem, file: String) -> String {
        let place = problem.position.map { ":\($0.line):\($0.column)" } ?? ""
        let pointer = problem.pointer.description
        let words = words(problem)
        return "\(file)\(place): \(words)\(pointer.isEmpty ? "" : "  \(pointer)")  [\(problem.rule)]"
    }

    /// What is wrong, without its place.
    func words(_ problem: DefinitionProblem) -> String {
        var values = problem.values
        if let kind = values["kind"], messages.knows("plugin." + kind) { values["kind"] = messages("plugin." + kind) }
        return messages(problem.rule, values)
    }

    /// The title of a state, action or step in the user's language; the name where there is none.
    func title(_ name: String) -> String {
        described(name, titles[name])
    }

    /// The title of a role in the user's language; the name where there is none.
    func role(_ name: String) -> String { described(name, roleTitles[name]) }

    private func described(_ name: String, _ title: LocalizedText?) -> String {
        guard let title else { return name }
        let text = messages.language(title.chinese, title.english)
        return text == name ? name : messages.language("\(text)（\(name)）", "\(text) (\(name))")
    }

    private func roles(_ needed: String) -> String {
        needed.split(separator: ", ").map { part in
            let pair = part.split(separator: "@", maxSplits: 1).map(String.init)
            guard pair.count == 2 else { return String(part) }
            switch pair[1] {
            case "*": return messages.language("\(role(pair[0]))（任一单位）", "\(role(pair[0])) in any unit")
            case "-":
                return messages.language(
                    "\(role(pair[0]))（没有相应的上级单位）", "\(role(pair[0])) (there is no such unit above)")
            default: return messages.language("\(pair[1]) 的 \(role(pair[0]))", "\(role(pair[0])) in \(pair[1])")
            }
        }.joined(separator: messages.language(" 或 ", " or "))
    }

    private func failure(_ refusal: OrganisationRefusal) -> CommandFailure {
        let code: String
        let values: [String: String]
        var exit = CommandFailure.Exit.refused
        switch refusal {
        case .badName(let name): (code, values, exit) = ("bad-name", ["name": name], .badInput)
        case .emptyName(let id): (code, values, exit) = ("empty-name", ["id": id], .badInput)
        case .unitExists(let id): (code, values) = ("unit-exists", ["id": id.rawValue])
        case .unitNameTaken(let name, let id): (code, values) = ("unit-name-taken", ["name": name, "id": id.rawValue])
        case .unknownUnit(let id): (code, values, exit) = ("unknown-unit", ["id": id.rawValue], .badInput)
        case .personExists(let id): (code, values) = ("person-exists", ["id": id.rawValue])
        case .unknownPerson(let id): (code, values, exit) = ("unknown-person", ["id": id.rawValue], .badInput)
        case .unknownRole(let role, let known):
            (code, exit) = ("unknown-role", .badInput)
            values = [
                "role": role, "known": known.joined(separator: ", "),
                "near": NearMiss.nearest(to: role, in: known) ?? "",
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

    /// What a store's error means to the user.
    func failure(_ error: StoreError) -> CommandFailure {
        let exit: CommandFailure.Exit =
            switch error {
            case .conflict, .streamConflict, .busy: .tryAgain
            case .keyReused, .versionTaken: .refused
            case .readOnly, .notAStore, .newer: .cannotCreate
            case .full, .damaged, .failed: .storage
            default: .cannotCreate
            }
        var values = error.values
        values["folder"] = folder
        return CommandFailure(exit: exit, text: messages(error.code, values), code: error.code)
    }
}
