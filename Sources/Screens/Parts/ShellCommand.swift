/// A command line that does what a screen does, quoted for a shell.
struct ShellCommand {
    private var words: [String] = ["larder"]

    /// Begins with `larder` and the words of the command.
    init(_ words: String...) {
        self.words += words
    }

    /// Adds words, quoted where a shell would take them apart.
    func adding(_ words: [String]) -> ShellCommand {
        var longer = self
        longer.words += words.map(Self.quoted)
        return longer
    }

    /// Adds an option, unless it has no value.
    func option(_ name: String, _ value: String?) -> ShellCommand {
        guard let value, !value.isEmpty else { return self }
        return adding([name, value])
    }

    /// The line.
    var text: String { words.joined(separator: " ") }

    private static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.unicodeScalars.allSatisfy { scalar in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", ":", "=", ",", "+", "@", "%": true
                default: false
                }
            }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
