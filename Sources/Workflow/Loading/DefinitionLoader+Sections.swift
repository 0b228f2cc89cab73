internal import JSONDocument

extension DefinitionLoader {
    mutating func roles(_ place: Place) -> [RoleDefinition] {
        named(place).map { name, place in
            if [Grant.administrator, Authorisation.system.role].contains(name) {
                report("role.reserved", place, ["name": name])
            }
            let members = members(place, required: ["scope"], optional: ["title"]) ?? [:]
            let title = members["title"].map { self.title($0, fallback: name) }
            return RoleDefinition(
                name: name, scope: members["scope"].flatMap { scope($0) } ?? .own,
                title: title ?? LocalizedText(chinese: name, english: name))
        }
    }

    private mutating func scope(_ place: Place) -> RoleDefinition.Scope? {
        if place.node.members != nil {
            guard let members = members(place, required: ["ancestor"], optional: []), let kind = members["ancestor"]
            else { return nil }
            return name(kind).map { .ancestor(kind: $0) }
        }
        guard let text = text(place) else { return nil }
        switch text {
        case "self": return .own
        case "subtree": return .subtree
        case "all": return .all
        default:
            report(
                "value.unknown", place,
                [
                    "value": text, "known": "self, subtree, all, {\"ancestor\": KIND}",
                    "near": NearMiss.nearest(to: text, in: ["self", "subtree", "all"]) ?? "",
                ])
            return nil
        }
    }

    mutating func states(_ place: Place) -> [StateDefinition] {
        named(place).map { name, place in
            let members =
                members(place, required: ["title"], optional: ["initial", "final", "editable", "approval"]) ?? [:]
            if let initial = members["initial"] { _ = flag(initial) }
            var editable: [String: [Int]] = [:]
            if let parts = members["editable"] {
                for (part, roles) in named(parts) { editable[part] = someList(roles).compactMap { role($0) } }
            }
            return StateDefinition(
                name: name,
                title: members["title"].map { title($0, fallback: name) }
                    ?? LocalizedText(chinese: name, english: name),
                isFinal: members["final"].map { flag($0) } ?? false, editable: editable,
                approval: members["approval"].flatMap { approval($0) })
        }
    }

    private mutating func approval(_ place: Place) -> ApprovalDefinition? {
        guard let members = members(place, required: ["steps"], optional: ["order", "empty"]) else { return nil }
        let steps = members["steps"].map { someList($0) } ?? []
        var seen: Set<String> = []
        let read = steps.compactMap { step -> StepDefinition? in
            guard let definition = self.step(step) else { return nil }
            if !seen.insert(definition.id).inserted { report("step.duplicate", step, ["name": definition.id]) }
            return definition
        }
        return ApprovalDefinition(
            order: members["order"].flatMap { choice($0, ApprovalDefinition.Order.self) } ?? .sequential, steps: read,
            empty: members["empty"].flatMap { choice($0, ApprovalDefinition.Empty.self) } ?? .refuse)
    }

    private mutating func step(_ place: Place) -> StepDefinition? {
        guard let members = members(place, required: ["id", "role"], optional: ["title", "mode", "when", "due"]) else {
            return nil
        }
        let id = members["id"].flatMap { name($0) } ?? ""
        let title = members["title"].map { self.title($0, fallback: id) }
        return StepDefinition(
            id: id, title: title ?? LocalizedText(chinese: id, english: id),
            role: members["role"].flatMap { role($0) } ?? 0,
            mode: members["mode"].flatMap { choice($0, StepDefinition.Mode.self) } ?? .any,
            when: members["when"].flatMap { rule($0) }, due: members["due"].flatMap { due($0) })
    }

