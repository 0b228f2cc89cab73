internal import ShenpiMessages
internal import Workflow
internal import WorkflowPlugin

/// What the things of a data folder are called, so that messages name them as people do.
struct Names {
    /// States, actions, steps and tasks.
    var titles: [String: LocalizedText] = [:]
    /// Roles; a role may have the name of a step.
    var roles: [String: LocalizedText] = [:]
    /// What the next actions of a state are called.
    var turns: [String: LocalizedText] = [:]
    /// Parts of documents.
    var parts: [String: LocalizedText] = [:]
    /// Values that `--set` takes, by the path under which rules read them.
    var inputs: [String: DocumentInput] = [:]
    /// The names of units.
    var units: [UnitID: String] = [:]
    /// The people.
    var people: [UserID] = []

    /// Takes the titles of a definition.
    mutating func add(_ definition: WorkflowDefinition) {
        for role in definition.roles { roles[role.name] = role.title }
        for (index, state) in definition.states.enumerated() {
            titles[state.name] = state.title
            let onward = definition.actions(from: index).filter { !$0.by.isEmpty }.map(\.title)
            turns[state.name] = LocalizedText(
                chinese: onward.map(\.chinese).joined(separator: "、"),
                english: onward.map(\.english).joined(separator: ", "))
            for step in state.approval?.steps ?? [] { titles[step.id] = step.title }
        }
        for action in definition.actions { titles[action.name] = action.title }
        for schedule in definition.schedules { titles[schedule.task] = schedule.title }
    }

    /// Takes the titles of a document type.
    mutating func add(_ type: any DocumentType) {
        for part in type.parts { parts[part.name] = part.title }
        for input in type.inputs {
            inputs["document.\(input.part)\(input.pointer.replacing("/", with: "."))"] = input
        }
    }

    /// Takes units and people.
    mutating func add(_ organisation: Organisation) {
        units = organisation.units.mapValues(\.name)
        people = organisation.people.keys.sorted()
    }
}
