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
            throw elsewhere(action, subject)
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

    /// Whether the actor may write a part of the document now.
    public func authorise(
        writing part: String, on subject: Case, in context: TransitionContext
    ) throws(Refusal) -> Authorisation {
        guard let state = self.state(subject.state) else { throw Refusal(.final, ["state": subject.state]) }
        guard let roles = state.editable[part] else {
            throw Refusal(
                .partNotEditable,
                ["part": part, "state": state.name, "writable": state.editable.keys.sorted().joined(separator: ", ")])
        }
        if context.actor.identity == .system { return .system }
        return try authorise(roles: roles, for: "write:" + part, on: subject.unit, context)
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
            guard let index = roleIndex[step.role] else { continue }
            guard let grant = context.organisation.grant(of: user, role: roles[index], for: subject.unit),
                step.mode != StepDefinition.Mode.all.rawValue || step.signers.contains(user)
            else { continue }
            if subject.submitters.contains(user) {
                reason = Refusal(.ownCase, ["user": user.rawValue, "case": subject.id.rawValue, "action": action.name])
            } else if step.votes.contains(where: { $0.user == user }) {
                reason = reason ?? Refusal(.alreadySigned, ["user": user.rawValue, "step": step.id])
            } else {
                return Authorisation(role: step.role, unit: grant.unit, step: step.id)
            }
        }
        if let reason { throw reason }
        if let late = lateComer(action, subject, context) { throw late }
        let wanted = approval.openSteps.compactMap { roleIndex[$0.role] }
        throw missing(wanted, for: action.name, on: subject.unit, context)
    }

    /// The refusal for an action that the state does not offer: too late, or simply not here.
    private func elsewhere(_ action: ActionDefinition, _ subject: Case) -> Refusal {
        if let last = subject.lastDecision, last.action == action.name {
            return Refusal(
                .alreadyDecided,
                [
                    "action": action.name, "user": last.user.rawValue, "at": last.at.description,
                    "case": subject.id.rawValue,
                ])
        }
        if subject.isFinal { return Refusal(.final, ["action": action.name, "state": subject.state]) }
        let possible = stateIndex[subject.state].map { actions(from: $0).map(\.name) } ?? []
        return Refusal(
            .notHere,
            ["action": action.name, "state": subject.state, "possible": possible.joined(separator: ", ")])
    }

    /// Somebody who could have signed a step that another has just signed is told so, not that a role is missing.
    private func lateComer(_ action: ActionDefinition, _ subject: Case, _ context: TransitionContext) -> Refusal? {
        guard let last = subject.lastDecision, last.action == action.name, let decided = last.step,
            let step = subject.approval?.steps.first(where: { $0.id == decided }), let role = role(step.role),
            context.organisation.grant(of: context.actor.user, role: role, for: subject.unit) != nil
        else { return nil }
        return Refusal(
            .alreadyDecided,
            ["action": action.name, "user": last.user.rawValue, "at": last.at.description, "case": subject.id.rawValue])
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
