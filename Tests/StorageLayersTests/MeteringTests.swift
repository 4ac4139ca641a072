import FaultKit
import FeatureModel
import StorageAPI
import StorageLayers
import Testing

@Suite("Metering")
struct MeteringTests {
    let clock = ManualClock()
    let meter = StoreMeter()

    @Test("calls, failures, cancellations and items are counted by operation")
    func counts() async {
        let layer = Metering(meter, clock: clock)
        let attempts = Attempts(
            .success(1), .failure(Calls.failure()), .failure(Calls.failure(.cancelled, .permanent)), .success(2))
        for _ in 0..<4 {
            _ = await outcome(of: layer) { () async throws(StoreError) in try await attempts.next() }
        }
        let lag = StoreCall(connector: "TEST", store: "store", operation: .lag)
        _ = await outcome(of: layer, lag) { () async throws(StoreError) in 0 }
        let readings = meter.snapshot
        #expect(readings.map(\.operation) == [.lag, .write])
        #expect(readings.map(\.calls) == [1, 4])
        #expect(readings.map(\.failures) == [0, 1])
        #expect(readings.map(\.cancellations) == [0, 1])
        #expect(readings.map(\.items) == [0, 6])
    }

    @Test("rows that were refused alone are counted apart")
    func countsRefusals() async throws {
        let refused = FailedElement(index: 1, reason: .rejected, message: "bad")
        _ = try await Metering(meter, clock: clock).perform(Calls.write) { () async throws(StoreError) in
            WriteResult(accepted: 2, failed: [refused])
        }
        #expect(meter.snapshot.map(\.items) == [2])
        #expect(meter.snapshot.map(\.refusedItems) == [1])
    }

    @Test("reading a source is counted by what came")
    func countsRecords() async throws {
        let record = SourceRecord(
            position: .init(partition: 0, offset: 0), createdTimestamp: .zero, payload: [])
        let call = StoreCall(connector: "TEST", store: nil, operation: .readSource)
        _ = try await Metering(meter, clock: clock).perform(call) { () async throws(StoreError) in [record, record] }
        #expect(meter.snapshot.map(\.items) == [2])
    }

    @Test("times are added up, and shares of them can be asked for")
    func measures() async {
        let layer = Metering(meter, clock: clock)
        let clock = clock
        for milliseconds in [1, 1, 1, 100] {
            _ = await outcome(of: layer) { () async throws(StoreError) in
                clock.advance(by: .milliseconds(milliseconds))
                return 0
            }
        }
        let reading = meter.snapshot[0]
        #expect(reading.total == .milliseconds(103))
        #expect(reading.longest == .milliseconds(100))
        #expect(reading.duration(ofShare: 0.5) == .microseconds(1024))
        #expect(reading.duration(ofShare: 1) == .milliseconds(100))
    }
}
