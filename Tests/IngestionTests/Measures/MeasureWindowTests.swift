import FeatureModel
import Ingestion
import StorageAPI
import Testing

@Suite("Measure window")
struct MeasureWindowTests {
    private static let reference = FeatureSetReference(project: "nyc", name: "weather")
    private let now = Timestamp(seconds: 1_000)

    private func set(_ features: [Feature], named name: String = "weather") -> FeatureSet {
        FeatureSet(
            reference: FeatureSetReference(project: "nyc", name: name),
            entities: [Entity(name: "origin", type: .string)], features: features)
    }

    private func batch(
        _ set: FeatureSet, _ rows: [[FeatureValue?]], at events: [Timestamp]? = nil
    ) -> RowBatch {
        RowBatch(
            featureSet: set,
            rows: rows.enumerated().map { index, values in
                ValidatedRow(
                    key: EntityKey([.string("JFK")]), features: values,
                    eventTimestamp: events?[index] ?? Timestamp(seconds: 999), createdTimestamp: now,
                    ingestionID: "i", position: SourcePosition(partition: 0, offset: Int64(index)))
            }, jobID: "j")
    }

    private func letter(_ transform: String, _ set: FeatureSetReference? = MeasureWindowTests.reference) -> DeadLetter {
        DeadLetter(
            id: "l", at: now, featureSet: set, store: "s", job: "j", transform: transform, reason: .rejected,
            message: "no", payload: [], position: nil)
    }

    @Test("lag is the time from event to writing, in milliseconds; negative where the event lies ahead")
    func lag() {
        let window = MeasureWindow(detail: .values)
        let events = [
            Timestamp(seconds: 999, nanoseconds: 500_000_000), Timestamp(seconds: 1_002), Timestamp(seconds: 990),
        ]
        window.wrote(
            batch(set([Feature(name: "temp", type: .double)]), [[.double(1)], [nil], [.double(3)]], at: events), at: now
        )
        let measures = window.drain()
        #expect(measures.map(\.featureSet) == [Self.reference])
        #expect(measures[0].rowsWritten == 3)
        #expect(measures[0].rowLag.count == 3)
        #expect(measures[0].rowLag.minimum == -2_000 && measures[0].rowLag.maximum == 10_000)
        #expect(measures[0].rowLag.percentile(50) == 500)
        #expect(measures[0].features[0].valueLag.count == 2)
        #expect(measures[0].features[0].valueLag.minimum == 500 && measures[0].features[0].missing == 1)
        #expect(measures[0].features[0].values?.mean == 2)
    }

    @Test("a feature that every row has, has the rows' lag")
    func lagOfAll() {
        let window = MeasureWindow(detail: .values)
        let events = (1...20).map { Timestamp(seconds: 1_000 - $0) }
        let features = [Feature(name: "temp", type: .double), Feature(name: "note", type: .string)]
        let rows: [[FeatureValue?]] = (1...20).map { [.double(Double($0)), $0 == 20 ? nil : .string("x")] }
        window.wrote(batch(set(features), rows, at: events), at: now)
        let measures = window.drain()[0]
        #expect(measures.features[0].valueLag == measures.rowLag)
        #expect(measures.features[1].valueLag.count == 19 && measures.features[1].valueLag.maximum == 19_000)
        #expect(measures.features[1].values == nil)
    }

    @Test("a row without an event time has no lag")
    func noEventTime() {
        let window = MeasureWindow(detail: .values)
        window.wrote(batch(set([Feature(name: "temp", type: .double)]), [[.double(1)]], at: [.zero]), at: now)
        let measures = window.drain()[0]
        #expect(measures.rowsWritten == 1 && measures.rowLag.count == 0 && measures.features[0].valueLag.count == 0)
        #expect(measures.features[0].values?.count == 1)
    }

