import BudgetPerformance
import Foundation
import OfficialForms
import Testing

@Suite struct FormReaderTests {
    private let text = DeclarationPrinter().print(SampleDeclarations.streets)

    @Test func `Every encoding gives the same reading and is told`() throws {
        let gbk = String.Encoding(rawValue: 0x8000_0632)
        let cases: [(TextEncoding, [UInt8])] = [
            (.utf8, Array(text.utf8)), (.utf8WithMark, [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
            (.utf16, [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            (.utf16, [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
            (.gbk, [UInt8](try #require(text.data(using: gbk)))),
        ]
        let expected = try SampleDeclarations.readings(of: text)
        for (encoding, bytes) in cases {
            let reading = try FormReader().readings(of: bytes, source: "table.txt")
            #expect(reading.encoding == encoding)
            #expect(reading.readings == expected)
        }
    }

    @Test(arguments: [
        ([UInt8](), FormReadingError.Code.emptyFile, [String: String]()),
        (Array(" \n\t\r\n".utf8), .emptyFile, [:]),
        (Array("%PDF-1.7 …".utf8), .binaryFile, ["format": "pdf", "offset": "0"]),
        ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .binaryFile, ["format": "zip", "offset": "0"]),
        (Array("项目".utf8) + [0, 1, 2], .binaryFile, ["offset": "6"]),
        ([0x61, 0x0A, 0xFF, 0xFF, 0xFF, 0x61], .undecodable, ["offset": "2", "line": "2", "tried": "UTF-8, GB18030"]),
    ])
    func `A file without text is an error with a code and without content`(
        bytes: [UInt8], code: FormReadingError.Code, values: [String: String]
    ) {
        #expect(throws: FormReadingError(code, values)) { try FormReader().readings(of: bytes, source: "a") }
    }

    @Test func `A text without a form says what was looked for`() throws {
        let error = #expect(throws: FormReadingError.self) {
            try FormReader().readings(of: Array("关于召开会议的通知\n请各单位参加。\n".utf8), source: "a.txt")
        }
        #expect(error?.code == .noForm)
        #expect(error?.values["lines"] == "3")
        #expect(error?.values["lookedFor"]?.contains("绩效目标申报表") == true)
    }

    @Test func `One damaged byte in a UTF-8 text is named by its line, not read as another encoding`() throws {
        var bytes = Array(text.utf8)
        let offset = bytes.count / 2
        bytes[offset] = 0xFF
        let line = bytes[..<offset].count { $0 == 0x0A } + 1
        let error = #expect(throws: FormReadingError.self) { try FormReader().readings(of: bytes, source: "a.txt") }
        #expect(error?.code == .undecodable)
        #expect(error?.values["line"] == "\(line)")
    }

    @Test func `Files beyond the limits are refused`() throws {
        let reader = FormReader(limits: .init(bytes: 20, lines: 3))
        let large = #expect(throws: FormReadingError.self) { try reader.readings(of: Array(text.utf8), source: "a") }
        #expect(large?.code == .tooLarge)
        let long = #expect(throws: FormReadingError.self) {
            try reader.readings(of: Array("a\nb\nc\nd".utf8), source: "a")
        }
        #expect(long?.code == .tooManyLines)
    }

    @Test func `Megabytes of noise hold no form`() throws {
        // One 64 KiB block of printable noise, repeated: the size is what matters.
        var generator = SeededGenerator(seed: 7)
        let letters = Array("项目编绩效申指产数：\t 的一是在不了有和人这".unicodeScalars)
        var block = ""
        for step in 0..<22_000 {
            block.unicodeScalars.append(letters[Int.random(in: 0..<letters.count, using: &generator)])
            if step % 40 == 39 { block.append("\n") }
        }
        let once = Array(block.utf8)
        var noise: [UInt8] = []
        while noise.count < 4 << 20 { noise += once }
        let refusal = #expect(throws: FormReadingError.self) {
            try FormReader().readings(of: noise, source: "noise.txt")
        }
        #expect(refusal?.code == .noForm)
    }

    @Test func `Forms are numbered, what stands above the first is told as its note`() throws {
        let printer = DeclarationPrinter()
        let text =
            "滨河区二〇二四年预算公开\n目录\n二级项目支出绩效目标申报表\n二级项目支出绩效目标申报表\n"
            + printer.print(SampleDeclarations.streets) + printer.print(SampleDeclarations.books)
        let readings = try SampleDeclarations.readings(of: text)
        #expect(readings.map(\.ordinal) == [1, 2])
        #expect(readings.map(\.source) == ["table.txt", "table.txt"])
        #expect(readings[0].notes.prefix(2) == ["滨河区二〇二四年预算公开", "目录"])
        #expect(readings[1].notes == [])
    }

    @Test func `A table that is cut anywhere is read as far as it goes, and says so`() throws {
        let whole = try #require(try SampleDeclarations.declaration(in: text))
        let bytes = Array(text.utf8)
        let head = try #require(text.range(of: "项目名称")).lowerBound.utf16Offset(in: text)
        let start = text.utf16.prefix(head).reduce(0) { $0 + String(utf16CodeUnits: [$1], count: 1).utf8.count }
        for end in stride(from: start, to: bytes.count - 200, by: 37) {
            let reading = try FormReader().readings(of: Array(bytes[..<end]), source: "cut.txt").readings
            try #require(reading.count == 1)
            #expect(reading[0].lowConfidence.contains { $0.pointer == "/indicators" })
            guard case .declaration(let cut) = reading[0].form else { continue }
            #expect(cut.projectCode == whole.projectCode)
            #expect(cut.indicators.count <= whole.indicators.count)
        }
    }
}
