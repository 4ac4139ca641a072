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

    @Test("requests are cut into groups that cover every entry once, by number and by size")
    func groups() {
        let rows = (0..<130).map { RedisFixture.row($0, visits: 1, at: Timestamp(seconds: 1)) }
        let plan = plan(rows)
        #expect(plan.requests(rows: 64, bytes: .max) { _ in 1 } == [0..<64, 64..<128, 128..<130])
        let bySize = plan.requests(rows: 64, bytes: 1000) { $0 == 3 ? 5000 : 1 }
        #expect(bySize.first == 0..<4)
        #expect(bySize.flatMap { Array($0) } == Array(0..<130))
        #expect(plan.requests(rows: 64, bytes: 10) { _ in 10 }.count == 130)
        #expect(self.plan([]).requests(rows: 64, bytes: 10) { _ in 1 } == [])
    }

    @Test("the size of a row is about what it takes")
    func sizes() {
        let label = String(repeating: "é", count: 50_000)
        let row = RedisFixture.row(1, visits: 1, label: label, at: Timestamp(seconds: 1))
        let actual = RedisRowCodec(featureSet: RedisFixture.places, encoding: .v2).valueBytes(of: row).count
        let guess = RedisRowCodec.approximateSize(of: row)
        #expect(guess > actual / 2 && guess < actual * 2)
    }
}
