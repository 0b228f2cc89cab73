internal import ArgumentParser
internal import BudgetPerformance
internal import Foundation
internal import JSONDocument
internal import OfficialForms
internal import ShenpiApplication
internal import ShenpiMessages
internal import Workflow
internal import WorkflowPlugin

/// Fills in a self-evaluation, shows how it scores, and submits it.
struct EvaluateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "evaluate", abstract: abstract("evaluate"))
    }

    @Argument(help: help("case")) var subject: String
    @Option(name: .customLong("actual"), help: help("evaluate.actual")) var actuals: [String] = []
    @Option(name: .customLong("score"), help: help("evaluate.score")) var scores: [String] = []
    @Option(name: .customLong("reason"), help: help("evaluate.reason")) var reasons: [String] = []
    @Option(name: .customLong("weight"), help: help("evaluate.weight")) var weights: [String] = []
    @Option(name: .customLong("completion"), help: help("evaluate.completion")) var completion: String?
    @Option(name: .long, help: help("evaluate.file"), completion: .file()) var file: String?
    @Flag(name: .customLong("save"), help: help("evaluate.save")) var savesOnly = false
    @Option(name: .long, help: help("revision")) var revision: Int?
    @OptionGroup var options: GlobalOptions
    @OptionGroup var writing: WritingOptions

    func run() async throws {
        let session = try await Session.open(options, writes: true)
        let id = try await session.doing { () async throws(ApplicationError) in
            try await session.application.resolve(subject)
        }
        let approved = try await session.doing { () async throws(ApplicationError) in
            try await session.application.evaluation(of: id)
        }
        var input = EvaluationInput()
        if let file { input = try read(file, approved.form, session) }
        let count = approved.form.indicators.count
        var typed = EvaluationInput()
        typed.actuals = try rows(actuals, count, session)
        typed.scores = try rows(scores, count, session)
        typed.reasons = try rows(reasons, count, session)
        typed.weights = try rows(weights, count, session)
        typed.actualCompletion = completion
        input.add(typed)
        let complete = input
        let result = try await session.doing { () async throws(ApplicationError) in
            try await session.application.evaluate(
                id, complete, submits: !savesOnly, isDryRun: writing.isDryRun, expectedRevision: revision)
        }
        print(result, session)
        await session.deliverNotices()
        if !result.isComplete, !savesOnly { throw CommandFailure.reported(.refused) }
    }

    private func read(_ file: String, _ approved: SelfEvaluation, _ session: Session) throws -> EvaluationInput {
        if file.lowercased().hasSuffix(".json") {
            let json = try InputFile.json(file, session.messages)
            let code = json["code"]?.string ?? approved.projectCode
            let year = json["year"]?.int ?? approved.year
            if code != approved.projectCode || year != approved.year { throw otherProject(file, session) }
            do throws(ApplicationError) {
                return try EvaluationInput(json, file: file)
            } catch {
                throw session.wording.failure(error)
            }
        }
        let reading = try FormFiles.read(file, session.messages)
        FormFiles.remark(reading, file, session.output)
        let forms = reading.readings.compactMap { reading -> SelfEvaluation? in
            if case .selfEvaluation(let form) = reading.form { form } else { nil }
        }
        let fitting = forms.filter { $0.projectCode == nil || $0.projectCode == approved.projectCode }
        guard let form = fitting.first(where: { $0.projectName == approved.projectName }) ?? fitting.first else {
            throw CommandFailure(
                exit: .badInput, text: session.messages("score.no-evaluations", ["file": file]),
                code: "score.no-evaluations")
        }
        let input = EvaluationInput(form, matching: approved)
        if input.actuals.isEmpty { throw otherProject(file, session) }
        return input
    }

    private func otherProject(_ file: String, _ session: Session) -> CommandFailure {
        CommandFailure(
            exit: .badInput, text: session.messages("evaluate.other-project", ["file": file]),
            code: "evaluate.other-project")
    }

    private func rows(_ texts: [String], _ count: Int, _ session: Session) throws -> [Int: String] {
        var result: [Int: String] = [:]
        for text in texts {
            let pair = text.replacing("＝", with: "=").split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false
            ).map(String.init)
            let isFunds = pair[0] == "funds" || pair[0] == "资金"
            guard pair.count == 2, let row = isFunds ? 0 : Int(pair[0].trimmingCharacters(in: .whitespaces)),
                (0...count).contains(row)
            else {
                let values = ["input": text, "count": String(count)]
                throw CommandFailure(
                    exit: .badInput, text: session.messages("input.bad-row", values), code: "input.bad-row")
            }
            result[row] = pair[1].trimmingCharacters(in: .whitespaces)
        }
        return result
    }

    private func print(_ result: EvaluationResult, _ session: Session) {
        let lines = result.score["lines"]?.array ?? []
        let open = lines.count { line in
            line["settled"]?.bool.map { !$0 }
                ?? (line["score"].isMissing || (line["needsPerson"]?.bool == true && line["judged"].isMissing))
        }
        // What is open stands in the table; here only what is wrong.
        let blocking = result.findings.filter { $0.severity == .error }
        if session.output.format == .table {
            ScoreTable.print(
                result.score, rows: CaseJSON.encoded(result.record)["indicators"]?.array ?? [], session: session)
            if !blocking.isEmpty { FindingTable.print(blocking, to: session.output) }
        }
        let values = [
            "open": String(open), "total": result.score["total"].pointsText,
            "grade": session.messages.grade(result.score["grade"].plainText),
        ]
        switch (result.outcome, writing.isDryRun) {
        case (.submitted, false): session.output.say("evaluate.submitted", values)
        case (.submitted, true): session.output.say("evaluate.would", values)
        case (_, true): session.output.say("evaluate.not-saved", values)
        case (_, false): session.output.say("evaluate.saved", values)
        }
        if !result.isComplete { session.output.say("evaluate.how") }
        var object = JSONObject()
        object["case"] = .string(result.case.id.rawValue)
        object["state"] = .string(result.case.state)
        object["submitted"] = .bool(result.outcome == .submitted && !writing.isDryRun)
        object["complete"] = .bool(result.isComplete)
        object["score"] = result.score
        object["findings"] = CaseJSON.findings(result.findings, session.messages.language)
        session.output.json(.object(object))
    }
}
