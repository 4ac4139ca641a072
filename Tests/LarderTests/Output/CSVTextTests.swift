import Testing

@testable import larder

@Suite("CSV text")
struct CSVTextTests {
    private let columns = [ListingColumn("name", "NAME"), ListingColumn("values", "VALUES")]

    @Test("the header names the fields, and commas, quotes and line breaks are quoted")
    func quoting() {
        let items = [
            OutputValue.object([OutputField("name", .string("a,\"b\"\r\nc")), OutputField("values", .null)])
        ]
        #expect(CSVText.write(columns, items, withHeaders: true) == "name,values\r\n\"a,\"\"b\"\"\r\nc\",\r\n")
    }

    @Test("lists are JSON arrays in their cell")
    func lists() {
        let items = [
            OutputValue.object([OutputField("name", .string("x")), OutputField("values", .strings(["a", "b"]))])
        ]
        #expect(CSVText.write(columns, items, withHeaders: false) == "x,\"[\"\"a\"\",\"\"b\"\"]\"\r\n")
    }
}
