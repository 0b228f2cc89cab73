/// Splits decoded text into lines.
enum TextLines: Sendable {
    /// The lines of `bytes` (valid UTF-8), numbered from 1; LF, CRLF and CR end a line. Of a run of blank lines two are kept:
    /// a gap is a gap, however wide, and a file of nothing but line ends costs no memory.
    static func split(_ bytes: [UInt8], limit: Int) throws(FormReadingError) -> [TextLine] {
        var lines: [TextLine] = []
        var number = 0
        var blankRun = 0
        var start = 0
        while start <= bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            number += 1
            let slice = bytes[start..<end]
            blankRun = slice.allSatisfy { $0 <= 0x20 } ? blankRun + 1 : 0
            if blankRun <= 2 {
                guard lines.count < limit else {
                    throw FormReadingError(.tooManyLines, ["lines": "\(number)", "limit": "\(limit)"])
                }
                let text = String(decoding: slice, as: UTF8.self)
                lines.append(
                    TextLine(
                        number: number, text: RadicalFolding.isNeeded(in: slice) ? RadicalFolding.folded(text) : text))
            }
            if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
            if end >= bytes.count { break }
            start = end + 1
        }
        return lines
    }
}
