import FeatureModel
import StorageAPI
import Testing

@testable import Retrieval

struct ServingRuleTests {
    private let row = OnlineRow(eventTimestamp: Timestamp(seconds: 1_000), createdTimestamp: nil, values: [.int64(1)])

    @Test(
        "too old only when the age is greater than the max age",
        arguments: [(3_599, false), (3_600, false), (3_601, true)])
    func boundary(age: Int64, isTooOld: Bool) {
        let freshness = ServingRule.freshness(
            of: Timestamp(seconds: 0), maxAgeSeconds: 3_600, at: Timestamp(seconds: age))
        #expect(freshness.isTooOld == isTooOld)
        #expect(freshness.isAtTheLimit == (age == 3_600))
    }

    @Test("ages are counted in whole seconds, nanoseconds left out on both sides")
    func wholeSeconds() {
        let freshness = ServingRule.freshness(
            of: Timestamp(seconds: 0, nanoseconds: 1), maxAgeSeconds: 10,
            at: Timestamp(seconds: 10, nanoseconds: 999_999_999))
        #expect(freshness.ageSeconds == 10)
        #expect(!freshness.isTooOld)
    }

    @Test("a row from the future has a negative age and is fresh")
    func future() {
        let freshness = ServingRule.freshness(
            of: Timestamp(seconds: 50), maxAgeSeconds: 1, at: Timestamp(seconds: 20))
        #expect(freshness.ageSeconds == -30)
        #expect(!freshness.isTooOld)
    }

    @Test("a time that no calendar holds is judged like any other", arguments: [Int64.min, .max])
    func extremes(seconds: Int64) {
        let freshness = ServingRule.freshness(
            of: Timestamp(seconds: seconds), maxAgeSeconds: 10, at: Timestamp(seconds: seconds < 0 ? 20 : -20))
        #expect(freshness.isTooOld == (seconds < 0))
        #expect(freshness.ageSeconds == (seconds < 0 ? .max : .min))
        #expect(!Timestamp(seconds: seconds).description.isEmpty)
    }

    @Test("without a max age nothing is ever too old", arguments: [nil, 0] as [Int64?])
    func unlimited(maxAge: Int64?) {
        let freshness = ServingRule.freshness(of: .zero, maxAgeSeconds: maxAge, at: Timestamp(seconds: 1 << 40))
        #expect(!freshness.isTooOld)
        #expect(!freshness.isAtTheLimit)
    }

    @Test("a missing key comes before too old, and that before null")
    func priority() {
        let old = ServingRule.freshness(of: .zero, maxAgeSeconds: 1, at: Timestamp(seconds: 5))
        let young = ServingRule.freshness(of: .zero, maxAgeSeconds: 9, at: Timestamp(seconds: 5))
        #expect(ServingRule.state(of: nil, in: nil, freshness: nil) == .noKey)
        #expect(ServingRule.state(of: nil, in: row, freshness: old) == .tooOld)
        #expect(ServingRule.state(of: nil, in: row, freshness: young) == .null)
        #expect(ServingRule.state(of: .int64(1), in: row, freshness: young) == .present)
    }
}