    @Test(
        "numbers of every type count, booleans as 1 and 0, lists item by item",
        arguments: [
            (FeatureValue.int32(-2), [-2.0]), (.int64(5), [5]), (.double(1.5), [1.5]), (.float(0.25), [0.25]),
            (.bool(true), [1]), (.bool(false), [0]), (.int32List([1, 2]), [1, 2]), (.int64List([]), []),
            (.doubleList([1, 4]), [1, 4]), (.floatList([0.5]), [0.5]), (.boolList([true, false, true]), [1, 0, 1]),
        ])
    func numbers(value: FeatureValue, expected: [Double]) throws {
        let window = MeasureWindow(detail: .values)
        window.wrote(batch(set([Feature(name: "f", type: value.type)]), [[value]]), at: now)
        var distribution = Distribution()
        for number in expected { distribution.add(number) }
        #expect(window.drain()[0].features[0].values == distribution)
    }

    @Test(
        "text and bytes are no numbers",
        arguments: [
            FeatureValue.string("5"), .bytes([5]), .stringList(["5"]), .bytesList([[5]]),
        ])
    func text(value: FeatureValue) {
        let window = MeasureWindow(detail: .values)
        window.wrote(batch(set([Feature(name: "f", type: value.type)]), [[value], [nil]]), at: now)
        let feature = window.drain()[0].features[0]
        #expect(feature.values == nil && feature.missing == 1 && feature.valueLag.count == 1)
    }

    @Test("dead letters count for their set; those that the store refused besides; those of no set for none")
    func letters() {
        let window = MeasureWindow(detail: .values)
        window.setAside([letter("validate"), letter("write"), letter("decode", nil)])
        let measures = window.drain()
        #expect(measures.count == 1)
        #expect(measures[0].deadLetters == 2 && measures[0].refusedRows == 1 && measures[0].rowsWritten == 0)
    }

    @Test("a drain takes everything, sorted by set; the next one begins anew")
    func drain() {
        let window = MeasureWindow(detail: .values)
        let features = [Feature(name: "f", type: .bool)]
        window.wrote(batch(set(features), [[.bool(true)]]), at: now)
        window.wrote(batch(set(features, named: "planes"), [[.bool(true)]]), at: now)
        window.wrote(batch(set(features), [[.bool(true)], [nil]]), at: now)
        #expect(window.drain().map { "\($0.featureSet) \($0.rowsWritten)" } == ["nyc/planes 1", "nyc/weather 3"])
        #expect(window.drain().isEmpty)
    }

    @Test("a set that changes within a window keeps what was seen of the features that stay")
    func changedSet() {
        let window = MeasureWindow(detail: .values)
        let temp = Feature(name: "temp", type: .double)
        window.wrote(batch(set([temp]), [[.double(1)]]), at: now)
        window.wrote(batch(set([Feature(name: "wind", type: .int64), temp]), [[.int64(7), .double(3)]]), at: now)
        let features = window.drain()[0].features
        #expect(features.map(\.name) == ["wind", "temp"])
        #expect(features.map { $0.values?.count } == [1, 2])
        #expect(features.map(\.valueLag.count) == [1, 2])
    }

    @Test("where only counts are kept, there are lag and missing values, and nothing else")
    func counts() {
        let window = MeasureWindow(detail: .counts)
        window.wrote(batch(set([Feature(name: "temp", type: .double)]), [[.double(1)], [nil]]), at: now)
        let measures = window.drain()[0]
        #expect(measures.rowsWritten == 2 && measures.rowLag.count == 2 && measures.features[0].missing == 1)
        #expect(measures.features[0].values == nil && measures.features[0].valueLag.count == 0)
    }

    @Test("it is told from many tasks and loses nothing")
    func manyTasks() async {
        let window = MeasureWindow(detail: .values, capacity: 10)
        let rows = batch(set([Feature(name: "temp", type: .double)]), [[.double(1)], [nil]])
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 { group.addTask { window.wrote(rows, at: now) } }
        }
        let measures = window.drain()[0]
        #expect(measures.rowsWritten == 100 && measures.rowLag.count == 100 && measures.features[0].missing == 50)
    }
}
