import Testing
import WorkflowPluginTesting

@Suite("The conformance kit of the plugin seam")
struct ConformanceTests {
    @Test("A validator that keeps the laws passes")
    func good() async throws {
        try await ValidatorConformance<Titled<NoFault>>().check()
        #expect(await ValidatorConformance<Titled<NoFault>>().violations() == [])
    }

    @Test(
        "Each fault of a validator is named by its law",
        arguments: [
            (ValidatorConformance<Titled<BadName>>().laws, "descriptor.name"),
            (ValidatorConformance<Titled<BadVersion>>().laws, "descriptor.version"),
            (ValidatorConformance<Titled<NoChinese>>().laws, "descriptor.summary"),
            (ValidatorConformance<Titled<WrongExample>>().laws, "example.findings"),
            (ValidatorConformance<Titled<OnlyFlagged>>().laws, "example.silent"),
            (ValidatorConformance<Titled<OnlySilent>>().laws, "example.flagged"),
            (ValidatorConformance<Titled<BadCode>>().laws, "finding.code"),
            (ValidatorConformance<Titled<BadPointer>>().laws, "finding.pointer"),
            (ValidatorConformance<Titled<PointerOutside>>().laws, "finding.pointer"),
            (ValidatorConformance<Titled<OneLanguage>>().laws, "finding.message"),
            (ValidatorConformance<Titled<ThrowsOnEmpty>>().laws, "document.decided"),
            (ValidatorConformance<Titled<MindsStrangers>>().laws, "document.unknown-members"),
            (ValidatorConformance<Titled<Fickle>>().laws, "answer.repeatable"),
        ] as [(@Sendable () async -> Set<String>, String)])
    func fault(_ laws: @Sendable () async -> Set<String>, _ law: String) async {
        #expect(await laws().contains(law))
    }

    @Test("A scorer is held to the facts of its examples")
    func scorer() async throws {
        try await ScorerConformance<Counting>().check()
    }

    @Test("A plugin that takes any setting is found, and a notifier that minds repetition")
    func notifier() async {
        let broken = Set(await NotifierConformance<Lax>().violations().map(\.law))
        #expect(broken == ["configuration.unknown-key", "notice.delivered"])
    }
}

extension ValidatorConformance {
    fileprivate var laws: @Sendable () async -> Set<String> {
        { Set(await violations().map(\.law)) }
    }
}
