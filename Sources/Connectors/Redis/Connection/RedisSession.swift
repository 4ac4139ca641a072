import Glibc

/// One connection that has introduced itself, and the conversation on it: requests out, replies in, pipelined.
///
/// Not `Sendable`: it lives within ``RedisConnection``. After a thrown fault that does not leave the connection usable,
/// the session is thrown away, for its replies no longer belong to its requests.
final class RedisSession {
    /// How much may be under way at once.
    enum Window {
        /// Requests sent and not answered. Two keep the server from idling; more smooth over uneven ones, and spare both
        /// sides being woken for every answer.
        static let requests = 16
        /// The same for requests of one key each.
        static let smallRequests = 256
        /// Bytes written down and not sent.
        static let bytes = 1 << 20
        /// The server has this long again after so many bytes of an answer, so that a long answer is no late one.
        static let progress = 64 << 10
    }

    /// Raised when the task that waits is cancelled; set for each conversation.
    var interruption: Interruption?

    private var hasAnswered = false
    /// Requests that were written down by ``begin(_:)`` for the next conversation.
    private var begun = 0
    /// What went wrong before the conversation had its turn, as the transport told it the first time.
    private var earlyFault: RedisFault?
    private let transport: any Transport
    private let readTimeout: Duration
    private let writeTimeout: Duration
    private let reader: ReplyReader
    private var buffer = RequestBuffer(capacity: 64 << 10)
    private var incoming = [UInt8](repeating: 0, count: 64 << 10)

    init(transport: any Transport, readTimeout: Duration, writeTimeout: Duration) throws(RedisFault) {
        self.transport = transport
        self.readTimeout = readTimeout
        self.writeTimeout = writeTimeout
        self.reader = try ReplyReader()
    }

    /// True where the next conversation has begun.
    var hasBegun: Bool { begun > 0 }

    /// True while the server has not hung up since the last answer.
    var isAlive: Bool { transport.isQuiet }

    /// Writes down the first requests of the conversation that comes next, and sends what of them goes now. Never blocks,
    /// and does nothing where the server has hung up; whatever else goes wrong, the conversation is told.
    func begin(_ opening: ConversationOpening) {
        guard isAlive else { return }
        while begun < min(opening.count, Window.requests), buffer.unsentCount < Window.bytes {
            opening.write(begun, &buffer)
            begun += 1
            // The server has something to do while more is written down.
            if begun == 1 { sendNow() }
        }
        sendNow()
    }

    private func sendNow() {
        guard buffer.unsentCount > 0, earlyFault == nil else { return }
        do throws(RedisFault) {
            let count = try transport.send(buffer.unsent)
            buffer.didSend(count)
        } catch {
            earlyFault = error
        }
    }

    /// Looks for the answer to what was begun, over and over. Never sleeps, but lets others have the processor.
    ///
    /// - Returns: true where the next conversation need not wait for its first answer, be it a reply or a broken connection.
    func isAnswered(within limit: Duration) -> Bool {
        guard earlyFault == nil else { return true }
        let end = ContinuousClock.now + limit
        var patience = Patience(read: readTimeout, write: writeTimeout)
        do throws(RedisFault) {
            while try !reader.hasNext() {
                guard buffer.unsentCount == 0, .now < end else { return false }
                sched_yield()
                try takeIncoming(&patience)
            }
        } catch {
            earlyFault = error
        }
        return true
    }

    func close() {
        transport.close()
    }

    /// Sends the user and the password as it is now, asks a replica to answer reads and selects the database, as far as they are set.
    func introduce(_ configuration: RedisConfiguration) throws(RedisFault) {
        var greetings: [[String]] = []
        if let credentials = configuration.credentials {
            let user = credentials.username.map { [$0] } ?? []
            greetings.append(["AUTH"] + user + [try credentials.password.read().revealed])
        }
        if configuration.readsReplica { greetings.append(["READONLY"]) }
        if configuration.database != 0 { greetings.append(["SELECT", String(configuration.database)]) }
        var refusal: ServerRefusal?
        try pipeline(greetings.count) { index, buffer in
            buffer.request(argumentCount: greetings[index].count)
            for text in greetings[index] { buffer.argument(text) }
        } receive: { _, reply in
            refusal = refusal ?? reply.refusal
        }
        if let refusal { throw .refused(refusal) }
    }

