import Foundation
import JSONDocument
import Testing

@Suite struct BadFileTests {
    @Test(arguments: BadFile.all, DataFolder.Language.allCases)
    func `A file that is no table is refused in one paragraph of the user's language`(
        file: BadFile, language: DataFolder.Language
    ) async throws {
        let folder = try DataFolder()
        let path = try file.make(folder)
        let outcome = try await folder.run("forms", "read", path, language: language, clock: nil, seconds: 120)
        #expect(outcome.status == 65, "\(outcome)")
        #expect(outcome.output == "", "\(outcome)")
        #expect(outcome.remarks.contains(file.words[language] ?? "?"), "\(outcome)")
        #expect(outcome.remarks.split(separator: "\n").count == 1, "\(outcome)")
    }

    @Test(arguments: BadFile.all.filter { !$0.name.contains("noise") })
    func `Importing it leaves the store as it was`(file: BadFile) async throws {
        let folder = try await DataFolder(.imported)
        let path = try file.make(folder)
        try await folder.unchanged {
            let good = Program.samples + "/letters-and-visits.txt"
            let outcome = try await folder.run("import", good, path, "--year", "2026", as: "chen")
            #expect(outcome.status == 65, "\(outcome)")
        }
    }

    @Test func `Text in GBK is decoded, and said so beside the answer`() async throws {
        let folder = try DataFolder()
        let sample = Program.samples + "/mended/window-staff-training.txt"
        let file = (folder.path as NSString).deletingLastPathComponent + "/gbk.txt"
        let made = try await Program.shell("iconv -f UTF-8 -t GBK '\(sample)' > '\(file)'")
        try #require(made.status == 0, "\(made)")
        let expected = try await folder.run("forms", "read", sample, "--format", "json", clock: nil).json()
        for (language, words) in [(DataFolder.Language.zh, "原文为 GBK 编码，已转换"), (.en, "decoded from GBK")] {
            let outcome = try await folder.run(
                "forms", "read", file, "--format", "json", language: language, clock: nil)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.remarks.contains(words), "\(outcome)")
            let form = try outcome.json()[0]
            #expect(form?["indicators"] == expected[0]?["indicators"])
            #expect(form?["projectName"] == expected[0]?["projectName"])
        }
    }

    @Test func `A table cut in the middle keeps what is there and marks what is doubtful`() async throws {
        let folder = try DataFolder()
        let whole = try Data(contentsOf: URL(fileURLWithPath: Program.samples + "/government-service-centre.txt"))
        let text = String(decoding: whole, as: UTF8.self)
        let end = try #require(text.range(of: "单件寄递费用"))
        let file = try folder.file("cut.txt", String(text[..<end.lowerBound]))
        let outcome = try await folder.run("forms", "read", file, "--format", "json", clock: nil)
        #expect(outcome.status == 0, "\(outcome)")
        let forms = try #require(try outcome.json().array)
        #expect(forms.count == 6)
        #expect(forms.last?["projectName"]?.string == "办事结果免费邮寄")
        #expect(forms.last?["lowConfidence"]?.array?.contains { $0["pointer"]?.string == "/indicators" } == true)
        #expect(forms.dropLast().allSatisfy { ($0["lowConfidence"]?.array ?? []).isEmpty })
        #expect(outcome.remarks.contains("doubtful"), "\(outcome)")
    }

    @Test func `Control characters and escape sequences of a form never reach the terminal`() async throws {
        let folder = try await DataFolder(.district)
        let sample = try String(contentsOfFile: Program.samples + "/mended/window-staff-training.txt", encoding: .utf8)
        let hostile = "窗口\u{1B}[2J\u{1B}]0;偷\u{7}\u{9B}31m\u{202E}人员业务培训"
        let file = try folder.file("hostile.txt", sample.replacingOccurrences(of: "窗口人员业务培训", with: hostile))
        var outcomes = [
            try await folder.run("forms", "read", file, clock: nil),
            try await folder.run("forms", "read", file, "--format", "json", clock: nil),
            try await folder.run("import", file, "--year", "2025", as: "zhang"),
        ]
        let name = try #require(try await folder.json("list")[0]?["case"]?.string)
        outcomes += [
            try await folder.run("list"), try await folder.run("show", name),
            try await folder.run("return", name, "--comment", hostile, as: "li"),
            try await folder.run("declare", name, "--comment", hostile, as: "zhang"),
            try await folder.run("history", name), try await folder.run("inbox", as: "li"),
            try await folder.run("show", "x\u{1B}[2J"), try await folder.run("list", "--state", "x\u{1B}[2J"),
            try await folder.run("forms", "read", "no\u{1B}[2Jfile"),
        ]
        for outcome in outcomes {
            let raw = outcome.everything.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
            }
            #expect(raw.isEmpty, "\(outcome.command.debugDescription) printed \(raw.map(\.value))")
        }
        #expect(outcomes[2].status == 0 || outcomes[2].status == 1)
    }

    @Test func `NUL bytes in a form are a binary file`() async throws {
        let folder = try DataFolder()
        let sample = try Data(contentsOf: URL(fileURLWithPath: Program.samples + "/mended/window-staff-training.txt"))
        let file = try folder.file("nul.txt", sample + Data([0, 0, 0]) + sample)
        let outcome = try await folder.run("forms", "read", file, clock: nil)
        #expect(outcome.status == 65, "\(outcome)")
        #expect(!outcome.everything.contains("\0"))
    }
}
