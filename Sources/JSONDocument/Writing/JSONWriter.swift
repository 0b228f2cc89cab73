/// Appends JSON text to bytes.
struct JSONWriter {
    /// How the text looks.
    enum Form {
        /// Keys sorted, no white space: for hashes.
        case canonical
        /// Keys in their order, no white space.
        case compact
        /// Keys in their order, a line for each element, two spaces a level.
        case pretty
    }

    let form: Form
    var bytes: [UInt8] = []
    private var level = 0

    init(form: Form) { self.form = form }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .number(let value): value.write(to: &bytes)
        case .string(let value): write(value)
        case .array(let array): write(array)
        case .object(let object): write(object)
        }
    }

    private mutating func write(_ array: [JSONValue]) {
        bytes.append(UInt8(ascii: "["))
        level += 1
        for (place, element) in array.enumerated() {
            separate(place)
            write(element)
        }
        close(UInt8(ascii: "]"), isEmpty: array.isEmpty)
    }

    private mutating func write(_ object: JSONObject) {
        bytes.append(UInt8(ascii: "{"))
        level += 1
        let members =
            form == .canonical ? object.members.sorted { isBefore($0.key, $1.key) } : object.members
        for (place, member) in members.enumerated() {
            separate(place)
            write(member.key)
            bytes.append(UInt8(ascii: ":"))
            if form == .pretty { bytes.append(UInt8(ascii: " ")) }
            write(member.value)
        }
        close(UInt8(ascii: "}"), isEmpty: object.isEmpty)
    }

    private mutating func separate(_ place: Int) {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        if form == .pretty { newLine() }
    }

    private mutating func close(_ byte: UInt8, isEmpty: Bool) {
        level -= 1
        if form == .pretty, !isEmpty { newLine() }
        bytes.append(byte)
    }

    private mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    /// Appends a quoted text. Only what RFC 8259 demands is escaped: the quote, the backslash, and control characters.
    private mutating func write(_ text: String) {
        bytes.append(0x22)
        let source = text.utf8.span
        for index in source.indices {
            let byte = source[index]
            if byte >= 0x20, byte != 0x22, byte != 0x5C { bytes.append(byte) } else { escape(byte) }
        }
        bytes.append(0x22)
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes += "u00".utf8
            for half in [byte >> 4, byte & 15] {
                bytes.append(half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10)
            }
        }
    }
}

/// Whether one key comes before another in the canonical order, which is that of RFC 8785: by UTF-16 code units.
///
/// In UTF-8 this is the order of the bytes, but for scalars above U+FFFF: their surrogates stand below U+E000.
func isBefore(_ left: String, _ right: String) -> Bool {
    let a = left.utf8.span
    let b = right.utf8.span
    for index in 0..<min(a.count, b.count) where a[index] != b[index] {
        let (x, y) = (a[index], b[index])
        if x >= 0xF0, y == 0xEE || y == 0xEF { return true }
        if y >= 0xF0, x == 0xEE || x == 0xEF { return false }
        return x < y
    }
    return a.count < b.count
}
