internal import ShenpiMessages
internal import Workflow
internal import WorkflowPlugin

extension Wording {
    /// A refusal of the workflow, with the titles of its states and actions in place of their names.
    func failure(_ refusal: Refusal, _ id: CaseID) -> CommandFailure {
        var values = refusal.values
        values["case"] = values["case"] ?? id.rawValue
        for name in ["state", "step"] { values[name] = values[name].map { title($0) } }
        for name in ["action", "decision"] { values[name] = values[name].map { action($0) } }
        if let possible = values["possible"] {
            values["possible"] = list(possible.split(separator: ", ").map { title(String($0)) })
        }
        for name in ["part", "writable"] {
            values[name] = values[name].map { list($0.split(separator: ", ").map { part(String($0)) }) }
        }
        if let at = values["at"].flatMap({ Timestamp($0) }) { values["at"] = LocalTime.text(at) }
        if let needed = values["needed"] {
            values["needed"] = roles(needed)
            values["grant"] = grant(needed)
        }
        if let reads = values["reads"] {
            values["set"] = reads.split(separator: ", ").compactMap { input(String($0)) }.joined(separator: " ")
        }
        values["user"] = values["user"] ?? ""
        let text = messages(refusal.code.rawValue, values)
        return CommandFailure(
            exit: refusal.isConflict ? .tryAgain : .refused, text: text, code: refusal.code.rawValue)
    }

    /// The title of a state, action or step in the user's language; the name where there is none.
    func title(_ name: String) -> String { titled(name, names.titles[name]) }

    private func titled(_ name: String, _ title: LocalizedText?) -> String {
        guard let title else { return name }
        let text = messages.language(title.chinese, title.english)
        return text == name ? name : messages.language("\(text)（\(name)）", "\(text) (\(name))")
    }

    /// What was asked for: an action, or the making of a case or writing of a part.
    private func action(_ name: String) -> String {
        if name == "create" { return messages("event.created") }
        if name.hasPrefix("write:") { return messages("event.wrote") + " " + part(String(name.dropFirst(6))) }
        return title(name)
    }

    private func part(_ name: String) -> String { titled(name, names.parts[name]) }

    private func list(_ texts: [String]) -> String { texts.joined(separator: messages.language("、", ", ")) }

    /// How a value that a rule reads is given on the command line.
    private func input(_ path: String) -> String? {
        guard let input = names.inputs[path], let name = input.names.first else { return nil }
        let title = messages.language(input.title.chinese, input.title.english)
        return messages.language("--set \(name)=…（\(title)）", "--set \(name)=… (\(title))")
    }

    private func roles(_ needed: String) -> String {
        pairs(needed).map { role, unit in
            let role = titled(role, names.roles[role])
            switch unit {
            case "*": return messages.language("\(role)（任一单位）", "\(role) in any unit")
            case "-": return messages.language("\(role)（没有相应的上级单位）", "\(role) (there is no such unit above)")
            default:
                let place =
                    names.units[UnitID(unit)].map { messages.language("\($0)（\(unit)）", "\($0) (\(unit))") } ?? unit
                return messages.language("\(place)的\(role)", "\(role) in \(place)")
            }
        }.joined(separator: messages.language("，或 ", " or "))
    }

    /// The end of the command that would grant the first of the roles.
    private func grant(_ needed: String) -> String {
        guard let (role, unit) = pairs(needed).first else { return "" }
        return "\(role) --unit " + (["*", "-"].contains(unit) ? messages.language("单位", "UNIT") : unit)
    }

    private func pairs(_ needed: String) -> [(role: String, unit: String)] {
        needed.split(separator: ", ").map { part in
            let pair = part.split(separator: "@", maxSplits: 1).map(String.init)
            return (pair[0], pair.count == 2 ? pair[1] : "*")
        }
    }
}
