internal import ArgumentParser
internal import Foundation
internal import JSONDocument
internal import OfficialForms
internal import ShenpiApplication
internal import ShenpiMessages
internal import Workflow

/// Imports declarations.
struct ImportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "import", abstract: abstract("import"))
    }

    @Argument(help: help("import.files"), completion: .file()) var files: [String]
    @Option(name: .long, help: help("import.year")) var year: Int
    @Option(name: .long, help: help("import.unit")) var unit: String?
    @Option(name: .long, help: help("import.workflow")) var workflow = "expenditure-performance"
    @Flag(name: .long, help: help("import.replace")) var replace = false
    @OptionGroup var options: GlobalOptions
    @OptionGroup var writing: WritingOptions

    func run() async throws {
        let session = try await Session.open(options, writes: true)
        guard (1990...2200).contains(year) else {
            throw CommandFailure(
                exit: .badInput, text: session.messages("input.year", ["year": String(year)]), code: "input.year")
        }
        var readings: [FormReading] = []
        for file in files {
            let reading = try FormFiles.read(file, session.messages)
            FormFiles.remark(reading, file, session.output)
            readings += reading.readings
        }
        let progress = ProgressLine(session.messages, "progress.act", total: readings.count)
        let results = try await session.doing { () async throws(ApplicationError) in
            try await session.application.importDeclarations(
                readings, workflow: workflow, year: year, unit: unit.map { UnitID($0) }, replaces: replace,
                isDryRun: writing.isDryRun, progress: progress.show)
        }
        progress.end()
        try report(results, session)
    }

    private func report(_ results: [ImportResult], _ session: Session) throws {
        let messages = session.messages
        var table = TableView([
            .init(title: messages("column.case")), .init(title: messages("column.project"), limit: 36),
            .init(title: messages("column.result"), whenNarrow: .wraps),
        ])
        var objects: [JSONValue] = []
        var counts: [String: Int] = [:]
        for result in results {
            let (status, words) = describe(result, session)
            counts[status, default: 0] += 1
            let colour: Colour = result.isDone ? .green : .red
            table.add([result.case?.rawValue ?? "–", result.projectName ?? "", words], [2: colour])
            objects.append([
                "source": .string(result.source), "ordinal": .number(.init(result.ordinal)),
                "case": result.case.map { .string($0.rawValue) } ?? .null,
                "projectName": result.projectName.map { .string($0) } ?? .null, "result": .string(status),
                "message": .string(words),
            ])
        }
        table.print(to: session.output)
        let failed = results.count { !$0.isDone }
        session.output.say(
            "import.summary",
            [
                "total": String(results.count), "created": String(counts["created", default: 0]),
                "replaced": String(counts["replaced", default: 0]),
                "unchanged": String(counts["unchanged", default: 0]), "failed": String(failed),
            ])
        if writing.isDryRun { session.output.say("dry-run") }
        session.output.json(.array(objects))
        if failed > 0 { throw CommandFailure.reported(.refused) }
    }

    private func describe(_ result: ImportResult, _ session: Session) -> (status: String, words: String) {
        let messages = session.messages
        switch result.outcome {
        case .created: return ("created", messages("import.created"))
        case .replaced: return ("replaced", messages("import.replaced"))
        case .unchanged: return ("unchanged", messages("import.unchanged"))
        case .differs(let fields):
            let names = fields.map { FieldNames.title($0, messages.language) }
            return (
                "differs", messages("import.differs", ["fields": names.joined(separator: messages.language("、", ", "))])
            )
        case .unusable(let code, let values):
            return ("refused", messages("import.refused", ["reason": messages(code, values)]))
        case .failed(let error):
            return ("refused", messages("import.refused", ["reason": session.wording.failure(error).text]))
        }
    }
}

/// Reads files of tables and words what is odd about them.
enum FormFiles {
    static func read(_ file: String, _ messages: Messages) throws -> FileReading {
        let bytes = try InputFile.bytes(file, messages)
        do throws(FormReadingError) {
            return try FormReader().readings(of: bytes, source: URL(fileURLWithPath: file).lastPathComponent)
        } catch {
            let code = "reading." + error.code.rawValue
            throw CommandFailure(
                exit: .badInput, text: messages(code, error.values.merging(["file": file]) { $1 }), code: code)
        }
    }

    static func remark(_ reading: FileReading, _ file: String, _ output: Output) {
        let messages = output.messages
        if reading.encoding == .gbk || reading.encoding == .utf16 {
            let name = reading.encoding.rawValue.uppercased()
            output.remark(messages("reading.decoded", ["file": file, "encoding": name]))
        }
        for form in reading.readings {
            if !form.unplaced.isEmpty {
                let lines = form.unplaced.prefix(10).map { String($0.line) }.joined(separator: ", ")
                output.remark(
                    messages(
                        "reading.unplaced",
                        [
                            "file": file, "ordinal": String(form.ordinal), "count": String(form.unplaced.count),
                            "lines": lines + (form.unplaced.count > 10 ? " …" : ""),
                        ]))
            }
            if !form.lowConfidence.isEmpty {
                let fields = form.lowConfidence.prefix(5).map(\.pointer).joined(separator: ", ")
                output.remark(
                    messages(
                        "reading.low-confidence",
                        [
                            "file": file, "ordinal": String(form.ordinal), "count": String(form.lowConfidence.count),
                            "fields": fields + (form.lowConfidence.count > 5 ? " …" : ""),
                        ]))
            }
        }
    }
}
