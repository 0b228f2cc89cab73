/// Why a request was refused: a stable code and the values from which a text in any language is made.
///
/// Values name things (actions, states, roles, units, users); contents of documents are never among them.
public struct Refusal: Error, Sendable, Hashable, Codable {
    /// The stable code of a reason.
    public enum Code: String, Sendable, Codable, CaseIterable {
        /// The workflow has no such action. Values: action, known, near.
        case unknownAction = "action.unknown"
        /// The action exists, but not in this state. Values: action, state, possible.
        case notHere = "action.not-here"
        /// Somebody has decided this already; look again. Values: action (that was asked for), decision (the action that came
        /// first), user, at, case.
        case alreadyDecided = "action.already-decided"
        /// The case is done. Values: action, state.
        case final = "case.final"
        /// A case of this name is there already. Values: case.
        case exists = "case.exists"
        /// The actor holds none of the roles. Values: user, action, needed (`role@unit, …`; `*` any unit, `-` none), and
        /// signers where the step asks people by name.
        case roleMissing = "role.missing"
        /// The actor declared this case himself or herself. Values: user, case, action.
        case ownCase = "role.own-case"
        /// The actor has signed this step. Values: user, step.
        case alreadySigned = "step.already-signed"
        /// Nobody holds the role that must sign. Values: step, role, unit.
        case noSigner = "step.no-signer"
        /// No approval step applies to this case. Values: state.
        case noStep = "approval.empty"
        /// The action ends with the first decision. Values: action.
        case afterDecision = "action.after-first-decision"
        /// A comment is needed. Values: action.
        case commentMissing = "comment.missing"
        /// The comment is too long. Values: length, limit.
        case commentTooLong = "comment.too-long"
        /// What the action asks of the case does not hold. Values: action, reads.
        case guardFailed = "guard.failed"
        /// The rule of the action could not be worked out. Values: action, rule.
        case guardError = "guard.error"
        /// The part cannot be written in this state, or not by this actor. Values: part, state, writable.
        case partNotEditable = "part.not-editable"
        /// Nothing would be changed by this. Values: none.
        case nothingToWrite = "write.empty"
        /// The schedule does not apply to the case as it is. Values: schedule, state.
        case scheduleNotDue = "schedule.not-applicable"
        /// The task is there already. Values: schedule, period.
        case taskExists = "schedule.task-exists"
    }

    /// The reason.
    public var code: Code
    /// What the text is made from.
    public var values: [String: String]

    /// A refusal.
    public init(_ code: Code, _ values: [String: String] = [:]) {
        self.code = code
        self.values = values
    }

    /// Whether looking again and trying once more may help.
    public var isConflict: Bool { code == .alreadyDecided }
}
