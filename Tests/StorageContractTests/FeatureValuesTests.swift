import FeatureModel
import StorageAPI
import Testing

@Suite("Values of a row")
struct FeatureValuesTests {
    private let shared: [FeatureValue?] = [.int64(1), nil, .string("a"), .int64(1), nil]

    @Test("a part of an array is counted from 0")
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
}
