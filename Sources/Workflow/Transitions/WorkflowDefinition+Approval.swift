internal import JSONDocument
internal import JSONLogic

extension WorkflowDefinition {
    /// Whether one more signature on this step ends the approval.
    func passes(_ current: Case, signing step: String, by user: UserID) -> Bool {
        guard var approval = current.approval, let index = approval.steps.firstIndex(where: { $0.id == step }) else {
            return true
        }
        approval.steps[index].votes.append(Vote(user: user, at: current.enteredAt))
        return approval.outcome == .pass
    }

    /// When the step is due that opens with this signature, if one opens and has a deadline.
    func nextDue(_ current: Case, signing step: String, by user: UserID, _ context: TransitionContext) -> DueDate? {
        guard var approval = current.approval, approval.isSequential,
            let index = approval.steps.firstIndex(where: { $0.id == step })
        else { return nil }
        approval.steps[index].votes.append(Vote(user: user, at: context.now))
        guard approval.steps[index].outcome == .pass, let next = approval.openSteps.first else { return nil }
        return definition(of: next.id, in: current.state)?.due?
            .due(from: context.now, calendar: context.calendar, timeZone: timeZone)
    }

    private func definition(of step: String, in state: String) -> StepDefinition? {
        self.state(state)?.approval?.steps.first { $0.id == step }
    }

    /// Completes the event of an action that leads into `state`: its signatures, its round, the tasks that are due there.
    ///
    /// Where no step applies and the file says `"empty": "pass"`, the approval has passed without a signature: the case goes
    /// on to where the state's deciding action leads, in the same event.
    func enter(
        _ state: StateDefinition, _ action: ActionDefinition, _ current: Case, _ reading: GuardReading,
        _ scheduled: [String: Writing], _ event: inout CaseEvent, _ context: TransitionContext
    ) throws(Refusal) {
        if action.decides == .return { event.newRound = true }
        var state = state
        var passed: Set<String> = []
        while let approval = state.approval {
            let submitter = event.step == nil ? event.actor.user : nil
            event.approval = try open(approval, in: state, current, reading, submitter, context)
            if event.approval != nil { break }
            guard passed.insert(state.name).inserted, let onward = passing(state) else {
                throw Refusal(.noStep, ["state": state.name])
            }
            try require(onward, reading)
            state = states[onward.to]
        }
        event.to = state.name
        event.entered = true
        event.final = state.isFinal ? true : nil
        let overdue = pastSchedules(entering: state, current, context)
        for schedule in overdue { event.add(scheduled[schedule.id] ?? .nothing) }
        if !overdue.isEmpty { event.tasks = overdue.map { task(of: $0, period: current.period, context) } }
    }

    /// The states in which an action may end: its target, and where approvals that pass without a signature lead on.
    public func destinations(of action: ActionDefinition) -> [StateDefinition] {
        var found = [states[action.to]]
        while let state = found.last, state.approval?.empty == .pass, let onward = passing(state) {
            let next = states[onward.to]
            if found.contains(where: { $0.name == next.name }) { break }
            found.append(next)
        }
        return found
    }

    /// The action by which a state's approval is passed.
    private func passing(_ state: StateDefinition) -> ActionDefinition? {
        stateIndex[state.name].flatMap { index in actions(from: index).first { $0.decides == .pass } }
    }

    /// What the action asks of the case must hold.
    func require(_ action: ActionDefinition, _ reading: GuardReading) throws(Refusal) {
        guard let rule = action.when, try !reading.holds(rule, of: action.name) else { return }
        throw Refusal(
            .guardFailed, ["action": action.name, "reads": rule.variables.paths.sorted().joined(separator: ", ")])
    }

    /// The schedules whose moment has passed and whose task a case has yet to get when it enters `state`.
    public func pastSchedules(
        entering state: StateDefinition, _ current: Case, _ context: TransitionContext
    ) -> [ScheduleDefinition] {
        schedules.filter { schedule in
            states[schedule.state].name == state.name && state.name != current.state
                && isPast(schedule, current, context)
                && !current.tasks.contains { $0.schedule == schedule.id && $0.period == current.period }
        }
    }

    /// Whether the schedule's moment in the case's period has passed.
    func isPast(_ schedule: ScheduleDefinition, _ current: Case, _ context: TransitionContext) -> Bool {
        guard let year = Int(current.period) else { return false }
        return schedule.moment(in: year) <= context.now
    }

    private func open(
        _ approval: ApprovalDefinition, in state: StateDefinition, _ current: Case, _ reading: GuardReading,
        _ submitter: UserID?, _ context: TransitionContext
    ) throws(Refusal) -> ApprovalProgress? {
        var steps: [StepProgress] = []
        for step in approval.steps {
            if let rule = step.when, try !reading.holds(rule, of: step.id) { continue }
            let role = roles[step.role]
            let signers = context.organisation.holders(of: role, for: current.unit)
                .filter { $0 != submitter && !current.submitters.contains($0) }
            if signers.isEmpty {
                throw Refusal(
                    .noSigner, ["step": step.id, "role": role.name, "unit": seatName(role, current.unit, context)])
            }
            let opensNow = approval.order == .parallel || steps.isEmpty
            steps.append(
                StepProgress(
                    id: step.id, role: role.name, mode: step.mode.rawValue, signers: step.mode == .all ? signers : [],
                    votes: [],
                    due: opensNow
                        ? step.due?.due(from: context.now, calendar: context.calendar, timeZone: timeZone) : nil))
        }
        if steps.isEmpty {
            if approval.empty == .pass { return nil }
            throw Refusal(.noStep, ["state": state.name])
        }
        return ApprovalProgress(isSequential: approval.order == .sequential, steps: steps)
    }

    private func seatName(_ role: RoleDefinition, _ unit: UnitID, _ context: TransitionContext) -> String {
        switch context.organisation.seat(of: role, for: unit) {
        case .unit(let id), .atOrAbove(let id): id.rawValue
        case .anywhere: "*"
        case .none: "-"
        }
    }
}
