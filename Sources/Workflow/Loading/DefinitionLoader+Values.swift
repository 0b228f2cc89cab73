internal import JSONDocument
internal import JSONLogic

internal import struct Foundation.TimeZone

extension DefinitionLoader {
    mutating func report(
        _ rule: String, _ place: Place, _ values: [String: String] = [:],
        severity: DefinitionProblem.Severity = .error
    ) {
        problems.append(
            DefinitionProblem(
                rule: rule, severity: severity, pointer: place.pointer, position: place.node.position, values: values))
    }

    private mutating func mismatch(_ place: Place, expected: String) {
        report("type.mismatch", place, ["expected": expected, "found": place.node.kind.rawValue])
    }

    /// The members of an object whose keys are fixed.
    mutating func members(_ place: Place, required: [String], optional: [String]) -> [String: Place]? {
        guard let members = place.node.members else {
            mismatch(place, expected: "object")
            return nil
        }
        let known = required + optional
        var result: [String: Place] = [:]
        for member in members {
            if known.contains(member.key) {
                result[member.key] = place.appending(member)
            } else {
                problems.append(
                    DefinitionProblem(
                        rule: "key.unknown", pointer: place.pointer.appending(member.key), position: member.keyPosition,
                        values: [
                            "key": member.key, "near": NearMiss.nearest(to: member.key, in: known) ?? "",
                            "known": known.joined(separator: ", "),
                        ]))
            }
        }
        for key in required where result[key] == nil { report("key.missing", place, ["key": key]) }
        return result
    }

    /// The members of an object whose keys are names that the file gives.
    mutating func named(_ place: Place) -> [(name: String, place: Place)] {
        guard let members = place.node.members else {
            mismatch(place, expected: "object")
            return []
        }
        for member in members where member.key.isEmpty || member.key != member.key.trimmed {
            report("key.empty", place.appending(member), ["key": member.key])
        }
        return members.map { ($0.key, place.appending($0)) }
    }

    mutating func text(_ place: Place) -> String? {
        guard let text = place.node.value.string else {
            mismatch(place, expected: "string")
            return nil
        }
        return text
    }

    mutating func name(_ place: Place) -> String? {
        guard let text = text(place) else { return nil }
        if text.trimmed.isEmpty { report("value.empty", place) }
        return text
    }

    mutating func flag(_ place: Place) -> Bool {
        guard let value = place.node.value.bool else {
            mismatch(place, expected: "boolean")
            return false
        }
        return value
    }

    mutating func integer(_ place: Place, in range: ClosedRange<Int>) -> Int? {
        guard let value = place.node.value.int else {
            mismatch(place, expected: "integer")
            return nil
        }
        guard range.contains(value) else {
            report("value.range", place, ["value": String(value), "range": "\(range.lowerBound)…\(range.upperBound)"])
            return nil
        }
        return value
    }

    /// The elements of a list that must have some.
    mutating func someList(_ place: Place) -> [Place] {
        let elements = list(place)
        if elements.isEmpty, place.node.elements != nil { report("value.empty", place) }
        return elements
    }

    mutating func list(_ place: Place) -> [Place] {
        guard let elements = place.node.elements else {
            mismatch(place, expected: "array")
            return []
        }
        return elements.enumerated().map { Place(node: $0.element, pointer: place.pointer.appending($0.offset)) }
    }

    mutating func choice<Value: RawRepresentable & CaseIterable>(_ place: Place, _: Value.Type) -> Value?
    where Value.RawValue == String {
        guard let text = text(place) else { return nil }
        if let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue)
        report(
            "value.unknown", place,
            [
                "value": text, "known": known.joined(separator: ", "),
                "near": NearMiss.nearest(to: text, in: known) ?? "",
            ])
        return nil
    }

    mutating func title(_ place: Place, fallback: String) -> LocalizedText {
        guard let members = members(place, required: [], optional: ["en", "zh-Hans"]) else {
            return LocalizedText(chinese: fallback, english: fallback)
        }
        let english = members["en"].flatMap { text($0) }
        let chinese = members["zh-Hans"].flatMap { text($0) }
        for (language, value) in [("en", english), ("zh-Hans", chinese)] where (value ?? "").isEmpty {
            report("title.missing", place, ["language": language], severity: .warning)
        }
        return LocalizedText(
            chinese: chinese ?? english ?? fallback, english: english ?? chinese ?? fallback)
    }

    mutating func timeZone(_ place: Place) -> TimeZone? {
        guard let name = text(place) else { return nil }
        guard let zone = TimeZone(identifier: name) else {
            report("time-zone.unknown", place, ["value": name])
            return nil
        }
        return zone
    }

    mutating func role(_ place: Place) -> Int? { reference(place, "role.unknown", roleNames) }

    mutating func state(_ place: Place) -> Int? { reference(place, "state.unknown", stateNames) }

    private mutating func reference(_ place: Place, _ rule: String, _ names: [String]) -> Int? {
        guard let name = text(place) else { return nil }
        if let index = names.firstIndex(of: name) { return index }
        report(
            rule, place,
            [
                "name": name, "near": NearMiss.nearest(to: name, in: names) ?? "",
                "known": names.joined(separator: ", "),
            ])
        return nil
    }

    /// A JsonLogic rule, compiled; the paths that it reads must be known before it runs, and be readable.
    mutating func rule(_ place: Place) -> Rule? {
        do {
            let rule = try Rule(compiling: place.node.value)
            if rule.variables.isDynamic { report("rule.dynamic-path", place) }
            for path in rule.variables.paths where !DefinitionLoader.isReadable(path) {
                report("rule.unreadable-path", place, ["path": path])
            }
            for path in rule.variables.paths where path.hasPrefix("document.") && guardPlaces[path] == nil {
                guardPlaces[path] = place.pointer
            }
            return rule
        } catch {
            for problem in error.all {
                problems.append(
                    DefinitionProblem(
                        rule: problem.code.rawValue, pointer: place.pointer.appending(problem.pointer),
                        position: place.node.nearestPosition(to: problem.pointer), values: problem.values))
            }
            return nil
        }
    }

    private static func isReadable(_ path: String) -> Bool {
        let caseNames = ["case.id", "case.state", "case.unit", "case.period", "case.round"]
        let actorNames = ["actor.user", "actor.role", "actor.unit"]
        if caseNames.contains(path) || actorNames.contains(path) { return true }
        return ["document.", "facts."].contains { path.hasPrefix($0) && path.utf8.count > $0.utf8.count }
    }

    mutating func due(_ place: Place) -> DuePeriod? {
        guard let members = members(place, required: [], optional: ["workdays", "days"]) else { return nil }
        if members.count > 1 { report("due.ambiguous", place) }
        if let workdays = members["workdays"] { return integer(workdays, in: 1...1000).map { .workdays($0) } }
        if let days = members["days"] { return integer(days, in: 1...3660).map { .days($0) } }
        report("key.missing", place, ["key": "workdays"])
        return nil
    }

    mutating func plugins(_ place: Place) -> [PluginUse] {
        list(place).compactMap { use in
            guard let members = members(use, required: ["use"], optional: ["with"]), let plugin = members["use"],
                let name = name(plugin)
            else { return nil }
            if let with = members["with"], with.node.members == nil {
                report("type.mismatch", with, ["expected": "object", "found": with.node.kind.rawValue])
            }
            return PluginUse(
                name: name, configuration: members["with"]?.node.value ?? .object(JSONObject()),
                pointer: use.pointer.description)
        }
    }
}
