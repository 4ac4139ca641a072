import FeatureModel
import StorageAPI

extension FeatureSinkContract {
    static let values: [Clause] = [
        Clause("sink.value-types", "a value of every type survives the round trip", readable) { run in
            try await roundTrip(EdgeValues.ordinary, run)
        },
        Clause("sink.empty-values", "empty strings, bytes and lists survive, and are not null", readable) { run in
            try await roundTrip(EdgeValues.empty, run)
        },
        Clause("sink.zero-values", "zeros and false survive, and are not null", readable) { run in
            try await roundTrip(EdgeValues.zeros, run)
        },
        Clause("sink.extreme-integers", "the largest and smallest integers survive", readable) { run in
            try await roundTrip(EdgeValues.extremeIntegers, run)
        },
        Clause("sink.special-numbers", "NaN, the infinities and -0 survive, alone and in lists", readable) { run in
            try await roundTrip(EdgeValues.specialNumbers, run)
        },
        Clause("sink.text", "text survives byte for byte: NUL, controls, scripts, spellings of é", readable) { run in
            try await roundTrip(EdgeValues.text, run)
        },
        Clause("sink.large-value", "a value of 1 MiB survives", readable) { run in
            try await roundTrip(EdgeValues.large, run)
        },
        Clause("sink.null", "null is null, beside values and alone", readable) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([
                Sample.reading(1, count: 7, label: nil), Sample.reading(2, count: nil, label: "dry"),
                Sample.reading(3, count: nil, label: nil),
            ])
            try await store.expectNewest([
                (Sample.sensor(1), Sample.values(count: 7)),
                (Sample.sensor(2), Sample.values(count: nil, label: "dry")),
                (Sample.sensor(3), Sample.values(count: nil)),
            ])
        },
        Clause("sink.null-replaces", "a newer null takes the place of an older value", readable) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 7, label: "wet")])
            try await store.write([Sample.reading(1, count: nil, label: "dry", at: Sample.noon.adding(seconds: 1))])
            try await store.expectNewest([(Sample.sensor(1), Sample.values(count: nil, label: "dry"))])
        },
    ]

    /// Writes a row with one feature per value and reads it back.
    private static func roundTrip(_ values: [FeatureValue], _ run: ClauseRun) async throws {
        let features = values.enumerated().map { Feature(name: "feature_\($0)", type: $1.type) }
        let set = Sample.featureSet("values", entities: Sample.readings.entities, features: features)
        let store = try await run.store(set)
        try await store.write([Sample.row(Sample.sensor(1), values)], of: set)
        try await store.expectNewest([(Sample.sensor(1), values)], of: set)
    }
}
