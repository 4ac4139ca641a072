import FaultKit
import FeatureModel
import StorageAPI
import StorageLayers
import Testing

@testable import RedisConnector

/// A real server that dies and comes back, within the layers of production.
@Suite struct RedisCircuitTests {
    @Test("a server that is gone is left alone after circuit_failures attempts, and used again when it is back")
    func opensAndHeals() async throws {
        let fixture = try RedisFixture(settings: ["circuit_failures": "3", "circuit_rest_ms": "1000"])
        let (clock, place) = (ManualClock(), fixture.place())
        let opener = PlugOpener(meter: StoreMeter(), clock: clock)
        let retriever = try await opener.openOnlineRetriever(RedisConnector.card, at: place)
        let sink = try await opener.openSink(RedisConnector.card, at: place)
        let row = RedisFixture.row(1, visits: 5, at: Timestamp(seconds: 10))
        _ = try await sink.write(RedisFixture.batch([row]))
        fixture.server.kill()
        for _ in 0..<3 {
            let error = await #expect(throws: StoreError.self) { try await retriever.read(RedisFixture.request([1])) }
            #expect(error?.message.hasPrefix("it is left alone") == false)
        }
        try fixture.server.restart()
        // It is back already, and nobody has looked: the sink has learned from the retriever, too.
        let error = await #expect(throws: StoreError.self) { try await sink.write(RedisFixture.batch([row])) }
        #expect(error?.code == .unavailable)
        #expect(error?.message.hasPrefix("it is left alone for 1.0 s more, after 3 failures in a row") == true)
        clock.advance(by: .seconds(1))
        _ = try await sink.write(RedisFixture.batch([row]))
        #expect(try await retriever.read(RedisFixture.request([1])).first??.values == [.int64(5)])
        await sink.close()
        await retriever.close()
    }

    @Test("asking how the server is closes the circuit")
    func probeHeals() async throws {
        let fixture = try RedisFixture(settings: ["circuit_failures": "1", "circuit_rest_ms": "3600000"])
        let opener = PlugOpener(meter: StoreMeter(), clock: ManualClock())
        let place = fixture.place()
        let retriever = try await opener.openOnlineRetriever(RedisConnector.card, at: place)
        fixture.server.kill()
        await #expect(throws: StoreError.self) { try await retriever.read(RedisFixture.request([1])) }
        try fixture.server.restart()
        await #expect(throws: StoreError.self) { try await retriever.read(RedisFixture.request([1])) }
        _ = try await opener.layered(RedisConnector.card, at: place).probe(place)
        #expect(try await retriever.read(RedisFixture.request([1])) == [nil])
        await retriever.close()
    }

    @Test("circuit_failures 0 leaves no server alone", arguments: [RedisConnector.card, RedisClusterConnector.card])
    func off(_ card: ConnectorCard) {
        #expect(card.retryPolicy(card.withDefaults(["circuit_failures": "0"])).circuit == nil)
        let usual = card.retryPolicy(card.withDefaults([:])).circuit
        #expect(usual == CircuitPolicy(failures: 5, rest: .seconds(1)))
    }
}
