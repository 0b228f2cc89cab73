import Logging
import JSONDocument
import Testing
import Workflow
import WorkflowPlugin
import WorkflowStore

@testable import WorkflowEngine

@Suite("Definitions and the organisation")
struct PublishingTests {
    @Test("Publishing the same again changes nothing; the same version with another content is refused")
    func publishing() async throws {
        let office = try await Office()
        let again = try await office.engine.publish(Array(Office.definition().utf8), as: Office.admin)
        #expect(!again.isNew && again.reference == office.reference)
        let other = Array(Office.definition(mode: "any").utf8)
        #expect(
            await failure { _ = try await office.engine.publish(other, as: Office.admin) }?.words
                == "store.version-taken")
        let newer = Array(Office.definition(mode: "any", version: "1.1.0").utf8)
        let words = await failure { _ = try await office.engine.publish(newer, as: Office.actor("ann")) }?.words
        #expect(words == "administrator needed")
        #expect(try await office.engine.publish(newer, as: Office.admin).isNew)
        #expect(try await office.engine.newest("memo").version == "1.1.0")
    }

    @Test("A case follows the version with which it began")
    func pinned() async throws {
        let office = try await Office()
        try await office.create("m-old")
        try await office.act("ask", "m-old", by: "ann")
        let newer = Office.definition(mode: "any", version: "2.0.0")
        _ = try await office.engine.publish(Array(newer.utf8), as: Office.admin)
        try await office.create("m-new")
        try await office.act("ask", "m-new", by: "ann")
        #expect(try await office.act("grant", "m-old", by: "reader0").case.state == "asked")
        #expect(try await office.act("grant", "m-new", by: "reader0").case.state == "filed")
    }

    @Test(
        "A file is checked against the plugins of this program, with place and all at once",
        arguments: [
            (
                #"{ "use": "careful" }"#, #"{ "use": "carefull" }"#, "plugin.unknown", "/actions/ask/validate/0/use",
                "careful"
            ),
            (
                #"[{ "use": "careful" }]"#, #"[{ "use": "careful", "with": { "lenght": 3 } }]"#, "plugin.configuration",
                "/actions/ask/validate/0/with/lenght", "length"
            ),
            (#""document": "memo""#, #""document": "mamo""#, "document-type.unknown", "/document", "memo"),
            (
                #""editable": { "form""#, #""editable": { "from""#, "part.unknown", "/states/draft/editable/from",
                "form"
            ),
            (
                #""mode": "all""#, #""mode": "all", "when": { "var": "document.fom.title" }"#, "part.unknown",
                "/states/asked/approval/steps/0/when", "form"
            ),
        ])
    func check(_ old: String, _ new: String, _ rule: String, _ pointer: String, _ near: String) async throws {
        let office = try await Office()
        let text = Office.definition().replacing(old, with: new, maxReplacements: 1)
            .replacing(#""to": "done""#, with: #""to": "dome""#)
        let reading = office.engine.check(Array(text.utf8))
        #expect(reading.definition == nil)
        #expect(Set(reading.errors.map(\.rule)) == [rule, "state.unknown"])
        let problem = try #require(reading.errors.first { $0.rule == rule })
        #expect(problem.pointer.description == pointer && problem.position != nil)
        #expect(problem.values["near"] == near || problem.values["reason"]?.contains(near) == true)
        let words = await failure { _ = try await office.engine.publish(Array(text.utf8), as: Office.admin) }?.words
        #expect(words == "definition")
    }

    @Test("An empty organisation is set up by anybody, who must name an administrator; after that, only by one")
    func setUp() async throws {
        let engine = WorkflowEngine(
            store: InMemoryStore(), registry: PluginRegistry(), calendar: .weekendsOnly,
            logger: .init(label: "tests"), now: { Timestamp(milliseconds: 0) }, newID: { "id" })
        let person = OrganisationChange.personAdded(Person(id: "bob", name: "鲍勃"))
        let grant = OrganisationChange.granted(Grant(user: "bob", role: Grant.administrator, unit: nil))
        let bob = Office.actor("bob")
        #expect(
            await failure { _ = try await engine.change([person], as: bob) }?.words == "organisation lastAdministrator")
        let rehearsal = try await engine.change([person, grant], as: bob, isDryRun: true)
        #expect(rehearsal.isAdministrator("bob"))
        #expect(try await engine.organisation().head.revision == 0)
        #expect(try await engine.change([person, grant], as: bob).revision == 2)
        let other = OrganisationChange.personAdded(Person(id: "eve", name: "夏娃"))
        #expect(
            await failure { _ = try await engine.change([other], as: Office.actor("eve")) }?.words
                == "administrator needed")
        #expect(
            await failure { _ = try await engine.change([other, person], as: bob) }?.words
                == "organisation personExists(bob)")
        #expect(try await engine.organisation().value.people.count == 1)
    }

    @Test("A role that no workflow has cannot be granted")
    func misspeltRole() async throws {
        let office = try await Office()
        let grant = OrganisationChange.granted(Grant(user: "bob", role: "raeder", unit: "hall"))
        guard
            case .organisation(.unknownRole(let role, let known))? = await failure({
                _ = try await office.engine.change([grant], as: Office.admin)
            })
        else {
            Issue.record("not refused")
            return
        }
        #expect(role == "raeder" && known == ["reader", "writer"])
    }

    @Test("Changes at the same time are all kept, one after the other")
    func together() async throws {
        let office = try await Office()
        let before = try await office.engine.organisation().value.revision
        let done = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<8 {
                group.addTask {
                    let person = Person(id: UserID("new\(index)"), name: "新\(index)")
                    return (try? await office.engine.change([.personAdded(person)], as: Office.admin)) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(done > 0)
        #expect(try await office.engine.organisation().value.revision == before + done)
        let events = try await office.store.events(of: .organisation, after: 0, limit: 1000)
        #expect(events.map(\.revision) == Array(1...(before + done)))
    }
}
