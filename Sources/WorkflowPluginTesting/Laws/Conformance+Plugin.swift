internal import JSONDocument
internal import WorkflowPlugin

internal import struct Workflow.LocalizedText

/// Laws for every plugin: its descriptor, its settings, the form of its examples.
extension Conformance {
    mutating func checkPlugin() {
        checkDescriptor()
        checkConfiguration()
        checkExampleForm()
    }

    private mutating func checkDescriptor() {
        let descriptor = Plugin.descriptor
        require(
            descriptor.name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "descriptor.name",
            "\"\(descriptor.name)\" is not lower-case words joined by hyphens")
        require(
            descriptor.version.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?/) != nil, "descriptor.version",
            "\"\(descriptor.version)\" is not a semantic version such as 1.0.0")
        checkText(descriptor.summary, "descriptor.summary", "summary")
    }

    private mutating func checkConfiguration() {
        let plugin = plugin
        guard let encoded = attempt("configuration.encodes", "default", { try encode(Plugin.defaultConfiguration) })
        else { return }
        require(encoded.object != nil, "configuration.object", "the settings are encoded as \(encoded.kind.rawValue)")
        let again = attempt("configuration.round-trip", "default") {
            try encode(try JSONValueDecoder().decode(Plugin.Configuration.self, from: encoded))
        }
        if let again {
            require(
                again == encoded, "configuration.round-trip",
                "\(encoded.canonicalText()) became \(again.canonicalText())")
        }
        _ = attempt("configuration.default", "no settings") { try plugin(.object(JSONObject())) }
        _ = attempt("configuration.default", "the defaults, spelt out") { try plugin(encoded) }
        let stranger = "no-such-setting-in-any-plugin"
        do {
            _ = try plugin(.object([stranger: .bool(true)]))
            require(false, "configuration.unknown-key", "a key that does not exist is accepted")
        } catch let error as ConfigurationError {
            require(error.setting == stranger, "configuration.unknown-key", "the wrong key is blamed: \(error.setting)")
            checkText(error.reason, "configuration.unknown-key", "reason")
        } catch {
            require(false, "configuration.unknown-key", "throws \(error) instead of a ConfigurationError")
        }
    }

    private mutating func checkExampleForm() {
        let plugin = plugin
        for (index, example) in Plugin.examples.enumerated() {
            let place = "example \(index + 1)"
            checkText(example.title, "example.title", place)
            require(
                example.document.object?.values.allSatisfy { !$0.isNull } == true, "example.document",
                "\(place): the document is not an object of parts")
            for code in example.expected { checkCode(code, place) }
            _ = attempt("example.configuration", place) { try plugin(example.configuration) }
        }
    }

    /// Both languages say something.
    mutating func checkText(_ text: LocalizedText, _ law: String, _ place: String) {
        for (language, words) in [("zh-Hans", text.chinese), ("en", text.english)] {
            require(words.contains { !$0.isWhitespace }, law, "\(place): nothing in \(language)")
        }
    }

    /// Finding codes belong to the plugin and can be told from others.
    mutating func checkCode(_ code: String, _ place: String) {
        let words = code.hasPrefix(name + ".") ? code.dropFirst(name.count + 1) : ""
        require(
            words.wholeMatch(of: /[a-z0-9]+([.-][a-z0-9]+)*/) != nil, "finding.code",
            "\(place): \"\(code)\" is not \"\(Plugin.descriptor.name).WORDS\"")
    }

    /// What is written as JSON and read again is the same.
    mutating func checkRoundTrip<Value: Codable>(_ value: Value, _ law: String, _ place: String) {
        let pair = attempt(law, place) { () throws -> (JSONValue, JSONValue) in
            let first = try encode(value)
            let bytes = first.canonicalBytes()
            let read = try JSONValueDecoder().decode(Value.self, from: try JSONReader.value(bytes))
            return (first, try encode(read))
        }
        if let (first, second) = pair {
            require(first == second, law, "\(place): \(first.canonicalText()) became \(second.canonicalText())")
        }
    }
}

private func encode(_ value: some Encodable) throws -> JSONValue { try JSONValueEncoder().encode(value) }
