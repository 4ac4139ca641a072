import FeatureModel
import StorageAPI
import Testing

@Suite("Values of a row")
struct FeatureValuesTests {
    private let shared = FeatureValueTable([.int64(1), nil, .string("a"), .int64(1), nil])

    @Test("a part of a table is counted from 0")
    func part() {
        let values = FeatureValues(shared, 1..<3)
        #expect(values.count == 2)
        #expect(values.indices == 0..<2)
        #expect(values[0] == nil)
        #expect(values[1] == .string("a"))
        #expect(Array(values) == [nil, .string("a")])
        #expect(values.map { $0 == nil } == [true, false])
        #expect(FeatureValues(shared, 2..<2).isEmpty)
    }

    @Test("the same values are equal, wherever they lie")
    func equality() {
        let (first, second) = (FeatureValues(shared, 0..<2), FeatureValues(shared, 3..<5))
        #expect(first == second)
        #expect(first.hashValue == second.hashValue)
        #expect(first == [.int64(1), nil])
        #expect(first == FeatureValues([.int64(1), nil]))
        #expect(first != FeatureValues(shared, 1..<3))
        #expect(first != FeatureValues(shared, 0..<3))
    }

    @Test("values of every type come out as they went in, and are let go with the last row")
    func ownership() {
        let long = String(repeating: "long ", count: 20)
        let all: [FeatureValue?] = [
            .bytes([1, 2]), .string(long), .int32(-1), .int64(2), .double(.infinity), .float(1.5), .bool(true), nil,
            .bytesList([[1], []]), .stringList([long, ""]), .int32List([1]), .int64List([2]), .doubleList([3]),
            .floatList([4]), .boolList([false]),
        ]
        weak var table: FeatureValueTable?
        var rows: [FeatureValues] = []
        do {
            let made = FeatureValueTable(all + all)
            table = made
            rows = [FeatureValues(made, 0..<all.count), FeatureValues(made, all.count..<2 * all.count)]
        }
        #expect(rows.map { Array($0) } == [all, all])
        rows.removeFirst()
        #expect(table != nil)
        rows.removeAll()
        #expect(table == nil)
    }

    @Test("a table may hold fewer values than it has room for")
    func partlyFilled() {
        let table = FeatureValueTable(capacity: 10) { memory in
            memory.initialize(to: .int64(7))
            return 1
        }
        #expect(FeatureValues(table, 0..<1) == [.int64(7)])
        #expect(FeatureValueTable([]).count == 0)
    }
}
