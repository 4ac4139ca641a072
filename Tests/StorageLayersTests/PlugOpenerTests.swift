import FaultKit
import FeatureModel
import StorageAPI
import StorageContract
import StorageLayers
import Testing

@Suite("Opening plugs")
struct PlugOpenerTests {
    let server = MemoryServer()
    let meter = StoreMeter()
    let clock = ManualClock()
    let place = ConnectorCard.Place(store: "store", config: ["name": "place"], directory: "/")

    /// The card of memory, with two retries and a limit of a second.
    private var card: ConnectorCard {
        let card = server.card
        return ConnectorCard(
            type: card.type, summary: card.summary, settings: card.settings, capabilities: card.capabilities,
            openSink: card.openSink, openOnlineRetriever: card.openOnlineRetriever,
            openHistoricalRetriever: card.openHistoricalRetriever, openSource: card.openSource,
            openPublisher: card.openPublisher, openDeadLetters: card.openDeadLetters, probe: card.probe,
            retryPolicy: { _ in
                RetryPolicy(maxRetries: 2, initialBackoff: .seconds(1), attemptTimeout: .seconds(1))
            })
    }

    private var opener: PlugOpener { PlugOpener(meter: meter, clock: clock, randomness: { 0.5 }) }

    @Test("every plug is opened within the layers, and counted once however often it was tried")
    func opensAll() async throws {
        let opener = opener
        let (card, place) = (card, place)
        try await opener.openSink(card, at: place).close()
        try await opener.openOnlineRetriever(card, at: place).close()
        try await opener.openHistoricalRetriever(card, at: place).close()
        try await opener.openSource(card, at: place, consumerGroup: "one").close()
        try await opener.openPublisher(card, at: place).close()
        try await opener.openDeadLetters(card, at: place).close()
        #expect(meter.snapshot.map(\.operation) == [.open])
        #expect(meter.snapshot.map(\.calls) == [6])
    }

    @Test("a write that fails once is tried again and counted once")
    func retriesInside() async throws {
        let sink = try await opener.openSink(card, at: place)
        let store = server.store(at: place)
        try await sink.prepareWrite(Sample.readings)
        store.faults.script(.write, .refused(store.error(.unavailable)))
        let batch = RowBatch(featureSet: Sample.readings, rows: [Sample.reading(1, count: 7)], jobID: Sample.jobID)
        async let result = sink.write(batch)
        // The limits of finished attempts sleep no more; the pause does.
        await clock.sleepers(atLeast: 1)
        while meter.snapshot.contains(where: { $0.operation == .write && $0.calls == 1 }) == false {
            clock.advance(by: .milliseconds(100))
            await Task.yield()
        }
        #expect(try await result.accepted == 1)
        let reading = try #require(meter.snapshot.first { $0.operation == .write })
        #expect(reading.calls == 1)
        #expect(reading.failures == 0)
        #expect(reading.items == 1)
    }

    @Test("a plug that the connector does not have is unsupported")
    func unsupported() async throws {
        let bare = ConnectorCard(
            type: "BARE", summary: "Nothing", settings: [], capabilities: [], probe: server.card.probe)
        await #expect(throws: StoreError.self) { try await opener.openSink(bare, at: place) }
        do {
            _ = try await opener.openSource(bare, at: place, consumerGroup: "one")
        } catch {
            #expect(error.code == .unsupported)
            #expect(error.recovery == .permanent)
        }
    }

    @Test("the plugs of a store share its circuit, however often they are opened; other stores have their own")
    func circuits() async throws {
        let opener = opener
        let card = ConnectorCard(
            type: "TEST", summary: "", settings: [], capabilities: [.online],
            openOnlineRetriever: { place throws(StoreError) in
                FailingRetriever(error: place.store == "store" ? Calls.failure() : nil)
            }, probe: { _ throws(StoreError) in throw Calls.failure() },
            retryPolicy: { _ in
                RetryPolicy(
                    maxRetries: 0, initialBackoff: .zero, circuit: CircuitPolicy(failures: 2, rest: .seconds(1)))
            })
        func message(_ store: StoreName) async throws -> String? {
            let place = ConnectorCard.Place(store: store, config: [:], directory: "/")
            let retriever = try await opener.openOnlineRetriever(card, at: place)
            do {
                _ = try await retriever.read(
                    OnlineRequest(featureSet: Sample.readings, keys: [Sample.sensor(1)], features: [0]))
                return nil
            } catch {
                return error.message
            }
        }
        #expect(try await message("store") == "scripted")
        #expect(try await message("store") == "scripted")
        #expect(try await message("store")?.hasPrefix("it is left alone for 1.0 s more") == true)
        #expect(try await message("other") == nil)
        clock.advance(by: .seconds(1))
        #expect(try await message("store") == "scripted")
    }
}
