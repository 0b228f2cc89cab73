internal import WorkflowStore
internal import ArgumentParser
internal import Foundation
internal import JSONDocument
internal import ShenpiApplication
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine

/// Shows what happened to a case.
struct HistoryCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "history", abstract: abstract("history"))
    }

    @Argument(help: help("case")) var subject: String
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let (session, id) = try await Session.open(options, for: subject)
        let events = try await session.asking { () async throws(EngineError) in try await session.engine.history(of: id)
        }
        let organisation = try await session.asking { () async throws(EngineError) in
            try await session.engine.organisation()
        }.value
        let messages = session.messages
        var table = TableView([
            .init(title: messages("column.revision"), isNumber: true), .init(title: messages("column.time")),
            .init(title: messages("column.who"), limit: 60, whenNarrow: .wraps),
            .init(title: messages("column.what"), limit: 60, whenNarrow: .wraps),
            .init(title: messages("column.state")),
            .init(title: messages("column.comment"), limit: 60, whenNarrow: .wraps),
        ])
        for event in events {
            table.add([
                String(event.revision), LocalTime.text(event.at), who(event.actor, organisation, session),
                what(event, session), session.title(event.to), event.comment ?? "",
            ])
        }
        table.print(to: session.output)
        session.output.json(.array(events.map { CaseJSON.encoded($0) }))
    }

    private func who(_ actor: ActorRecord, _ organisation: Organisation, _ session: Session) -> String {
        let name = organisation.people[actor.user]?.name ?? actor.user.rawValue
        var text =
            actor.role.map { role in
                actor.identity == .system
                    ? name
                    : session.messages.language(
                        "\(name)（\(session.roleTitle(role))）", "\(name) (\(session.roleTitle(role)))")
            } ?? name
        if let by = actor.assertedBy { text += " ← \(by)" }
        return text
    }

    private func what(_ event: CaseEvent, _ session: Session) -> String {
        let tasks = event.tasks?.map { session.title($0.kind) }.joined(separator: ", ") ?? ""
        let made = tasks.isEmpty ? "" : session.messages("event.task") + " " + tasks
        let parts = event.parts.map { $0.keys.sorted().map { session.partTitle($0) }.joined(separator: ", ") } ?? ""
        switch event.kind {
        case .acted:
            let step = event.step.map { " · " + session.title($0) } ?? ""
            return session.title(event.action ?? "") + step + (made.isEmpty ? "" : " · " + made)
        case .task: return made
        case .created, .wrote: return session.messages("event." + event.kind.rawValue) + " " + parts
        }
    }
}

/// Times as people read them, to the minute: by the clock of the offices, unless `TZ` says otherwise.
enum LocalTime {
    static let zone: TimeZone =
        ProcessInfo.processInfo.environment["TZ"].flatMap { $0.isEmpty ? nil : TimeZone.current }
        ?? TimeZone(identifier: "Asia/Shanghai") ?? .current

    static func text(_ moment: Timestamp) -> String {
        let day = CivilDate(moment, in: zone)
        let local = moment.milliseconds + Int64(zone.secondsFromGMT(for: moment.date)) * 1000
        let minutes = ((local / 60_000) % 1440 + 1440) % 1440
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
        return "\(day) \(two(minutes / 60)):\(two(minutes % 60))"
    }
}
