import FeatureModel
import StorageAPI

extension FeatureSinkContract {
    static let concurrency: [Clause] = [
        Clause("sink.parallel-writers", "what parallel writers write is all there", readable) { run in
            let store = try await run.store(Sample.readings)
            try await inParallel(8) { writer in
                for part in 0..<5 as Range<Int64> {
                    let first = writer * 1000 + part * 20
                    let sensors: Range<Int64> = first..<(first + 20)
                    try await store.write(sensors.map { Sample.reading($0, count: writer) })
                }
            }
            for writer in 0..<8 as Range<Int64> {
                let sensors: Range<Int64> = (writer * 1000)..<(writer * 1000 + 100)
                try await store.expectNewest(sensors.map { (Sample.sensor($0), Sample.values(count: writer)) })
            }
        },
        Clause("sink.contested-key", "writers of one key, through two sinks, leave the newest row", readable) { run in
            let stores = [try await run.store(Sample.readings), try await run.store(Sample.readings)]
            try await inParallel(8) { writer in
                for step in (0..<10 as Range<Int64>).shuffled(seed: UInt64(writer)) {
                    let time = step * 8 + writer
                    let row = Sample.reading(1, count: time, at: Sample.noon.adding(seconds: time), offset: time)
                    try await stores[Int(writer % 2)].write([row])
                }
            }
            try await stores[0].expectNewest([(Sample.sensor(1), Sample.values(count: 79))])
        },
        Clause("sink.whole-rows", "readers beside writers see whole rows only", readable) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 0, label: "0")])
            try await store.expectNewest([(Sample.sensor(1), Sample.values(count: 0, label: "0"))])
            try await inParallel(4) { part in
                for step in 1...25 as ClosedRange<Int64> {
                    if part == 0 {
                        let time = Sample.noon.adding(seconds: step)
                        try await store.write([Sample.reading(1, count: step, label: "\(step)", at: time)])
                    } else {
                        for (reader, answers) in try await store.newest([Sample.sensor(1)]) {
                            guard case .int64(let count) = answers[0][0], answers[0][1] == .string("\(count)") else {
                                throw Violation("\(reader) saw half of a row: \(Facts.text(answers[0]))")
                            }
                        }
                    }
                }
            }
            try await store.expectNewest([(Sample.sensor(1), Sample.values(count: 25, label: "25"))])
        },
    ]

    static let lifetime: [Clause] = [
        Clause("sink.cancelled", "a cancelled write ends as cancelled or done, and the sink is usable", readable) {
            run in
            let store = try await run.store(Sample.readings)
            let rows = (0..<500).map { Sample.reading($0, count: $0) }
            for round in 0..<10 {
                let writing = Task {
                    if round == 0 { withUnsafeCurrentTask { $0?.cancel() } }
                    _ = try await store.sink.write(
                        RowBatch(featureSet: Sample.readings, rows: rows, jobID: Sample.jobID))
                }
                for _ in 0..<round { await Task.yield() }
                writing.cancel()
                try expectCancelledOrDone(await writing.result)
            }
            try await store.write(rows)
            try await store.expectNewest((0..<500).map { (Sample.sensor($0), Sample.values(count: $0)) })
        },
        Clause("sink.close-twice", "closing a sink twice is harmless", readable) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 7)])
            await store.sink.close()
            await store.sink.close()
            let again = try await run.store(Sample.readings)
            try await again.expectNewest([(Sample.sensor(1), Sample.values(count: 7))])
        },
        Clause("sink.reopened", "a reopened store sees everything, and goes on", readable) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 7), Sample.reading(2, count: 8)])
            await store.sink.close()
            await store.online?.close()
            await store.historical?.close()
            let again = try await run.store(Sample.readings)
            try await again.write([
                Sample.reading(2, count: 9, at: Sample.noon.adding(seconds: 1)),
                Sample.reading(1, count: 1, at: Sample.noon.adding(seconds: -1)),
            ])
            try await again.expectNewest([
                (Sample.sensor(1), Sample.values(count: 7)), (Sample.sensor(2), Sample.values(count: 9)),
            ])
        },
    ]

    static let errors: [Clause] = [
        Clause(
            "sink.severed", "a severed connection is unavailable and transient, and the sink heals by itself",
            readable(harness: .severing)
        ) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 7)])
            try await run.harness.sever(run.place)
            try await expectUnavailable(run) { try await store.write([Sample.reading(1, count: 8)]) }
            try await run.harness.heal(run.place)
            try await store.write([Sample.reading(1, count: 9, at: Sample.noon.adding(seconds: 1))])
            try await store.expectNewest([(Sample.sensor(1), Sample.values(count: 9))])
        },
        Clause(
            "sink.unreachable", "a store that nobody answers for is said to be unavailable, without a secret",
            readable(harness: .unreachablePlace)
        ) { run in
            let place = try await run.harness.unreachablePlace()
            run.finally { await run.harness.removePlace(place) }
            try await expectUnavailable(run) {
                let sink = try await run.sink(at: place)
                try await sink.prepareWrite(Sample.readings)
            }
        },
    ]

    static let model: [Clause] = [
        Clause(
            "sink.model", "random rows in random batches through two sinks leave what a simple model leaves",
            readable([.createdTime])
        ) { run in
            for seed in 1...3 as ClosedRange<UInt64> {
                try await compareWithModel(RowGenerator(featureSet: modelSet(seed), seed: seed), run)
            }
        },
        Clause(
            "sink.model-by-arrival", "random rows with event times of their own leave what a simple model leaves",
            readable(without: .createdTime)
        ) { run in
            for seed in 1...3 as ClosedRange<UInt64> {
                let generator = RowGenerator(featureSet: modelSet(seed), seed: seed, hasDistinctEventTimes: true)
                try await compareWithModel(generator, run)
            }
        },
    ]

    private static func modelSet(_ seed: UInt64) -> FeatureSet {
        Sample.featureSet(
            "model_\(seed)",
            entities: [Entity(name: "place", type: .string), Entity(name: "number", type: .int64)],
            features: ValueType.allCases.map { Feature(name: "f_\($0.name)", type: $0) })
    }

    private static func compareWithModel(_ generator: RowGenerator, _ run: ClauseRun) async throws {
        var generator = generator
        let set = generator.featureSet
        let stores = [try await run.store(set), try await run.store(set)]
        let rows = generator.rows(200)
        let deliveries =
            rows.shuffled(using: &generator.randomness) + rows.shuffled(using: &generator.randomness).prefix(60)
        var rest = deliveries[...]
        while !rest.isEmpty {
            let size = Int.random(in: 1...40, using: &generator.randomness)
            try await stores.randomElement(using: &generator.randomness)?.write(Array(rest.prefix(size)), of: set)
            rest = rest.dropFirst(size)
        }
        let model = HistoryModel(rows)
        for store in stores {
            try await store.expectNewest(
                model.keys.map { key in (key, model.newest(key)?.features ?? []) }, of: set)
        }
    }
}
