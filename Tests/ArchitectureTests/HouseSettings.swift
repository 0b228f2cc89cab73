// A misspelt upcoming feature is silently ignored by the compiler, so each one that the house settings of Package.swift name is
// looked for here. This target is compiled with the same settings as all others.

#if !hasFeature(ExistentialAny)
    #error("ExistentialAny is not on")
#endif
#if !hasFeature(InferIsolatedConformances)
    #error("InferIsolatedConformances is not on")
#endif
#if !hasFeature(InternalImportsByDefault)
    #error("InternalImportsByDefault is not on")
#endif
#if !hasFeature(MemberImportVisibility)
    #error("MemberImportVisibility is not on")
#endif
#if !hasFeature(NonisolatedNonsendingByDefault)
    #error("NonisolatedNonsendingByDefault is not on")
#endif

import Testing

@Suite("The house settings")
struct HouseSettingsTests {
    /// The features that this file looks for.
    static let features = [
        "ExistentialAny", "InferIsolatedConformances", "InternalImportsByDefault", "MemberImportVisibility",
        "NonisolatedNonsendingByDefault",
    ]

    @Test("Every upcoming feature that the manifest names is looked for, and every target has the house settings")
    func named() throws {
        let manifest = try ImportTests.text("Package.swift")
        let named = manifest.split(separator: "\n").compactMap { line -> String? in
            guard line.contains(".enableUpcomingFeature(") else { return nil }
            return line.split(separator: "\"").dropFirst().first.map(String.init)
        }
        #expect(named.sorted() == Self.features)
        let targets = manifest.ranges(of: "arget(\n").count
        #expect(targets > 0)
        #expect(manifest.ranges(of: "swiftSettings: houseSettings").count >= targets)
    }
}