    mutating func actions(_ place: Place, states: [StateDefinition]) -> [ActionDefinition] {
        named(place).compactMap { name, place in
            guard
                let members = members(
                    place, required: ["from", "to"],
                    optional: [
                        "title", "by", "decides", "before", "comment", "resume", "when", "validate", "score", "notify",
                    ])
            else { return nil }
            let by = members["by"].map { list($0).compactMap { role($0) } } ?? []
            let decides = members["decides"].flatMap { choice($0, ActionDefinition.Decision.self) }
            let from = members["from"].map { someList($0).compactMap { state($0) } } ?? []
            if members["decides"] != nil {
                if let by = members["by"] { report("action.by-and-decides", by) }
                for index in from
                where index < states.count && states[index].approval == nil && !hasUnknownKey(states[index]) {
                    report("action.decides-without-approval", members["from"] ?? place, ["state": stateNames[index]])
                }
            } else if by.isEmpty, members["by"]?.node.elements?.isEmpty ?? true {
                report("action.nobody", place)
            }
            return ActionDefinition(
                name: name,
                title: members["title"].map { title($0, fallback: name) }
                    ?? LocalizedText(chinese: name, english: name),
                from: from, to: members["to"].flatMap { state($0) } ?? 0, by: by, decides: decides,
                before: members["before"].flatMap { choice($0, ActionDefinition.Before.self) },
                comment: members["comment"].flatMap { choice($0, ActionDefinition.CommentRule.self) } ?? .optional,
                resume: members["resume"].flatMap { choice($0, ActionDefinition.Resume.self) } ?? .restart,
                when: members["when"].flatMap { rule($0) }, validate: members["validate"].map { plugins($0) } ?? [],
                score: members["score"].map { plugins($0) } ?? [], notify: members["notify"].map { plugins($0) } ?? [])
        }
    }

    /// Whether a key of the state was not understood: what the state seems to lack may be what was meant.
    private func hasUnknownKey(_ state: StateDefinition) -> Bool {
        problems.contains { $0.rule == "key.unknown" && $0.pointer.tokens.starts(with: ["states", state.name]) }
    }

    mutating func schedules(_ place: Place) -> [ScheduleDefinition] {
        var seen: Set<String> = []
        return list(place).compactMap { place in
            guard let schedule = schedule(place) else { return nil }
            if !seen.insert(schedule.id).inserted { report("schedule.duplicate", place, ["name": schedule.id]) }
            return schedule
        }
    }

    private mutating func schedule(_ place: Place) -> ScheduleDefinition? {
        guard let members = members(place, required: ["id", "at", "for", "task"], optional: ["timeZone", "title"]),
            let at = members["at"], let target = members["for"], let work = members["task"],
            let moment = moment(at),
            let selection = self.members(target, required: ["state"], optional: ["period"]),
            let task = self.members(work, required: ["id", "role"], optional: ["due", "title"])
        else { return nil }
        if let period = selection["period"] { _ = choice(period, SchedulePeriod.self) }
        let id = members["id"].flatMap { name($0) } ?? ""
        let kind = task["id"].flatMap { name($0) } ?? ""
        return ScheduleDefinition(
            id: id, moment: moment, timeZone: members["timeZone"].flatMap { timeZone($0) } ?? DefinitionLoader.shanghai,
            state: selection["state"].flatMap { state($0) } ?? 0, task: kind,
            title: (task["title"] ?? members["title"]).map { title($0, fallback: kind) }
                ?? LocalizedText(chinese: kind, english: kind),
            role: task["role"].flatMap { role($0) } ?? 0, due: task["due"].flatMap { due($0) })
    }

    private mutating func moment(_ place: Place) -> ScheduleDefinition.Moment? {
        guard let members = members(place, required: ["month", "day", "time"], optional: []),
            let month = members["month"].flatMap({ integer($0, in: 1...12) }),
            let day = members["day"].flatMap({ integer($0, in: 1...31) }), let clock = members["time"],
            let text = text(clock)
        else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute), CivilDate(year: 2024, month: month, day: day) != nil
        else {
            report("value.range", clock, ["value": "\(month)-\(day) \(text)", "range": "HH:MM"])
            return nil
        }
        return ScheduleDefinition.Moment(month: month, day: day, hour: hour, minute: minute)
    }
}

/// The periods for which a schedule can select cases.
enum SchedulePeriod: String, CaseIterable { case year }
