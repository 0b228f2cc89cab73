internal import JSONDocument
internal import JSONLogic

extension WorkflowDefinition {
    /// Decides a request. Pure: the same case, request and context give the same answer, and nothing else happens.
    ///
    /// - Parameter current: The case as it is, or `nil` for `create`.
    /// - Throws: ``Refusal`` with the first reason against it.
    public func transition(
        _ current: Case?, _ id: CaseID, _ request: CaseRequest, in context: TransitionContext
    ) throws(Refusal) -> Transition {
        switch request {
        case .create(let subject, let period, let unit, let writing):
            guard current == nil else { throw Refusal(.exists, ["case": id.rawValue]) }
            return try create(id, subject: subject, period: period, unit: unit, writing, context)
        case .write(let writing, let comment):
            guard let current else { throw Refusal(.unknownAction, ["action": "write"]) }
            return try write(current, writing, comment, context)
        case .act(let request):
            guard let current else { throw Refusal(.unknownAction, ["action": request.action]) }
            return try act(current, request, context)
        case .task(let schedule, let period, let writing):
            guard let current else { throw Refusal(.scheduleNotDue, ["schedule": schedule]) }
            return try makeTask(current, schedule, period, writing, context)
        }
    }

    private func create(
        _ id: CaseID, subject: String, period: String, unit: UnitID, _ writing: Writing, _ context: TransitionContext
    ) throws(Refusal) -> Transition {
        let state = states[initialState]
        let right = try authorise(creating: Array(writing.parts.keys), in: unit, context)
        var event = newEvent(.created, id, revision: 1, to: state, right, context)
        event.subject = subject
        event.period = period
        event.unit = unit
        event.write(writing)
        return try finish(nil, event, notify: [])
    }

    private func write(
        _ current: Case, _ writing: Writing, _ comment: String?, _ context: TransitionContext
    ) throws(Refusal) -> Transition {
        guard let state = state(current.state) else { throw Refusal(.final, ["state": current.state]) }
        var right: Authorisation?
        for part in writing.parts.keys.sorted() {
            right = try authorise(writing: part, on: current, in: context)
        }
        guard let right, writing.parts.contains(where: { current.parts[$0.key] != $0.value }) else {
            throw Refusal(.nothingToWrite)
        }
        var event = newEvent(.wrote, current.id, revision: current.revision + 1, to: state, right, context)
        event.comment = try checked(comment, .optional, "write")
        event.write(writing)
        return try finish(current, event, notify: [])
    }

    private func act(
        _ current: Case, _ request: ActionRequest, _ context: TransitionContext
    ) throws(Refusal) -> Transition {
        guard let action = action(request.action) else { throw unknown(request.action) }
        let right = try admit(
            action, comment: request.comment, writing: Array(request.writing.parts.keys), on: current, in: context)
        let before = states[stateIndex[current.state] ?? initialState]
        var event = newEvent(.acted, current.id, revision: current.revision + 1, to: before, right, context)
        event.action = action.name
        event.from = current.state
        event.comment = try checked(request.comment, action.comment, action.name)
        event.step = right.step
        event.write(request.writing)
        if !request.findings.facts.isEmpty { event.facts = request.findings.facts }
        if !request.findings.stamps.isEmpty { event.plugins = request.findings.stamps }

        let reading = GuardReading(
            current: current, event: event, actor: event.actor, decimals: DecimalTree(paths: context.decimalPaths))
        try require(action, reading)
        if action.decides == .pass, let step = right.step, !passes(current, signing: step, by: context.actor.user) {
            event.stepDue = nextDue(current, signing: step, by: context.actor.user, context)
            return try finish(current, event, notify: action.notify)
        }
        try enter(states[action.to], action, current, reading, request.scheduled, &event, context)
        return try finish(current, event, notify: action.notify)
    }

    private func makeTask(
        _ current: Case, _ name: String, _ period: String, _ writing: Writing, _ context: TransitionContext
    ) throws(Refusal) -> Transition {
        guard let schedule = schedule(name), states[schedule.state].name == current.state, current.period == period
        else {
            throw Refusal(.scheduleNotDue, ["schedule": name, "state": current.state, "period": period])
        }
        guard !current.tasks.contains(where: { $0.schedule == name && $0.period == period }) else {
            throw Refusal(.taskExists, ["schedule": name, "period": period])
        }
        var event = newEvent(
            .task, current.id, revision: current.revision + 1, to: states[schedule.state], .system, context)
        event.write(writing)
        event.tasks = [task(of: schedule, period: period, context)]
        return try finish(current, event, notify: [])
    }

    /// The task that a schedule makes now.
    func task(of schedule: ScheduleDefinition, period: String, _ context: TransitionContext) -> ScheduledTask {
        ScheduledTask(
            schedule: schedule.id, period: period, kind: schedule.task, role: roles[schedule.role].name,
            state: states[schedule.state].name,
            due: schedule.due?.due(from: context.now, calendar: context.calendar, timeZone: schedule.timeZone))
    }

    private func finish(_ current: Case?, _ event: CaseEvent, notify: [PluginUse]) throws(Refusal) -> Transition {
        do {
            var result: Case
            if let current {
                result = current
                try result.apply(event)
            } else {
                result = try Case(first: event)
            }
            return Transition(event: event, case: result, notify: notify)
        } catch {
            throw Refusal(.exists, ["case": event.case.rawValue])
        }
    }

    private func newEvent(
        _ kind: CaseEvent.Kind, _ id: CaseID, revision: Int, to state: StateDefinition, _ right: Authorisation,
        _ context: TransitionContext
    ) -> CaseEvent {
        var actor = context.actor
        actor.role = right.role
        actor.unit = right.unit
        return CaseEvent(
            case: id, revision: revision, kind: kind, at: context.now, actor: actor, command: context.command,
            definition: context.reference, to: state.name)
    }

    func unknown(_ name: String) -> Refusal {
        let known = actions.map(\.name)
        return Refusal(
            .unknownAction,
            [
                "action": name, "known": known.joined(separator: ", "),
                "near": NearMiss.nearest(to: name, in: known) ?? "",
            ])
    }

    /// The words of a comment, or `nil` where there are none.
    func checked(
        _ comment: String?, _ rule: ActionDefinition.CommentRule, _ action: String
    ) throws(Refusal) -> String? {
        let words = comment?.trimmed ?? ""
        if words.isEmpty {
            if rule == .required { throw Refusal(.commentMissing, ["action": action]) }
            return nil
        }
        let limit = 2000
        if words.unicodeScalars.count > limit {
            throw Refusal(.commentTooLong, ["length": String(words.unicodeScalars.count), "limit": String(limit)])
        }
        return words
    }
}

extension CaseEvent {
    mutating func write(_ writing: Writing) {
        if !writing.parts.isEmpty { parts = writing.parts }
        if !writing.fields.isEmpty { fields = writing.fields }
    }

    mutating func add(_ writing: Writing) {
        write(
            Writing(
                parts: (parts ?? [:]).merging(writing.parts) { $1 },
                fields: (fields ?? [:]).merging(writing.fields) { $1 }))
    }
}

extension String {
    /// The text without white space and control characters at its ends.
    var trimmed: String {
        var scalars = unicodeScalars[...]
        func blank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar.value < 0x20 }
        while let first = scalars.first, blank(first) { scalars.removeFirst() }
        while let last = scalars.last, blank(last) { scalars.removeLast() }
        return String(scalars)
    }
}
