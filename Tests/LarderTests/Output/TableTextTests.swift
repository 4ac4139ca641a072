import Testing

@testable import larder

@Suite("Table text")
struct TableTextTests {
    private func item(_ name: String, _ count: Int64?) -> OutputValue {
        .object([OutputField("name", .string(name)), OutputField("count", .optional(count))])
    }

    private let columns = [ListingColumn("name", "NAME"), ListingColumn("count", "COUNT", isNumeric: true)]

    @Test("columns are aligned, numbers at the right, and lines end without blanks")
    func alignment() {
        let text = TableText.write(columns, [item("a", 1), item("longer", 1000), item("b", nil)], withHeaders: true)
        #expect(text == "NAME    COUNT\na           1\nlonger   1000\nb\n")
    }

    @Test("wide characters count as two columns")
    func wideCharacters() {
        let text = TableText.write(columns, [item("日本", 1), item("abcd", 2)], withHeaders: false)
        #expect(text == "日本  1\nabcd  2\n")
    }

    @Test("text of stores cannot steer the terminal")
    func hostileText() {
        let text = TableText.write(columns, [item("\u{1b}]0;x\u{7}\n\u{9b}2J", 1)], withHeaders: false)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.properties.generalCategory.isControl })
        #expect(text.split(separator: "\n").count == 1)
    }

    @Test("nothing but headings is left of an empty list")
    func empty() {
        #expect(TableText.write(columns, [], withHeaders: true) == "NAME  COUNT\n")
        #expect(TableText.write(columns, [], withHeaders: false).isEmpty)
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isControl: Bool { self == .control }
}
