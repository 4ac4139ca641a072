import FeatureModel
import StorageAPI

extension FeatureSinkContract {
    static let batches: [Clause] = [
        Clause("sink.empty-batch", "an empty batch is a success", readable) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([])
        },
        Clause("sink.large-batch", "a batch of 10,000 rows is stored whole", readable) { run in
            let store = try await run.store(Sample.readings)
            try await store.write((0..<10_000).map { Sample.reading($0, count: $0 * 3, label: "n\($0)", offset: $0) })
            try await store.expectNewest(
                (0..<10_000).map { (Sample.sensor($0), Sample.values(count: $0 * 3, label: "n\($0)")) })
        },
        Clause("sink.superseded-accepted", "a row that a newer one supersedes is accepted", readable) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 7, at: Sample.noon.adding(seconds: 9))])
            try await store.write([Sample.reading(1, count: 1), Sample.reading(1, count: 2)])
        },
        Clause("sink.bad-row-alone", "a bad row is refused alone, by its place and with a reason", readable) { run in
            let store = try await run.store(Sample.readings)
            var rows = (0..<10).map { Sample.reading($0, count: $0, label: "good", offset: $0) }
            for bad in [3, 9] { rows[bad] = run.harness.unstorable(rows[bad], of: Sample.readings) }
            let result = try await store.sink.write(
                RowBatch(featureSet: Sample.readings, rows: rows, jobID: Sample.jobID))
            try require(
                result.accepted == 8 && result.failed.map(\.index) == [3, 9],
                "rows 3 and 9 of 10 are bad; accepted \(result.accepted), failed: \(Facts.text(result.failed))")
            try require(result.failed.allSatisfy { !$0.message.isEmpty }, "a refusal without a message")
            try await store.expectNewest(
                (0..<10 as Range<Int64>).map { place in
                    let isBad = place == 3 || place == 9
                    return (
                        Sample.sensor(place),
                        isBad ? Sample.values(count: nil) : Sample.values(count: place, label: "good")
                    )
                })
        },
    ]

    static let times: [Clause] = [
        Clause("sink.years", "the years 1 and 9999 can be written, and compare as they should", readable) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([
                Sample.reading(1, count: 1, at: .earliest), Sample.reading(2, count: 2, at: .latest),
                Sample.reading(3, count: 9, at: .latest), Sample.reading(3, count: 1, at: .earliest),
                Sample.reading(4, count: 1, at: .earliest), Sample.reading(4, count: 9, at: Sample.noon),
                Sample.reading(5, count: 9, at: .latest), Sample.reading(5, count: 1, at: Sample.noon),
            ])
            try await store.expectNewest([
                (Sample.sensor(1), Sample.values(count: 1)), (Sample.sensor(2), Sample.values(count: 2)),
                (Sample.sensor(3), Sample.values(count: 9)), (Sample.sensor(4), Sample.values(count: 9)),
                (Sample.sensor(5), Sample.values(count: 9)),
            ])
        },
        Clause("sink.before-epoch", "times around and before 1970 compare as they should", readable) { run in
            let store = try await run.store(Sample.readings)
            let times = [(-1, 500_000_000), (-1, 0), (0, 0), (-2, 999_999_999), (0, 1), (-60_000_000_000, 0)]
                .map { Timestamp(seconds: Int64($0), nanoseconds: Int32($1)) }
            for (count, time) in times.enumerated() {
                try await store.write([Sample.reading(1, count: Int64(count), at: time)])
            }
            try await store.write([
                Sample.reading(2, count: 9, at: times[1]), Sample.reading(2, count: 1, at: times[3]),
            ])
            try await store.expectNewest([
                (Sample.sensor(1), Sample.values(count: 4)), (Sample.sensor(2), Sample.values(count: 9)),
            ])
        },
    ]
}
