import StorageAPI

/// Asks a server how it is.
enum RedisProbe {
    /// Connects, asks, and closes the connection again.
    static func probe(
        _ connection: RedisConnection, _ configuration: RedisConfiguration
    ) async throws(StoreError) -> StoreProbe {
        do throws(StoreError) {
            let probe = try await connection.converse("ask how it is") { session throws(RedisFault) in
                try ask(session, configuration)
            }
            await connection.close()
            return probe
        } catch {
            await connection.close()
            throw error
        }
    }

    private static func ask(
        _ session: RedisSession, _ configuration: RedisConfiguration
    ) throws(RedisFault) -> StoreProbe {
        _ = try session.ask("PING") { $0.text }
        let keys = try unlessDenied { () throws(RedisFault) in try session.ask("DBSIZE") { $0.integer } }
        let text = try unlessDenied { () throws(RedisFault) in try session.ask("INFO") { $0.text } }
        let report = text.map { ServerReport(text: $0, rowsExpire: configuration.writing.expiry != .never) }
        var facts = report?.facts ?? [StoreProbe.Fact("server", "tells nothing: the user has no right to INFO")]
        let slow = try unlessDenied { () throws(RedisFault) in try session.ask("SLOWLOG", "LEN") { $0.integer } }
        if let slow { facts.append(StoreProbe.Fact("slow log", "\(slow) entries")) }
        let sample = try keys.flatMap { keys throws(RedisFault) in
            try unlessDenied { () throws(RedisFault) in try KeySampling(session: session).sample(total: keys) }
        }
        return StoreProbe(
            version: report?.version, holdings: keys, holdingsUnit: "keys", endpoint: configuration.endpoint,
            facts: facts + (sample?.facts ?? []))
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
