import FeatureModel
import SQLiteAccess
import StorageAPI
import StorageContract
import Testing

@testable import SQLiteConnector

@Suite("Values in SQLite")
struct SQLiteRowCodecTests {
    @Test("not-a-number keeps its bits, and infinities and the sign of zero stay")
    func floatingPoint() async throws {
        let fixture = try SQLiteFixture()
        let featureSet = Sample.featureSet(
            "numbers", entities: [Entity(name: "id", type: .int64)],
            features: [Feature(name: "d", type: .double), Feature(name: "f", type: .float)])
        let pairs: [(Double, Float)] = [
            (.nan, .nan), (Double(bitPattern: 0xFFF8_0000_0000_1234), Float(bitPattern: 0xFFC0_1234)),
            (.infinity, -.infinity), (-0.0, -0.0), (.leastNonzeroMagnitude, .leastNonzeroMagnitude), (1, 1),
        ]
        let rows = pairs.enumerated().map { number, pair in
            Sample.row(Sample.sensor(Int64(number)), [.double(pair.0), .float(pair.1)])
        }
        #expect(try await fixture.write(rows, of: featureSet).failed.isEmpty)
        let found = try await fixture.newest(pairs.indices.map { Sample.sensor(Int64($0)) }, of: featureSet)
        for (row, stored) in zip(rows, found) {
            let values = try #require(stored?.values)
            for (value, back) in zip(row.features, values) {
                let (original, read) = (try #require(value), try #require(back))
                #expect(original.isIdentical(to: read))
            }
        }
    }

    @Test("a value that no such feature is stored as is damage, and says which column")
    func damage() async throws {
        let fixture = try SQLiteFixture()
        _ = try await fixture.write([Sample.reading(1, count: 1)], of: Sample.readings)
        try fixture.database().execute("UPDATE \"rows:contract/readings\" SET count = 'many'")
        let error = await #expect(throws: StoreError.self) {
            _ = try await fixture.newest([Sample.sensor(1)], of: Sample.readings)
        }
        #expect(error?.code == .corrupted)
        #expect(error?.message.contains("count") == true)
        #expect(error?.message.contains("many") == false)
    }

    @Test(
        "a list cut short is no list",
        arguments: [
            (ValueType.int64List, [1, 2, 3] as [UInt8]), (.stringList, [4, 0, 0, 0, 65]), (.bytesList, [1, 0]),
            (.stringList, [1, 0, 0, 0, 255]), (.boolList, [2]), (.int64, []),
        ])
    func brokenLists(_ type: ValueType, _ bytes: [UInt8]) {
        #expect(bytes.withUnsafeBytes { SQLiteListCoding.decode(type, from: $0) } == nil)
    }
}