    /// Asks one thing.
    ///
    /// - Throws: `refused` where the server refuses; the connection stays usable.
    func ask<Answer>(_ arguments: String..., read: (ReplyView) -> Answer?) throws(RedisFault) -> Answer {
        var result: Result<Answer, RedisFault> = .failure(.unexpectedReply)
        try pipeline(1) { _, buffer in
            buffer.request(argumentCount: arguments.count)
            for text in arguments { buffer.argument(text) }
        } receive: { _, reply in
            if let refusal = reply.refusal {
                result = .failure(.refused(refusal))
            } else if let answer = read(reply) {
                result = .success(answer)
            }
        }
        return try result.get()
    }

    /// Sends `count` requests and takes as many replies, with several under way at once. Blocks.
    ///
    /// - Parameters:
    ///   - write: writes down the request of an index, with exactly one reply; called in order.
    ///   - receive: takes the reply to the request of an index; called in order. An error reply is a reply.
    func pipeline(
        _ count: Int, write: (Int, inout RequestBuffer) -> Void, receive: (Int, ReplyView) -> Void
    ) throws(RedisFault) {
        try pipeline(
            write: { index, buffer in
                guard index < count else { return false }
                write(index, &buffer)
                return true
            }, receive: receive)
    }

    /// Sends requests while there are more, and takes as many replies, with several under way at once. Blocks.
    ///
    /// - Parameters:
    ///   - write: writes down the request of an index, with exactly one reply, or nothing and returns false when there are
    ///     no more; called in order, and not for those that were begun with ``begin(_:)``.
    ///   - receive: takes the reply to the request of an index; called in order. An error reply is a reply.
    ///   - window: how many requests may be sent and not answered.
    func pipeline(
        window: Int = Window.requests, write: (Int, inout RequestBuffer) -> Bool, receive: (Int, ReplyView) -> Void
    ) throws(RedisFault) {
        var written = begun
        var answered = 0
        begun = 0
        var hasMore = true
        var lastRefusal: ServerRefusal?
        var patience = Patience(read: readTimeout, write: writeTimeout)
        while hasMore || answered < written {
            while hasMore, written - answered < window, buffer.unsentCount < Window.bytes {
                hasMore = write(written, &buffer)
                guard hasMore else { break }
                written += 1
                // The server has something to do while more is written down.
                if written - answered == 1 { try flush(&patience) }
            }
            guard answered < written else { break }
            do throws(RedisFault) {
                if let earlyFault { throw earlyFault }
                try flush(&patience)
                if try !reader.hasNext() { try exchange(&patience) }
            } catch .disconnected {
                // A server that has no room for a client says so and hangs up: its words are worth more.
                if let lastRefusal { throw .dismissed(lastRefusal) }
                throw hasAnswered ? .disconnected : .turnedAway
            }
            func take(_ reply: ReplyView) {
                hasAnswered = true
                lastRefusal = reply.refusal
                receive(answered, reply)
                answered += 1
            }
            while answered < written, try reader.next(take) {
                patience.answered()
            }
        }
        // More than was asked for: what was counted as an answer may have been a part of one.
        guard reader.isEmpty else { throw .protocolViolation }
    }

    /// Waits for the server, sends what goes then, takes what came.
    private func exchange(_ patience: inout Patience) throws(RedisFault) {
        let isSending = buffer.unsentCount > 0
        let isMet = try transport.wait(
            for: isSending ? [.readable, .writable] : .readable,
            until: isSending ? patience.sending : patience.reading, interruption: interruption)
        guard isMet else { throw .timedOut(isSending ? .sending : .waiting) }
        if isSending { try flush(&patience) }
        try takeIncoming(&patience)
    }

    private func flush(_ patience: inout Patience) throws(RedisFault) {
        while buffer.unsentCount > 0 {
            let count = try transport.send(buffer.unsent)
            if count == 0 { return }
            buffer.didSend(count)
            patience.sent(everything: buffer.unsentCount == 0)
        }
    }

    private func takeIncoming(_ patience: inout Patience) throws(RedisFault) {
        let result = incoming.withUnsafeMutableBytes { bytes in
            Result { () throws(RedisFault) in
                let count = try transport.receive(into: bytes)
                if count > 0 { try reader.feed(UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
                return count
            }
        }
        patience.took(try result.get())
    }
}
