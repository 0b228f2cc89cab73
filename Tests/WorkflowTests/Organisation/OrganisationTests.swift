import Testing

@testable import Workflow

@Suite("Units, people and roles")
struct OrganisationTests {
    static let role: @Sendable (RoleDefinition.Scope) -> RoleDefinition = {
        RoleDefinition(name: "r", scope: $0, title: LocalizedText(chinese: "角色", english: "Role"))
    }

    @Test(
        "A grant counts for the cases that its scope covers",
        arguments: [
            (.own, "culture", ["culture"]),
            (.subtree, "culture", ["culture", "library"]),
            (.subtree, "bureau", ["archives", "bureau", "culture", "library"]),
            (.all, "attic", ["archives", "attic", "bureau", "culture", "library"]),
            (.ancestor(kind: "primary-budget-unit"), "culture", ["culture", "library"]),
            (.ancestor(kind: "primary-budget-unit"), "archives", ["archives"]),
            (.ancestor(kind: "primary-budget-unit"), "bureau", []),
            (.ancestor(kind: "bureau"), "bureau", ["archives", "bureau", "culture", "library"]),
            (.ancestor(kind: "nowhere"), "bureau", []),
        ] as [(RoleDefinition.Scope, UnitID, [UnitID])])
    func scopes(_ scope: RoleDefinition.Scope, _ unit: UnitID, _ covered: [UnitID]) {
        var organisation = World.district
        organisation.apply(.granted(Grant(user: "bob", role: "r", unit: unit)))
        let role = Self.role(scope)
        let found = organisation.units.keys.sorted().filter {
            organisation.grant(of: "bob", role: role, for: $0) != nil
        }
        #expect(found == covered)
        #expect(
            organisation.units.keys.sorted().filter { organisation.holders(of: role, for: $0) == ["bob"] } == covered)
        let visible = organisation.visibleUnits(for: "bob", roles: [role])
        #expect(scope == .all ? visible == nil : visible == Set(covered))
        organisation.apply(.revoked(Grant(user: "bob", role: "r", unit: unit)))
        #expect(organisation.visibleUnits(for: "bob", roles: [role]) == [])
    }

    @Test("An administrator sees all and decides nothing")
    func administrator() throws {
        var world = try World.shipped()
        world.organisation.apply(.granted(Grant(user: "bob", role: Grant.administrator, unit: nil)))
        #expect(world.organisation.isAdministrator("bob"))
        #expect(world.organisation.visibleUnits(for: "bob", roles: []) == nil)
        #expect(refusalOf { _ = try world.act(try world.declared(), "approve", "bob") }?.code == .roleMissing)
    }

    @Test(
        "A change that makes no sense is refused with its reason",
        arguments: [
            (.unitAdded(unit("", "名", "unit", nil)), .badName("")),
            (.unitAdded(unit("-x", "名", "unit", nil)), .badName("-x")),
            (.unitAdded(unit("a b", "名", "unit", nil)), .badName("a b")),
            (.unitAdded(unit("a/b", "名", "unit", nil)), .badName("a/b")),
            (.unitAdded(unit("new", " \u{3000}", "unit", nil)), .emptyName("new")),
            (.unitAdded(unit("new", "名", "", nil)), .badName("")),
            (.unitAdded(unit("library", "名", "unit", nil)), .unitExists("library")),
            (.unitAdded(unit("new", "单位library", "unit", nil)), .unitNameTaken("单位library", "library")),
            (.unitAdded(unit("new", "单位 ｌibrary", "unit", nil)), .unitNameTaken("单位 ｌibrary", "library")),
            (.unitAdded(unit("new", "名", "unit", "nowhere")), .unknownUnit("nowhere")),
            (.personAdded(Person(id: "ann", name: "安")), .personExists("ann")),
            (.personAdded(Person(id: "system", name: "系统")), .personExists("system")),
            (.personAdded(Person(id: "new", name: "")), .emptyName("new")),
            (.personAdded(Person(id: "n\u{0}", name: "新")), .badName("n\u{0}")),
            (.granted(Grant(user: "nobody", role: "r", unit: "library")), .unknownPerson("nobody")),
            (.granted(Grant(user: "ann", role: "r", unit: "nowhere")), .unknownUnit("nowhere")),
            (.granted(Grant(user: "ann", role: "r", unit: nil)), .unitNeeded("r")),
            (
                .granted(Grant(user: "ann", role: "applicant", unit: "library")),
                .alreadyGranted(Grant(user: "ann", role: "applicant", unit: "library"))
            ),
            (
                .revoked(Grant(user: "ann", role: "finance", unit: "library")),
                .notGranted(Grant(user: "ann", role: "finance", unit: "library"))
            ),
            (.revoked(Grant(user: "dee", role: Grant.administrator, unit: nil)), .lastAdministrator),
        ] as [(OrganisationChange, OrganisationRefusal)])
    func refused(_ change: OrganisationChange, _ reason: OrganisationRefusal) {
        var organisation = World.district
        organisation.apply(.granted(Grant(user: "dee", role: Grant.administrator, unit: nil)))
        #expect(throws: reason) { try organisation.check(change) }
    }

    private static func unit(_ id: UnitID, _ name: String, _ kind: String, _ parent: UnitID?) -> OrganisationUnit {
        OrganisationUnit(id: id, name: name, kind: kind, parent: parent)
    }

    @Test(
        "Names of units may be Chinese and are found by either name",
        arguments: ["城管局", "城市管理局（本级）", "城市管理局(本级)", " 城市管理局 （本级）"])
    func named(_ text: String) throws {
        var organisation = World.district
        let unit = OrganisationUnit(id: "城管局", name: "城市管理局（本级）", kind: "primary-budget-unit", parent: "bureau")
        try organisation.check(.unitAdded(unit))
        organisation.apply(.unitAdded(unit))
        #expect(organisation.unit(named: text) == unit)
        #expect(organisation.path(from: "城管局").map(\.id) == ["城管局", "bureau"])
    }

    @Test("Names are told apart by their bytes, as stores do it")
    func bytes() {
        // U+F914 is canonically equivalent to U+6A02; databases keep them apart.
        #expect(UnitID("\u{F914}") != UnitID("\u{6A02}"))
        #expect(Set([UnitID("\u{F914}"), UnitID("\u{6A02}")]).count == 2)
        #expect(
            [UnitID("\u{10000}"), UnitID("\u{FF0C}"), "z", "a"].sorted().map(\.rawValue) == [
                "a", "z", "\u{FF0C}", "\u{10000}",
            ])
    }
}
