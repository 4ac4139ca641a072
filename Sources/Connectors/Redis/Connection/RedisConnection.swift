import Dispatch
import StorageAPI
import Synchronization

/// A connection to one server, made when it is first needed and again whenever it broke.
///
/// Conversations come one after the other, each whole: none sees another's replies. They block, on a queue of the
/// connection's own. Where nobody is before it, a conversation's opening is sent by the caller itself, so that the server is
/// at work before the queue is; and where the answer comes at once, the queue is not troubled at all.
final class RedisConnection: Sendable {
    typealias Conversation<Answer> = @Sendable (RedisSession) throws(RedisFault) -> Answer

    private enum State {
        /// Not connected, now or no longer; the next conversation connects.
        case idle
        case open(RedisSession)
        case closed
    }

    /// Who talks, and who is to talk next.
    private struct Turns {
        var isTaken = false
        var waiting: [@Sendable () -> Void] = []
    }

    private let queue = DispatchQueue(label: "larder.redis.connection")
    private let configuration: RedisConfiguration
    private let failure: RedisFailure
    private let turns = Mutex(Turns())
    /// Held by a caller who has the turn and shares it with the queue for a moment.
    private let handOver = Mutex(())
    private nonisolated(unsafe) var state = State.idle  // belongs to whoever has the turn
    private nonisolated(unsafe) var polling = BusyPolling()  // belongs to whoever has the turn

    init(configuration: RedisConfiguration, failure: RedisFailure) {
        self.configuration = configuration
        self.failure = failure
    }

    /// Holds a conversation, connecting first where that is needed. A connection that breaks is thrown away.
    ///
    /// - Parameters:
    ///   - operation: what is being done, for the error: `write rows`.
    ///   - opening: the requests that `body` sends first. Where they are sent at once, `body` is not asked to write them.
    ///   - body: talks; not called again when it fails.
    /// - Throws: the fault, translated; `cancelled` when the task is cancelled, also while it waits for the server.
    @discardableResult
    func converse<Answer: Sendable>(
        _ operation: String, opening: ConversationOpening? = nil, _ body: @escaping Conversation<Answer>
    ) async throws(StoreError) -> Answer {
        switch await attempt(opening: opening, body) {
        case .success(let answer): return answer
        case .failure(let fault): throw failure.error(fault, operation: operation)
        }
    }

    /// Holds a conversation as ``converse(_:opening:_:)`` does, and answers with the fault itself.
    func attempt<Answer: Sendable>(
        opening: ConversationOpening? = nil, _ body: @escaping Conversation<Answer>
    ) async -> Result<Answer, RedisFault> {
        if Task.isCancelled { return .failure(.cancelled) }
        let hasTurn = opening != nil && takeTurn()
        if hasTurn, let opening, opening.isOneRequest {
            begin(opening)
            if isAnsweredAtOnce() { return talk(body, nil) }
        }
        let interruption = Interruption()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { answered in
                let work = { @Sendable in answered.resume(returning: self.talk(body, interruption)) }
                guard hasTurn, let opening else { return enqueue(work) }
                guard !opening.isOneRequest else { return queue.async(execute: work) }
                // The queue wakes up while a long opening is written down.
                handOver.withLock { _ in
                    queue.async(execute: work)
                    begin(opening)
                }
            }
        } onCancel: {
            interruption.raise()
        }
    }

    /// Closes the connection for good, after the conversations that came before.
    func close() async {
        await withCheckedContinuation { closed in
            enqueue {
                self.abandon()
                self.state = .closed
                self.passTurn()
                closed.resume()
            }
        }
    }

    /// Takes the turn where nobody has it; else leaves what is to be done when it is passed on.
    private func takeTurn(orLater work: (@Sendable () -> Void)? = nil) -> Bool {
        turns.withLock { turns in
            if turns.isTaken, let work { turns.waiting.append(work) }
            defer { turns.isTaken = true }
            return !turns.isTaken
        }
    }

    private func begin(_ opening: ConversationOpening) {
        if case .open(let session) = state { session.begin(opening) }
    }

    private func isAnsweredAtOnce() -> Bool {
        guard case .open(let session) = state, session.hasBegun, polling.isWorthwhile() else { return false }
        let isAnswered = session.isAnswered(within: BusyPolling.limit)
        polling.ended(answered: isAnswered)
        return isAnswered
    }

    private func enqueue(_ work: @escaping @Sendable () -> Void) {
        if takeTurn(orLater: work) { queue.async(execute: work) }
    }

    private func passTurn() {
        let next = turns.withLock { turns -> (@Sendable () -> Void)? in
            turns.isTaken = !turns.waiting.isEmpty
            return turns.isTaken ? turns.waiting.removeFirst() : nil
        }
        if let next { queue.async(execute: next) }
    }

    /// Talks, and passes the turn on.
    private func talk<Answer: Sendable>(
        _ body: Conversation<Answer>, _ interruption: Interruption?
    ) -> Result<Answer, RedisFault> {
        defer { passTurn() }
        // A caller may still be writing its opening down.
        handOver.withLock { _ in }
        do throws(RedisFault) {
            if interruption?.isRaised == true { throw .cancelled }
            let session = try session(interruption)
            session.interruption = interruption
            defer { session.interruption = nil }
            return .success(try body(session))
        } catch {
            // After a cancellation, too: an opening may have been sent.
            if !error.leavesConnectionUsable { abandon() }
            return .failure(error)
        }
    }

    private func session(_ interruption: Interruption?) throws(RedisFault) -> RedisSession {
        switch state {
        case .closed: throw .closed
        case .open(let session):
            if session.hasBegun || session.isAlive { return session }
            abandon()
        case .idle: break
        }
        let transport = try TransportDialer.connect(to: configuration, interruption: interruption)
        let session = try RedisSession(
            transport: transport, readTimeout: configuration.timeouts.read,
            writeTimeout: configuration.timeouts.write)
        session.interruption = interruption
        try session.introduce(configuration)
        state = .open(session)
        return session
    }

    private func abandon() {
        guard case .open(let session) = state else { return }
        session.close()
        state = .idle
    }
}
