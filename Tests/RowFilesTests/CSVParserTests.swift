import RowFiles
import Testing

@Suite("Reading CSV")
struct CSVParserTests {
    private let scratch: ScratchDirectory

    init() throws {
        scratch = try ScratchDirectory()
    }

    private func read(_ text: String) throws -> ReadRows { ReadRows(try scratch.file("a.csv", holding: text)) }

    @Test("an empty cell is null and a quoted empty one is empty text")
    func nullsAndEmptyText() throws {
        let result = try read("a,b,c\n1,,\"\"\n,,\n")
        #expect(result.columns == ["a", "b", "c"])
        #expect(result.rows == [[.text("1"), .null, .text("")], [.null, .null, .null]])
        #expect(result.failure == nil)
    }

    @Test("quoted cells hold commas, line breaks and doubled quotation marks; lines are counted through them")
    func quotedCells() throws {
        let result = try read("a,b\n\"x,\"\"y\"\"\",\"1\n2\n\"\nlast,\"\"\"\"\n")
        #expect(result.rows == [[.text("x,\"y\""), .text("1\n2\n")], [.text("last"), .text("\"")]])
        #expect(result.lines == [2, 5])
    }

    @Test("CRLF and a byte-order mark are no part of the cells")
    func windowsFiles() throws {
        let result = try read("\u{feff}a,b\r\n1,\"2\r\n3\"\r\n4,5\r\n")
        #expect(result.columns == ["a", "b"])
        #expect(result.rows == [[.text("1"), .text("2\r\n3")], [.text("4"), .text("5")]])
        #expect(result.lines == [2, 4])
    }

    @Test("the last row needs no line break", arguments: ["a,b\n1,2", "a,b\n1,\"2\"", "a,b\n1,2\r"])
    func lastRow(text: String) throws {
        #expect(try read(text).rows == [[.text("1"), .text("2")]])
    }

    @Test("a comma at the very end begins a last, empty cell")
    func trailingComma() throws {
        #expect(try read("a,b\n1,").rows == [[.text("1"), .null]])
    }

    @Test("a quotation mark inside of an unquoted cell stands for itself")
    func bareQuote() throws {
        #expect(try read("a,b\n5\" pipe,x\n").rows == [[.text("5\" pipe"), .text("x")]])
    }

    @Test("empty lines are passed over, but in files of one column they are a null")
    func emptyLines() throws {
        let two = try read("a,b\n\n1,2\n\r\n3,4\n\n")
        #expect(two.rows == [[.text("1"), .text("2")], [.text("3"), .text("4")]])
        #expect(two.lines == [3, 5])
        #expect(try read("a\n\n1\n").rows == [[.null], [.text("1")]])
    }

    @Test("rows of another length are faults, and the rows around them are read")
    func raggedRows() throws {
        let result = try read("a,b\n1,2\n1\n1,2,3\n4,5\n")
        #expect(result.rows.count == 2)
        #expect(result.faults.map(\.line) == [3, 4])
        #expect(
            result.faults[1].description(inFileAt: "x.csv")
                == "x.csv:4: expected 2 cells, as in the header, got 3")
    }

    @Test("text behind a closing quotation mark is a fault at its column")
    func strayText() throws {
        let result = try read("a,b\n1,\"2\"3\n4,5\n")
        #expect(result.rows == [[.text("4"), .text("5")]])
        #expect(result.faults.map(\.line) == [2])
        #expect(result.faults.map(\.column) == [2])
    }

    @Test("a quotation mark that is never closed ends the reading at its row")
    func unterminatedQuote() throws {
        let path = try scratch.file("a.csv", holding: "a,b\n1,2\n3,\"4\n5,6\n")
        let result = ReadRows(path)
        #expect(result.rows == [[.text("1"), .text("2")]])
        #expect(result.failure == RowFileError(path: path, line: 3, reason: .unterminatedQuote))
    }

    @Test("a header that names a column twice, and an empty file, are refused")
    func badHeaders() throws {
        #expect(try read("a,b,a\n").failure?.reason == .duplicateColumn("a"))
        #expect(try read("").failure?.reason == .empty)
        #expect(try read("\u{feff}").failure?.reason == .empty)
    }

    @Test("a header without rows is a file without rows")
    func onlyHeader() throws {
        let result = try read("a,b\n")
        #expect(result.rows.isEmpty && result.failure == nil)
    }
}
