import Testing

@testable import larder

@Suite("Spans of time")
struct TimeSpanOptionsTests {
    @Test(
        "units are read, plain numbers are seconds",
        arguments: zip(
            ["2s", "500ms", "5m", "1h", "3", "0.5s", "0"],
            [2, 0.5, 300, 3600, 3, 0.5, 0].map { Duration.seconds($0) }))
    func units(_ text: String, _ duration: Duration) {
        #expect(TimeSpan(argument: text)?.duration == duration)
    }

    @Test("everything else is refused", arguments: ["", "s", "-1s", "2 days", "nan", "inf", "1e300h", "2s2"])
    func refused(_ text: String) {
        #expect(TimeSpan(argument: text) == nil)
    }
}
