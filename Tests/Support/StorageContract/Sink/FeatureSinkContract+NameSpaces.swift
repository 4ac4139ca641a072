import FeatureModel
import StorageAPI

extension FeatureSinkContract {
    static let nameSpaces: [Clause] = [
        Clause("sink.sets-apart", "feature sets of one project never see each other", readable) { run in
            try await expectApart([("one", "readings"), ("one", "other"), ("one", "readings2")], run)
        },
        Clause("sink.projects-apart", "projects never see each other", readable) { run in
            try await expectApart([("one", "readings"), ("two", "readings"), ("one2", "readings")], run)
        },
        Clause("sink.punctuation", "names that differ in - and _ only are different names", readable) { run in
            try await expectApart(
                [("p", "a-b"), ("p", "a_b"), ("p", "a--b"), ("p", "a__b"), ("p-p", "a"), ("p_p", "a")], run)
        },
        Clause("sink.letter-case", "names that differ in case only are different names", readable) { run in
            try await expectApart([("p", "Readings"), ("p", "readings"), ("p", "READINGS"), ("P", "readings")], run)
        },
        Clause("sink.joined-names", "project and set never run into each other", readable) { run in
            try await expectApart(
                [("a", "b_c"), ("a_b", "c"), ("a", "b__c"), ("a__b", "c"), ("a_", "_c"), ("a", "-c"), ("a-", "c")], run)
        },
        Clause("sink.engine-words", "words that mean something to engines are names like others", readable) { run in
            let names = ["select", "group", "rowid", "order", "index", "1st", "-", "_", "key", "value"]
            let set = Sample.featureSet(
                "table", project: "from", entities: names.prefix(3).map { Entity(name: $0, type: .int64) },
                features: names.dropFirst(3).map { Feature(name: $0, type: .int64) })
            let store = try await run.store(set)
            let key = EntityKey([.int64(1), .int64(2), .int64(3)])
            let values = (0..<7).map { FeatureValue?.some(.int64($0)) }
            try await store.write([Sample.row(key, values)], of: set)
            try await store.expectNewest([(key, values)], of: set)
        },
        Clause("sink.places-apart", "two places never see each other", readable) { run in
            let other = try await run.harness.makePlace()
            run.finally { await run.harness.removePlace(other) }
            let here = try await run.store(Sample.readings)
            let there = try await run.store(Sample.readings, at: other)
            try await here.write([Sample.reading(1, count: 7), Sample.reading(2, count: 8)])
            try await there.write([Sample.reading(1, count: 9)])
            try await here.expectNewest([
                (Sample.sensor(1), Sample.values(count: 7)), (Sample.sensor(2), Sample.values(count: 8)),
            ])
            try await there.expectNewest([
                (Sample.sensor(1), Sample.values(count: 9)), (Sample.sensor(2), Sample.values(count: nil)),
            ])
        },
    ]

    static let schemaChanges: [Clause] = [
        Clause(
            "sink.added-feature", "an added feature is null in older rows, which keep their values",
            readable([.schemaChanges])
        ) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 7, label: "wet")])
            try await store.sink.prepareWrite(grown)
            try await store.write([Sample.row(Sample.sensor(2), [.int64(8), .double(1.5), nil])], of: grown)
            try await store.expectNewest(
                [
                    (Sample.sensor(1), [.int64(7), nil, .string("wet")]),
                    (Sample.sensor(2), [.int64(8), .double(1.5), nil]),
                ], of: grown)
        },
        Clause(
            "sink.removed-feature", "a removed feature takes nothing else with it", readable([.schemaChanges])
        ) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 7, label: "wet")])
            try await store.sink.prepareWrite(shrunk)
            try await store.write([Sample.row(Sample.sensor(2), [.string("dry")])], of: shrunk)
            try await store.expectNewest(
                [(Sample.sensor(1), [.string("wet")]), (Sample.sensor(2), [.string("dry")])], of: shrunk)
        },
        Clause(
            "sink.changed-set", "after a change an older row reads right or not at all, and a new one reads right",
            readable
        ) { run in
            let store = try await run.store(Sample.readings)
            try await store.write([Sample.reading(1, count: 7, label: "wet")])
            let changes: [(FeatureSet, [FeatureValue?])] = [
                (grown, [.int64(7), nil, .string("wet")]), (shrunk, [.string("wet")]),
            ]
            for (set, right) in changes {
                try await store.sink.prepareWrite(set)
                let new = Sample.row(Sample.sensor(2), right, at: Sample.noon.adding(seconds: 1))
                try await store.write([new], of: set)
                try await store.expectNewest([(Sample.sensor(2), right)], of: set)
                let nothing = [FeatureValue?](repeating: nil, count: right.count)
                for (reader, answers) in try await store.newest([Sample.sensor(1)], of: set) {
                    try require(
                        Facts.identical(answers[0], right) || Facts.identical(answers[0], nothing),
                        "\(reader) answered \(Facts.text(answers[0])), neither \(Facts.text(right)) nor nothing")
                }
            }
        },
    ]

    private static let grown = Sample.featureSet(
        "readings", entities: Sample.readings.entities,
        features: [
            Sample.readings.features[0], Feature(name: "depth", type: .double), Sample.readings.features[1],
        ])
    private static let shrunk = Sample.featureSet(
        "readings", entities: Sample.readings.entities, features: [Sample.readings.features[1]])

    /// Writes a row with the same key into every set, each with a count of its own, and demands every count.
    private static func expectApart(_ names: [(project: ProjectName, name: String)], _ run: ClauseRun) async throws {
        let sets = names.map { Sample.readings($0.name, project: $0.project) }
        let store = try await run.store()
        for set in sets { try await store.sink.prepareWrite(set) }
        for (count, set) in sets.enumerated() {
            try await store.write([Sample.reading(1, count: Int64(count))], of: set)
            try await store.write([Sample.reading(100 + Int64(count), count: 0)], of: set)
        }
        for (count, set) in sets.enumerated() {
            let others = sets.indices.filter { $0 != count }.map { Sample.sensor(100 + Int64($0)) }
            try await store.expectNewest([(Sample.sensor(1), Sample.values(count: Int64(count)))], of: set)
            try await store.expectNewest(others.map { ($0, Sample.values(count: nil)) }, of: set)
        }
    }
}
