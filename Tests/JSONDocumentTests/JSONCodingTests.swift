internal import Foundation
internal import JSONDocument
internal import Testing

@Suite("JSON coding")
struct JSONCodingTests {
    enum Level: String, Codable { case low, high }
    enum Outcome: Codable, Hashable { case pass, fail(reason: String) }

    struct Inner: Codable, Hashable {
        var name: String
        var note: String?
    }

    struct Everything: Codable, Hashable {
        var zebra = 1
        var apple = "x"
        var flag = true
        var amount = Decimal(string: "1234567890.12") ?? 0
        var exact: ExactNumber = 0.1
        var double = 2.5
        var small: UInt8 = 255
        var large: UInt64 = .max
        var level = Level.high
        var outcomes = [Outcome.pass, .fail(reason: "r")]
        var inner = Inner(name: "n", note: nil)
        var inners = [Inner(name: "a", note: "b")]
        var byName = ["b": 1, "a": 2, "c": 3]
        var free: JSONValue = ["k": [1, nil]]
        var moment = Date(timeIntervalSince1970: 1_798_711_200)
        var later = Date(timeIntervalSince1970: 1_798_711_200.25)
        var link = URL(string: "https://example.org/a") ?? URL(filePath: "/")
        var data = Data([1, 2, 3])
        var matrix = [[1, 2], []]
        var pointer = JSONPointer.root.appending("a/b")
    }

    @Test("What was encoded decodes to the same")
    func roundTrip() throws {
        let value = try JSONValueEncoder().encode(Everything())
        #expect(try JSONValueDecoder().decode(Everything.self, from: value) == Everything())
        let read = try JSONReader.value(value.canonicalBytes())
        #expect(try JSONValueDecoder().decode(Everything.self, from: read) == Everything())
    }

    @Test("Members stand in the order of encoding, dictionaries by key")
    func order() throws {
        let value = try JSONValueEncoder().encode(Everything())
        #expect(value.object?.keys.prefix(5) == ["zebra", "apple", "flag", "amount", "exact"])
        #expect(value["byName"]?.object?.keys == ["a", "b", "c"])
        #expect(value["amount"]?.number?.text == "1234567890.12")
        #expect(value["moment"] == "2026-12-31T10:00:00Z")
        #expect(value["later"] == "2026-12-31T10:00:00.250Z")
        #expect(value["inner"]?.object?.keys == ["name"])
        #expect(value["outcomes"] == [["pass": [:]], ["fail": ["reason": "r"]]])
    }

    @Test("Agrees with Foundation's coders on plain types")
    func foundation() throws {
        let text = try JSONEncoder().encode([Inner(name: "审", note: "x")])
        #expect(try JSONReader.value(Array(text)) == JSONValueEncoder().encode([Inner(name: "审", note: "x")]))
        let value: JSONValue = ["a": [1, 1.5, "x", true, nil, [:]]]
        #expect(try JSONReader.value(Array(try JSONEncoder().encode(value))) == value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(value.compactBytes())) == value)
    }

    @Test(
        "Decoding errors say where",
        arguments: [
            (["inner": ["name": 1], "rows": []], "/inner/name"),
            (["inner": ["name": nil], "rows": []], "/inner/name"),
            (["inner": [:], "rows": []], "/inner/name"),
            (["inner": ["name": "x"], "rows": [1, 2.5]], "/rows/1"),
            (["inner": ["name": "x"], "rows": [1, 300]], "/rows/1"),
            (["inner": ["name": "x"], "rows": ["a": 1]], "/rows"),
            ([1], ""),
        ] as [(JSONValue, String)])
    func errors(_ value: JSONValue, _ pointer: String) throws {
        struct Form: Decodable {
            var inner: Inner
            var rows: [UInt8]
        }
        let error = #expect(throws: DecodingError.self) { try JSONValueDecoder().decode(Form.self, from: value) }
        #expect(error?.pointer.description == pointer)
    }

    @Test("Amounts decode from numbers and from decimal texts, not from other texts")
    func amounts() throws {
        let decoder = JSONValueDecoder()
        #expect(try decoder.decode(Decimal.self, from: "12.50") == Decimal(string: "12.5"))
        #expect(try decoder.decode(Decimal.self, from: 12.5) == Decimal(string: "12.5"))
        #expect(throws: DecodingError.self) { try decoder.decode(Decimal.self, from: "12,50") }
        #expect(throws: DecodingError.self) { try decoder.decode(Int.self, from: "12") }
        #expect(throws: EncodingError.self) { try JSONValueEncoder().encode([Double.nan]) }
    }

    @Test("Nested containers and top-level values")
    func nested() throws {
        struct Flat: Codable, Hashable {
            var a = 1
            var b = [true, false]
            enum Key: String, CodingKey { case outer, a, b }
            init() {}
            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: Key.self)
                    .nestedContainer(keyedBy: Key.self, forKey: .outer)
                a = try container.decode(Int.self, forKey: .a)
                var list = try container.nestedUnkeyedContainer(forKey: .b)
                b = []
                while !list.isAtEnd { b.append(try list.decode(Bool.self)) }
            }
            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Key.self)
                var inner = container.nestedContainer(keyedBy: Key.self, forKey: .outer)
                var list = inner.nestedUnkeyedContainer(forKey: .b)
                for flag in b { try list.encode(flag) }
                try inner.encode(a, forKey: .a)
            }
        }
        let value = try JSONValueEncoder().encode(Flat())
        #expect(value.compactText() == "{\"outer\":{\"b\":[true,false],\"a\":1}}")
        #expect(try JSONValueDecoder().decode(Flat.self, from: value) == Flat())
        #expect(try JSONValueEncoder().encode(7) == 7)
        #expect(try JSONValueEncoder().encode([Int?]([1, nil])) == [1, nil])
        #expect(try JSONValueDecoder().decode([Int?].self, from: [1, nil]) == [1, nil])
    }
}
