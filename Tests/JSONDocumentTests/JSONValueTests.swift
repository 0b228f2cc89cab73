internal import JSONDocument
internal import Testing

@Suite("JSON values")
struct JSONValueTests {
    @Test("Accessors give what is there and nil otherwise")
    func accessors() {
        let value: JSONValue = ["a": [1, 2.5, "x", true, nil], "o": [:]]
        #expect(value["a"]?[0]?.int == 1)
        #expect(value["a"]?[1]?.int == nil)
        #expect(value["a"]?[1]?.number == 2.5)
        #expect(value["a"]?[2]?.string == "x")
        #expect(value["a"]?[3]?.bool == true)
        #expect(value["a"]?[4]?.isNull == true)
        #expect(value["a"]?[5] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["o"]?.object?.isEmpty == true)
        #expect(value[0] == nil)
        #expect(value["z"] == nil)
    }

    @Test("Text that looks alike but has other bytes is another text")
    func bytes() {
        #expect("é" == "e\u{301}")
        #expect(JSONValue.string("é") != JSONValue.string("e\u{301}"))
        let object: JSONObject = ["é": 1, "e\u{301}": 2]
        #expect(object.count == 2)
        #expect(object["e\u{301}"] == 2)
    }

    @Test("Objects behave alike below and above the size of the index", arguments: [1, 12, 13, 200])
    func objects(_ count: Int) {
        var object = JSONObject()
        for number in 0..<count { object["k\(number)"] = .number(ExactNumber(number)) }
        #expect(object.keys == (0..<count).map { "k\($0)" })
        #expect(object["k\(count - 1)"]?.int == count - 1)
        #expect(object["none"] == nil)
        object["k0"] = "new"
        #expect(object.keys.first == "k0")
        #expect(object.count == count)
        object["k0"] = nil
        #expect(object.count == count - 1)
        #expect(object["k0"] == nil)
        #expect(object["k\(count - 1)"] == (count == 1 ? nil : .number(ExactNumber(count - 1))))
        let (first, second) = (object.insert(1, forNewKey: "k0"), object.insert(2, forNewKey: "k0"))
        #expect(first && !second)
        #expect(object.keys.last == "k0")
    }

    @Test(
        "Pointers are read and written as RFC 6901 has them",
        arguments: [("", []), ("/", [""]), ("/a~1b/~01/", ["a/b", "~1", ""]), ("/审批/0", ["审批", "0"])])
    func pointers(_ text: String, _ tokens: [String]) throws {
        let pointer = try #require(JSONPointer(parsing: text))
        #expect(pointer.tokens == tokens)
        #expect(pointer.description == text)
    }

    @Test("Is no pointer", arguments: ["a", "/~", "/~2", "#/a"])
    func noPointers(_ text: String) { #expect(JSONPointer(parsing: text) == nil) }

    @Test("Values are found by pointer and by dotted path")
    func lookup() throws {
        let value: JSONValue = ["a": ["b": [10, ["c": 1]]], "": 2]
        #expect(value.value(at: try #require(JSONPointer(parsing: "/a/b/1/c"))) == 1)
        #expect(value.value(at: try #require(JSONPointer(parsing: "/a/b/01"))) == nil)
        #expect(value.value(at: try #require(JSONPointer(parsing: "/"))) == 2)
        #expect(value.value(atPath: "a.b.1.c") == 1)
        #expect(value.value(atPath: "a.b.x") == nil)
        #expect(value.value(atPath: "") == value)
    }

    @Test(
        "Dotted paths are written and read alike",
        arguments: [
            ([], ""), ([""], "\\"), (["a", "b"], "a.b"), (["a.b", "c\\"], "a\\.b.c\\\\"), (["", ""], "."),
            (["审批", "0"], "审批.0"),
        ] as [([String], String)])
    func dotted(_ tokens: [String], _ path: String) {
        #expect(DottedPath.text(tokens) == path)
        #expect(DottedPath.tokens(path) == tokens)
    }

    @Test("Setting makes what is missing on the way and refuses to go through text")
    func setting() throws {
        let pointer = try #require(JSONPointer(parsing: "/a/b/c"))
        #expect(try JSONValue.null.setting(1, at: pointer) == ["a": ["b": ["c": 1]]])
        let value: JSONValue = ["z": 0, "a": ["b": ["c": 0, "d": 2]]]
        #expect(try value.setting(1, at: pointer).compactText() == "{\"z\":0,\"a\":{\"b\":{\"c\":1,\"d\":2}}}")
        #expect(try value.setting("all", at: .root) == "all")
        let list: JSONValue = ["a": [1, 2]]
        #expect(try list.setting(9, at: try #require(JSONPointer(parsing: "/a/1"))) == ["a": [1, 9]])
        #expect(try list.setting(9, at: try #require(JSONPointer(parsing: "/a/-"))) == ["a": [1, 2, 9]])
        #expect(throws: JSONProblem(code: .path, values: ["token": "3"], pointer: .root.appending("a"))) {
            try list.setting(9, at: .root.appending("a").appending(3))
        }
        #expect(throws: JSONProblem(code: .path, values: ["token": "c"], pointer: .root.appending("a").appending("b")))
        {
            try (["a": ["b": "text"]] as JSONValue).setting(9, at: pointer)
        }
    }
}
