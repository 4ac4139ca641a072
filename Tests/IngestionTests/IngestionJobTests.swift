import FeatureModel
import Logging
import StorageAPI
import Synchronization
import Testing

@testable import Ingestion

@Suite("An ingestion job")
struct IngestionJobTests {
    /// Everything a job needs, kept from one run to the next as stores outlive a process.
    private struct Bench {
        var source: ScriptedSource
        var sink = KeptRows()
        let letters = KeptLetters()
        var ledger = KeptLedger()
        let clock = HastyClock()
        var plan = Weather.plan
        var limits = IngestionLimits(batchRecords: 4)
        var observers: [any RowObserver] = []

        func run(_ signal: StopSignal? = nil) async -> IngestionOutcome {
            let plan = plan
            let job = IngestionJob(
                identity: IngestionIdentity(job: "local-to-online-1", store: "online", source: .local),
                plugs: IngestionPlugs(
                    source: source, sink: sink, deadLetters: letters, ledger: ledger, plan: { () in plan },
                    observers: observers),
                limits: limits, clock: clock, wallClock: { Timestamp(seconds: 777) }, randomness: { 0.5 },
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
            return await job.run(until: signal ?? source.signal)
        }
    }

    private static let mixed: [SourceRecord] = {
        var records = Weather.records(0...9)
        records[3] = Weather.record(3, Weather.row(Weather.fields(temp: .string("cold"))))
        records[7] = SourceRecord(
            position: SourcePosition(partition: 0, offset: 7), createdTimestamp: .zero, payload: [0xff])
        return records
    }()

    @Test("every record is written, set aside or ignored, counted, and then committed")
    func pipeline() async {
        let bench = Bench(source: ScriptedSource(Self.mixed))
        #expect(await bench.run() == .ordered(.stop))
        #expect(bench.sink.rows.count == 8)
        #expect(bench.letters.letters.map(\.position?.offset) == [3, 7])
        #expect(bench.letters.letters.map(\.reason) == [.wrongType, .undecodable])
        #expect(bench.letters.letters.map(\.payload) == [Self.mixed[3].payload, Self.mixed[7].payload])
        #expect(bench.letters.letters.map(\.at) == [Timestamp(seconds: 777), Timestamp(seconds: 777)])
        #expect(bench.ledger.count(.written) == 8)
        #expect(bench.ledger.count(.failed) == 2)
        #expect(bench.source.committed == 9)
        #expect(bench.source.commits.map { $0.map(\.offset) } == [[3], [7], [9]])
        #expect(bench.sink.prepared == [Weather.featureSet])
    }

    @Test(
        "the rows of a batch are written while the one before is settled; commits keep their order",
        .timeLimit(.minutes(1)))
    func settledMeanwhile() async {
        let sink = KeptRows()
        // The first batch is not counted before the second is written, the second not before the third.
        let counted = Mutex(0)
        let ledger = KeptLedger {
            let number = counted.withLock { count in
                count += 1
                return count
            }
            while sink.writes.count < min(number + 1, 3), !Task.isCancelled { await Task.yield() }
        }
        let bench = Bench(source: ScriptedSource(Weather.records(0...11)), sink: sink, ledger: ledger)
        #expect(await bench.run() == .ordered(.stop))
        #expect(sink.writes.map(\.count) == [4, 4, 4])
        #expect(bench.source.commits.map { $0.map(\.offset) } == [[3], [7], [11]])
    }

    @Test("when a batch cannot be settled, nothing behind it is committed")
    func settlingFails() async {
        let bench = Bench(source: ScriptedSource(Weather.records(0...11)))
        let failure = StoreError(
            .misconfigured, recovery: .permanent, operation: "count", connector: "MEMORY", message: "it is wrong")
        bench.ledger.failRecording(failure)
        #expect(await bench.run() == .failed(failure))
        #expect(bench.source.commits.isEmpty)
    }

    @Test("a row that the store refuses becomes a dead letter and does not take the others with it")
    func refusedRow() async {
        let sink = KeptRows { row in
            row.key.values.first == .int32(2) ? FailedElement(index: 0, reason: .rejected, message: "too odd") : nil
        }
        let bench = Bench(source: ScriptedSource(Weather.records(0...5)), sink: sink)
        #expect(await bench.run() == .ordered(.stop))
        #expect(bench.sink.rows.count == 5)
        #expect(bench.letters.letters.map(\.message) == ["too odd"])
        #expect(bench.letters.letters.map(\.transform) == ["write"])
        #expect(bench.ledger.count(.failed) == 1)
        #expect(bench.ledger.count(.written) == 5)
        #expect(bench.source.committed == 5)
    }

    private final class Listener: RowObserver {
        private let heard = Mutex<(written: [Int64], letters: [Int64])>(([], []))
        var written: [Int64] { heard.withLock { $0.written } }
        var letters: [Int64] { heard.withLock { $0.letters } }

        func wrote(_ rows: RowBatch, at now: Timestamp) {
            heard.withLock { $0.written += rows.rows.map(\.position.offset) }
        }

        func setAside(_ letters: [DeadLetter]) {
            heard.withLock { $0.letters += letters.compactMap(\.position?.offset) }
        }
    }

