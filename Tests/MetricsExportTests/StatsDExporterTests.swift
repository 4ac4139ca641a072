import FaultKit
import Ingestion
import Logging
import MetricsExport
import Testing

@Suite("StatsD exporter", .timeLimit(.minutes(1)))
struct StatsDExporterTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func exporter(_ port: Int, host: String = "127.0.0.1", clock: any Clock<Duration>) -> StatsDExporter {
        StatsDExporter(
            identity: Sample.identity, to: StatsDDestination(host: host, port: port), clock: clock, logger: logger)
    }

    private func isLast(_ line: String) -> Bool { line.contains("missing_count") && line.hasSuffix(":note") }

    @Test("every window is sent at its end, as datagrams that a server receives")
    func windows() async throws {
        let receiver = try DatagramReceiver()
        defer { receiver.close() }
        let clock = ManualClock()
        let exporter = exporter(receiver.port, clock: clock)
        let running = Task { await exporter.run() }
        for count in 1...2 {
            exporter.observer.wrote(Sample.batch(Array(repeating: (1, 1), count: count)), at: Sample.now)
            await clock.sleepers(atLeast: 1)
            clock.advance(by: .seconds(60))
            let lines = await receiver.lines(until: isLast)
            #expect(lines.count == 23)
            #expect(
                lines.first?.hasPrefix("feast_ingestion.feature_row_ingested_count:\(count)|c|#feast_store:") == true)
        }
        running.cancel()
        await running.value
    }

    @Test("what a run measured last is sent at its end, before the window's")
    func rest() async throws {
        let receiver = try DatagramReceiver()
        defer { receiver.close() }
        let exporter = exporter(receiver.port, host: "localhost", clock: ManualClock())
        exporter.observer.wrote(Sample.batch([(1, 1)]), at: Sample.now)
        exporter.observer.setAside([Sample.letter()])
        await exporter.finish()
        let lines = await receiver.lines(until: isLast)
        #expect(lines.first?.hasPrefix("feast_ingestion.deadletter_row_count:1|c|") == true)
    }

    @Test(
        "a server that is not there, or has no address, holds nobody up",
        arguments: ["127.0.0.1", "no.such.host.invalid"])
    func deadServer(host: String) async throws {
        let port = try LoopbackPort.free()
        let exporter = exporter(port, host: host, clock: ManualClock())
        for _ in 0..<3 {
            exporter.observer.wrote(Sample.batch([(1, 1)]), at: Sample.now)
            await exporter.finish()
        }
    }
}
