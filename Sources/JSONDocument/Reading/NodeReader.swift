/// Reads a JSON text into nodes that know their places, and goes on after duplicate keys.
struct NodeReader {
    var scanner: JSONScanner
    /// Duplicate keys so far.
    private(set) var problems: [JSONProblem] = []
    /// The way to the value that is being read.
    private var path: [Step] = []

    private enum Step {
        case key(String)
        case index(Int)
    }

    init(_ scanner: JSONScanner) { self.scanner = scanner }

    /// Where in the document the reader is.
    var pointer: JSONPointer {
        JSONPointer(
            tokens: path.map { step in
                switch step {
                case .key(let key): key
                case .index(let index): String(index)
                }
            })
    }

    mutating func document() throws(JSONScanner.Failure) -> JSONNode {
        let node = try node()
        scanner.skipSpace()
        guard scanner.peek == nil else { throw scanner.unexpected("end") }
        return node
    }

    private mutating func node() throws(JSONScanner.Failure) -> JSONNode {
        scanner.skipSpace()
        let position = scanner.position(scanner.at)
        return JSONNode(position: position, content: try content())
    }

    private mutating func content() throws(JSONScanner.Failure) -> JSONNode.Content {
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

    private mutating func object() throws(JSONScanner.Failure) -> [JSONNode.Member] {
        try enter(.key(""))
        var members: [JSONNode.Member] = []
        var seen: [JSONObject.ByteKey: TextPosition] = [:]
        scanner.skipSpace()
        if scanner.peek == UInt8(ascii: "}") { return leave(members) }
        while true {
            scanner.skipSpace()
            let position = scanner.position(scanner.at)
            guard scanner.peek == UInt8(ascii: "\"") else { throw scanner.unexpected("key") }
            let key = try scanner.string()
            path[path.count - 1] = .key(key)
            scanner.skipSpace()
            try scanner.expect(UInt8(ascii: ":"), "colon")
            let first = seen[JSONObject.ByteKey(text: key)]
            if let first { problems.append(duplicate(key, position, first)) }
            let node = try node()
            if first == nil {
                seen[JSONObject.ByteKey(text: key)] = position
                members.append(JSONNode.Member(key: key, keyPosition: position, node: node))
            }
            scanner.skipSpace()
            if scanner.peek == UInt8(ascii: "}") { return leave(members) }
            try scanner.expect(UInt8(ascii: ","), "comma-or-brace")
            path[path.count - 1] = .key("")
        }
    }

    private mutating func array() throws(JSONScanner.Failure) -> [JSONNode] {
        try enter(.index(0))
        var nodes: [JSONNode] = []
        scanner.skipSpace()
        if scanner.peek == UInt8(ascii: "]") { return leave(nodes) }
        while true {
            path[path.count - 1] = .index(nodes.count)
            nodes.append(try node())
            scanner.skipSpace()
            if scanner.peek == UInt8(ascii: "]") { return leave(nodes) }
            try scanner.expect(UInt8(ascii: ","), "comma-or-bracket")
        }
    }

    private func duplicate(_ key: String, _ position: TextPosition, _ first: TextPosition) -> JSONProblem {
        JSONProblem(
            code: .duplicateKey,
            values: ["key": key, "firstLine": "\(first.line)", "firstColumn": "\(first.column)"],
            pointer: pointer, position: position)
    }

    private mutating func enter(_ step: Step) throws(JSONScanner.Failure) {
        guard path.count < scanner.limits.depth else {
            throw JSONScanner.Failure(
                code: .depth, offset: scanner.at, values: ["limit": "\(scanner.limits.depth)"])
        }
        path.append(step)
        scanner.at += 1
    }

    private mutating func leave<Result>(_ result: Result) -> Result {
        path.removeLast()
        scanner.at += 1
        return result
    }
}
