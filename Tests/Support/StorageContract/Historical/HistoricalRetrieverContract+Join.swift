import FeatureModel
import StorageAPI

extension HistoricalRetrieverContract {
    private static let noon = Sample.noon

    static let join: [Clause] = [
        Clause("historical.as-of", "the greatest event time that is not later than the question's is used", scope) {
            run in
            let rows = (0..<5).map { Sample.reading(1, count: $0, at: noon.adding(seconds: $0 * 10)) }
            let historical = try await historical(run, holding: rows.shuffled(seed: 1))
            try await expect(
                [
                    (1, noon.adding(seconds: -1), nil), (1, noon.adding(seconds: 9), 0),
                    (1, noon.adding(seconds: 25), 2), (1, noon.adding(seconds: 1000), 4), (1, .earliest, nil),
                    (1, .latest, 4),
                ], of: historical)
        },
        Clause("historical.equal-time", "a row at exactly the question's time is used", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            try await expect([(1, noon, 7)], of: historical)
        },
        Clause("historical.nanoseconds", "a row one nanosecond later is not used", scope) { run in
            let historical = try await historical(
                run,
                holding: [
                    Sample.reading(1, count: 1, at: noon.adding(nanoseconds: 1)),
                    Sample.reading(1, count: 3, at: noon.adding(nanoseconds: 3)),
                ])
            try await expect(
                (0..<5).map { (1, noon.adding(nanoseconds: $0), [nil, 1, 1, 3, 3][Int($0)]) }, of: historical)
        },
        Clause(
            "historical.created-decides", "at equal event times the greatest created time is used",
            Clause.Scope([.sink, .historical, .createdTime])
        ) { run in
            let historical = try await historical(
                run,
                holding: [
                    Sample.reading(1, count: 1, created: Sample.accepted, offset: 3),
                    Sample.reading(1, count: 7, created: Sample.accepted.adding(nanoseconds: 2), offset: 1),
                    Sample.reading(1, count: 2, created: Sample.accepted.adding(nanoseconds: 1), offset: 2),
                ])
            try await expect([(1, noon, 7), (1, noon.adding(seconds: 5), 7)], of: historical)
        },
        Clause("historical.late-row", "a row that arrives late is found at its time, and the newer ones stay", scope) {
            run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 9, at: noon.adding(seconds: 20))])
            try await store.write([Sample.reading(1, count: 4, at: noon.adding(seconds: 10))])
            try await expect(
                [(1, noon.adding(seconds: 10), 4), (1, noon.adding(seconds: 20), 9), (1, noon, nil)],
                of: try await run.historical())
        },
        Clause("historical.null-counts", "a newer row with a null hides the older value", scope) { run in
            let historical = try await historical(
                run,
                holding: [
                    Sample.reading(1, count: 7), Sample.reading(1, count: nil, at: noon.adding(seconds: 1)),
                ])
            try await expect([(1, noon, 7), (1, noon.adding(seconds: 2), nil)], of: historical)
        },
        Clause("historical.null-key", "a key with a null never matches", scope) { run in
            let historical = try await historical(
                run, holding: [Sample.reading(0, count: 5), Sample.reading(1, count: 7)])
            try await expect([(nil, noon, nil), (1, noon, 7), (nil, noon, nil)], of: historical)
        },
        Clause("historical.unknown-key", "a key that was never written is answered with nulls", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            try await expect([(2, noon, nil), (1, noon, 7)], of: historical)
        },
        Clause("historical.unwritten-set", "a feature set that was never written is answered with nulls", scope) {
            run in
            try await expect([(1, noon, nil), (2, noon, nil)], of: try await run.historical())
        },
    ]

    static let maxAge: [Clause] = [
        Clause("historical.max-age", "a row exactly of the max age is too old; one nanosecond younger is not", scope) {
            run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            try await expect(
                [
                    (1, noon, 7), (1, noon.adding(seconds: 59, nanoseconds: 999_999_999), 7),
                    (1, noon.adding(seconds: 60), nil), (1, noon.adding(seconds: 60, nanoseconds: 1), nil),
                ], maxAge: 60, of: historical)
        },
        Clause("historical.max-age-fractions", "the max age counts from the row's nanosecond", scope) { run in
            let event = noon.adding(nanoseconds: 500)
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7, at: event)])
            try await expect(
                [
                    (1, event.adding(seconds: 60, nanoseconds: -1), 7), (1, event.adding(seconds: 60), nil),
                    (1, noon.adding(seconds: 60), 7),
                ], maxAge: 60, of: historical)
        },
        Clause("historical.no-max-age", "without a max age no row is too old", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7, at: .earliest)])
            try await expect([(1, .latest, 7)], of: historical)
        },
        Clause("historical.own-max-age", "every feature set is judged by its own max age", scope) { run in
            let (one, two) = (Sample.readings("one"), Sample.readings("two"))
            let store = try await run.store(one, two)
            for set in [one, two] { try await store.write([Sample.reading(1, count: 7)], of: set) }
            let question = HistoricalQuestion(noon.adding(seconds: 30), Sample.sensor(1), Sample.sensor(1))
            let answers = try await Retrieval(try await run.historical()).answers(
                to: [question], of: [asking(of: one, maxAge: 30), asking(of: two, maxAge: 31)])
            try expect(answers, [[nil, .int64(7)]])
        },
    ]

    static let order: [Clause] = [
        Clause("historical.order", "answers keep the order of the entity rows, in whatever order those come", scope) {
            run in
            let rows = (0..<50).map { Sample.reading($0, count: $0) }
            let historical = try await historical(run, holding: rows)
            let sensors = (0..<100).map { Int64(($0 * 37) % 100) }
            try await expect(
                sensors.map { ($0, noon.adding(seconds: ($0 * 7) % 13), $0 < 50 ? $0 : nil) }, of: historical)
        },
        Clause("historical.duplicates", "an entity row that stands twice is answered twice", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            try await expect([(1, noon, 7), (1, noon, 7), (2, noon, nil), (1, noon, 7)], of: historical)
        },
        Clause("historical.no-rows", "without entity rows there is an answer without rows", scope) { run in
            try await expect([], of: try await historical(run, holding: [Sample.reading(1, count: 7)]))
        },
        Clause("historical.many-rows", "5,000 entity rows are answered, each once", scope) { run in
            let rows = (0..<100).map { Sample.reading($0, count: $0) }
            let historical = try await historical(run, holding: rows)
            try await expect((0..<5_000).map { ($0 % 125, noon, $0 % 125 < 100 ? $0 % 125 : nil) }, of: historical)
        },
        Clause("historical.several-sets", "the values of several sets stand in the order asked", scope) { run in
            let (one, two) = (Sample.readings("one"), Sample.readings("two"))
            let store = try await run.store(one, two)
            try await store.write([Sample.reading(1, count: 1, label: "one")], of: one)
            try await store.write([Sample.reading(2, count: 2, label: "two")], of: two)
            let questions = [
                HistoricalQuestion(noon, Sample.sensor(2), Sample.sensor(1)),
                HistoricalQuestion(noon, Sample.sensor(1), Sample.sensor(1)),
                HistoricalQuestion(noon, nil, Sample.sensor(1)),
            ]
            let answers = try await Retrieval(try await run.historical()).answers(
                to: questions, of: [asking([1, 0], of: two), asking([0], of: one)])
            try expect(
                answers, [[.string("two"), .int64(2), .int64(1)], [nil, nil, .int64(1)], [nil, nil, .int64(1)]])
        },
    ]

    static let model: [Clause] = [
        Clause(
            "historical.model", "random questions to random rows are answered as a simple model answers them",
            Clause.Scope([.sink, .historical, .createdTime])
        ) { run in
            for seed in 1...4 as ClosedRange<UInt64> { try await compareWithModel(seed, run) }
        }
    ]

    private static func compareWithModel(_ seed: UInt64, _ run: ClauseRun) async throws {
        let set = Sample.featureSet(
            "model_\(seed)",
            entities: [Entity(name: "place", type: .string), Entity(name: "number", type: .int32)],
            features: ValueType.allCases.map { Feature(name: "f_\($0.name)", type: $0) })
        var generator = RowGenerator(featureSet: set, seed: seed)
        let rows = generator.rows(300)
        let store = try await run.store(set)
        try await store.write(rows.shuffled(using: &generator.randomness), of: set)
        let model = HistoryModel(rows)
        let maxAge: Int64? = seed % 2 == 0 ? 3600 : nil
        let questions = (0..<400).map { number in
            HistoricalQuestion(generator.questionTime(), number % 20 == 0 ? nil : generator.key())
        }
        let features = Array(set.features.indices).shuffled(using: &generator.randomness)
        let answers = try await Retrieval(try await run.historical()).answers(
            to: questions, of: [asking(features, of: set, maxAge: maxAge)])
        try expect(
            answers,
            questions.map { question in
                let row = model.current(question.keys[0], at: question.time, maxAgeSeconds: maxAge)
                return features.map { row?.features[$0] }
            })
    }
}
