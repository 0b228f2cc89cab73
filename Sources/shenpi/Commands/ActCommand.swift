internal import WorkflowStore
internal import ArgumentParser
internal import Foundation
internal import JSONDocument
internal import ShenpiApplication
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine
internal import WorkflowPlugin

/// Carries out an action of the workflow on one or more cases, each by itself.
struct ActCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "act", abstract: abstract("act"))
    }

    @Argument(help: help("act.action")) var action: String
    @Argument(help: help("cases")) var cases: [String] = []
    @Option(name: .long, help: help("comment")) var comment: String?
    @Option(name: .long, help: help("set")) var set: [String] = []
    @Option(name: .customLong("part"), help: help("part")) var parts: [String] = []
    @Option(name: .long, help: help("revision")) var revision: Int?
    @Option(name: .long, help: help("key")) var key: String?
    @OptionGroup var options: GlobalOptions
    @OptionGroup var writing: WritingOptions

    func run() async throws {
        let session = try await Session.open(options, writes: true)
        let names = try CaseNames.read(cases, session.messages)
        if names.isEmpty {
            session.output.say("none")
            session.output.json(.array([]))
            return
        }
        let progress = ProgressLine(session.messages, "progress.act", total: names.count)
        var reports: [CaseReport] = []
        for name in names {
            reports.append(await attempt(name, session, isOnly: names.count == 1))
            progress.show(reports.count)
        }
        progress.end()
        try await CaseReport.print(reports, action: action, isDryRun: writing.isDryRun, session)
    }

    private func attempt(_ name: String, _ session: Session, isOnly: Bool) async -> CaseReport {
        do {
            let id = try await session.doing { () async throws(ApplicationError) in
                try await session.application.resolve(name)
            }
            let parts = try await partsToWrite(id, session)
            let command = Command(
                actor: session.actor, case: id, verb: .act(action), comment: comment, parts: parts,
                expectedRevision: revision, key: isOnly ? key : key.map { "\($0)/\(id)" }, isDryRun: writing.isDryRun)
            do throws(EngineError) {
                return CaseReport(id, answer: try await session.engine.perform(command))
            } catch {
                var findings: [Finding] = []
                if case .findings(let found, _) = error { findings = found }
                return CaseReport(id.rawValue, failure: session.wording.failure(error), findings: findings)
            }
        } catch let failure as CommandFailure {
            return CaseReport(name, failure: failure)
        } catch {
            let text = session.messages("unexpected", ["reason": "\(type(of: error))"])
            return CaseReport(name, failure: CommandFailure(exit: .software, text: text))
        }
    }

    /// The parts that `--set` and `--part` give: what is there already, with the given values put in.
    private func partsToWrite(_ id: CaseID, _ session: Session) async throws -> [String: JSONValue] {
        guard !set.isEmpty || !parts.isEmpty else { return [:] }
        let stored = try await session.asking { () async throws(EngineError) in try await session.engine.storedCase(id)
        }
        let type = try await session.asking { () async throws(EngineError) in
            try await session.engine.documentType(of: stored.value.definition)
        }
        let document = try await session.asking { () async throws(EngineError) in
            try await session.engine.document(of: stored.value)
        }
        var result: [String: JSONValue] = [:]
        for given in parts {
            let pair = given.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, type.parts.contains(where: { $0.name == pair[0] }) else {
                throw badInput(given, type.parts.map { "\($0.name)=FILE" }, session)
            }
            result[pair[0]] = try InputFile.json(pair[1], session.messages)
        }
        for given in set.map({ $0.replacing("＝", with: "=") }) {
            let pair = given.split(separator: "=", maxSplits: 1).map { String($0).trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2, let input = type.inputs.first(where: { $0.names.contains(pair[0]) }),
                let pointer = JSONPointer(parsing: input.pointer)
            else { throw badInput(given, type.inputs.map { $0.names.joined(separator: "/") }, session) }
            let base = result[input.part] ?? document.parts[input.part] ?? .object(JSONObject())
            do throws(JSONProblem) {
                result[input.part] = try base.setting(.string(pair[1]), at: pointer)
            } catch {
                throw badInput(given, type.inputs.map { $0.names.joined(separator: "/") }, session)
            }
        }
        return result
    }

    private func badInput(_ given: String, _ known: [String], _ session: Session) -> CommandFailure {
        let name = given.split(separator: "=", maxSplits: 1).first.map(String.init) ?? given
        let values = ["input": name, "known": known.joined(separator: ", ")]
        return CommandFailure(exit: .badInput, text: session.messages("input.bad-set", values), code: "input.bad-set")
    }
}

/// The cases that a command names; `-` reads them from standard input, one to a line.
enum CaseNames {
    static func read(_ names: [String], _ messages: Messages) throws -> [String] {
        var result: [String] = []
        for name in names {
            if name == "-" {
                let text = String(decoding: try InputFile.bytes("-", limit: 16 << 20, messages), as: UTF8.self)
                result += text.split(whereSeparator: \.isWhitespace).map(String.init)
            } else {
                result.append(name)
            }
        }
        var seen: Set<String> = []
        result = result.filter { seen.insert($0).inserted }
        // An empty list from another command is nothing to do, not a mistake.
        if result.isEmpty, !names.contains("-") {
            throw CommandFailure(exit: .badInput, text: messages("input.no-cases"), code: "input.no-cases")
        }
        return result
    }
}
