/// Walks over the bytes of a JSON text: white space, literals, numbers and strings. What is nested is up to its owner.
struct JSONScanner {
    /// What was wrong, and at which byte.
    struct Failure: Error {
        let code: JSONProblem.Code
        let offset: Int
        var values: [String: String] = [:]
    }

    let bytes: [UInt8]
    let limits: JSONLimits
    var at = 0
    private var places = PlaceCounter()

    init(_ bytes: [UInt8], limits: JSONLimits) throws(JSONProblem) {
        guard bytes.count <= limits.bytes else {
            throw JSONProblem(code: .size, values: ["limit": "\(limits.bytes)", "bytes": "\(bytes.count)"])
        }
        self.bytes = bytes
        self.limits = limits
    }

    /// The byte ahead; nil at the end.
    var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func skipSpace() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            default: return
            }
        }
    }

    /// Steps over a byte that must be next.
    mutating func expect(_ byte: UInt8, _ expected: String) throws(Failure) {
        guard peek == byte else { throw unexpected(expected) }
        at += 1
    }

    /// Steps over a literal such as `true`, whose first byte is ahead.
    mutating func literal(_ word: StaticString) throws(Failure) {
        let text = word.description
        let end = at + text.utf8.count
        guard end <= bytes.count, bytes[at..<end].elementsEqual(text.utf8) else { throw unexpected("value") }
        at = end
    }

    mutating func number() throws(Failure) -> ExactNumber {
        let start = at
        do throws(ExactNumber.Refusal) {
            return try ExactNumber.read(bytes, &at)
        } catch {
            switch error {
            case .syntax: throw unexpected("digit")
            case .range:
                let found = String(decoding: bytes[start..<min(at, start + 64)], as: UTF8.self)
                throw Failure(code: .number, offset: start, values: ["found": found])
            }
        }
    }

    /// Reads a string whose opening quote is ahead.
    mutating func string() throws(Failure) -> String {
        let start = at
        try expect(0x22, "string")
        let first = at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x22 {
                let text = try text(first..<at)
                at += 1
                return text
            }
            if byte == 0x5C { return try escaped(from: first, quote: start) }
            guard byte >= 0x20 else { throw unexpected("string") }
            at += 1
        }
        throw unexpected("closing-quote")
    }

    /// Reads the rest of a string that has escapes, the first of which is ahead.
    private mutating func escaped(from first: Int, quote: Int) throws(Failure) -> String {
        var result = Array(bytes[first..<at])
        var run = at
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case 0x22:
                result += bytes[run..<at]
                guard let text = String(validating: result, as: UTF8.self) else { throw invalidText(first..<at) }
                at += 1
                return text
            case 0x5C:
                result += bytes[run..<at]
                try escape(into: &result)
                run = at
            case 0..<0x20: throw unexpected("string")
            default: at += 1
            }
        }
        throw unexpected("closing-quote")
    }

    private mutating func escape(into result: inout [UInt8]) throws(Failure) {
        let start = at
        at += 1
        switch peek {
        case 0x22: result.append(0x22)
        case 0x5C: result.append(0x5C)
        case 0x2F: result.append(0x2F)
        case 0x62: result.append(0x08)
        case 0x66: result.append(0x0C)
        case 0x6E: result.append(0x0A)
        case 0x72: result.append(0x0D)
        case 0x74: result.append(0x09)
        case 0x75:
            at += 1
            result += try unicodeEscape(from: start)
            return
        default: throw unexpected("escape")
        }
        at += 1
    }

    /// Reads the four digits behind `\u`, and the second half of a pair if the first was one.
    private mutating func unicodeEscape(from start: Int) throws(Failure) -> [UInt8] {
        var code = try fourHexDigits()
        if 0xD800..<0xDC00 ~= code {
            guard at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 else { throw halfPair(start) }
            at += 2
            let low = try fourHexDigits()
            guard 0xDC00..<0xE000 ~= low else { throw halfPair(start) }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw halfPair(start) }
        return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private mutating func fourHexDigits() throws(Failure) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw unexpected("hex-digit")
            }
            code = code << 4 | UInt32(digit)
            at += 1
        }
        return code
    }

    private func text(_ range: Range<Int>) throws(Failure) -> String {
        guard let text = String(validating: bytes[range], as: UTF8.self) else { throw invalidText(range) }
        return text
    }
}

extension JSONScanner {
    /// Something else stands here than what may stand here.
    func unexpected(_ expected: String) -> Failure {
        guard let byte = peek else {
            return Failure(code: .syntax, offset: at, values: ["expected": expected, "found": "end"])
        }
        if byte < 0x20 || byte == 0x7F {
            let hex = String(byte, radix: 16, uppercase: true)
            let found = "U+" + String(repeating: "0", count: 4 - hex.count) + hex
            return Failure(code: .syntax, offset: at, values: ["expected": expected, "found": found])
        }
        let rest = bytes[at..<min(at + 4, bytes.count)]
        for length in 1...4 {
            if let character = String(validating: rest.prefix(length), as: UTF8.self) {
                return Failure(code: .syntax, offset: at, values: ["expected": expected, "found": character])
            }
        }
        return Failure(code: .utf8, offset: at, values: ["found": hexadecimal(byte)])
    }

    private func halfPair(_ start: Int) -> Failure {
        let found = String(decoding: bytes[start..<min(start + 6, bytes.count)], as: UTF8.self)
        return Failure(code: .utf8, offset: start, values: ["found": found])
    }

    /// The first byte in the range that does not continue valid UTF-8.
    private func invalidText(_ range: Range<Int>) -> Failure {
        var decoder = UTF8()
        var offset = range.lowerBound
        var iterator = bytes[range].makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        let byte = range.contains(offset) ? hexadecimal(bytes[offset]) : "end"
        return Failure(code: .utf8, offset: offset, values: ["found": byte])
    }

    private func hexadecimal(_ byte: UInt8) -> String { "0x" + String(byte, radix: 16, uppercase: true) }

    /// The line and column of a byte; cheap when asked in the order of the text.
    mutating func position(_ offset: Int) -> TextPosition { places.position(offset, in: bytes) }

    /// A failure as the caller sees it.
    mutating func problem(_ failure: Failure, pointer: JSONPointer) -> JSONProblem {
        JSONProblem(
            code: failure.code, values: failure.values, pointer: pointer, position: position(failure.offset))
    }
}
