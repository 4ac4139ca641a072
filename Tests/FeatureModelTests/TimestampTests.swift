import FeatureModel
import Testing

@Suite("Instants")
struct TimestampTests {
    @Test("nanoseconds outside of a second are carried over, in both directions")
    func carries() {
        #expect(Timestamp(seconds: 1, nanoseconds: 1_500_000_000) == Timestamp(seconds: 2, nanoseconds: 500_000_000))
        #expect(Timestamp(seconds: 0, nanoseconds: -1) == Timestamp(seconds: -1, nanoseconds: 999_999_999))
        #expect(Timestamp(seconds: 0, nanoseconds: -1_000_000_000) == Timestamp(seconds: -1))
        #expect(Timestamp(seconds: 5, nanoseconds: .min).nanoseconds == 852_516_352)
    }

    @Test("instants order by seconds, then nanoseconds")
    func orders() {
        #expect(Timestamp(seconds: -1, nanoseconds: 999_999_999) < .zero)
        #expect(Timestamp(seconds: 1, nanoseconds: 2) < Timestamp(seconds: 1, nanoseconds: 3))
        #expect(!(Timestamp.zero < Timestamp.zero))
    }

    @Test("the years 1 to 9999 can be carried by a row, and nothing beyond")
    func representable() {
        #expect(Timestamp.earliest.isRepresentable && Timestamp.latest.isRepresentable)
        #expect(!Timestamp(seconds: Timestamp.earliest.seconds - 1, nanoseconds: 999_999_999).isRepresentable)
        #expect(!Timestamp(seconds: Timestamp.latest.seconds + 1).isRepresentable)
        #expect(Timestamp.earliest.description == "0001-01-01T00:00:00Z")
        #expect(Timestamp.latest.description == "9999-12-31T23:59:59.999999999Z")
    }

    @Test("ages leave nanoseconds out on both sides")
    func ages() {
        let early = Timestamp(seconds: 10, nanoseconds: 999_999_999)
        #expect(Timestamp(seconds: 11).wholeSeconds(since: early) == 1)
        #expect(early.wholeSeconds(since: Timestamp(seconds: 11)) == -1)
    }
}
