internal import ArgumentParser
internal import Foundation
internal import JSONDocument
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine
internal import WorkflowStore

/// Looks at the program, the data and the schedules, and says what needs care.
struct DoctorCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "doctor", abstract: abstract("doctor"))
    }

    @OptionGroup var options: GlobalOptions

    /// One thing that was looked at.
    struct Check {
        enum Verdict: String { case ok, warning, problem }
        var name: String
        var verdict: Verdict
        var text: String
    }

    func run() async throws {
        let session = try await Session.open(options, writes: false, anybody: true)
        var checks: [Check] = []
        do throws(StoreError) {
            checks += storeChecks(try await session.engine.store.health(), session)
            checks.append(outbox(try await session.engine.store.outboxSummary(), session))
            checks.append(cases(try await session.engine.store.counts(CaseQuery()), session))
        } catch {
            throw session.wording.failure(error)
        }
        checks += try await schedules(session)
        checks.append(calendar(session))
        print(checks, session)
        if checks.contains(where: { $0.verdict == .problem }) { throw CommandFailure.reported(.refused) }
    }

    private func storeChecks(_ health: StoreHealth, _ session: Session) -> [Check] {
        var checks = [
            Check(name: "doctor.program", verdict: .ok, text: "shenpi \(Session.version)"),
            Check(name: "doctor.folder", verdict: .ok, text: session.settings.folder),
            Check(
                name: "doctor.store", verdict: .ok,
                text:
                    "\(health.product), \(session.messages("doctor.schema")) “\(health.schema)”\(health.bytes.map { ", \($0 / 1024) KiB" } ?? "")"
            ),
            Check(
                name: "doctor.integrity", verdict: health.problems.isEmpty ? .ok : .problem,
                text: health.problems.isEmpty
                    ? session.messages("doctor.intact") : health.problems.joined(separator: "; ")),
        ]
        if let free = health.freeBytes {
            checks.append(
                Check(name: "doctor.disk", verdict: free < 256 << 20 ? .warning : .ok, text: "\(free >> 20) MiB"))
        }
        return checks
    }

    private func outbox(_ summary: OutboxSummary, _ session: Session) -> Check {
        let age = summary.oldest.map { session.engine.now().milliseconds - $0.milliseconds } ?? 0
        let values = [
            "waiting": String(summary.waiting), "parked": String(summary.parked),
            "oldest": summary.oldest.map { LocalTime.text($0) } ?? "",
        ]
        let needsCare = summary.parked > 0 || age > 3_600_000
        return Check(
            name: "doctor.outbox", verdict: needsCare ? .warning : .ok,
            text: session.messages("doctor.outbox.value", values))
    }

    private func cases(_ counts: [CaseCount], _ session: Session) -> Check {
        let texts = counts.sorted { ($0.period, $0.state) < ($1.period, $1.state) }
            .map { "\($0.period) \(session.title($0.state)) \($0.count)" }
        return Check(
            name: "doctor.cases", verdict: .ok,
            text: texts.isEmpty ? "0" : texts.joined(separator: session.messages.language("，", ", ")))
    }

    private func schedules(_ session: Session) async throws -> [Check] {
        let overdue = try await session.asking { () async throws(EngineError) in
            try await session.engine.overdueSchedules()
        }
        let all = try await session.asking { () async throws(EngineError) in try await session.engine.schedules() }
        let failed = all.filter { ($0.lastRun?.failed ?? 0) > 0 }
        var checks = overdue.filter { due in !failed.contains(due) }.map { due in
            Check(
                name: "doctor.schedules", verdict: .warning,
                text: session.messages("doctor.schedule.missed", values(due, session)))
        }
        checks += failed.map { due in
            Check(
                name: "doctor.schedules", verdict: .warning,
                text: session.messages("doctor.schedule.failed", values(due, session)))
        }
        if checks.isEmpty {
            checks.append(
                Check(name: "doctor.schedules", verdict: .ok, text: session.messages("doctor.schedule.fine")))
        }
        return checks
    }

    private func values(_ due: DueSchedule, _ session: Session) -> [String: String] {
        [
            "period": due.period, "schedule": session.title(due.schedule.task), "moment": LocalTime.text(due.moment),
            "failed": String(due.lastRun?.failed ?? 0),
        ]
    }

    private func calendar(_ session: Session) -> Check {
        let year = CivilDate(session.engine.now(), in: LocalTime.zone).year
        guard session.engine.calendar.announcedYears.contains(year) else {
            return Check(
                name: "doctor.calendar", verdict: .warning,
                text: session.messages("doctor.calendar.missing", ["year": String(year)]))
        }
        let years = session.engine.calendar.announcedYears.sorted().map(String.init).joined(separator: ", ")
        return Check(name: "doctor.calendar", verdict: .ok, text: years)
    }

    private func print(_ checks: [Check], _ session: Session) {
        let messages = session.messages
        var table = TableView([
            .init(title: messages("column.check")), .init(title: messages("column.result")),
            .init(title: messages("column.note"), limit: 120),
        ])
        for check in checks {
            let colour: Colour =
                switch check.verdict {
                case .ok: .green
                case .warning: .yellow
                case .problem: .red
                }
            table.add([messages(check.name), messages("doctor." + check.verdict.rawValue), check.text], [1: colour])
        }
        table.print(to: session.output)
        session.output.json(
            .array(
                checks.map {
                    [
                        "check": .string(String($0.name.dropFirst(7))), "verdict": .string($0.verdict.rawValue),
                        "text": .string($0.text),
                    ]
                }))
    }
}
