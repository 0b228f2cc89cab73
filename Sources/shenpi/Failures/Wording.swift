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
    /// What things are called, where a data folder is open.
    var names = Names()

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
        case .invalidDefinition(let problems): return failure(problems, file: "")
        case .administratorNeeded(let user):
            let text = messages("administrator.needed", ["user": user.rawValue])
            return CommandFailure(exit: .refused, text: text, code: "administrator.needed")
        case .organisation(let refusal): return failure(refusal)
        case .store(let error): return failure(error)
        }
    }

    /// A workflow file that cannot be used: every problem with its place.
    func failure(_ problems: [DefinitionProblem], file: String) -> CommandFailure {
        let lines = problems.map { describe($0, file: file) } + [messages("workflow.invalid")]
        return CommandFailure(exit: .badInput, text: lines.joined(separator: "\n"), code: "workflow.invalid")
    }

    /// One problem of a workflow file: place, words, rule.
    func describe(_ problem: DefinitionProblem, file: String) -> String {
        let place = problem.position.map { ":\($0.line):\($0.column)" } ?? ""
        let pointer = problem.pointer.description
        let words = explain(problem)
        return "\(file)\(place): \(words)\(pointer.isEmpty ? "" : "  \(pointer)")  [\(problem.rule)]"
    }

    /// The words for one problem of a workflow file.
    func explain(_ problem: DefinitionProblem) -> String {
        var values = problem.values
        values["kind"] = values["kind"].map { messages("plugin." + $0) }
        for name in ["expected", "found"] {
            guard let value = values[name] else { continue }
            let code = "json.token." + value
            values[name] = messages.knows(code) ? messages(code) : value
        }
        return messages(problem.rule, values)
    }
}
