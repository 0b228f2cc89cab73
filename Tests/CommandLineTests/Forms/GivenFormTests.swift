import Foundation
import JSONDocument
import Testing

/// The sixteen real forms, through the program.
@Suite(.enabled(if: GivenForms.arePresent, "\(GivenForms.absence)"))
struct GivenFormTests {
    @Test(arguments: GivenForms.declarations + GivenForms.evaluations)
    func `forms read prints what a careful person reads, in every field`(name: String) async throws {
        let outcome = try await Program.run(["forms", "read", GivenForms.text(name), "--format", "json"])
        #expect(outcome.status == 0, "\(outcome)")
        let gold = try JSONReader.value(Array(GivenForms.gold(name)))
        let comparison = FormComparison(printed: try outcome.json(), gold: gold)
        #expect(comparison.compared > 100)
        if name.hasSuffix("-ocr") {
            #expect(comparison.agreement >= 0.95, "\(comparison)")
            #expect(comparison.unannounced == [], "what differs is marked as doubtful")
        } else {
            #expect(comparison.differences == [])
        }
    }

    @Test(arguments: GivenForms.evaluations)
    func `forms score prints the contract and comes to the printed scores`(name: String) async throws {
        let outcome = try await Program.run(["forms", "score", GivenForms.text(name), "--format", "json"])
        #expect(outcome.status == 0, "\(outcome)")
        let gold = try JSONReader.value(Array(GivenForms.gold(name)))
        let reports = try #require(try outcome.json().array)
        #expect(reports.count == gold.array?.count)
        for (index, report) in reports.enumerated() {
            let form = gold[index]
            #expect(report["source"]?.string == "\(name).txt")
            #expect(report["ordinal"]?.int == index + 1)
            #expect(report["projectName"]?.string == form?["projectName"]?.string)
            let printedTotal = try #require(decimal(report["printedTotal"]))
            #expect(printedTotal == decimal(form?["totalScore"]))
            try check(report["lines"]?.array ?? [], against: form)
            let isOpen = (report["lines"]?.array ?? []).contains { $0["computed"]?.isNull == true }
            #expect(decimal(report["computedTotal"]) == (isOpen ? nil : printedTotal))
        }
    }

    private func check(_ lines: [JSONValue], against form: JSONValue?) throws {
        let rows = form?["indicators"]?.array ?? []
        try #require(lines.count == rows.count + 1)
        #expect(lines[0]["row"]?.string == "funds")
        #expect(lines.dropFirst().map { $0["row"]?.int } == (1...rows.count).map { $0 })
        #expect(decimal(lines[0]["printed"]) == decimal(form?["funds"]?["score"]))
        for line in lines {
            #expect(line["rule"]?.string?.isEmpty == false)
            #expect(line["needsPerson"]?.bool != nil)
            #expect(line["weight"]?.string != nil || line["weight"]?.isNull == true)
            let computed = try #require(line["computed"])
            if computed.isNull {
                #expect(line["needsPerson"]?.bool == true)
            } else {
                #expect(decimal(computed) == decimal(line["printed"]), "\(line)")
            }
        }
        for (row, line) in zip(rows, lines.dropFirst()) {
            #expect(decimal(line["printed"]) == decimal(row["score"]), "\(line)")
        }
    }

    private func decimal(_ value: JSONValue?) -> Decimal? { value?.string.flatMap { Decimal(string: $0) } }

    @Test
    func `All given declarations are imported, declared with their findings shown, and approved as far as they may`()
        async throws
    {
        let folder = try await DataFolder(.district)
        var forms: [JSONValue] = []
        for name in GivenForms.declarations {
            forms += try JSONReader.value(Array(GivenForms.gold(name))).array ?? []
        }
        try await addUnits(of: forms, to: folder)
        for name in GivenForms.declarations {
            let imported = try await folder.json("import", GivenForms.text(name), "--year", "2025", as: "real")
            #expect(imported.array?.allSatisfy { $0["result"]?.string == "created" } == true, "\(imported)")
        }
        let declared = try await folder.run("declare", "-", "--format", "json", as: "real", input: names(forms))
        let reports = try #require(try declared.json().array)
        #expect(reports.count == forms.count)
        #expect(reports.contains { $0["done"]?.bool == true })
        for report in reports {
            let errors = report["findings"]?.array?.filter { $0["severity"]?.string == "error" } ?? []
            #expect(
                (report["done"]?.bool == true) == errors.isEmpty, "refused exactly where errors are shown: \(report)")
            #expect(errors.allSatisfy { $0["message"]?.string?.isEmpty == false })
        }
        let passed = reports.filter { $0["done"]?.bool == true }.compactMap { $0["case"]?.string }
        #expect(declared.status == (passed.count == reports.count ? 0 : 1))
        try await approve(passed, forms, in: folder)
    }

    private func approve(_ passed: [String], _ forms: [JSONValue], in folder: DataFolder) async throws {
        let list = passed.joined(separator: "\n")
        let first = try await folder.run("approve", "-", "--format", "json", as: "boss", input: list)
        #expect(first.status == 0, "\(first)")
        var waiting: [String] = []
        for report in try first.json().array ?? [] {
            let form = forms.first { "\($0["projectCode"]?.string ?? "")-2025" == report["case"]?.string }
            let amount = form?["annualAmountWan"]?.string.flatMap { Decimal(string: $0) } ?? 0
            #expect(report["state"]?.string == (amount >= 500 ? "declared" : "approved"), "\(report)")
            if amount >= 500 { waiting.append(report["case"]?.string ?? "") }
        }
        let second = try await folder.run(
            "approve", "-", "--format", "json", as: "wang", input: waiting.joined(separator: "\n"))
        #expect(second.status == 0, "\(second)")
        #expect(try second.json().array?.allSatisfy { $0["state"]?.string == "approved" } == true)
        let counts = try await folder.json("list", "--state", "approved").array
        #expect(counts?.count == passed.count)
    }

    private func names(_ forms: [JSONValue]) -> String {
        forms.compactMap { $0["projectCode"]?.string }.map { "\($0)-2025\n" }.joined()
    }

    /// A unit for every applicant under its primary budget unit, and one person each for applying and reviewing.
    private func addUnits(of forms: [JSONValue], to folder: DataFolder) async throws {
        try await folder.done("user", "add", "real", "--name", "Real")
        try await folder.done("user", "add", "boss", "--name", "Boss")
        var known: [String: String] = [:]
        for form in forms {
            guard let applicant = form["applicantUnit"]?.string, let primary = form["primaryBudgetUnit"]?.string else {
                continue
            }
            for (name, parent) in [(primary, "finance"), (applicant, known[primary])] where known[name] == nil {
                let id = "real-\(known.count + 1)"
                let kind = name == primary ? "primary-budget-unit" : "unit"
                let above = parent ?? known[primary] ?? "finance"
                try await folder.done("unit", "add", id, "--name", name, "--kind", kind, "--parent", above)
                known[name] = id
                if name == primary { try await folder.done("user", "grant", "boss", "supervisor", "--unit", id) }
            }
        }
        for id in known.values.sorted() { try await folder.done("user", "grant", "real", "applicant", "--unit", id) }
    }
}
