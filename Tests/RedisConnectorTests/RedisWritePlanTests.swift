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
        let rows = (0..<Int64(130)).map { index in
            let label = index == 3 ? String(repeating: "x", count: 5000) : "x"
            return RedisFixture.row(index, visits: 1, label: label, at: Timestamp(seconds: 1))
        }
        let plan = plan(rows)
        #expect(plan.requests(rows: 64, bytes: .max) == [0..<64, 64..<128, 128..<130])
        let bySize = plan.requests(rows: 64, bytes: 1000)
        #expect(bySize.first == 0..<4)
        #expect(bySize.flatMap { Array($0) } == Array(0..<130))
        #expect(plan.requests(rows: 64, bytes: 10).count == 130)
        #expect(self.plan([]).requests(rows: 64, bytes: 10) == [])
    }

    @Test("an entry's size is that of its value's bytes")
    func sizes() {
        let label = String(repeating: "é", count: 50_000)
        let row = RedisFixture.row(1, visits: 1, label: label, at: Timestamp(seconds: 1, nanoseconds: 5))
        for encoding in [RedisValueEncoding.v1, .v2] {
            let codec = RedisRowCodec(featureSet: RedisFixture.places, encoding: encoding)
            let plan = RedisWritePlan(batch: RedisFixture.batch([row]), codec: codec)
            let bytes = RedisValueEncoder(featureSet: RedisFixture.places, encoding: encoding).bytes(of: row)
            #expect(plan.entries.map(\.valueSize) == [bytes.count])
        }
    }
}
