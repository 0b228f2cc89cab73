internal import ArgumentParser
internal import JSONDocument
internal import ShenpiApplication
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine

/// Makes the self-evaluation tasks of a year.
struct YearEndCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "year-end", abstract: abstract("year-end"))
    }

    @Argument(help: help("year-end.year")) var year: Int?
    @Flag(name: .customLong("due"), help: help("year-end.due")) var dueOnly = false
    @OptionGroup var options: GlobalOptions
    @OptionGroup var writing: WritingOptions

    func validate() throws {
        guard (year == nil) == dueOnly else { throw ValidationError("shenpi year-end YEAR | shenpi year-end --due") }
        if let year, !(1990...2200).contains(year) { throw ValidationError("YEAR: 1990…2200") }
    }

    func run() async throws {
        let session = try await Session.open(options, writes: true)
        let progress = ProgressLine(session.messages, "progress.year-end")
        let result = try await session.doing { () async throws(ApplicationError) in
            if let year {
                return try await session.application.turnYear(year, isDryRun: writing.isDryRun, progress: progress.show)
            }
            return try await session.application.runDueSchedules(isDryRun: writing.isDryRun, progress: progress.show)
        }
        progress.end()
        print(result, session)
        await session.deliverNotices()
        if result.runs.contains(where: { !$0.report.failures.isEmpty }) { throw CommandFailure.reported(.refused) }
    }

    private func print(_ result: YearEndResult, _ session: Session) {
        let output = session.output
        if result.runs.isEmpty {
            output.say(dueOnly ? "year-end.not-due" : "year-end.no-schedule", ["period": year.map(String.init) ?? ""])
        }
        for run in result.runs {
            let schedule = run.report.schedule
            if run.isEarly { output.say("year-end.early", ["moment": LocalTime.text(schedule.moment)]) }
            output.say(
                writing.isDryRun ? "year-end.rehearsal" : "year-end.summary",
                [
                    "period": schedule.period, "schedule": session.title(schedule.schedule.task),
                    "made": String(run.report.made), "existing": String(run.existing),
                    "failed": String(run.report.failures.count),
                ])
            if run.report.made == 0, run.report.failures.isEmpty { output.say("year-end.nothing") }
            for failure in run.report.failures.prefix(50) {
                output.remark("\(failure.case): \(session.wording.failure(failure.error).text)")
            }
        }
        before(result, session)
        output.json(json(result, session))
    }

    private func before(_ result: YearEndResult, _ session: Session) {
        guard result.beforeCount > 0 else { return }
        session.output.say("year-end.before", ["count": String(result.beforeCount)])
        let messages = session.messages
        var table = TableView([
            .init(title: messages("column.case")), .init(title: messages("column.project"), limit: 40),
            .init(title: messages("column.state")),
        ])
        for subject in result.before.prefix(20) {
            table.add([
                subject.id.rawValue, subject.fields["document.declaration.projectName"].plainText,
                session.title(subject.state),
            ])
        }
        table.print(to: session.output)
        if result.beforeCount > 20 { session.output.line("…") }
    }

    private func json(_ result: YearEndResult, _ session: Session) -> JSONValue {
        [
            "runs": .array(
                result.runs.map { run in
                    [
                        "workflow": .string(run.report.schedule.workflow),
                        "schedule": .string(run.report.schedule.schedule.id),
                        "period": .string(run.report.schedule.period), "made": .number(.init(run.report.made)),
                        "existing": .number(.init(run.existing)), "dryRun": .bool(writing.isDryRun),
                        "failures": .array(
                            run.report.failures.map {
                                let failure = session.wording.failure($0.error)
                                return [
                                    "case": .string($0.case.rawValue), "code": .string(failure.code),
                                    "message": .string(failure.text),
                                ]
                            }),
                    ]
                }),
            "beforeCount": .number(.init(result.beforeCount)),
            "before": .array(
                result.before.map { ["case": .string($0.id.rawValue), "state": .string($0.state)] }),
        ]
    }
}
