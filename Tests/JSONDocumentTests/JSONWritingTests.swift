internal import JSONDocument
internal import Testing

@Suite("JSON writing")
struct JSONWritingTests {
    @Test("Reading what was written gives the same value, in every form", arguments: [11, 12, 13] as [UInt64])
    func roundTrip(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<1_000 {
            let value = random.value()
            #expect(try JSONReader.value(value.canonicalBytes()) == value, "seed \(seed)")
            #expect(try JSONReader.value(value.compactBytes()) == value, "seed \(seed)")
            #expect(try JSONReader.value(value.prettyText()) == value, "seed \(seed)")
        }
    }

    @Test(
        "Canonical bytes are the same whatever the order of members, and do not change when written again",
        arguments: [21, 22] as [UInt64])
    func canonical(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<1_000 {
            let value = random.value()
            let bytes = value.canonicalBytes()
            let again = try JSONReader.value(bytes)
            #expect(again.canonicalBytes() == bytes, "seed \(seed)")
            #expect(value.shuffled(using: &random).canonicalBytes() == bytes, "seed \(seed)")
            #expect(value.shuffled(using: &random) == value, "seed \(seed)")
            #expect(value.shuffled(using: &random).hashValue == value.hashValue, "seed \(seed)")
        }
    }

    @Test("Equal values have equal canonical bytes and others have not", arguments: [31] as [UInt64])
    func equality(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<5_000 {
            let (a, b) = (random.value(depth: 1), random.value(depth: 1))
            #expect((a == b) == (a.canonicalBytes() == b.canonicalBytes()), "seed \(seed): \(a) \(b)")
        }
    }

    @Test(
        "Canonical form",
        arguments: [
            ("{\"b\":1,\"a\":[ 1.50 , 1e2 , -0 ]}", "{\"a\":[1.5,100,0],\"b\":1}"),
            (
                "\"\\u00e9\\/\\u0007\\u001F\\u007f\\u2028\\b\\f\\n\\r\\t\\\"\\\\\"",
                "\"é/\\u0007\\u001f\u{7F}\u{2028}\\b\\f\\n\\r\\t\\\"\\\\\""
            ),
            // RFC 8785, section 3.2.3: the order is that of UTF-16, so U+1F600 comes before U+FB33.
            (
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}",
                "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{FB33}\":3}"
            ),
            (
                "[1e21,1e20,0.000001,1e-7,123456789012345678901234567890]",
                "[1e+21,100000000000000000000,0.000001,1e-7,1.2345678901234567890123456789e+29]"
            ),
        ])
    func forms(_ text: String, _ canonical: String) throws {
        #expect(try JSONReader.value(text).canonicalText() == canonical)
    }

    @Test("Text for people keeps the order and indents by two")
    func pretty() {
        let value: JSONValue = ["b": [1, []], "a": [:], "名": "审批"]
        #expect(
            value.prettyText() == """
                {
                  "b": [
                    1,
                    []
                  ],
                  "a": {},
                  "名": "审批"
                }
                """)
    }
}

extension JSONValue {
    fileprivate func shuffled(using random: inout Seeded) -> JSONValue {
        switch self {
        case .array(let array): return .array(array.map { $0.shuffled(using: &random) })
        case .object(let object):
            return .object(
                JSONObject(object.shuffled(using: &random).map { ($0.key, $0.value.shuffled(using: &random)) }))
        default: return self
        }
    }
}
