import Foundation
import Testing

/// The completion script for bash, at work in bash.
@Suite struct CompletionTests {
    @Test(arguments: [
        (["shenpi", "appr"], "approve"), (["shenpi", "year"], "year-end"),
        (["shenpi", "approve", "--comm"], "--comment"), (["shenpi", "act", "--comm"], "--comment"),
        (["shenpi", "import", "--rep"], "--replace"),
    ])
    func `Commands, actions and their options are offered`(words: [String], offered: String) async throws {
        let current = words[words.count - 1]
        let line = """
            eval "$("$SHENPI" --generate-completion-script bash)"
            COMP_WORDS=(\(words.joined(separator: " "))) COMP_CWORD=\(words.count - 1)
            COMP_LINE='\(words.joined(separator: " "))' COMP_POINT=${#COMP_LINE} COMPREPLY=()
            _shenpi shenpi '\(current)' '\(words[words.count - 2])'
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let outcome = try await Program.shell(line)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(outcome.status == 0 && lines == [offered], "\(outcome)")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `There is a script for each shell`(shell: String) async throws {
        let outcome = try await Program.run(["--generate-completion-script", shell])
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.contains("year-end"), "\(outcome)")
    }
}
