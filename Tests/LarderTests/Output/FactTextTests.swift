import Testing

@testable import larder

@Suite("Fact lines")
struct FactTextTests {
    @Test("values stand under each other, and hostile text is escaped")
    func lines() {
        let text = FactLines.write([("id", "1"), ("status", "a\u{1b}b\nc")])
        let lines = text.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0] == "id      1")
        #expect(lines[1].hasPrefix("status  a") && !lines[1].contains("\u{1b}"))
    }
}
