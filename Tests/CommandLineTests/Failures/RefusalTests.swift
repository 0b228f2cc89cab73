import Foundation
import JSONDocument
import Testing

/// A command that is refused, and what is said about it.
struct RefusedCommand: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var arguments: [String]
    var user: String
    var status: Int32
    var words: [DataFolder.Language: [String]]

    init(
        _ name: String, _ arguments: [String], as user: String, exit status: Int32, zh: [String], en: [String]
    ) {
        testDescription = name
        self.arguments = arguments
        self.user = user
        self.status = status
        words = [.zh: zh, .en: en]
    }

    /// Over the template `declared`: two cases of the government service centre are declared, all others drafts.
    static let all = [
        RefusedCommand(
            "an unknown case, with the one that was meant", ["show", "440399240610100200020-2025"], as: "zhang",
            exit: 65,
            zh: ["没有事项“440399240610100200020-2025”", "是否为 440399240610100200002-2025？"],
            en: ["There is no case “440399240610100200020-2025”", "Did you mean 440399240610100200002-2025?"]),
        RefusedCommand(
            "an unknown case without a near one", ["show", "PROJECT"], as: "zhang", exit: 65,
            zh: ["没有事项“PROJECT”。查看：shenpi list。"], en: ["There is no case “PROJECT”. See shenpi list."]),
        RefusedCommand(
            "an action on an unknown case", ["approve", "440399240610100200020-2025"], as: "li", exit: 65,
            zh: ["是否为 440399240610100200002-2025？"], en: ["Did you mean 440399240610100200002-2025?"]),
        RefusedCommand(
            "an unknown user", ["list"], as: "zhnag", exit: 65, zh: ["没有用户“zhnag”", "是否想输入“zhang”？"],
            en: ["There is no user “zhnag”", "Did you mean “zhang”?"]),
        RefusedCommand(
            "a grant to an unknown user", ["user", "grant", "wnag", "finance", "--unit", "finance"], as: "root",
            exit: 65,
            zh: ["没有用户“wnag”", "是否想输入“wang”？"], en: ["There is no user “wnag”", "Did you mean “wang”?"]),
        RefusedCommand(
            "an unknown unit", ["list", "--unit", "servce"], as: "zhang", exit: 65,
            zh: ["没有单位“servce”", "是否想输入“service”？"], en: ["There is no unit “servce”", "Did you mean “service”?"]),
        RefusedCommand(
            "an unknown role", ["user", "grant", "guest", "aplicant", "--unit", "service"], as: "root", exit: 65,
            zh: ["没有角色“aplicant”", "是否想输入“applicant”？"], en: ["no role “aplicant”", "Did you mean “applicant”?"]),
        RefusedCommand(
            "an unknown state", ["list", "--state", "drat"], as: "zhang", exit: 65,
            zh: ["没有状态“drat”", "是否想输入“draft”？"], en: ["no state “drat”", "Did you mean “draft”?"]),
        RefusedCommand(
            "an unknown action", ["act", "aprove", Sample.small], as: "li", exit: 1,
            zh: ["没有“aprove”这个操作", "是否想输入“approve”？"], en: ["no action “aprove”", "Did you mean “approve”?"]),
        RefusedCommand(
            "a stale revision", ["approve", Sample.small, "--revision", "1"], as: "li", exit: 75,
            zh: ["现为第 2 版，不是您所依据的第 1 版", "请查看后重试"],
            en: ["is at revision 2, not 1", "try again"]),
        RefusedCommand(
            "a missing role", ["approve", Sample.small], as: "zhang", exit: 1,
            zh: ["需要角色：云澜区政务服务和数据管理局（data）的主管部门审核人（supervisor）", "shenpi user grant zhang supervisor --unit data"],
            en: ["in 云澜区政务服务和数据管理局 (data)", "(supervisor)", "shenpi user grant zhang supervisor --unit data"]),
        RefusedCommand(
            "a case of another unit", ["approve", Sample.small], as: "he", exit: 1,
            zh: ["he 无权查看事项", "属于单位 service", "shenpi user grant he 角色 --unit service"],
            en: ["he may not see", "belongs to unit service", "shenpi user grant he ROLE --unit service"]),
        RefusedCommand(
            "somebody without any role", ["declare", Sample.draft], as: "guest", exit: 1, zh: ["无权查看"],
            en: ["may not see"]),
        RefusedCommand(
            "no comment where one is needed", ["return", Sample.small], as: "li", exit: 1,
            zh: ["“退回（return）”须说明理由", "--comment"], en: ["“Return (return)” needs a comment", "--comment"]),
        RefusedCommand(
            "an action of another state", ["execute", Sample.draft, "--set", "executed=1"], as: "zhang", exit: 1,
            zh: ["处于“草稿（draft）”", "现在可以执行：申报（declare）"],
            en: ["is in “Draft (draft)”", "Possible now: Declare (declare)"]),
        RefusedCommand(
            "an unknown name of --set", ["declare", Sample.draft, "--set", "exeuted=1"], as: "zhang", exit: 65,
            zh: ["--set “exeuted”无法识别", "executed"], en: ["--set “exeuted” is not understood", "executed"]),
        RefusedCommand(
            "a part that nobody knows", ["declare", Sample.draft, "--part", "declaratoin=x.json"], as: "zhang",
            exit: 65,
            zh: ["declaration=FILE"], en: ["declaration=FILE"]),
        RefusedCommand("no case at all", ["approve"], as: "li", exit: 65, zh: ["没有指定事项"], en: ["No case was named"]),
        RefusedCommand(
            "a year that is none", ["import", Program.samples + "/cultural-centre.txt", "--year", "25"], as: "wu",
            exit: 65,
            zh: ["“25”不是年度"], en: ["“25” is not a year"]),
        RefusedCommand(
            "the year end by somebody who may not", ["year-end", "2025"], as: "zhang", exit: 1, zh: ["zhang 不是管理员"],
            en: ["zhang is not an administrator"]),
    ]
}

