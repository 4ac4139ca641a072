import Testing

@testable import TextCanvas

@Suite("Times and durations")
struct WallTimeTests {
    @Test(
        "a moment is written in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_591_272_271, "2020-06-04T12:04:31Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"), (4_102_444_800, "2100-01-01T00:00:00Z"),
        ] as [(Int64, String)])
    func timestamps(seconds: Int64, text: String) {
        #expect(WallTime(seconds: seconds).timestampText == text)
    }

    @Test("moments differ by durations, and are moved by them")
    func arithmetic() {
        let time = WallTime(seconds: 10, nanoseconds: 900_000_000)
        #expect(time.advanced(by: .milliseconds(200)) == WallTime(seconds: 11, nanoseconds: 100_000_000))
        #expect(time.advanced(by: .seconds(-1)) == WallTime(seconds: 9, nanoseconds: 900_000_000))
        #expect(time.since(WallTime(seconds: 9)) == .milliseconds(1900))
    }

    @Test(
        "durations are short",
        arguments: [
            (0, "0s"), (59, "59s"), (60, "1m"), (130, "2m10s"), (3600, "1h"), (8040, "2h14m"), (273_600, "3d04h"),
            (-90, "-1m30s"),
        ])
    func durations(seconds: Int, text: String) {
        #expect(DurationText.compact(.seconds(seconds)) == text)
        #expect(DurationText.tenths(.milliseconds(1234)) == "1.2s")
    }
}
