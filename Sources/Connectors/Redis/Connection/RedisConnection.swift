import StorageAPI

/// A connection to one server, made when it is first needed and again whenever it broke.
///
/// Conversations come one after the other, each whole: none sees another's replies. They block, on a queue of the
/// connection's own.
actor RedisConnection {
    private enum State {
        /// Not connected, now or no longer; the next conversation connects.
        case idle
        case open(RedisSession)
        case closed
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let executor = QueueExecutor(label: "larder.redis.connection")
    private let configuration: RedisConfiguration
    private let failure: RedisFailure
    private var state = State.idle

    init(configuration: RedisConfiguration, failure: RedisFailure) {
        self.configuration = configuration
        self.failure = failure
    }

    /// Holds a conversation, connecting first where that is needed. A connection that breaks is thrown away.
    ///
    /// - Parameters:
    ///   - operation: what is being done, for the error: `write rows`.
    ///   - body: talks; not called again when it fails.
    /// - Throws: the fault, translated; `cancelled` when the task is cancelled, also while it waits for the server.
    @discardableResult
    nonisolated func converse<Answer: Sendable>(
        _ operation: String, _ body: @Sendable (RedisSession) throws(RedisFault) -> Answer
    ) async throws(StoreError) -> Answer {
        switch await attempt(body) {
        case .success(let answer): return answer
        case .failure(let fault): throw failure.error(fault, operation: operation)
        }
    }

    /// Holds a conversation as ``converse(_:_:)`` does, and answers with the fault itself.
    nonisolated func attempt<Answer: Sendable>(
        _ body: @Sendable (RedisSession) throws(RedisFault) -> Answer
    ) async -> Result<Answer, RedisFault> {
        let interruption = Interruption()
        return await withTaskCancellationHandler {
            await hold(body, interruption)
        } onCancel: {
            interruption.raise()
        }
    }

    /// Closes the connection for good, after the conversations that came before.
    func close() {
        if case .open(let session) = state { session.close() }
        state = .closed
    }

    private func hold<Answer: Sendable>(
        _ body: @Sendable (RedisSession) throws(RedisFault) -> Answer, _ interruption: Interruption
    ) -> Result<Answer, RedisFault> {
        if Task.isCancelled { return .failure(.cancelled) }
        do throws(RedisFault) {
            let session = try session(interruption)
            session.interruption = interruption
            defer { session.interruption = nil }
            return .success(try body(session))
        } catch {
            if !error.leavesConnectionUsable { abandon() }
            return .failure(error)
        }
    }

    private func session(_ interruption: Interruption) throws(RedisFault) -> RedisSession {
        switch state {
        case .closed: throw .closed
        case .open(let session):
            if session.isAlive { return session }
            abandon()
        case .idle: break
        }
        let transport = try TransportDialer.connect(to: configuration, interruption: interruption)
        let session = try RedisSession(
            transport: transport, readTimeout: configuration.readTimeout, writeTimeout: configuration.writeTimeout)
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