@Suite struct RefusalTests {
    @Test(arguments: RefusedCommand.all, DataFolder.Language.allCases)
    func `A command that cannot be done says why and what to do, and changes nothing`(
        command: RefusedCommand, language: DataFolder.Language
    ) async throws {
        let folder = try await DataFolder(.declared)
        try await folder.unchanged {
            let user = command.user == "root" ? nil : command.user
            let outcome = try await Program.run(
                command.arguments + (user.map { ["--as", $0] } ?? []),
                environment: folder.environment(language, clock: Clock.spring))
            #expect(outcome.status == command.status, "\(outcome)")
            for words in command.words[language] ?? [] { #expect(outcome.remarks.contains(words), "\(outcome)") }
            #expect(!outcome.remarks.isEmpty, "\(outcome)")
        }
    }

    @Test func `Nobody approves a case that he or she declared`() async throws {
        let folder = try await DataFolder(.imported)
        try await folder.done("declare", Sample.draft, as: "double")
        try await folder.unchanged {
            let own = try await folder.run("approve", Sample.draft, as: "double", language: .zh)
            #expect(own.status == 1, "\(own)")
            #expect(own.remarks.contains("是 double 自己申报的，不能由本人审批"), "\(own)")
        }
        try await folder.done("approve", Sample.draft, as: "li")
    }

    @Test func `An execution without the money says how to give it, before and after the year's end`() async throws {
        let folder = try await DataFolder(.approved)
        for clock in [Clock.spring, Clock.yearEnd] {
            try await folder.unchanged {
                let outcome = try await folder.run("execute", Sample.small, as: "zhang", language: .zh, clock: clock)
                #expect(outcome.status == 1, "\(outcome)")
                #expect(outcome.remarks.contains("“登记执行（execute）”的条件不满足"), "\(outcome)")
                #expect(outcome.remarks.contains("--set executed=…"), "\(outcome)")
            }
        }
        try await folder.unchanged {
            let outcome = try await folder.run("execute", Sample.small, "--set", "executed=八十万", as: "zhang")
            #expect(outcome.status == 1, "\(outcome)")
            #expect(outcome.output.contains("expenditure-project.amount"), "\(outcome)")
        }
    }

    @Test(arguments: [
        ["--actual", "99=1"], ["--actual", "0=1"], ["--actual", "eins=1"], ["--actual", "1"], ["--score", "8=viel"],
        ["--weight", "x=10"], ["--file", "/nowhere/actuals.json"],
    ])
    func `An evaluation with a row that is none is refused`(arguments: [String]) async throws {
        let folder = try await DataFolder(.executed)
        try await folder.unchanged {
            let outcome = try await Program.run(
                ["evaluate", Sample.small, "--as", "zhang"] + arguments,
                environment: folder.environment(.en, clock: Clock.yearEnd))
            #expect(outcome.status == 65, "\(outcome)")
            #expect(outcome.remarks.contains(arguments[1]) || arguments[0] == "--file", "\(outcome)")
        }
    }

    @Test(arguments: [
        (#"{"actuals": {"1": "2"}, "actual": {}}"#, "“actual”"), (#"{"actuals": ["2"]}"#, "actuals"), ("[]", "JSON"),
        (#"{"actuals": {"#, "line 1, column"), (#"{"actuals": {"1": "2", "1": "3"}}"#, "json.duplicate-key"),
    ])
    func `A file of actual values with a mistake names file and place`(text: String, words: String) async throws {
        let folder = try await DataFolder(.executed)
        let file = try folder.file("actuals.json", text)
        try await folder.unchanged {
            let outcome = try await folder.run(
                "evaluate", Sample.small, "--file", file, as: "zhang", clock: Clock.yearEnd)
            #expect(outcome.status == 65, "\(outcome)")
            #expect(outcome.remarks.contains(file) && outcome.remarks.contains(words), "\(outcome)")
        }
    }

    @Test func `Acting as somebody else takes an administrator, or a folder that allows it`() async throws {
        let folder = try DataFolder()
        let user = try #require(try await folder.json("init", clock: nil)["administrator"]?.string)
        for boss in ["boss", "clerk"] { try await folder.done("user", "add", boss, "--name", boss, clock: nil) }
        try await folder.done("user", "grant", "boss", "administrator", clock: nil)
        try await folder.done("list", as: "clerk", clock: nil)
        try await folder.done("user", "revoke", user, "administrator", clock: nil)
        for (language, words) in [(DataFolder.Language.zh, "不能用 --as 代他人操作"), (.en, "--as is not allowed here")] {
            let outcome = try await folder.run("list", as: "boss", language: language, clock: nil)
            #expect(outcome.status == 1, "\(outcome)")
            #expect(outcome.remarks.contains(words), "\(outcome)")
        }
        let clock = try await folder.run("list", clock: Clock.spring)
        #expect(clock.status == 65, "a pretended clock is for demo folders: \(clock)")
        #expect(clock.remarks.contains("SHENPI_CLOCK"), "\(clock)")
    }

    @Test func `Usage errors end with 64`() async throws {
        let folder = try await DataFolder(.district)
        for arguments in [
            ["nonsense"], ["list", "--limit", "0"], ["list", "--format", "xml"], ["year-end"], ["show"],
            ["list", "--lang", "fr"], ["import", "x.txt"],
        ] {
            let outcome = try await Program.run(arguments, environment: folder.environment(.en, clock: nil))
            #expect(outcome.status == 64, "\(outcome)")
            #expect(outcome.output == "", "\(outcome)")
        }
    }
}
