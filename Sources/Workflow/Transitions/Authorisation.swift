/// By which right somebody may do something: the answer to "may this actor do this here, now?".
public struct Authorisation: Sendable, Hashable {
    /// The role.
    public var role: String
    /// The unit in which it is held; `nil` for the system.
    public var unit: UnitID?
    /// The approval step that would be signed, if any.
    public var step: String?

    static let system = Authorisation(role: "system", unit: nil, step: nil)
}

extension WorkflowDefinition {
    /// Whether the actor may ask for an action now, by roles, state and step; rules on the document are looked at later.
    public func authorise(
        _ action: ActionDefinition, on subject: Case, in context: TransitionContext
    ) throws(Refusal) -> Authorisation {
        guard let state = stateIndex[subject.state], action.from.contains(state) else {
            throw elsewhere(action, subject, context)
        }
        if action.before == .firstDecision, subject.approval?.hasVotes == true {
            throw Refusal(.afterDecision, ["action": action.name])
        }
        if action.decides != nil, let approval = subject.approval {
            return try authoriseSigner(action, approval, subject, context)
        }
        if context.actor.identity == .system { return .system }
        return try authorise(roles: action.by, for: action.name, on: subject.unit, context)
    }

    /// Whether the actor may ask for an action with this comment and these parts, before anything else is looked up.
    public func admit(
        _ action: ActionDefinition, comment: String?, writing parts: [String], on subject: Case,
        in context: TransitionContext
    ) throws(Refusal) -> Authorisation {
        let right = try authorise(action, on: subject, in: context)
        _ = try checked(comment, action.comment, action.name)
        for part in parts.sorted() { _ = try authorise(writing: part, on: subject, in: context) }
        return right
    }

    /// Whether the actor may write a part of the document now.
    public func authorise(
        writing part: String, on subject: Case, in context: TransitionContext
    ) throws(Refusal) -> Authorisation {
        guard let state = self.state(subject.state) else { throw Refusal(.final, ["state": subject.state]) }
        let roles = try writers(of: part, in: state)
        if context.actor.identity == .system { return .system }
        return try authorise(roles: roles, for: "write:" + part, on: subject.unit, context)
    }

    /// Whether the actor may bring a case with these parts into being in a unit: he or she may write each of them in the
    /// initial state; without parts, may write or do anything there.
    public func authorise(
        creating parts: [String], in unit: UnitID, _ context: TransitionContext
    ) throws(Refusal) -> Authorisation {
        let state = states[initialState]
        var wanted: [[Int]] = []
        for part in parts.sorted() { wanted.append(try writers(of: part, in: state)) }
        if context.actor.identity == .system { return .system }
        if parts.isEmpty {
            let any = state.editable.values.flatMap { $0 } + actions(from: initialState).flatMap(\.by)
            return try authorise(roles: Set(any).sorted(), for: "create", on: unit, context)
        }
        var right = Authorisation.system
        for roles in wanted.reversed() { right = try authorise(roles: roles, for: "create", on: unit, context) }
        return right
    }

    private func writers(of part: String, in state: StateDefinition) throws(Refusal) -> [Int] {
        if let roles = state.editable[part] { return roles }
        throw Refusal(
            .partNotEditable,
            ["part": part, "state": state.name, "writable": state.editable.keys.sorted().joined(separator: ", ")])
    }

    func authorise(
        roles wanted: [Int], for action: String, on unit: UnitID, _ context: TransitionContext
    ) throws(Refusal) -> Authorisation {
        for index in wanted {
            if let grant = context.organisation.grant(of: context.actor.user, role: roles[index], for: unit) {
                return Authorisation(role: roles[index].name, unit: grant.unit, step: nil)
            }
        }
        throw missing(wanted, for: action, on: unit, context)
    }

