internal import JSONDocument
internal import JSONLogic

/// What the rules of a workflow file can read: `document.PART…` (stored values), `facts.…`, `case.…` and `actor.…`.
struct GuardReading {
    let current: Case
    let event: CaseEvent
    let actor: ActorRecord
    let decimals: DecimalTree

    /// Whether a rule holds for the case as the event would leave it.
    func holds(_ rule: Rule, of name: String) throws(Refusal) -> Bool {
        do {
            return try rule.evaluate(reading: value(at:)).isTruthy
        } catch {
            throw Refusal(.guardError, ["action": name, "rule": error.code.rawValue])
        }
    }

    /// The value that a rule finds at a path; `nil` where there is none.
    func value(at path: String) -> JSONValue? {
        guard let dot = path.firstIndex(of: ".") else { return nil }
        let rest = String(path[path.index(after: dot)...])
        switch path[..<dot] {
        case "document":
            guard let value = event.fields?[path] ?? current.fields[path], !value.isNull else { return nil }
            return decimals.converting(value, at: path)
        case "facts":
            let names = rest.split(separator: ".").map(String.init)
            guard let first = names.first, var value = event.facts?[first] ?? current.facts[first] else { return nil }
            for name in names.dropFirst() {
                guard let next = value[name] else { return nil }
                value = next
            }
            return value
        case "case": return caseValue(rest)
        case "actor": return actorValue(rest)
        default: return nil
        }
    }

    private func caseValue(_ name: String) -> JSONValue? {
        switch name {
        case "id": .string(current.id.rawValue)
        case "state": .string(current.state)
        case "unit": .string(current.unit.rawValue)
        case "period": .string(current.period)
        case "round": .number(ExactNumber(current.round))
        default: nil
        }
    }

    private func actorValue(_ name: String) -> JSONValue? {
        switch name {
        case "user": .string(actor.user.rawValue)
        case "role": actor.role.map { .string($0) }
        case "unit": actor.unit.map { .string($0.rawValue) }
        default: nil
        }
    }
}
