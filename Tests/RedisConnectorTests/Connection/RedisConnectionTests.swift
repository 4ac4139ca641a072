import Dispatch
import FaultKit
import FeatureModel
import Glibc
import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct RedisConnectionTests {
    private static let row = RedisFixture.row(1, visits: 5, at: Timestamp(seconds: 10))
    private static let answer = [
        OnlineRow(eventTimestamp: Timestamp(seconds: 10), createdTimestamp: nil, values: [.int64(5)])
    ]

    @Test("a server that was started again is met again, with password and database as before")
    func heals() async throws {
        let fixture = try RedisFixture(password: "secret", settings: ["password": "secret", "database": "2"])
        let sink = try await fixture.sink()
        let retriever = try await fixture.retriever()
        _ = try await sink.write(RedisFixture.batch([Self.row]))
        #expect(try await retriever.read(RedisFixture.request([1])) == Self.answer)
        fixture.server.kill()
        let error = await #expect(throws: StoreError.self) { try await retriever.read(RedisFixture.request([1])) }
        #expect(error?.code == .unavailable)
        #expect(error?.recovery == .transient)
        try fixture.server.restart()
        #expect(try await retriever.read(RedisFixture.request([1])) == [nil])
        #expect(try await sink.write(RedisFixture.batch([Self.row])) == WriteResult(accepted: 1))
        #expect(try await retriever.read(RedisFixture.request([1])) == Self.answer)
        #expect(try fixture.server.cli(["DBSIZE"], database: 2) == Array("1".utf8))
        #expect(try fixture.server.cli(["DBSIZE"], database: 0) == Array("0".utf8))
        await sink.close()
        await retriever.close()
    }

    @Test("a connection that the server closed is not noticed")
    func severed() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        let retriever = try await fixture.retriever()
        _ = try await sink.write(RedisFixture.batch([Self.row]))
        _ = try await retriever.read(RedisFixture.request([1]))
        try fixture.server.cli(["CLIENT", "KILL", "TYPE", "normal"])
        #expect(try await retriever.read(RedisFixture.request([1])) == Self.answer)
        #expect(try await sink.write(RedisFixture.batch([Self.row])) == WriteResult(accepted: 1))
        await sink.close()
        await retriever.close()
    }

    @Test("a server that answers nothing is given up in time, and answers others once it goes on")
    func frozen() async throws {
        let fixture = try RedisFixture(settings: ["read_timeout_ms": "50"])
        let retriever = try await fixture.retriever()
        fixture.server.freeze()
        let error = await #expect(throws: StoreError.self) { try await retriever.read(RedisFixture.request([1])) }
        #expect(error?.code == .timedOut)
        #expect(error?.recovery == .transient)
        #expect(error?.message.contains("read_timeout_ms") == true)
        fixture.server.thaw()
        let patient = try await fixture.retriever(["read_timeout_ms": "60000"])
        #expect(try await patient.read(RedisFixture.request([1])) == [nil])
        await retriever.close()
        await patient.close()
    }

    @Test("a cancelled read ends at once and leaves the retriever usable")
    func cancellation() async throws {
        let fixture = try RedisFixture(settings: ["read_timeout_ms": "600000"])
        let sink = try await fixture.sink()
        _ = try await sink.write(RedisFixture.batch([Self.row]))
        let retriever = try await fixture.retriever()
        _ = try await retriever.read(RedisFixture.request([1]))
        fixture.server.freeze()
        let reading = Task { try await retriever.read(RedisFixture.request([1])) }
        let queued = Task { try await retriever.read(RedisFixture.request([1])) }
        reading.cancel()
        queued.cancel()
        for task in [reading, queued] {
            let error = await #expect(throws: StoreError.self) { try await task.value }
            #expect(error?.code == .cancelled)
        }
        fixture.server.thaw()
        #expect(try await retriever.read(RedisFixture.request([1])) == Self.answer)
        await sink.close()
        await retriever.close()
    }

    @Test("a cancelled write leaves the sink usable")
    func cancelledWrite() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await sink.write(RedisFixture.batch([Self.row]))
        }
        let error = await #expect(throws: StoreError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(try await sink.write(RedisFixture.batch([Self.row])) == WriteResult(accepted: 1))
        await sink.close()
    }

    @Test("calls at the same time share the connection without mixing their answers")
    func overlapping() async throws {
        let fixture = try RedisFixture()
        let sink = try await fixture.sink()
        let rows = (0..<300).map { RedisFixture.row($0, visits: $0, at: Timestamp(seconds: 1)) }
        _ = try await sink.write(RedisFixture.batch(rows))
        let retriever = try await fixture.retriever()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for start in Int64(0)..<40 {
                group.addTask {
                    let answer = try await retriever.read(RedisFixture.request(Array(start..<start + 250)))
                    #expect(answer.map { $0?.values } == (start..<start + 250).map { [.int64($0)] })
                }
            }
            try await group.waitForAll()
        }
        await sink.close()
        await retriever.close()
    }

    @Test(
        "wrong or missing credentials are denied, and never shown",
        arguments: [
            [:], ["password": "wrong-hunter2"], ["username": "nobody", "password": "wrong-hunter2"],
            ["username": "feast", "password": "wrong-hunter2"],
        ])
    func credentials(_ settings: [String: String]) async throws {
        let fixture = try RedisFixture(password: "right", settings: settings)
        try fixture.server.cli(["ACL", "SETUSER", "feast", "on", ">pw", "~*", "+@all"])
        let sink = try await fixture.sink()
        let error = await #expect(throws: StoreError.self) { try await sink.prepareWrite(RedisFixture.places) }
        #expect(error?.code == .denied)
        #expect(error?.recovery == .permanent)
        #expect(error.map { "\($0)" }?.contains("hunter2") == false)
        await sink.close()
    }

    @Test("an ACL user with the documented rights and no more reads and writes")
    func leastRights() async throws {
        let fixture = try RedisFixture(settings: ["username": "feast", "password": "pw"])
        let rights = ["+mget", "+set", "+mset", "+eval", "+evalsha", "+ping"]
        try fixture.server.cli(["ACL", "SETUSER", "feast", "on", ">pw", "~*"] + rights)
        let sink = try await fixture.sink()
        try await sink.prepareWrite(RedisFixture.places)
        _ = try await sink.write(RedisFixture.batch([Self.row]))
        let retriever = try await fixture.retriever()
        #expect(try await retriever.read(RedisFixture.request([1])) == Self.answer)
        try fixture.server.cli(["ACL", "SETUSER", "feast", "-mset"])
        let error = await #expect(throws: StoreError.self) { try await sink.write(RedisFixture.batch([Self.row])) }
        #expect(error?.code == .denied)
        await sink.close()
        await retriever.close()
    }

    @Test("a database that does not exist is a wrong setting")
    func databaseOutOfRange() async throws {
        let fixture = try RedisFixture(settings: ["database": "99"])
        let sink = try await fixture.sink()
        let error = await #expect(throws: StoreError.self) { try await sink.prepareWrite(RedisFixture.places) }
        #expect(error?.code == .misconfigured)
        #expect(error?.message.contains("database") == true)
        await sink.close()
    }

    @Test("a server that has no room for a client says so before it hangs up")
    func tooManyClients() async throws {
        let fixture = try RedisFixture()
        let first = try await fixture.retriever()
        _ = try await first.read(RedisFixture.request([1]))
        try fixture.server.cli(["CONFIG", "SET", "maxclients", "1"])
        let second = try await fixture.retriever()
        let error = await #expect(throws: StoreError.self) { try await second.read(RedisFixture.request([1])) }
        #expect(error?.code == .throttled)
        await first.close()
        await second.close()
    }

    @Test("a host that does not exist, and one that is no Redis, are told apart")
    func strangers() async throws {
        let fixture = try RedisFixture()
        let nowhere = try await fixture.retriever(["host": "no-such-host.invalid"])
        let error = await #expect(throws: StoreError.self) { try await nowhere.read(RedisFixture.request([1])) }
        #expect(error?.code == .unavailable || error?.code == .timedOut)
        #expect(error?.message.contains("host") == true)

        let (listener, port) = try LoopbackPort.listen()
        defer { close(listener) }
        let greeter = DispatchGroup()
        DispatchQueue(label: "greeter").async(group: greeter) {
            let client = accept(listener, nil, nil)
            let greeting = Array("220 mail.example ESMTP\r\n".utf8)
            _ = write(client, greeting, greeting.count)
            close(client)
        }
        let stranger = try await fixture.retriever(["port": "\(port)"])
        let other = await #expect(throws: StoreError.self) { try await stranger.read(RedisFixture.request([1])) }
        #expect(other?.code == .unexpected)
        #expect(other?.message.contains("protocol") == true)
        await withCheckedContinuation { ended in greeter.notify(queue: .global()) { ended.resume() } }
        await nowhere.close()
        await stranger.close()
    }

    @Test("names are looked up: localhost reaches a server that listens on one family only")
    func names() async throws {
        let fixture = try RedisFixture(settings: ["host": "localhost"])
        let retriever = try await fixture.retriever()
        #expect(try await retriever.read(RedisFixture.request([1])) == [nil])
        await retriever.close()
    }

    @Test("closing twice is harmless, and a closed plug says that it is")
    func closing() async throws {
        let fixture = try RedisFixture()
        let retriever = try await fixture.retriever()
        await retriever.close()
        await retriever.close()
        let error = await #expect(throws: StoreError.self) { try await retriever.read(RedisFixture.request([1])) }
        #expect(error?.code == .unavailable)
        #expect(error?.recovery == .permanent)
    }
}
