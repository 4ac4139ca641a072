import Testing

@testable import larder

@Suite("Words for a shell")
struct ShellWordTests {
    @Test("words that no shell changes stay as they are", arguments: ["/srv/demo", "weather:temp", "a=b,c", "50%"])
    func plain(_ word: String) {
        #expect(ShellWord.quoted(word) == word)
    }

    @Test(
        "everything else is quoted",
        arguments: zip(
            ["", "a b", "weather:*", "it's", "$HOME"], ["''", "'a b'", "'weather:*'", "'it'\\''s'", "'$HOME'"]))
    func quoted(_ word: String, _ expected: String) {
        #expect(ShellWord.quoted(word) == expected)
    }
}
