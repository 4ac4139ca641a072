/// Splits a filter's text into words: at spaces, but not inside quotes or between the slashes of an expression.
enum FilterWords {
    static func split(_ text: String) throws(FilterProblem) -> [String] {
        var words: [String] = []
        var word = ""
        var closing: Character?
        for character in text {
            if let end = closing {
                word.append(character)
                if character == end && !(end == "/" && word.hasSuffix("\\/")) { closing = nil }
            } else if character == " " {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                if character == "\"" || (character == "/" && startsPattern(word)) { closing = character }
                word.append(character)
            }
        }
        if closing == "\"" { throw FilterProblem(word: word, reason: "the quote is not closed") }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// True where a slash begins an expression: at the start of a word, after `!`, or after a column's colon.
    private static func startsPattern(_ word: String) -> Bool {
        word.isEmpty || word == "!" || word.hasSuffix(":")
    }
}
