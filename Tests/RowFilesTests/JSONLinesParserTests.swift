import FeatureModel
import RowFiles
import Testing

@Suite("Reading JSON Lines")
struct JSONLinesParserTests {
    private let scratch: ScratchDirectory

    init() throws {
        scratch = try ScratchDirectory()
    }

    private func read(_ text: String) throws -> ReadRows { ReadRows(try scratch.file("a.jsonl", holding: text)) }

    @Test("keys are columns in the order in which they come; absent keys and null are null")
    func columns() throws {
        let result = try read(
            "{\"a\":1,\"b\":\"x\"}\n{\"c\":true, \"a\" : null}\n\n{}\n{\"b\":[1,2],\"c\":{\"d\":\"}\"}}\n")
        #expect(result.columns == ["a", "b", "c"])
        #expect(
            result.rows == [
                [.literal("1"), .text("x"), .null], [.null, .null, .literal("true")], [.null, .null, .null],
                [.null, .literal("[1,2]"), .literal("{\"d\":\"}\"}")],
            ])
        #expect(result.lines == [1, 2, 4, 5])
    }

    @Test("escapes are resolved in keys and in text")
    func escapes() throws {
        let result = try read(#"{"\u0061\n":"\"\\\/\b\f\n\r\t\u00e9\u96ea\ud83e\udd8a"}"#)
        #expect(result.columns == ["a\n"])
        #expect(result.rows == [[.text("\"\\/\u{8}\u{c}\n\r\té雪🦊")]])
    }

    @Test(
        "malformed lines are faults, and the lines around them are read",
        arguments: [
            "{", "[1]", "1", "{\"a\":}", "{\"a\":1,}", "{\"a\":1}x", "{\"a\":01}", "{\"a\":1.}", "{\"a\":tru}",
            "{\"a\":\"\\x\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00\"}", "{\"a\":\"b}", "{\"a\":1,\"a\":2}",
            "{\"a\":\"\t\"}", "{a:1}", "{\"a\" 1}", "{\"a\":[1,]}", "{\"a\":nulL}", "{\"a\":-}", "{\"a\":1e}",
            "{\"a\":" + String(repeating: "[", count: 1000) + "}",
        ])
    func malformed(line: String) throws {
        let result = try read("{\"a\":0}\n\(line)\n{\"a\":9}\n")
        #expect(result.rows == [[.literal("0")], [.literal("9")]])
        #expect(result.faults.map(\.line) == [2])
        #expect(result.failure == nil)
    }

    @Test("a fault says where in the line it is")
    func faultPlace() throws {
        let fault = try #require(try read("{\"a\":1,}\n").faults.first)
        #expect(
            fault.description(inFileAt: "x.jsonl")
                == "x.jsonl:1:8: expected a JSON object, got text in which expected a quotation mark")
    }

    @Test("a column that is asked for has its place before any row has its key")
    func reservedColumns() throws {
        let path = try scratch.file("a.jsonl", holding: "{\"b\":1}\n{\"a\":2,\"b\":3}\n")
        let reader = try RowReader(path: path)
        #expect(reader.position(ofColumn: "a") == 0)
        #expect(reader.position(ofColumn: "never") == 1)
        let batch = try reader.nextBatch(maxRows: 10)
        #expect(batch.cell(row: 0, column: 0) == .null)
        #expect(batch.cell(row: 1, column: 0) == .literal("2"))
        #expect(batch.cell(row: 1, column: 1) == .null)
        #expect(try batch.value(row: 1, column: 2, as: .int64) == .int64(3))
        #expect(batch.cell(row: 0, column: 99) == .null)
    }

    @Test("all columns of a file are known before its rows are read again")
    func allColumns() throws {
        let path = try scratch.file("a.jsonl", holding: "{\"b\":1}\n{\"a\":2,\"b\":3}\n")
        #expect(try RowReader.columns(ofFileAt: path) == ["b", "a"])
        let csv = try scratch.file("a.csv", holding: "x,y\n1,2\n")
        #expect(try RowReader.columns(ofFileAt: csv) == ["x", "y"])
    }

    @Test("the last line needs no line break, and CRLF is one")
    func lineEnds() throws {
        #expect(try read("{\"a\":1}\r\n{\"a\":2}").rows == [[.literal("1")], [.literal("2")]])
    }

    @Test("an empty file has no rows")
    func emptyFile() throws {
        let result = try read("")
        #expect(result.rows.isEmpty && result.failure == nil)
    }
}
