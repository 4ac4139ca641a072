import FeatureModel
import RowCoding
import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct RedisWritePlanTests {
    private func plan(_ rows: [ValidatedRow]) -> RedisWritePlan {
        RedisWritePlan(
            batch: RedisFixture.batch(rows), codec: RedisRowCodec(featureSet: RedisFixture.places, encoding: .v1))
    }

    @Test("the same rows leave the same one, in whatever order they stand")
    func orderDoesNotMatter() {
        let rows = [
            RedisFixture.row(1, visits: 0, at: Timestamp(seconds: 1), created: 9, offset: 9),
            RedisFixture.row(1, visits: 1, at: Timestamp(seconds: 2), created: 1, offset: 1),
            RedisFixture.row(1, visits: 2, at: Timestamp(seconds: 2), created: 2, offset: 0),
            RedisFixture.row(1, visits: 3, at: Timestamp(seconds: 2), created: 2, offset: 5),
        ]
        var generator = SequenceGenerator(state: 3)
        for _ in 0..<24 {
            let shuffled = rows.shuffled(using: &generator)
            let entries = plan(shuffled).entries
            #expect(entries.map { shuffled[$0.row].features[0] } == [.int64(3)])
        }
    }

    @Test("requests are cut into groups that cover every entry once")
    func groups() {
        let rows = (0..<130).map { RedisFixture.row($0, visits: 1, at: Timestamp(seconds: 1)) }
        #expect(plan(rows).requests(rowsPerRequest: 64) == [0..<64, 64..<128, 128..<130])
        #expect(plan([]).requests(rowsPerRequest: 64) == [])
    }
}
