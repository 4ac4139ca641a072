import FeatureModel
import RowFiles
import Testing

@Suite("Times in files")
struct TimestampReadingTests {
    private func fault(_ text: String, _ reading: TimestampReading) -> String {
        #expect(throws: CellFault.self) { try reading.timestamp(of: text) }?.description ?? ""
    }

    @Test("RFC 3339 with a zone is taken, up to nanoseconds")
    func rfc3339() throws {
        let reading = TimestampReading()
        #expect(try reading.timestamp(of: "2013-01-01T06:00:00Z") == Timestamp(seconds: 1_357_020_000))
        #expect(
            try reading.timestamp(of: "2013-01-01T01:00:00.000000005-05:00")
                == Timestamp(seconds: 1_357_020_000, nanoseconds: 5))
    }

    @Test("a time without a zone needs leave")
    func zones() throws {
        #expect(
            fault("2013-01-01T06:00:00", TimestampReading()).hasSuffix("--assume-utc takes times without a zone as UTC")
        )
        let assuming = TimestampReading(assumesUTC: true)
        #expect(try assuming.timestamp(of: "2013-01-01 06:00:00") == Timestamp(seconds: 1_357_020_000))
    }

    @Test("a bare number is refused as ambiguous, unless its unit is said")
    func numbers() throws {
        #expect(fault("1357020000", TimestampReading()).hasSuffix("say its unit with --timestamp-unit"))
        let whole = Timestamp(seconds: 1_357_020_000)
        #expect(try TimestampReading(unit: .seconds).timestamp(of: "1357020000") == whole)
        #expect(
            try TimestampReading(unit: .seconds).timestamp(of: "1357020000.25")
                == Timestamp(seconds: 1_357_020_000, nanoseconds: 250_000_000))
        #expect(
            try TimestampReading(unit: .milliseconds).timestamp(of: "1357020000001")
                == Timestamp(seconds: 1_357_020_000, nanoseconds: 1_000_000))
        #expect(
            try TimestampReading(unit: .microseconds).timestamp(of: "-1")
                == Timestamp(seconds: -1, nanoseconds: 999_999_000))
        #expect(
            try TimestampReading(unit: .nanoseconds).timestamp(of: "1357020000000000005")
                == Timestamp(seconds: 1_357_020_000, nanoseconds: 5))
        #expect(
            fault("2013-01-01T06:00:00Z", TimestampReading(unit: .seconds)).contains("a number of seconds since 1970"))
    }

    @Test(
        "years outside of 1 to 9999 are refused", arguments: ["253402300800", "-62135596801", "99999999999999999999"])
    func outOfRange(text: String) {
        #expect(fault(text, TimestampReading(unit: .seconds)).contains("1 to 9999"))
    }

    @Test("finer than a nanosecond is refused, not rounded")
    func tooFine() {
        #expect(!fault("1.5", TimestampReading(unit: .nanoseconds)).isEmpty)
        #expect(!fault("1.0000000001", TimestampReading(unit: .seconds)).isEmpty)
    }

    @Test("cells of files are read, and null is nil")
    func cells() throws {
        let scratch = try ScratchDirectory()
        let text = "{\"t\":\"2013-01-01T06:00:00Z\"}\n{\"t\":1357020000}\n{}\n{\"t\":true}\n"
        let batch = try RowReader(path: scratch.file("a.jsonl", holding: text)).nextBatch(maxRows: 9)
        #expect(try batch.timestamp(row: 0, column: 0, reading: .init()) == Timestamp(seconds: 1_357_020_000))
        let seconds = TimestampReading(unit: .seconds)
        #expect(try batch.timestamp(row: 1, column: 0, reading: seconds) == Timestamp(seconds: 1_357_020_000))
        #expect(try batch.timestamp(row: 2, column: 0, reading: seconds) == nil)
        #expect(throws: RowFault.self) { try batch.timestamp(row: 1, column: 0, reading: .init()) }
        #expect(throws: RowFault.self) { try batch.timestamp(row: 3, column: 0, reading: seconds) }
    }
}
