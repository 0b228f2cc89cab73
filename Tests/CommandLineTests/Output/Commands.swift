import Foundation

/// Every command, for laws that hold for all of them.
enum Commands {
    /// Names of commands and of their parts, as they are typed.
    static let all: [[String]] =
        [[]]
        + [
            "init", "import", "list", "show", "history", "inbox", "actions", "act", "evaluate", "year-end", "forms",
            "workflow", "plugin", "audit", "doctor", "run", "unit", "user",
        ].map { [$0] }
        + [
            ["forms", "read"], ["forms", "score"], ["workflow", "check"], ["workflow", "graph"], ["workflow", "list"],
            ["workflow", "publish"], ["plugin", "list"], ["audit", "verify"], ["unit", "add"], ["unit", "list"],
            ["user", "add"], ["user", "list"], ["user", "grant"], ["user", "revoke"], ["declare"], ["approve"],
        ]

    /// Commands that print and change nothing, over the template `executed`, with who runs them.
    static let printing: [(arguments: [String], user: String?)] = [
        (["list"], "zhang"), (["show", Sample.small], "zhang"), (["history", Sample.small], "zhang"),
        (["inbox"], "zhang"), (["inbox"], "wang"), (["actions", Sample.small], "zhang"), (["unit", "list"], nil),
        (["user", "list"], nil), (["audit", "verify"], nil), (["doctor"], nil), (["plugin", "list"], nil),
        (["workflow", "list"], nil), (["workflow", "check", workflow], nil), (["list", "--state", "draft"], "zhang"),
        (["forms", "read", Program.samples + "/self-evaluation-pdf.txt"], nil),
        (["forms", "score", Program.samples + "/self-evaluation-pdf.txt"], nil),
    ]

    /// Commands that write, over the same template.
    static let writing: [(arguments: [String], user: String?)] = [
        (["import", Program.samples + "/mended/window-staff-training.txt", "--year", "2026"], "zhang"),
        (["declare", Sample.draft], "zhang"), (["approve", Sample.large], "li"),
        (["return", Sample.large, "--comment", "!"], "li"), (["withdraw", Sample.large], "zhang"),
        (["declare", Sample.draft, Sample.faulty], "zhang"),
        (["act", "execute", Sample.small, "--set", "executed=1"], "zhang"),
        (["evaluate", Sample.small, "--file", actuals], "zhang"),
        (["evaluate", Sample.small, "--actual", "1=60台", "--save"], "zhang"), (["year-end", "2025"], nil),
        (["year-end", "--due"], nil), (["unit", "add", "u9", "--name", "Unit 9", "--parent", "data"], nil),
        (["user", "add", "new", "--name", "New"], nil),
        (["user", "grant", "guest", "finance", "--unit", "finance"], nil),
        (["user", "revoke", "wang", "finance", "--unit", "finance"], nil), (["workflow", "publish", workflow], nil),
    ]

    static let workflow = Program.root.appendingPathComponent("Workflows/expenditure-performance.json").path
    static let actuals = Program.samples + "/actuals/\(Sample.small.dropLast(5)).json"
}
