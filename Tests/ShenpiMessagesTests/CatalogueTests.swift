import Testing

@testable import ShenpiMessages

@Suite struct CatalogueTests {
    static let all = Messages.entries.sorted { $0.key < $1.key }

    @Test func `Both languages of a text name the same values`() {
        for (code, entry) in Self.all {
            // A plugin's reason comes in both languages, as two values.
            let chinese = Set(Self.names(in: entry.chinese).map { $0.replacing(".zh", with: "") })
            #expect(chinese == Self.names(in: entry.english), "\(code)")
        }
    }

    @Test func `Both languages leave the same parts out where a value is empty`() {
        for (code, entry) in Self.all {
            #expect(Self.conditions(in: entry.chinese) == Self.conditions(in: entry.english), "\(code)")
        }
    }

    @Test func `No text is empty, unbalanced or the wrong language`() {
        for (code, entry) in Self.all {
            for text in [entry.chinese, entry.english] {
                #expect(!text.isEmpty, "\(code)")
                #expect(text.count { $0 == "{" } == text.count { $0 == "}" }, "\(code)")
                #expect(text.count { $0 == "[" } == text.count { $0 == "]" }, "\(code)")
            }
            let signs = entry.english.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
            #expect(signs.isEmpty, "\(code): \(entry.english)")
        }
    }

    @Test func `No code stands in two lists`() {
        let lists = [
            Messages.refusals, Messages.failures, Messages.definitions, Messages.reading, Messages.labels,
            Messages.help, Messages.scoring,
        ]
        #expect(lists.map(\.count).reduce(0, +) == Messages.entries.count)
    }

    @Test(arguments: Language.allCases)
    func `Filled with its values, no text keeps a brace or a bracket`(language: Language) {
        let messages = Messages(language)
        for (code, entry) in Self.all {
            let names = Self.names(in: entry.chinese).union(Self.names(in: entry.english))
            let values = Dictionary(uniqueKeysWithValues: names.map { ($0, "<\($0)>") })
            let full = messages(code, values)
            for name in Self.names(in: language(entry.chinese, entry.english)) {
                #expect(full.contains("<\(name)>"), "\(code)")
            }
            #expect(!full.contains { "{}[]".contains($0) }, "\(code): \(full)")
            #expect(!messages(code).contains { "{}[]".contains($0) }, "\(code) without values")
        }
    }

    /// The values that a template names.
    static func names(in template: String) -> Set<String> {
        Set(template.matches(of: /\{([^{}]*)\}/).map { String($0.1) })
    }

    private static func conditions(in template: String) -> [String] {
        template.matches(of: /\[([a-z.-]+):/).map { String($0.1) }.sorted()
    }
}

@Suite struct FillingTests {
    @Test(arguments: [
        ("a {x} b", ["x": "1"], "a 1 b"), ("a {x} b", [:], "a  b"), ("a[x: {x}] b", ["x": "1"], "a 1 b"),
        ("a[x: {x}] b", [:], "a b"), ("a[x: {x}] b", ["x": ""], "a b"), ("{x}{y}", ["x": "{y}", "y": "2"], "{y}2"),
        ("[x:{y}]", ["x": "1", "y": "2"], "2"), ("no end {x", ["x": "1"], "no end {x"), ("", [:], ""),
    ])
    func `A template is filled once, and what a value says is not read again`(
        template: String, values: [String: String], expected: String
    ) {
        #expect(Messages.fill(template, values) == expected)
    }

    @Test func `An unknown code is shown with its values, so that nothing is hidden`() {
        #expect(Messages(.english)("no.such", ["b": "2", "a": "1"]) == "no.such (a=1 b=2)")
        #expect(Messages(.chinese)("no.such") == "no.such")
        #expect(!Messages(.english).knows("no.such"))
    }

    @Test(arguments: [
        ("zh_CN.UTF-8", Language.chinese), ("en_GB", .english), ("C", .chinese), ("", .chinese), ("EN", .english),
    ])
    func `A locale chooses the language, Chinese where it says neither`(locale: String, language: Language) {
        #expect(Language(locale: locale) == language)
    }

    @Test(arguments: [
        ("zh", Language.chinese), ("zh-Hans", .chinese), ("中文", .chinese), ("en", .english), ("English", .english),
    ])
    func `A language has several names`(name: String, language: Language) {
        #expect(Language(name: name) == language)
        #expect(Language(name: "fr") == nil)
    }
}
