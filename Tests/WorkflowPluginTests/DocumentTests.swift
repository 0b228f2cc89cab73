import JSONDocument
import Synchronization
import Testing
import Workflow
import WorkflowPlugin

@Suite("What plugins are asked about")
struct DocumentTests {
    final class Counter: Sendable { let count = Mutex(0) }
    static let counter = Counter()

    struct Counted: Decodable, Sendable {
        let title: String

        enum CodingKeys: CodingKey { case title }

        init(from decoder: any Decoder) throws {
            DocumentTests.counter.count.withLock { $0 += 1 }
            title = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .title)
        }
    }

    @Test("A part is decoded once for all copies of the document, and again when it is replaced")
    func shared() throws {
        let document = CaseDocument(parts: ["form": ["title": "一"]])
        let copy = document
        #expect(try document.part("form", as: Counted.self)?.title == "一")
        #expect(try copy.part("form", as: Counted.self)?.title == "一")
        #expect(Self.counter.count.withLock { $0 } == 1)
        #expect(try document.replacing(["form": ["title": "二"]]).part("form", as: Counted.self)?.title == "二")
        #expect(try document.part("other", as: Counted.self) == nil)
        #expect(throws: DecodingError.self) {
            try document.replacing(["form": ["title": 2]]).part("form", as: Counted.self)
        }
    }

    @Test(
        "A dotted path leads through members and elements",
        arguments: [
            ("document.form.rows.1.name", "b"), ("document.form.rows.2.name", nil), ("document.form.title", "t"),
            ("document.form.title.x", nil), ("document.other", nil), ("form.title", nil), ("document", nil), ("", nil),
        ] as [(String, String?)])
    func paths(_ path: String, _ expected: String?) {
        let document = CaseDocument(parts: ["form": ["title": "t", "rows": [["name": "a"], ["name": "b"]]]])
        #expect(document.value(at: path)?.string == expected)
    }

    @Test("A request is an object in JSON, related forms by the name of their case")
    func wire() throws {
        let subject = CaseSummary(
            id: "c-1", subject: "S", period: "2025", unit: "u", unitName: "单位", ancestors: ["bureau": "局"],
            state: "draft")
        let request = ValidationRequest(
            case: subject, action: "declare", document: CaseDocument(parts: ["form": [:]]),
            related: ["c-2": CaseDocument(parts: ["form": ["title": "x"]])])
        let value = try JSONValueEncoder().encode(request)
        #expect(value["related"]?["c-2"]?["form"]?["title"] == "x")
        #expect(value["case"]?["id"] == "c-1" && value["document"]?["form"] == [:])
        let read = try JSONValueDecoder().decode(ValidationRequest.self, from: value)
        #expect(read.related["c-2"]?.parts == ["form": ["title": "x"]] && read.case == subject)
    }

    @Test("Severities are ordered")
    func severities() {
        #expect(Finding.Severity.allCases.sorted() == [.hint, .warning, .error])
    }
}
