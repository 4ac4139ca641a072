import StorageAPI

/// What one server tells when it is asked how it is. Nil is what the user has no right to ask, or the server does not know.
struct ServerAnswers: Sendable {
    /// How many keys the database has.
    var keys: Int64?
    /// Its `INFO`.
    var report: ServerReport?
    /// How many entries its slow log has.
    var slowLog: Int64?
    /// Some of its keys.
    var sample: KeySample?

    /// Asks a server for all of it. Blocks.
    ///
    /// - Parameters:
    ///   - rowsExpire: true where rows have a time to live.
    ///   - deadline: no more keys are looked at after it.
    static func all(
        _ session: RedisSession, rowsExpire: Bool, samplingUntil deadline: Deadline
    ) throws(RedisFault) -> ServerAnswers {
        var answers = try report(session, rowsExpire: rowsExpire)
        answers.keys = try unlessDenied { () throws(RedisFault) in
            try session.ask("DBSIZE") { ServerCount.read($0.integer) }
        }
        answers.slowLog = try unlessDenied { () throws(RedisFault) in
            try session.ask("SLOWLOG", "LEN") { ServerCount.read($0.integer) }
        }
        guard let keys = answers.keys else { return answers }
        answers.sample = try unlessDenied { () throws(RedisFault) in
            try KeySampling(session: session, deadline: deadline).sample(total: keys)
        }
        return answers
    }

    /// Asks a server for its `INFO` alone. Blocks.
    static func report(_ session: RedisSession, rowsExpire: Bool) throws(RedisFault) -> ServerAnswers {
        let text = try unlessDenied { () throws(RedisFault) in try session.ask("INFO") { $0.text } }
        return ServerAnswers(report: text.map { ServerReport(text: $0, rowsExpire: rowsExpire) })
    }

    /// A user who may read and write rows need not have the right to ask about the server.
    private static func unlessDenied<Answer>(
        _ question: () throws(RedisFault) -> Answer
    ) throws(RedisFault) -> Answer? {
        do throws(RedisFault) {
            return try question()
        } catch .refused(let refusal) where refusal.code == .denied || refusal.code == .unsupported {
            return nil
        }
    }
}
