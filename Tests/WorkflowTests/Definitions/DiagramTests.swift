import Testing

@testable import Workflow

@Suite("Diagrams")
struct DiagramTests {
    @Test("The shipped workflow as a diagram for Mermaid")
    func mermaid() throws {
        let text = WorkflowDiagram(try Definitions.load(try Repository.shipped()), inChinese: true).text(.mermaid)
        #expect(
            text == """
                stateDiagram-v2
                    s0: 草稿
                    s1: 已申报
                    s2: 已批复
                    s3: 已执行
                    s4: 已自评
                    [*] --> s0
                    s0 --> s1: 申报
                    s1 --> s0: 撤回
                    s1 --> s2: 审核通过
                    s1 --> s0: 退回
                    s2 --> s3: 登记执行
                    s3 --> s4: 自评
                    s4 --> [*]

                """)
    }

    @Test("Titles cannot break out of a diagram for Graphviz")
    func dot() throws {
        let text = Definitions.leave.replacing(#""en": "Open""#, with: #""en": "O\"p\\\r\nn""#)
        let drawn = WorkflowDiagram(try Definitions.load(text), inChinese: false).text(.dot)
        #expect(drawn.contains(#"s0 [label="O'p\\ n"];"#))
        #expect(drawn.contains(#"s3 [label="Closed", peripheries=2];"#))
        #expect(drawn.contains(#"s0 -> s1 [label="ask"];"#))
        #expect(drawn.hasPrefix("digraph workflow {\n") && drawn.hasSuffix("}\n"))
    }
}
