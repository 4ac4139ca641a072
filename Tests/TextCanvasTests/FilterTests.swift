import Testing

@testable import TextCanvas

@Suite("The filter's grammar")
struct FilterTests {
    private static let columns: [ColumnID] = ["job", "status", "lag", "rows"]
    private static let row: [ColumnID: String] = [
        "job": "risk/Card_txn:count_7d", "status": "RUNNING", "lag": "2m10s", "rows": "18,402",
    ]

    private func matches(_ text: String) throws -> Bool {
        try Filter(text, columns: Self.columns).matcher().matches { Self.row[$0] ?? "" }
    }

    @Test(
        "a row passes when every word matches",
        arguments: [
            "", "risk", "RISK/Card".lowercased(), "risk running", "Card", "fraud|risk", "!fraud", "status:run",
            "STATUS:run", "status:=running", "=2m10s", "~rcd", "/c.unt_[0-9]d/", "job:/^risk/", "lag>2m", "lag>=130s",
            "rows>10000", "rows<20k", "risk/card_txn:count", "\"risk/card\"", "!", "status:x|run", "!status:error",
            "lag<", "r|", "/", "/Card",
        ])
    func passes(text: String) throws {
        let isPassed = try matches(text)
        #expect(isPassed, "\(text)")
    }

    @Test(
        "a row is hidden when one word does not match",
        arguments: [
            "fraud", "CARD", "risk fraud", "!risk", "status:risk", "status:=run", "=risk", "~zq", "/^card/", "lag>3m",
            "rows<18402", "rows>18402", "!run", "\"risk card\"", "status:a|b",
        ])
    func hides(text: String) throws {
        let isPassed = try matches(text)
        #expect(!isPassed, "\(text)")
    }

    @Test(
        "what cannot be read is refused with the word and the reason",
        arguments: [
            ("/(/", "filter: /(/: not a regular expression"),
            ("risk \"open", "filter: \"open: the quote is not closed"),
            ("lag>soon", "filter: lag>soon: soon is not a number, duration or size"),
        ])
    func refuses(text: String, message: String) {
        let problem = #expect(throws: FilterProblem.self) { try Filter(text, columns: Self.columns) }
        #expect(problem?.description == message)
    }

    @Test("the matching parts are known in columns, for underlining")
    func ranges() throws {
        let matcher = try Filter("b !x", columns: []).matcher()
        #expect(matcher.ranges(in: "aB日b") == [1..<2, 4..<5])
        let expression = try Filter("/b+/", columns: []).matcher()
        #expect(expression.ranges(in: "abbc") == [1..<3])
    }

    @Test(
        "quantities are read as tables show them",
        arguments: [
            ("1,204", 1204.0), ("2m10s", 130), ("18.4 k", 18_400), ("5ms", 0.005), ("97.1 %", 97.1), ("-3", -3),
            ("1.2M", 1_200_000), ("3 MiB", 3_145_728),
        ])
    func quantities(text: String, value: Double) throws {
        let read = try #require(Quantity.value(of: text))
        #expect(abs(read - value) < 1e-9 * max(1, abs(value)))
        #expect(Quantity.value(of: "risk") == nil)
        #expect(Quantity.value(of: "") == nil)
    }
}
