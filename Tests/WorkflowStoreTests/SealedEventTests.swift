import Testing
import Workflow
import WorkflowStore
import WorkflowStoreTesting

@Suite("A sealed event")
struct SealedEventTests {
    @Test("hashes the previous hash and its own bytes")
    func chain() throws {
        let event = try StoreFixture().creation(of: "a").event
        #expect(event.previous == String(repeating: "0", count: 64))
        #expect(event.hash == Digest.sha256(Array(event.previous.utf8) + event.bytes))
    }

    @Test("SHA-256 is that of FIPS 180-4")
    func digest() {
        #expect(
            Digest.sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("gives back what was sealed")
    func reading() throws {
        let fixture = try StoreFixture()
        let created = try fixture.creation(of: "项目")
        let event = try created.event.caseEvent()
        #expect(try Case(first: event) == created.result)
        #expect(try fixture.organisationEvents[0].ledgerEvent().kind == "unit-added")
        var damaged = created.event
        damaged.bytes = [0x7B]
        #expect(throws: StoreError.damaged("event 1 of case/项目")) { try damaged.caseEvent() }
        #expect(throws: StoreError.damaged("event 1 of organisation")) {
            var other = fixture.organisationEvents[0]
            other.bytes = Array("[]".utf8)
            return try other.ledgerEvent()
        }
    }

    @Test("stream names are read as they are written", arguments: ["case/a", "case/", "organisation", "definitions"])
    func names(_ text: String) throws {
        #expect(try #require(StreamName(text)).description == text)
        #expect(StreamName("cases/a") == nil)
    }
}
