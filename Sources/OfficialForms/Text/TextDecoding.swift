internal import Foundation

/// Finds out in which encoding a text is written. The result is UTF-8.
struct TextDecoding: Sendable {
    var bytes: [UInt8]
    var encoding: TextEncoding

    /// Decodes `bytes`, which hold the whole file.
    init(_ bytes: [UInt8]) throws(FormReadingError) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = try Self.utf16(bytes)
            return
        }
        if let format = Self.format(of: bytes) {
            throw FormReadingError(.binaryFile, ["format": format, "offset": "0"])
        }
        if let offset = bytes.firstIndex(where: { $0 == 0 }) {
            throw FormReadingError(.binaryFile, ["offset": "\(offset)"])
        }
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let scan = UTF8Scan(bytes, from: mark)
        guard let bad = scan.firstBadOffset else {
            self.bytes = mark == 0 && scan.end == bytes.count ? bytes : Array(bytes[mark..<scan.end])
            encoding = mark == 0 ? .utf8 : .utf8WithMark
            return
        }
        // GBK text is never valid UTF-8 for long: where much was valid, one bad byte is damage and not another encoding.
        if mark == 0, scan.multibyteSequences < 16, let text = Self.gbk(bytes) {
            self.bytes = Array(text.utf8)
            encoding = .gbk
            return
        }
        let line = bytes[..<bad].reduce(into: 1) { if $1 == UInt8(ascii: "\n") { $0 += 1 } }
        throw FormReadingError(
            .undecodable, ["offset": "\(bad)", "line": "\(line)", "tried": mark == 0 ? "UTF-8, GB18030" : "UTF-8"])
    }

    private init(bytes: [UInt8], encoding: TextEncoding) {
        self.bytes = bytes
        self.encoding = encoding
    }

    private static func utf16(_ bytes: [UInt8]) throws(FormReadingError) -> TextDecoding {
        let even = bytes.count.isMultiple(of: 2) ? bytes[...] : bytes.dropLast()
        guard let text = String(data: Data(even), encoding: .utf16) else {
            throw FormReadingError(.undecodable, ["offset": "0", "line": "1", "tried": "UTF-16"])
        }
        guard !text.utf8.contains(0) else { throw FormReadingError(.binaryFile, ["offset": "0"]) }
        let marked = Array(text.utf8)
        return TextDecoding(
            bytes: marked.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(marked.dropFirst(3)) : marked, encoding: .utf16)
    }

    private static func gbk(_ bytes: [UInt8]) -> String? {
        /// kCFStringEncodingGB_18030_2000, as Foundation spells encodings of Core Foundation.
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        // A file cut in the middle of a character has up to three bytes too many.
        for surplus in 0...3 where bytes.count > surplus {
            if let text = String(data: Data(bytes.dropLast(surplus)), encoding: encoding) { return text }
            if bytes.count > 1 << 20, surplus == 1 { break }
        }
        return nil
    }

    /// Formats that offices hand over by mistake, told by their first bytes.
    private static func format(of bytes: [UInt8]) -> String? {
        let formats: [(name: String, start: [UInt8])] = [
            ("pdf", Array("%PDF-".utf8)), ("zip", [0x50, 0x4B, 0x03, 0x04]), ("office", [0xD0, 0xCF, 0x11, 0xE0]),
            ("png", [0x89, 0x50, 0x4E, 0x47]), ("jpeg", [0xFF, 0xD8, 0xFF]), ("gzip", [0x1F, 0x8B]),
            ("rar", Array("Rar!".utf8)), ("7z", [0x37, 0x7A, 0xBC, 0xAF]), ("rtf", Array("{\\rtf".utf8)),
        ]
        return formats.first { bytes.starts(with: $0.start) }?.name
    }
}

/// One pass over bytes that may be UTF-8.
private struct UTF8Scan {
    /// How many characters of more than one byte were valid before the first bad byte.
    var multibyteSequences = 0
    /// Where the text ends; before the end of the bytes where a file was cut in the middle of a character.
    var end: Int
    var firstBadOffset: Int?

    init(_ bytes: [UInt8], from start: Int) {
        var index = start
        end = bytes.count
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length: Int
            let second: ClosedRange<UInt8>
            switch lead {
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default:
                firstBadOffset = index
                return
            }
            for step in 1..<length {
                guard index + step < bytes.count else {
                    // Cut in the middle of a character: the text ends before it, unless nothing else speaks for UTF-8.
                    if multibyteSequences == 0 { firstBadOffset = index } else { end = index }
                    return
                }
                guard (step == 1 ? second : 0x80...0xBF).contains(bytes[index + step]) else {
                    firstBadOffset = index
                    return
                }
            }
            multibyteSequences += 1
            index += length
        }
    }
}
