/// Reads a JSON text into values, without places.
struct ValueReader {
    var scanner: JSONScanner
    private var depth = 0

    init(_ scanner: JSONScanner) { self.scanner = scanner }

    mutating func document() throws(JSONScanner.Failure) -> JSONValue {
        let value = try value()
        scanner.skipSpace()
        guard scanner.peek == nil else { throw scanner.unexpected("end") }
        return value
    }

    private mutating func value() throws(JSONScanner.Failure) -> JSONValue {
        scanner.skipSpace()
        switch scanner.peek {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try scanner.string())
        case UInt8(ascii: "t"):
            try scanner.literal("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try scanner.literal("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try scanner.literal("null")
            return .null
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return .number(try scanner.number())
        default: throw scanner.unexpected("value")
        }
    }

    private mutating func object() throws(JSONScanner.Failure) -> JSONObject {
        try enter()
        var object = JSONObject()
        scanner.skipSpace()
        if scanner.peek == UInt8(ascii: "}") { return leave(object) }
        while true {
            scanner.skipSpace()
            let start = scanner.at
            guard scanner.peek == UInt8(ascii: "\"") else { throw scanner.unexpected("key") }
            let key = try scanner.string()
            scanner.skipSpace()
            try scanner.expect(UInt8(ascii: ":"), "colon")
            guard object.insert(try value(), forNewKey: key) else {
                throw JSONScanner.Failure(code: .duplicateKey, offset: start, values: ["key": key])
            }
            scanner.skipSpace()
            if scanner.peek == UInt8(ascii: "}") { return leave(object) }
            try scanner.expect(UInt8(ascii: ","), "comma-or-brace")
        }
    }

    private mutating func array() throws(JSONScanner.Failure) -> [JSONValue] {
        try enter()
        var array: [JSONValue] = []
        scanner.skipSpace()
        if scanner.peek == UInt8(ascii: "]") { return leave(array) }
        while true {
            array.append(try value())
            scanner.skipSpace()
            if scanner.peek == UInt8(ascii: "]") { return leave(array) }
            try scanner.expect(UInt8(ascii: ","), "comma-or-bracket")
        }
    }

    private mutating func enter() throws(JSONScanner.Failure) {
        depth += 1
        guard depth <= scanner.limits.depth else {
            throw JSONScanner.Failure(
                code: .depth, offset: scanner.at, values: ["limit": "\(scanner.limits.depth)"])
        }
        scanner.at += 1
    }

    private mutating func leave<Result>(_ result: Result) -> Result {
        depth -= 1
        scanner.at += 1
        return result
    }
}