    private func authoriseSigner(
        _ action: ActionDefinition, _ approval: ApprovalProgress, _ subject: Case, _ context: TransitionContext
    ) throws(Refusal) -> Authorisation {
        let user = context.actor.user
        var reason: Refusal?
        for step in approval.openSteps {
            guard let role = role(step.role),
                let grant = context.organisation.grant(of: user, role: role, for: subject.unit)
            else { continue }
            if subject.submitters.contains(user) {
                reason = Refusal(.ownCase, ["user": user.rawValue, "case": subject.id.rawValue, "action": action.name])
            } else if step.votes.contains(where: { $0.user == user }) {
                reason = reason ?? Refusal(.alreadySigned, ["user": user.rawValue, "step": step.id])
            } else if step.mode != StepDefinition.Mode.all.rawValue || step.signers.contains(user) {
                return Authorisation(role: step.role, unit: grant.unit, step: step.id)
            }
        }
        if let reason = reason ?? tooLate(action, approval, subject, context) { throw reason }
        let wanted = approval.openSteps.compactMap { roleIndex[$0.role] }
        var refusal = missing(wanted, for: action.name, on: subject.unit, context)
        let waited = approval.openSteps.flatMap { step in
            step.signers.filter { signer in !step.votes.contains { $0.user == signer } }
        }
        if !waited.isEmpty { refusal.values["signers"] = waited.map(\.rawValue).joined(separator: ", ") }
        throw refusal
    }

    /// The refusal for an action that the state does not offer: too late, or simply not here.
    private func elsewhere(_ action: ActionDefinition, _ subject: Case, _ context: TransitionContext) -> Refusal {
        if let last = subject.lastDecision, let state = stateIndex[last.state], action.from.contains(state),
            couldAsk(for: action, in: states[state], subject, context)
        {
            return decided(action, by: last.user, at: last.at, with: last.action, subject)
        }
        if subject.isFinal { return Refusal(.final, ["action": action.name, "state": subject.state]) }
        let possible = stateIndex[subject.state].map { actions(from: $0).map(\.name) } ?? []
        return Refusal(
            .notHere,
            ["action": action.name, "state": subject.state, "possible": possible.joined(separator: ", ")])
    }

    /// Whether the actor holds a role that could ask for the action in a state: only such a person can have come too late.
    private func couldAsk(
        for action: ActionDefinition, in state: StateDefinition, _ subject: Case, _ context: TransitionContext
    ) -> Bool {
        if context.actor.identity == .system { return true }
        let signers = action.decides == nil ? [] : state.approval?.steps.map(\.role) ?? []
        return (action.by + signers).contains { index in
            context.organisation.grant(of: context.actor.user, role: roles[index], for: subject.unit) != nil
        }
    }

    /// Somebody who could have signed a step that is decided is told so, not that a role is missing.
    private func tooLate(
        _ action: ActionDefinition, _ approval: ApprovalProgress, _ subject: Case, _ context: TransitionContext
    ) -> Refusal? {
        let user = context.actor.user
        for step in approval.steps where step.outcome == .pass {
            guard let role = role(step.role), let last = step.votes.last,
                context.organisation.grant(of: user, role: role, for: subject.unit) != nil
            else { continue }
            if step.votes.contains(where: { $0.user == user }) {
                return Refusal(.alreadySigned, ["user": user.rawValue, "step": step.id])
            }
            if !subject.submitters.contains(user) {
                return decided(action, by: last.user, at: last.at, with: action.name, subject)
            }
        }
        return nil
    }

    private func decided(
        _ action: ActionDefinition, by user: UserID, at moment: Timestamp, with decision: String, _ subject: Case
    ) -> Refusal {
        Refusal(
            .alreadyDecided,
            [
                "action": action.name, "decision": decision, "user": user.rawValue, "at": moment.description,
                "case": subject.id.rawValue,
            ])
    }

    private func missing(
        _ wanted: [Int], for action: String, on unit: UnitID, _ context: TransitionContext
    ) -> Refusal {
        let needed = wanted.map { index -> String in
            let role = roles[index]
            return switch context.organisation.seat(of: role, for: unit) {
            case .unit(let id), .atOrAbove(let id): "\(role.name)@\(id)"
            case .anywhere: "\(role.name)@*"
            case .none: "\(role.name)@-"
            }
        }
        return Refusal(
            .roleMissing,
            ["user": context.actor.user.rawValue, "action": action, "needed": needed.joined(separator: ", ")])
    }
}
