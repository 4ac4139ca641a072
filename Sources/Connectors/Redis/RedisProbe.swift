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
        let answers = try ServerAnswers.all(
            session, rowsExpire: configuration.writing.expiry != .never,
            samplingUntil: Deadline(after: KeySampling.longest))
        var facts = answers.report?.facts ?? [StoreProbe.Fact("server", "tells nothing: the user has no right to INFO")]
        if let count = answers.slowLog { facts.append(StoreProbe.Fact("slow log", "\(count) entries")) }
        return StoreProbe(
            version: answers.report?.version, holdings: answers.keys, holdingsUnit: "keys",
            endpoint: configuration.endpoint, facts: facts + KeySample.facts(of: answers.sample.map { [$0] } ?? []))
    }
}