    @Test("an observer hears of every row, of those that were set aside as such")
    func observed() async {
        let sink = KeptRows { row in
            row.position.offset == 5 ? FailedElement(index: 0, reason: .rejected, message: "too odd") : nil
        }
        let listener = Listener()
        var bench = Bench(source: ScriptedSource(Self.mixed), sink: sink)
        bench.observers = [listener]
        #expect(await bench.run() == .ordered(.stop))
        #expect(listener.written == [0, 1, 2, 4, 6, 8, 9])
        #expect(listener.letters.sorted() == [3, 5, 7])
    }

    /// The steps of a batch, and how a process dies at each.
    enum Step: String, CaseIterable {
        case reading, preparing, writing, answering, settingAside, counting, committing

        func breakDown(_ source: ScriptedSource, _ sink: KeptRows, _ letters: KeptLetters, _ ledger: KeptLedger) {
            let death = StoreFailure.denied
            switch self {
            case .reading: source.failReading(death)
            case .preparing: sink.failPreparing(death)
            case .writing: sink.failWriting(death)
            case .answering: sink.loseAnswers(death)
            case .settingAside: letters.failAppending(death)
            case .counting: ledger.failRecording(death)
            case .committing: source.failCommitting(death)
            }
        }
    }

    @Test("dying at any step and starting again leaves the stores as an undisturbed run does", arguments: Step.allCases)
    func death(step: Step) async {
        let undisturbed = Bench(source: ScriptedSource(Self.mixed))
        #expect(await undisturbed.run() == .ordered(.stop))

        var bench = Bench(source: ScriptedSource(Self.mixed))
        for _ in 0..<3 {
            step.breakDown(bench.source, bench.sink, bench.letters, bench.ledger)
            #expect(await bench.run() == .failed(StoreFailure.denied))
            bench.source = bench.source.reopened()
            bench.limits.batchRecords = 3
        }
        #expect(await bench.run() == .ordered(.stop))

        #expect(bench.sink.rows == undisturbed.sink.rows)
        #expect(bench.letters.letters == undisturbed.letters.letters)
        for outcome in [AnsweredRecord.Outcome.written, .failed, .ignored] {
            #expect(bench.ledger.count(outcome) == undisturbed.ledger.count(outcome))
        }
        #expect(bench.source.committed == 9)
    }

    @Test("a store that is down holds the job up until it is back, with growing pauses, and the ledger says so")
    func patience() async {
        let bench = Bench(source: ScriptedSource(Weather.records(0...5)))
        bench.sink.failWriting(StoreFailure.gone, StoreFailure.exhausted, StoreFailure.gone)
        #expect(await bench.run() == .ordered(.stop))
        #expect(bench.sink.rows.count == 6)
        #expect(bench.ledger.troubles == [StoreFailure.gone, StoreFailure.exhausted, StoreFailure.gone, nil])
        #expect(bench.clock.waits == [.milliseconds(500), .milliseconds(750), .milliseconds(1125)])
    }

    @Test("a failure that waiting cannot help ends the job with its reason, and nothing is committed")
    func permanentFailure() async {
        let bench = Bench(source: ScriptedSource(Weather.records(0...5)))
        bench.sink.failPreparing(StoreFailure.denied)
        #expect(await bench.run() == .failed(StoreFailure.denied))
        #expect(bench.source.committed == -1)
        #expect(bench.ledger.count(.written) == 0)
    }

    @Test("an order while the store is down ends the wait; what was not answered for comes again")
    func orderWhileWaiting() async {
        let source = ScriptedSource(Weather.records(0...3))
        let sink = KeptRows { _ in
            source.signal.raise(.restart)
            return nil
        }
        sink.failWriting(StoreFailure.gone)
        let bench = Bench(source: source, sink: sink)
        #expect(await bench.run() == .ordered(.restart))
        #expect(sink.rows.isEmpty)
        #expect(source.committed == -1)
    }

    @Test("an order while a batch is being written lets it be finished and committed")
    func orderWhileWriting() async {
        let source = ScriptedSource(Weather.records(0...9))
        let sink = KeptRows { _ in
            source.signal.raise(.stop)
            return nil
        }
        let bench = Bench(source: source, sink: sink)
        #expect(await bench.run() == .ordered(.stop))
        #expect(source.committed == 3 || source.committed == 7)
        #expect(bench.ledger.count(.written) == Int(source.committed) + 1)
    }

    @Test("a lost lease ends the job before anything more is entered or committed")
    func lostLease() async {
        let source = ScriptedSource(Weather.records(0...3))
        let sink = KeptRows { _ in
            source.signal.raise(.leaseLost)
            return nil
        }
        let bench = Bench(source: source, sink: sink)
        #expect(await bench.run() == .ordered(.leaseLost))
        #expect(bench.ledger.count(.written) == 0)
        #expect(source.committed == -1)
    }

    @Test("the distance to the source's end is written down, at last as nothing")
    func lag() async {
        let bench = Bench(source: ScriptedSource(Weather.records(0...9)))
        #expect(await bench.run() == .ordered(.stop))
        #expect(bench.ledger.lags.first == SourceLag(records: 6, oldest: Timestamp(seconds: 2_004)))
    }
}
