internal import JSONDocument

extension DefinitionLoader {
    /// What can be wrong with a definition that is well-formed: ways that lead nowhere, roles that nobody needs.
    mutating func check(_ definition: WorkflowDefinition, _ file: [String: Place]) {
        guard let states = file["states"], let actions = file["actions"], let roles = file["roles"] else { return }
        let reached = reach(from: definition.initialState, definition)
        for (index, state) in definition.states.enumerated() {
            let place = member(state.name, of: states)
            if !reached.contains(index) {
                report("state.unreachable", place, ["state": state.name], severity: .warning)
            }
            let leaving = definition.actions(from: index)
            if state.isFinal {
                for action in leaving {
                    report(
                        "state.final-leaves", member(action.name, of: actions),
                        ["state": state.name, "action": action.name])
                }
            } else if leaving.allSatisfy({ $0.to == index }) {
                report("state.dead-end", place, ["state": state.name], severity: .warning)
            }
            if state.approval != nil {
                if index == definition.initialState { report("state.initial-approval", place, ["state": state.name]) }
                if !leaving.contains(where: { $0.decides == .pass }) {
                    report("approval.no-way-on", place, ["state": state.name])
                }
                if !leaving.contains(where: { $0.decides == .return }) {
                    report("approval.no-way-back", place, ["state": state.name], severity: .warning)
                }
            }
        }
        for action in definition.actions where action.before == .firstDecision {
            for index in action.from where definition.states[index].approval == nil {
                report(
                    "action.before-without-approval", member(action.name, of: actions),
                    ["state": definition.states[index].name], severity: .warning)
            }
        }
        for schedule in definition.schedules where definition.states[schedule.state].isFinal {
            guard let list = file["schedules"] else { continue }
            let place = self.list(list).first { $0.node.member("id")?.node.value.string == schedule.id }
            report("schedule.final-state", place ?? list, ["state": definition.states[schedule.state].name])
        }
        var used = Set(definition.actions.flatMap(\.by))
        used.formUnion(definition.states.flatMap { $0.editable.values.flatMap { $0 } })
        used.formUnion(definition.states.flatMap { $0.approval?.steps.map(\.role) ?? [] })
        used.formUnion(definition.schedules.map(\.role))
        for (index, role) in definition.roles.enumerated() where !used.contains(index) {
            report("role.unused", member(role.name, of: roles), ["name": role.name], severity: .warning)
        }
    }

    private func member(_ name: String, of place: Place) -> Place {
        place.node.member(name).map { place.appending($0) } ?? place
    }

    private func reach(from start: Int, _ definition: WorkflowDefinition) -> Set<Int> {
        var reached: Set<Int> = [start]
        var waiting = [start]
        while let state = waiting.popLast() {
            for action in definition.actions(from: state) where reached.insert(action.to).inserted {
                waiting.append(action.to)
            }
        }
        return reached
    }
}
