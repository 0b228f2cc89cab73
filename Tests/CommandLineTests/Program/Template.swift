import Foundation
import Testing

/// Prepared data folders, each made once and copied by the tests.
final class Template: Sendable {
    /// Units, people and roles of a district; no cases.
    static let district = Template { folder in
        try await folder.done("init", "--allow-asserted-identity")
        for (id, name, kind, parent) in District.units {
            var arguments = ["unit", "add", id, "--name", name, "--kind", kind]
            if let parent { arguments += ["--parent", parent] }
            try await folder.doneAll(arguments)
        }
        for (user, grants) in District.people {
            try await folder.done("user", "add", user, "--name", user.capitalized)
            for (role, unit) in grants { try await folder.done("user", "grant", user, role, "--unit", unit) }
        }
    }

    /// The district with all sample declarations, imported by their units.
    static let imported = Template(from: district) { folder in
        for (user, file) in District.files {
            try await folder.done("import", Program.samples + "/" + file, "--year", "2025", as: user)
        }
    }

    /// The district with two projects of the government service centre declared: a small one and one of 612 万元.
    static let declared = Template(from: imported) { folder in
        try await folder.done("declare", Sample.small, Sample.large, as: "zhang")
    }

    /// The small project approved.
    static let approved = Template(from: declared) { folder in
        try await folder.done("approve", Sample.small, as: "li")
    }

    /// The small project executed and the year turned.
    static let executed = Template(from: approved) { folder in
        try await folder.done("execute", Sample.small, "--set", "executed=812235.00", as: "zhang")
        try await folder.done("year-end", "2025", clock: Clock.yearEnd)
    }

    private let making: Task<DataFolder, any Error>

    init(from base: Template? = nil, _ work: @escaping @Sendable (DataFolder) async throws -> Void) {
        making = Task {
            let folder: DataFolder
            if let base { folder = try await DataFolder(base) } else { folder = try DataFolder() }
            try await work(folder)
            return folder
        }
    }

    var path: String {
        get async throws { try await making.value.path }
    }
}

extension DataFolder {
    fileprivate func doneAll(_ arguments: [String]) async throws {
        let outcome = try await Program.run(arguments, environment: environment(.en, clock: Clock.spring))
        try #require(outcome.status == 0, "\(outcome)")
    }
}

/// Who is who in the sample district.
enum District {
    static let units: [(id: String, name: String, kind: String, parent: String?)] = [
        ("finance", "云澜区财政局", "finance-bureau", nil),
        ("data", "云澜区政务服务和数据管理局", "primary-budget-unit", "finance"),
        ("service", "云澜区政务服务中心", "unit", "data"),
        ("letters", "云澜区信访局（本级）", "primary-budget-unit", "finance"),
        ("culture", "云澜区文化广电旅游体育局", "primary-budget-unit", "finance"),
        ("centre", "云澜区文化馆", "unit", "culture"),
    ]

    /// Users with their roles. `double` holds two roles, so that the rule about own cases can be seen.
    static let people: [(user: String, grants: [(role: String, unit: String)])] = [
        ("zhang", [("applicant", "service")]), ("chen", [("applicant", "letters")]), ("wu", [("applicant", "centre")]),
        ("li", [("supervisor", "data")]), ("he", [("supervisor", "letters")]), ("sun", [("supervisor", "culture")]),
        ("wang", [("finance", "finance")]), ("double", [("applicant", "service"), ("supervisor", "data")]),
        ("guest", []),
    ]

    static let files = [
        (user: "zhang", file: "government-service-centre.txt"), (user: "chen", file: "letters-and-visits.txt"),
        (user: "wu", file: "cultural-centre.txt"),
    ]
}

/// Cases of the sample forms.
enum Sample {
    /// 自助服务终端运维, 86.50 万元.
    static let small = "440399240610100200002-2025"
    /// 综合窗口服务外包, 612.00 万元: the finance bureau signs too.
    static let large = "440399230610100100001-2025"
    /// 移动端适老化改造, 128.00 万元, still a draft in every template.
    static let draft = "440399250610100300003-2025"
    /// 窗口人员业务培训: its total is below the annual amount.
    static let faulty = "440399240610100500005-2025"
}
