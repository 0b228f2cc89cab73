internal import ArgumentParser
internal import Foundation
internal import JSONDocument
internal import ShenpiMessages
internal import WorkflowEngine
internal import WorkflowStore

/// Verifies that nothing in the store was changed behind shenpi's back.
struct AuditCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "audit", abstract: abstract("audit"), subcommands: [VerifyCommand.self])
    }

    struct VerifyCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "verify", abstract: abstract("audit.verify"))
        }

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let session = try await Session.open(options, writes: false, anybody: true)
            let report: AuditReport
            let progress = ProgressLine(session.messages, "progress.audit")
            do throws(StoreError) {
                report = try await AuditVerifier(store: session.engine.store).verify(progress: {
                    progress.show($0.events)
                })
            } catch {
                throw session.wording.failure(error)
            }
            progress.end()
            let messages = session.messages
            let counts = [
                "events": String(report.events), "cases": String(report.cases), "streams": String(report.streams),
                "count": String(report.problems.count),
            ]
            session.output.say(report.problems.isEmpty ? "audit.valid" : "audit.broken", counts)
            for problem in report.problems.prefix(100) {
                session.output.line("  " + words(problem, messages))
            }
            session.output.json([
                "valid": .bool(report.problems.isEmpty), "events": .number(.init(report.events)),
                "cases": .number(.init(report.cases)), "streams": .number(.init(report.streams)),
                "problems": .array(
                    report.problems.map { problem in
                        [
                            "stream": .string(problem.stream),
                            "revision": problem.revision.map { .number(.init($0)) } ?? .null,
                            "code": .string(problem.code.rawValue), "message": .string(words(problem, messages)),
                        ]
                    }),
            ])
            if !report.problems.isEmpty { throw CommandFailure.reported(.refused) }
        }

        private func words(_ problem: AuditProblem, _ messages: Messages) -> String {
            let what = messages("audit." + problem.code.rawValue, problem.values)
            return messages(
                "audit.problem",
                ["stream": problem.stream, "revision": problem.revision.map(String.init) ?? "", "what": what])
        }
    }
}
