import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct RedisSessionTests {
    private func session(_ transport: ScriptedTransport) throws -> RedisSession {
        try RedisSession(transport: transport, readTimeout: .seconds(5), writeTimeout: .seconds(5))
    }

    /// Sends `PING` as often as asked, and collects the answers.
    private func pings(_ count: Int, _ session: RedisSession) throws -> [String] {
        var answers: [String] = []
        try session.pipeline(count) { _, buffer in
            buffer.request("PING")
        } receive: { index, reply in
            answers.append("\(index) \(reply.text ?? "?")")
        }
        return answers
    }

    @Test("answers in scattered pieces go to their requests, and no more than the window is under way")
    func scattered() throws {
        let transport = ScriptedTransport(
            [
                .nothingForNow, .bytes("+A\r\n+"), .bytes("B\r"), .nothingForNow, .bytes("\n+C\r\n+D\r\n"),
                .bytes("+E\r\n"),
            ],
            takesAtMost: 5)
        #expect(try pings(5, session(transport)) == ["0 A", "1 B", "2 C", "3 D", "4 E"])
        #expect(transport.sent.count == 5 * "*1\r\n$4\r\nPING\r\n".utf8.count)
    }

    @Test("no more requests than the window holds are sent before an answer comes")
    func window() throws {
        let transport = ScriptedTransport([.end])
        #expect(throws: RedisFault.turnedAway) { try pings(100, session(transport)) }
        #expect(transport.sent.count == RedisSession.Window.requests * "*1\r\n$4\r\nPING\r\n".utf8.count)
    }

    @Test("a server that hangs up after an answer is told from one that never answered")
    func hangingUp() throws {
        let session = try session(ScriptedTransport([.bytes("+PONG\r\n"), .end]))
        #expect(try session.ask("PING") { $0.text } == "PONG")
        #expect(throws: RedisFault.disconnected) { try session.ask("PING") { $0.text } }
    }

    @Test(
        "more than was asked for is no answer, and the connection is of no use any more",
        arguments: ["+PONG\r\n+PONG\r\n", "+PONG\r\n$3", ":4\r\nPONG\r\n", "$-1\r\nPONG\r\n"])
    func surplus(_ text: String) throws {
        let session = try session(ScriptedTransport([.bytes(text)]))
        let fault = #expect(throws: RedisFault.protocolViolation) { try pings(1, session) }
        #expect(fault?.leavesConnectionUsable == false)
    }

    @Test("an answer of another shape leaves the connection of no use: the next one may be a part of it")
    func otherShape() throws {
        let fault = #expect(throws: RedisFault.unexpectedReply) {
            try session(ScriptedTransport([.bytes(":4\r\n")])).ask("PING") { $0.text }
        }
        #expect(fault?.leavesConnectionUsable == false)
    }

    @Test("silence is a timeout")
    func silence() throws {
        #expect(throws: RedisFault.timedOut(.waiting)) { try pings(1, session(ScriptedTransport([]))) }
        let stuck = ScriptedTransport([], takesAtMost: 0)
        #expect(throws: RedisFault.timedOut(.sending)) { try pings(1, session(stuck)) }
    }

    @Test("a server that refuses and hangs up is quoted")
    func dismissal() throws {
        let transport = ScriptedTransport([.bytes("-ERR max number of clients reached\r\n"), .end])
        let fault = #expect(throws: RedisFault.self) { try pings(2, session(transport)) }
        guard case .dismissed(let refusal) = fault else {
            Issue.record("expected a dismissal, got \(String(describing: fault))")
            return
        }
        #expect(refusal.code == .throttled)
    }

    @Test("a question that is refused leaves the session usable")
    func refusal() throws {
        let session = try session(ScriptedTransport([.bytes("-WRONGPASS no\r\n"), .bytes("+PONG\r\n")]))
        let fault = #expect(throws: RedisFault.self) { try session.ask("PING") { $0.text } }
        #expect(fault?.leavesConnectionUsable == true)
        #expect(try session.ask("PING") { $0.text } == "PONG")
    }

    private func opening(_ count: Int) -> ConversationOpening {
        ConversationOpening(count: count) { _, buffer in buffer.request("PING") }
    }

    @Test("what was begun is not written again, and what did not fit into the window is")
    func begins() throws {
        let answers = (0..<20).map { "+\($0)\r\n" }.joined()
        let transport = ScriptedTransport([.bytes(answers)])
        let session = try session(transport)
        session.begin(opening(20))
        let size = "*1\r\n$4\r\nPING\r\n".utf8.count
        #expect(session.hasBegun)
        #expect(transport.sent.count == RedisSession.Window.requests * size)
        #expect(try pings(20, session) == (0..<20).map { "\($0) \($0)" })
        #expect(transport.sent.count == 20 * size)
        #expect(!session.hasBegun)
    }

    @Test("an answer that comes at once is there when the conversation begins, in pieces too")
    func answeredAtOnce() throws {
        let session = try session(ScriptedTransport([.nothingForNow, .bytes("+PO"), .nothingForNow, .bytes("NG\r\n")]))
        session.begin(opening(1))
        #expect(session.isAnswered(within: .seconds(60)))
        #expect(try pings(1, session) == ["0 PONG"])
    }

    @Test("an answer that does not come at once is left to the conversation, with what came of it")
    func answeredLater() throws {
        let session = try session(ScriptedTransport([.bytes("+PO"), .nothingForNow, .bytes("NG\r\n")]))
        session.begin(opening(1))
        #expect(!session.isAnswered(within: .zero))
        #expect(try pings(1, session) == ["0 PONG"])
    }

    @Test("what goes wrong with an opening is met by the conversation")
    func brokenOpening() throws {
        let session = try session(ScriptedTransport([.end]))
        session.begin(opening(1))
        #expect(session.isAnswered(within: .seconds(60)))
        #expect(throws: RedisFault.turnedAway) { try pings(1, session) }
        let stranger = try self.session(ScriptedTransport([.bytes("220 mail\r\n")]))
        stranger.begin(opening(1))
        #expect(stranger.isAnswered(within: .seconds(60)))
        #expect(throws: RedisFault.protocolViolation) { try pings(1, stranger) }
    }

    @Test("nothing is begun where the server has hung up")
    func deadOpening() throws {
        let transport = ScriptedTransport([])
        let session = try session(transport)
        transport.close()
        session.begin(opening(1))
        #expect(!session.hasBegun)
        #expect(transport.sent.isEmpty)
    }
}
