import FeatureModel
import Foundation
import Testing

@Suite("Times as text")
struct TimestampRFC3339Tests {
    @Test(
        "valid times are read",
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0), ("2013-01-01T06:00:00.5Z", 1_357_020_000, 500_000_000),
            ("2013-01-01 01:00:00-05:00", 1_357_020_000, 0), ("2013-01-01t11:30:00+05:30", 1_357_020_000, 0),
            ("2000-02-29T00:00:00z", 951_782_400, 0), ("2024-02-29T23:59:59.000000001Z", 1_709_251_199, 1),
            ("1969-12-31T23:59:59.9Z", -1, 900_000_000), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
            ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
        ] as [(String, Int64, Int32)])
    func reads(text: String, seconds: Int64, nanoseconds: Int32) {
        #expect(Timestamp(rfc3339: text) == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "2013-01-01", "2013-01-01T06:00:00", "2013-01-01T06:00Z", "2013-1-01T06:00:00Z", "2013-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z", "2013-13-01T00:00:00Z", "2013-00-01T00:00:00Z", "2013-04-31T00:00:00Z",
            "2013-01-00T00:00:00Z", "2013-01-01T24:00:00Z", "2013-01-01T00:60:00Z", "2013-01-01T00:00:60Z",
            "2013-01-01T00:00:00.Z", "2013-01-01T00:00:00.1234567890Z", "2013-01-01T00:00:00+5:00",
            "2013-01-01T00:00:00+0500", "2013-01-01T00:00:00+24:00", "2013-01-01T00:00:00+00:60",
            "2013-01-01T00:00:00ZZ", " 2013-01-01T00:00:00Z", "1357020000", "2013-01-01T00:00:00Z ",
            "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-00:01", "２013-01-01T00:00:00Z",
        ])
    func refuses(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
        #expect(Timestamp(rfc3339: text, assumeUTC: true) == nil || text == "2013-01-01T06:00:00")
    }

    @Test("a time without a zone is UTC where that is allowed")
    func assumesUTC() {
        #expect(
            Timestamp(rfc3339: "2013-01-01T06:00:00.25", assumeUTC: true)
                == Timestamp(seconds: 1_357_020_000, nanoseconds: 250_000_000))
        #expect(Timestamp(rfc3339: "2013-01-01T01:00:00-05:00", assumeUTC: true) == Timestamp(seconds: 1_357_020_000))
    }

    @Test("text has as many digits as it needs")
    func writes() {
        #expect(Timestamp(seconds: 0, nanoseconds: 5_000_000).description == "1970-01-01T00:00:00.005Z")
        #expect(Timestamp(seconds: 0, nanoseconds: 5_000).description == "1970-01-01T00:00:00.000005Z")
        #expect(Timestamp(seconds: 0, nanoseconds: 5).description == "1970-01-01T00:00:00.000000005Z")
    }

    @Test("random instants read back from their text, and days are those of the calendar")
    func roundTrip() throws {
        var random = SystemRandomNumberGenerator()
        let formatter = ISO8601DateFormatter()
        for round in 0..<2000 {
            let seconds = Int64.random(in: Timestamp.earliest.seconds...Timestamp.latest.seconds, using: &random)
            let stamp = Timestamp(seconds: seconds, nanoseconds: Int32.random(in: 0...999_999_999, using: &random))
            #expect(Timestamp(rfc3339: stamp.description) == stamp)
            // Foundation's calendar turns Julian before 1582.
            guard round < 200, seconds > -12_219_292_800 else { continue }
            let whole = Timestamp(seconds: seconds).description
            #expect(formatter.string(from: Date(timeIntervalSince1970: Double(seconds))) == whole)
        }
    }
}
