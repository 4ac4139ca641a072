import Dispatch
import FeatureModel
import SQLiteAccess
import StorageAPI
import StorageContract
import Testing

@testable import SQLiteConnector

@Suite("Historical retrievals from SQLite")
struct SQLiteHistoricalRetrieverTests {
    private let fixture: SQLiteFixture

    init() throws {
        fixture = try SQLiteFixture()
    }

    private func answers(
        _ questions: [HistoricalQuestion], featureSets: [HistoricalFeatureSetRequest]
    ) async throws -> [[FeatureValue?]] {
        try await Retrieval(SQLiteHistoricalRetriever(fixture.configuration)).answers(to: questions, of: featureSets)
    }

    private func asking(_ featureSet: FeatureSet = Sample.readings, maxAge: Int64? = nil) -> HistoricalFeatureSetRequest
    {
        HistoricalFeatureSetRequest(featureSet: featureSet, features: [0], maxAgeSeconds: maxAge)
    }

    @Test("a set that was never written answers null, with a file and without one")
    func neverWritten() async throws {
        let questions = [HistoricalQuestion(Sample.noon, Sample.sensor(1))]
        #expect(try await answers(questions, featureSets: [asking()]) == [[nil]])
        let other = Sample.readings("other")
        _ = try await fixture.write([Sample.reading(1, count: 1)], of: other)
        #expect(try await answers(questions, featureSets: [asking()]) == [[nil]])
    }

    /// Entity rows that tell when nobody holds them any more.
    private final class WatchedRows: EntityRowSource {
        private let released: AsyncStream<Never>.Continuation
        let rowCount: Int64? = 0

        init(_ released: AsyncStream<Never>.Continuation) {
            self.released = released
        }

        deinit {
            released.finish()
        }

        func next(limit: Int) -> EntityRowBatch? { nil }
    }

    @Test("a retrieval whose end was told keeps neither its rows nor its answers", .timeLimit(.minutes(1)))
    func release() async throws {
        let (released, continuation) = AsyncStream<Never>.makeStream()
        let retriever = SQLiteHistoricalRetriever(fixture.configuration)
        try await retriever.submit(
            HistoricalRequest(
                id: "exp", featureSets: [asking()], entityRows: WatchedRows(continuation), answers: CollectedAnswers()))
        while case .running = try await retriever.poll("exp") { await Task.yield() }
        for await _ in released {}
        guard case .done(_, rows: 0) = try await retriever.poll("exp") else {
            Issue.record("it is not known any more how the retrieval ended")
            return
        }
        await retriever.close()
    }

    @Test("a feature newer than the table is null")
    func newerFeature() async throws {
        _ = try await fixture.write([Sample.reading(1, count: 1)], of: Sample.readings)
        let grown = Sample.featureSet(
            "readings", entities: Sample.readings.entities,
            features: [Feature(name: "depth", type: .double)] + Sample.readings.features)
        let request = HistoricalFeatureSetRequest(featureSet: grown, features: [0, 1], maxAgeSeconds: nil)
        let questions = [HistoricalQuestion(Sample.noon, Sample.sensor(1))]
        #expect(try await answers(questions, featureSets: [request]) == [[nil, .int64(1)]])
    }

    @Test("a feature whose type changed fails the retrieval, saying so")
    func changedType() async throws {
        _ = try await fixture.write([Sample.reading(1, count: 1)], of: Sample.readings)
        let changed = Sample.featureSet(
            "readings", entities: Sample.readings.entities, features: [Feature(name: "count", type: .double)])
        let sink = CollectedAnswers()
        let retrieval = SQLiteRetrieval(
            HistoricalRequest(
                id: "exp", featureSets: [asking(changed)],
                entityRows: ListedEntityRows([HistoricalQuestion(Sample.noon, Sample.sensor(1))], setCount: 1),
                answers: sink), configuration: fixture.configuration)
        retrieval.start()
        await retrieval.ended()
        guard case .failed(let error) = retrieval.progress else {
            Issue.record("it ended as \(retrieval.progress)")
            return
        }
        #expect(error.code == .rejected)
        #expect(error.message.contains("count is INT64"))
        #expect(sink.ending == .discarded)
    }

    @Test("a retriever that closes ends what still waits for entity rows")
    func closing() async throws {
        let gate = DispatchSemaphore(value: 0)
        let rows = ListedEntityRows([HistoricalQuestion(Sample.noon, Sample.sensor(1))], setCount: 1) { _ in
            gate.wait()
            gate.signal()
        }
        let answers = CollectedAnswers()
        let retriever = SQLiteHistoricalRetriever(fixture.configuration)
        try await retriever.submit(
            HistoricalRequest(id: "exp", featureSets: [asking()], entityRows: rows, answers: answers))
        await retriever.close()
        #expect(try await retriever.poll("exp") == .cancelled)
        #expect(answers.ending == .discarded)
        gate.signal()
    }

    @Test("neighbouring questions for one key are answered like lonely ones")
    func neighbours() async throws {
        let times: [Int64] = [0, 10, 20]
        _ = try await fixture.write(
            times.map { Sample.reading(1, count: $0, at: Sample.noon.adding(seconds: $0)) }, of: Sample.readings)
        let asked: [Int64] = [25, 20, 19, 10, 9, 0, -1, 30, 5, 5, 12]
        let expected: [Int64?] = [20, 20, 10, 10, 0, 0, nil, nil, 0, 0, 10]
        let questions = asked.map { HistoricalQuestion(Sample.noon.adding(seconds: $0), Sample.sensor(1)) }
        let found = try await answers(questions, featureSets: [asking(maxAge: 10)])
        #expect(found == expected.map { [$0.map(FeatureValue.int64)] })
    }

    @Test("a hundred thousand questions come back in their order")
    func many() async throws {
        _ = try await fixture.write(
            (0..<1_000).map { Sample.reading($0, count: $0) }, of: Sample.readings)
        let questions = (0..<100_000 as Range<Int64>).map {
            HistoricalQuestion(Sample.noon, Sample.sensor($0 * 7_919 % 1_001))
        }
        let found = try await answers(questions, featureSets: [asking()])
        #expect(found.count == questions.count)
        #expect(
            found.enumerated().allSatisfy { place, row in
                let sensor = Int64(place) * 7_919 % 1_001
                return row == [sensor < 1_000 ? .int64(sensor) : nil]
            })
    }
}
