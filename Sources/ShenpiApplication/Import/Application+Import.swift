public import OfficialForms
public import Workflow
internal import WorkflowEngine
internal import BudgetPerformance
internal import JSONDocument
internal import WorkflowPlugin
internal import WorkflowStore

extension Application {
    /// The part of a case's document that an imported declaration becomes.
    static let declarationPart = "declaration"

    /// Brings declarations into the store: a new case for each code and year, nothing overwritten unless asked for.
    ///
    /// - Parameters:
    ///   - readings: The tables of one or more files.
    ///   - year: The budget year.
    ///   - unit: The applicant unit; found by the name in each table where none is given.
    ///   - progress: Called after each table.
    public func importDeclarations(
        _ readings: [FormReading], workflow: String, year: Int, unit: UnitID?, replaces: Bool, isDryRun: Bool,
        progress: (Int) -> Void = { _ in }
    ) async throws(ApplicationError) -> [ImportResult] {
        let organisation = try await asking { () async throws(EngineError) in try await engine.organisation() }.value
        if let unit, organisation.units[unit] == nil { throw .engine(.organisation(.unknownUnit(unit))) }
        var results: [ImportResult] = []
        var seen: Set<CaseID> = []
        for reading in readings {
            var result = ImportResult(
                source: reading.source, ordinal: reading.ordinal, projectName: nil, case: nil, outcome: .unchanged)
            switch reading.form {
            case .selfEvaluation(let form):
                result.projectName = form.projectName
                let name = form.projectCode.map { "\($0)-\(year)" } ?? "CASE"
                result.outcome = .unusable(
                    code: "import.evaluation", values: ["case": name, "file": reading.source])
            case .declaration(let declaration):
                result.projectName = declaration.projectName
                let code = declaration.projectCode ?? ""
                result.case = code.isEmpty ? nil : CaseID("\(code)-\(year)")
                if let id = result.case, !seen.insert(id).inserted {
                    result.outcome = .unusable(code: "import.duplicate", values: [:])
                } else {
                    result.outcome = try await bring(
                        declaration, workflow: workflow, year: year, unit: unit, organisation, replaces: replaces,
                        isDryRun: isDryRun)
                }
            }
            results.append(result)
            progress(results.count)
        }
        return results
    }

    private func bring(
        _ declaration: Declaration, workflow: String, year: Int, unit: UnitID?, _ organisation: Organisation,
        replaces: Bool, isDryRun: Bool
    ) async throws(ApplicationError) -> ImportResult.Outcome {
        guard let code = declaration.projectCode, !code.isEmpty else {
            return .unusable(code: "import.no-code", values: [:])
        }
        let owner: UnitID
        if let unit {
            owner = unit
        } else {
            guard let name = declaration.applicantUnit, !name.isEmpty else {
                return .unusable(code: "import.no-unit", values: [:])
            }
            guard let found = organisation.unit(named: name) else {
                return .unusable(code: "import.unknown-unit", values: ["name": name])
            }
            owner = found.id
        }
        guard let value = try? JSONValueEncoder().encode(declaration) else {
            return .unusable(code: "unexpected", values: ["reason": "encoding"])
        }
        let id = CaseID("\(code)-\(year)")
        let known = try await storing { () async throws(StoreError) in try await engine.store.storedCase(id) }
        let verb: Command.Verb
        if let known {
            let document = try await asking { () async throws(EngineError) in
                try await engine.document(of: known.value)
            }
            guard let stored = document.parts[Self.declarationPart], stored != value else { return .unchanged }
            guard replaces else { return .differs(Self.differences(stored, value)) }
            verb = .write
        } else {
            verb = .create(workflow: workflow, subject: code, period: String(year), unit: owner)
        }
        let command = Command(
            actor: actor, case: id, verb: verb, parts: [Self.declarationPart: value], isDryRun: isDryRun)
        do throws(EngineError) {
            _ = try await engine.perform(command)
            return known == nil ? .created : .replaced
        } catch {
            if case .store(let reason) = error, reason.endsEverything { throw .engine(error) }
            return .failed(.engine(error))
        }
    }

    /// The names of the top-level members that differ, in their order.
    static func differences(_ stored: JSONValue, _ new: JSONValue) -> [String] {
        let old = stored.object ?? JSONObject()
        let fresh = new.object ?? JSONObject()
        var names = fresh.keys.filter { old[$0] != fresh[$0] }
        names += old.keys.filter { fresh[$0] == nil }
        return names
    }
}

extension StoreError {
    /// Whether the next command would fail in the same way.
    var endsEverything: Bool {
        switch self {
        case .busy, .readOnly, .full, .notAStore, .newer, .damaged, .failed, .exists: true
        case .conflict, .streamConflict, .keyReused, .versionTaken: false
        }
    }
}
