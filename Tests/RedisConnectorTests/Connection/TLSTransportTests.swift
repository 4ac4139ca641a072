import Dispatch
import FaultKit
import FeatureModel
import Glibc
import StorageAPI
import Testing

@testable import RedisConnector

/// The encrypted stream, with and without a session on it.
@Suite struct TLSTransportTests {
    private static let row = RedisFixture.row(1, visits: 5, at: Timestamp(seconds: 10))
    private static let answer = [
        OnlineRow(eventTimestamp: Timestamp(seconds: 10), createdTimestamp: nil, values: [.int64(5)])
    ]

    private func send(_ text: String, over transport: any Transport) throws {
        let bytes = Array(text.utf8)
        let count = try bytes.withUnsafeBytes { try transport.send($0) }
        #expect(count == bytes.count)
    }

    @Test("tickets that arrive unasked do not disturb the quiet, a closed connection does")
    func quiet() throws {
        let fixture = try RedisTLSFixture(arguments: ["--tls-protocols", "TLSv1.3"])
        let transport = try fixture.connect()
        // Nobody has asked for anything: what makes it readable are the tickets.
        #expect(try transport.wait(for: .readable, until: Deadline(after: .seconds(60)), interruption: nil))
        #expect(transport.isQuiet)
        try fixture.redis.server.cli(["CLIENT", "KILL", "TYPE", "normal"])
        while transport.isQuiet {
            #expect(try transport.wait(for: .readable, until: Deadline(after: .seconds(60)), interruption: nil))
        }
        #expect(throws: RedisFault.disconnected) {
            var bytes = [UInt8](repeating: 0, count: 16)
            _ = try bytes.withUnsafeMutableBytes { (buffer) in try transport.receive(into: buffer) }
        }
        transport.close()
        transport.close()
        #expect(!transport.isQuiet)
    }

    @Test("bytes that OpenSSL holds already are not waited for")
    func buffered() throws {
        let fixture = try RedisTLSFixture()
        let transport = try fixture.connect()
        let text = String(repeating: "x", count: 1_000)
        try send("*2\r\n$4\r\nECHO\r\n$1000\r\n\(text)\r\n", over: transport)
        let expected = "$1000\r\n\(text)\r\n"
        var received: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 7)
        while received.count < expected.utf8.count {
            let isReady = try transport.wait(
                for: .readable, until: Deadline(after: .seconds(60)), interruption: nil)
            try #require(isReady)
            let count = try piece.withUnsafeMutableBytes { try transport.receive(into: $0) }
            received += piece.prefix(count)
        }
        #expect(String(decoding: received, as: UTF8.self) == expected)
        transport.close()
    }

    @Test("a server that is gone is an error, and not the end of the process")
    func gone() throws {
        let fixture = try RedisTLSFixture()
        let transport = try fixture.connect()
        fixture.redis.server.kill()
        let fault = #expect(throws: RedisFault.self) {
            while true { try send("*1\r\n$4\r\nPING\r\n", over: transport) }
        }
        #expect(fault == .disconnected)
        transport.close()
    }

    @Test("a server that was started again is met again, with certificate, user and database as before")
    func heals() async throws {
        let fixture = try RedisTLSFixture(
            demandsCertificate: true, password: "another",
            arguments: ["--user", "feast", "on", ">pw", "~*", "+@all"])
        let client = try #require(fixture.client)
        let settings = [
            "username": "feast", "password": "pw", "database": "2", "tls_cert_file": client.certificate,
            "tls_key_file": client.key,
        ]
        let sink = try await fixture.redis.sink(settings)
        let retriever = try await fixture.redis.retriever(settings)
        _ = try await sink.write(RedisFixture.batch([Self.row]))
        #expect(try await retriever.read(RedisFixture.request([1])) == Self.answer)
        try fixture.redis.server.cli(["CLIENT", "KILL", "TYPE", "normal"])
        #expect(try await retriever.read(RedisFixture.request([1])) == Self.answer)
        #expect(try await sink.write(RedisFixture.batch([Self.row])) == WriteResult(accepted: 1))
        fixture.redis.server.kill()
        let error = await #expect(throws: StoreError.self) { try await retriever.read(RedisFixture.request([1])) }
        #expect(error?.code == .unavailable)
        #expect(error?.recovery == .transient)
        try fixture.redis.server.restart()
        #expect(try await retriever.read(RedisFixture.request([1])) == [nil])
        #expect(try await sink.write(RedisFixture.batch([Self.row])) == WriteResult(accepted: 1))
        #expect(try fixture.redis.server.cli(["DBSIZE"], database: 2) == Array("1".utf8))
        await sink.close()
        await retriever.close()
    }

    @Test("a disturbed answer is an error, never a wrong value, and the next one is right again")
    func disturbed() async throws {
        let fixture = try RedisTLSFixture(settings: ["read_timeout_ms": "60000", "connect_timeout_ms": "60000"])
        try await DisturbedAnswers.expectHealing(
            of: fixture.redis,
            from: [
                (.cut, .unavailable), (.truncate(to: 7), .unavailable), (.truncate(to: 0), .unavailable),
                (.corrupt(at: 30), .unexpected),
            ])
    }

    @Test("large values go both ways", arguments: ["TLSv1.2", "TLSv1.3"])
    func large(_ version: String) async throws {
        let patience = ["read_timeout_ms": "60000", "write_timeout_ms": "60000"]
        let fixture = try RedisTLSFixture(arguments: ["--tls-protocols", version], settings: patience)
        let sink = try await fixture.redis.sink()
        let retriever = try await fixture.redis.retriever()
        let labels = ["a", "b", "c"].map { String(repeating: $0, count: 5_000_000) }
        let rows = labels.enumerated().map { index, label in
            RedisFixture.row(Int64(index), visits: 1, label: label, at: Timestamp(seconds: 10))
        }
        #expect(try await sink.write(RedisFixture.batch(rows)) == WriteResult(accepted: 3))
        let read = try await retriever.read(RedisFixture.request([0, 1, 2], features: [1]))
        #expect(read.map { $0?.values == [.string(labels[0])] } == [true, false, false])
        #expect(read.map { $0?.values == [.string(labels[1])] } == [false, true, false])
        #expect(read.map { $0?.values == [.string(labels[2])] } == [false, false, true])
        await sink.close()
        await retriever.close()
    }

    @Test("calls at the same time share the connection without mixing their answers")
    func overlapping() async throws {
        let fixture = try RedisTLSFixture()
        let sink = try await fixture.redis.sink()
        let rows = (0..<3_000).map { RedisFixture.row($0, visits: $0, at: Timestamp(seconds: 1)) }
        _ = try await sink.write(RedisFixture.batch(rows))
        let retriever = try await fixture.redis.retriever()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for start in Int64(0)..<20 {
                group.addTask {
                    let answer = try await retriever.read(RedisFixture.request(Array(start..<start + 2_900)))
                    #expect(answer.map { $0?.values } == (start..<start + 2_900).map { [.int64($0)] })
                }
            }
            try await group.waitForAll()
        }
        await sink.close()
        await retriever.close()
    }

    /// Takes one connection and waits until its client has begun the handshake; then its socket is signalled, and nothing
    /// is said.
    private func silentServer() throws -> (port: Int, begun: AsyncStream<Int32>) {
        let (listener, port) = try LoopbackPort.listen()
        let (begun, continuation) = AsyncStream.makeStream(of: Int32.self)
        DispatchQueue(label: "silent server").async {
            let client = accept(listener, nil, nil)
            close(listener)
            var byte: UInt8 = 0
            _ = read(client, &byte, 1)
            continuation.yield(client)
            continuation.finish()
        }
        return (port, begun)
    }

    private func probe(port: Int, connectTimeout: Int) -> Task<StoreError?, Never> {
        let config = [
            "host": "127.0.0.1", "port": "\(port)", "tls": "true", "connect_timeout_ms": "\(connectTimeout)",
        ]
        let place = ConnectorCard.Place(
            store: "online", config: RedisConnector.card.withDefaults(config), directory: "/")
        return Task {
            do throws(StoreError) {
                _ = try await RedisConnector.card.probe(place)
                return nil
            } catch {
                return error
            }
        }
    }

    @Test("a handshake that a server does not answer can be cancelled")
    func cancellation() async throws {
        let (port, begun) = try silentServer()
        let probing = probe(port: port, connectTimeout: 3_600_000)
        let client = await begun.first { _ in true }
        probing.cancel()
        let error = await probing.value
        #expect(error?.code == .cancelled)
        close(try #require(client))
    }

    @Test("a handshake that a server does not answer is given up in time")
    func silence() async throws {
        let (port, begun) = try silentServer()
        let error = await probe(port: port, connectTimeout: 100).value
        #expect(error?.code == .timedOut)
        #expect(error?.recovery == .transient)
        #expect(error?.message.contains("connect_timeout_ms") == true)
        let client = await begun.first { _ in true }
        close(try #require(client))
    }

    @Test("a server that hangs up during the handshake may be back later")
    func hangingUp() async throws {
        let (port, begun) = try silentServer()
        let probing = probe(port: port, connectTimeout: 60_000)
        let client = await begun.first { _ in true }
        close(try #require(client))
        let error = await probing.value
        #expect(error?.code == .unavailable)
        #expect(error?.recovery == .transient)
        #expect(error?.message.contains("TLS handshake") == true)
    }
}
