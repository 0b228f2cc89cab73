internal import ArgumentParser
internal import BudgetPerformance
internal import Foundation
internal import JSONDocument
internal import OfficialForms
internal import ShenpiMessages

/// Reads and scores official tables; needs no data folder.
struct FormsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "forms", abstract: abstract("forms"), subcommands: [ReadCommand.self, ScoreCommand.self])
    }

    struct ReadCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "read", abstract: abstract("forms.read"))
        }

        @Argument(help: help("import.files"), completion: .file()) var files: [String]
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let (_, output, _) = await Session.bare(options)
            var objects: [JSONValue] = []
            for file in files {
                let reading = try FormFiles.read(file, output.messages)
                FormFiles.remark(reading, file, output)
                for form in reading.readings {
                    if output.format == .table { FormTable.print(form, to: output) }
                    objects.append(CaseJSON.encoded(form))
                }
            }
            output.json(.array(objects))
        }
    }

    struct ScoreCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "score", abstract: abstract("forms.score"))
        }

        @Argument(help: help("import.files"), completion: .file()) var files: [String]
        @Flag(name: .long, help: help("explain")) var explain = false
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let (_, output, _) = await Session.bare(options)
            var reports: [JSONValue] = []
            for file in files {
                let reading = try FormFiles.read(file, output.messages)
                FormFiles.remark(reading, file, output)
                var found = false
                for form in reading.readings {
                    guard case .selfEvaluation(let evaluation) = form.form else { continue }
                    found = true
                    let report = ScoreSheetReport(
                        source: form.source, ordinal: form.ordinal, form: evaluation, sheet: ScoreSheet(evaluation))
                    let json = CaseJSON.encoded(report)
                    reports.append(json)
                    if output.format == .table { print(report, json, output) }
                }
                guard found else {
                    throw CommandFailure(
                        exit: .badInput, text: output.messages("score.no-evaluations", ["file": file]),
                        code: "score.no-evaluations")
                }
            }
            output.json(.array(reports))
        }

        private func print(_ report: ScoreSheetReport, _ json: JSONValue, _ output: Output) {
            let values = [
                "source": report.source, "ordinal": String(report.ordinal), "project": report.projectName ?? "",
            ]
            output.line(output.paint(output.messages("score.title", values), .bold))
            ScoreTable.print(json["lines"]?.array ?? [], showsPrinted: true, to: output)
            output.say(
                "score.totals",
                [
                    "printed": report.printedTotal ?? "–", "computed": report.computedTotal ?? "–",
                    "grade": output.messages.grade(json["grade"].plainText),
                ])
            output.line()
        }
    }
}

/// A form as people read it.
enum FormTable {
    static func print(_ reading: FormReading, to output: Output) {
        let messages = output.messages
        guard let fields = CaseJSON.encoded(reading).object else { return }
        output.line(
            output.paint("\(reading.source) \(reading.ordinal)  \(fields["projectName"].plainText)", .bold))
        for (key, value) in fields where key != "indicators" {
            let truth = value.bool.map { $0 ? messages.language("是", "yes") : messages.language("否", "no") }
            guard let text = value.string ?? value.number?.text ?? truth, !unprinted.contains(key) else { continue }
            let shown = CellWidth.cut(text.replacing("\n", with: " "), to: 120)
            output.line("\(FieldNames.title(key, messages.language)): \(Output.visible(shown))")
        }
        funds(fields["funds"], output)
        let isEvaluation = fields["kind"].plainText == "self-evaluation"
        let keys =
            ["level1", "level2", "level3", "target"] + (isEvaluation ? ["actual", "weight", "score"] : ["explanation"])
        var table = TableView(
            [.init(title: messages("column.row"), isNumber: true)]
                + keys.map {
                    .init(title: messages("column." + $0), isNumber: $0 == "weight" || $0 == "score", limit: 36)
                })
        for (index, row) in (fields["indicators"]?.array ?? []).enumerated() {
            table.add([String(index + 1)] + keys.map { row[$0].plainText })
        }
        table.print(to: output)
        output.line()
    }

    /// Keys that say where a form comes from, and how its numbers were printed: not part of the table.
    private static let unprinted: Set<String> = [
        "source", "ordinal", "kind", "title", "yearSource", "executionRateUnit",
    ]

    /// The lines of money that are filled in.
    static func funds(_ value: JSONValue?, _ output: Output) {
        guard let value else { return }
        let messages = output.messages
        let amounts = ["initialBudget", "fullYearBudget", "executed"]
        var table = TableView(
            [.init(title: messages("column.funds"))]
                + amounts.map { .init(title: messages("column." + $0), isNumber: true) }
                + [.init(title: messages("column.rate"), isNumber: true)])
        for key in ["total", "fiscal", "carriedOver", "other"] {
            guard let line = value[key] else { continue }
            let rate = line["executionRate"] ?? (key == "total" ? value["executionRate"] : nil)
            table.add([messages("funds." + key)] + amounts.map { line[$0].plainText } + [rate.plainText])
        }
        table.print(to: output)
    }
}
