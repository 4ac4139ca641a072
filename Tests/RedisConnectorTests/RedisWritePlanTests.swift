import FaultKit
import FeatureModel
import RowCoding
import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct RedisWritePlanTests {
    private func plan(
        _ rows: [ValidatedRow], _ sizes: RedisWritePlan.Sizes = .init(), encoding: RedisValueEncoding = .v1
    ) -> RedisWritePlan {
        RedisWritePlan(
            batch: RedisFixture.batch(rows), codec: RedisRowCodec(featureSet: RedisFixture.places, encoding: encoding),
            sizes: sizes)
    }

    private func requests(_ plan: inout RedisWritePlan) -> [Range<Int>] {
        var requests: [Range<Int>] = []
        while let request = plan.nextRequest() { requests.append(request) }
        return requests
    }

    private static let versions = [
        RedisFixture.row(1, visits: 0, at: Timestamp(seconds: 1), created: 9, offset: 9),
        RedisFixture.row(1, visits: 1, at: Timestamp(seconds: 2), created: 1, offset: 1),
        RedisFixture.row(1, visits: 2, at: Timestamp(seconds: 2), created: 2, offset: 0),
        RedisFixture.row(1, visits: 3, at: Timestamp(seconds: 2), created: 2, offset: 5),
    ]

    @Test("the same rows leave the same one, in whatever order they stand")
    func orderDoesNotMatter() {
        var generator = SequenceGenerator(state: 3)
        for _ in 0..<24 {
            let shuffled = Self.versions.shuffled(using: &generator)
            var plan = plan(shuffled)
            #expect(requests(&plan) == [0..<1])
            #expect(plan.entries.map { shuffled[$0.row].features[0] } == [.int64(3)])
        }
    }

    @Test("part by part the newest row of a key is the last to go, and an older one never goes after it")
    func parts() {
        var generator = SequenceGenerator(state: 5)
        for _ in 0..<24 {
            let shuffled = Self.versions.shuffled(using: &generator)
            var plan = plan(shuffled, .init(rowsPerPart: 1))
            _ = requests(&plan)
            let order = plan.entries.map { entry in Self.versions.firstIndex(of: shuffled[entry.row]) ?? -1 }
            #expect(order == order.sorted() && order.last == 3)
            #expect(Set(plan.entries.map(\.key)) == [0])
        }
    }

    @Test("requests cover every entry once, and are full by number or by size")
    func groups() {
        let rows = (0..<Int64(130)).map { index in
            let label = index == 3 ? String(repeating: "x", count: 5000) : "x"
            return RedisFixture.row(index, visits: 1, label: label, at: Timestamp(seconds: 1))
        }
        var byNumber = plan(rows, .init(rowsPerRequest: 64, bytesPerRequest: .max))
        #expect(requests(&byNumber) == [0..<64, 64..<128, 128..<130])
        var bySize = plan(rows, .init(rowsPerRequest: 64, bytesPerRequest: 1000))
        let sized = requests(&bySize)
        #expect(sized.first == 0..<4)
        #expect(sized.flatMap { Array($0) } == Array(0..<130))
        var single = plan(rows, .init(bytesPerRequest: 10))
        #expect(requests(&single).count == 130)
        var inParts = plan(rows, .init(rowsPerPart: 50))
        #expect(requests(&inParts) == [0..<50, 50..<100, 100..<130])
        var empty = plan([])
        #expect(requests(&empty) == [])
    }

    @Test("an entry's size is that of its value's bytes", arguments: [RedisValueEncoding.v1, .v2])
    func sizes(_ encoding: RedisValueEncoding) {
        let label = String(repeating: "é", count: 50_000)
        let row = RedisFixture.row(1, visits: 1, label: label, at: Timestamp(seconds: 1, nanoseconds: 5))
        var plan = plan([row], encoding: encoding)
        _ = requests(&plan)
        let bytes = RedisValueEncoder(featureSet: RedisFixture.places, encoding: encoding).bytes(of: row)
        #expect(plan.entries.map(\.valueSize) == [bytes.count])
    }
}
