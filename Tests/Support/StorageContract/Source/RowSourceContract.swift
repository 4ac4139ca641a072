import FeatureModel
import StorageAPI

/// What every source promises, at its reading and at its writing end.
public enum RowSourceContract {
    /// All clauses, by topic.
    public static let clauses: [Clause] = order + commitment + waiting + publishing + robustness

    static let scope = Clause.Scope(.source)

    /// The payload with a number.
    static func payload(_ number: Int64) -> [UInt8] { Array("payload \(number) \0 é".utf8) }

    static func records(_ numbers: ClosedRange<Int64>) -> [PublishedRecord] {
        numbers.map { PublishedRecord(rowNumber: $0, payload: payload($0)) }
    }

    /// Publishes payloads 1…count.
    static func publish(_ numbers: ClosedRange<Int64>, _ run: ClauseRun) async throws {
        _ = try await run.publisher().publish(records(numbers), ingestion: Sample.ingestionID)
    }

    /// Reads until a number of records is there; gives up when a long wait brings none.
    static func read(
        _ count: Int, from source: any RowSource, atOnce: Int = 1000, _ run: ClauseRun
    ) async throws -> [SourceRecord] {
        var all: [SourceRecord] = []
        while all.count < count {
            let more = try await source.read(maxRecords: atOnce, maxBytes: 1 << 20, waitingUpTo: run.harness.patience)
            try require(more.count <= atOnce, "asked for at most \(atOnce) records, got \(more.count)")
            try require(!more.isEmpty, "the source ended after \(all.count) of \(count) records")
            all += more
        }
        return all
    }

    /// Demands that nothing more is there.
    static func expectNothing(from source: any RowSource) async throws {
        let more = try await source.read(maxRecords: 10, maxBytes: 1 << 20, waitingUpTo: .zero)
        try require(more.isEmpty, "\(more.count) records came that should not")
    }

    /// Demands the payloads of some numbers, in any order of partitions.
    static func expect(_ records: [SourceRecord], _ numbers: ClosedRange<Int64>) throws {
        let found = records.map { String(decoding: $0.payload, as: UTF8.self) }.sorted()
        let wanted = numbers.map { String(decoding: payload($0), as: UTF8.self) }.sorted()
        try require(found == wanted, "the records are \(Facts.text(found)), not those of \(numbers)")
    }

    /// The last position of every partition.
    static func ends(_ records: [SourceRecord]) -> [SourcePosition] {
        Dictionary(grouping: records.map(\.position), by: \.partition).values.compactMap { $0.max() }
    }
}
